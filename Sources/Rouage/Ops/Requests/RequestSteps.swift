/// What is written with each step of a request.
extension OpsRequest {
    /// The days it took so far.
    package struct Spent: Drafted {
        package enum Name: String, CaseIterable, Sendable { case spentDays = "spent_days" }
        package static let fields: [Field<Spent>] = [
            .decimal(.spentDays, \.days, in: 0...OpsRequest.mostDays, required: true)
        ]

        package var days: Double?

        package init(days: Double? = nil) { self.days = days }
    }

    /// What comes of it at its close.
    package struct Closing: Drafted {
        package enum Name: String, CaseIterable, Sendable {
            case outcome, answer
            case spentDays = "spent_days"
            case inExchange = "in_exchange"
            case topic
            case topicTitle = "topic_title"
            case topicProblem = "topic_problem"
        }

        package static let fields: [Field<Closing>] = [
            .choice(.outcome, \.outcome, required: true),
            .text(.answer, \.answer, upTo: OpsRequest.limits.text * 2),
            .decimal(.spentDays, \.days, in: 0...OpsRequest.mostDays),
            .line(.inExchange, \.inExchange, upTo: OpsRequest.limits.line),
            .record(.topic, \.topic),
            .line(.topicTitle, \.topicTitle, upTo: Topic.titleLimit),
            .text(.topicProblem, \.topicProblem, upTo: Topic.problemLimit),
        ]

        package var outcome: Outcome?
        /// The answer, where to go instead, or why not.
        package var answer: String
        /// The days it took in all; those set aside for an urgent project. As before when none are said.
        package var days: Double?
        /// What is dropped for an urgent project; only the CPO swaps.
        package var inExchange: String
        /// The topic that it joins; a new one of these words when none is named.
        package var topic: Identifier<Topic>?
        package var topicTitle: String
        package var topicProblem: String

        package init(
            _ outcome: Outcome? = nil, answer: String = "", days: Double? = nil, inExchange: String = "",
            topicTitle: String = "", topicProblem: String = ""
        ) {
            self.outcome = outcome
            self.answer = answer
            self.days = days
            self.inExchange = inExchange
            self.topicTitle = topicTitle
            self.topicProblem = topicProblem
        }
    }

    /// A close of which nothing is said yet: a topic would take its words from the request.
    package var unsaidClosing: Closing {
        let content = topicContent()
        return Closing(topicTitle: content.title, topicProblem: content.problem)
    }
}
