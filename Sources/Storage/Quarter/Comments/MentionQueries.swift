package import Rouage

/// A comment that names somebody who has not read it yet, and the page it stands beside.
package struct Mention: Sendable {
    package let comment: Comment
    package let briefing: Briefing
}

extension Reading {
    /// The comments that name a person and that they have not read, the newest first.
    package func mentions(of person: Identifier<Person>, limit: Int = 50) throws -> [Mention] {
        let comments: [Comment] = try records(
            where: """
                id IN (SELECT comment FROM mention WHERE person = \(person)) ORDER BY created_at DESC, id LIMIT \(limit)
                """)
        guard !comments.isEmpty else { return [] }
        let pages: [Briefing] = try records(where: "id IN \(in: Array(Set(comments.map(\.briefing))))")
        let known = Dictionary(uniqueKeysWithValues: pages.map { ($0.id, $0) })
        return comments.compactMap { comment in
            known[comment.briefing].map { Mention(comment: comment, briefing: $0) }
        }
    }

    /// Whether a comment beside this page names the person and is not read yet.
    package func mentions(_ person: Identifier<Person>, beside briefing: Identifier<Briefing>) throws -> Bool {
        try count(
            """
            SELECT count(*) FROM mention m JOIN comment c ON c.id = m.comment
            WHERE m.person = \(person) AND c.briefing = \(briefing)
            """) > 0
    }
}

extension Transaction {
    /// Keeps whom a comment names until they have read it; its author has.
    package func mention(_ people: [Person], in comment: Comment) throws {
        for person in people where person.id != comment.author {
            try connection.run("INSERT INTO mention (comment, person) VALUES (\(comment.id), \(person.id))")
        }
    }

    /// The person has read what is said beside the page.
    package func read(beside briefing: Identifier<Briefing>, by person: Identifier<Person>) throws {
        try connection.run(
            """
            DELETE FROM mention WHERE person = \(person)
                AND comment IN (SELECT id FROM comment WHERE briefing = \(briefing))
            """)
    }
}
