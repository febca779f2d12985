/// Something the department expects of a team, or of a director, by a day: what reminders may speak of.
package enum Obligation: Hashable, Sendable {
    /// A draft to submit.
    case submit(Identifier<Briefing>)
    /// A request to acknowledge.
    case acknowledge(Identifier<Dependency>)
    /// A delivery to confirm.
    case confirm(Identifier<Dependency>)
    /// The initiatives of a cycle that a director decides on.
    case decide(Identifier<Cycle>, Identifier<Person>)
}

extension Obligation: RawRepresentable, Codable {
    /// Reads `submit ID`, `acknowledge ID`, `confirm ID` or `decide ID ID`.
    package init?(rawValue: String) {
        let words = rawValue.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        switch (words.first, words.count) {
        case ("submit", 2):
            guard let id = Identifier<Briefing>(words[1]) else { return nil }
            self = .submit(id)
        case ("acknowledge", 2):
            guard let id = Identifier<Dependency>(words[1]) else { return nil }
            self = .acknowledge(id)
        case ("confirm", 2):
            guard let id = Identifier<Dependency>(words[1]) else { return nil }
            self = .confirm(id)
        case ("decide", 3):
            guard let cycle = Identifier<Cycle>(words[1]), let person = Identifier<Person>(words[2]) else { return nil }
            self = .decide(cycle, person)
        default: return nil
        }
    }

    package var rawValue: String {
        switch self {
        case .submit(let id): "submit \(id)"
        case .acknowledge(let id): "acknowledge \(id)"
        case .confirm(let id): "confirm \(id)"
        case .decide(let cycle, let person): "decide \(cycle) \(person)"
        }
    }

    /// What a team is offered help with when it does not manage; nothing where silence settles the matter.
    package var practice: Relay.Practice? {
        switch self {
        case .submit: .briefings
        case .acknowledge: .dependencies
        case .confirm, .decide: nil
        }
    }
}
