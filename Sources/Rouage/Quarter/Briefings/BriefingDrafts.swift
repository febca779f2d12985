// What people write of a briefing beside its page: where it begins, what is decided, how it goes.

extension Briefing {
    /// A team, a quarter and a title: the rest is written on the page itself.
    package struct Start: Drafted {
        package enum Name: String, CaseIterable, Sendable { case team, title, cycle }
        package static let fields: [Field<Self>] = [
            .unit(.team, \.team, required: true), .text(.title, \.title, upTo: Text.keepable, required: true),
            .cycle(.cycle, \.cycle, required: true),
        ]

        package var team: Identifier<Unit>?
        package var title = ""
        package var cycle: Identifier<Cycle>?

        package init(in cycle: Identifier<Cycle>? = nil) { self.cycle = cycle }
    }

    /// What is decided of an initiative.
    package struct Ruling: Drafted {
        package enum Name: String, CaseIterable, Sendable { case outcome, code, reason }
        package static let fields: [Field<Self>] = [
            .choice(.outcome, \.outcome, required: true), .choice(.code, \.code),
            .text(.reason, \.reason, upTo: Decision.limit),
        ]

        package var outcome: Outcome?
        package var code: Decision.Code?
        package var reason = ""

        /// Why, in a word: what is validated needs none.
        package var ground: Decision.Code? { code ?? (outcome == .validated ? .other : nil) }

        package init() {}
    }

    /// How the initiative ends, in the words of its team.
    package struct Close: Drafted {
        package enum Name: String, CaseIterable, Sendable {
            case ending, cause, reason
            case causeDependencies = "cause_dependencies"
        }
        package static let fields: [Field<Self>] = [
            .choice(.ending, \.ending, required: true), .choice(.cause, \.telling.code),
            .text(.reason, \.telling.text, upTo: Decision.limit, required: true),
            .records(.causeDependencies, \.telling.dependencies),
        ]

        package var ending: Ending?
        package var telling = Telling(code: nil, text: "")

        package init() {}
    }
}
