package import Rouage

/// A question with how many others want its answer.
package struct QuestionLine: Sendable {
    package let question: AudienceQuestion
    package let support: Int
}

extension Reading {
    /// The most questions shown at once.
    package static let mostQuestions = 200

    /// What was asked: open questions first, the most wanted first among them.
    package func questions(of presentation: Identifier<Presentation>) throws -> [QuestionLine] {
        let support = Dictionary(
            try all(
                """
                SELECT s.question, count(*) FROM audience_question_support s
                JOIN audience_question q ON q.id = s.question WHERE q.presentation = \(presentation)
                GROUP BY s.question
                """
            ) { (try $0.id(0, of: AudienceQuestion.self), $0.integer(1)) }, uniquingKeysWith: { first, _ in first })
        let asked: [AudienceQuestion] = try records(
            where: "presentation = \(presentation) ORDER BY asked_at DESC, id DESC LIMIT \(Self.mostQuestions)")
        return asked.map { QuestionLine(question: $0, support: support[$0.id] ?? 0) }.sorted {
            ($0.question.answeredAt == nil ? 0 : 1, -$0.support, $0.question.askedAt, $0.question.id)
                < ($1.question.answeredAt == nil ? 0 : 1, -$1.support, $1.question.askedAt, $1.question.id)
        }
    }

    /// Open questions, and all of them.
    package func questionCounts(of presentation: Identifier<Presentation>) throws -> (open: Int, all: Int) {
        try first(
            """
            SELECT count(*) FILTER (WHERE answered_at IS NULL), count(*) FROM audience_question
            WHERE presentation = \(presentation)
            """
        ) { ($0.integer(0), $0.integer(1)) } ?? (0, 0)
    }
}

extension Transaction {
    /// Wants the same answer; a second time from the same viewer changes nothing.
    package func support(_ question: AudienceQuestion, by viewer: Viewer) throws {
        let mark = try mark(of: viewer, on: question.id.description, in: question.presentation)
        try connection.run(
            """
            INSERT INTO audience_question_support (question, mark) VALUES (\(question.id), \(mark))
            ON CONFLICT (question, mark) DO NOTHING
            """)
        // Open pages hear of it; the activity, which names who acts, does not.
        tell(Change(kind: .audienceQuestion, id: question.id.description, version: question.version, actor: nil))
    }
}
