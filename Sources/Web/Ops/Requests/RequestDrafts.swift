import Rouage

/// What is written with the steps of a request.
extension OpsRequest {
    /// How much it weighs and presses, and whether it is a hot potato.
    struct Triage: Drafted {
        enum Name: String, CaseIterable, Sendable {
            case impact, urgency
            case hotPotato = "hot_potato"
        }
        static let fields: [Field<Triage>] = [
            .number(.impact, \.impact, in: OpsRequest.scale, required: true),
            .number(.urgency, \.urgency, in: OpsRequest.scale, required: true), .flag(.hotPotato, \.hotPotato),
        ]
        var impact: Int?
        var urgency: Int?
        var hotPotato: Bool
    }

    var triage: Triage { Triage(impact: impact, urgency: urgency, hotPotato: self.hotPotato) }

    /// Who decides on its content, and who takes it back.
    struct Owners: Drafted {
        enum Name: String, CaseIterable, Sendable {
            case decider
            case returnOwner = "return_owner"
        }
        static let fields: [Field<Owners>] = [.person(.decider, \.decider), .person(.returnOwner, \.returnOwner)]
        var decider: Identifier<Person>?
        var returnOwner: Identifier<Person>?
    }

    /// How happy who asked is with what came of it.
    struct Rating: Drafted {
        enum Name: String, CaseIterable, Sendable { case satisfaction }
        static let fields: [Field<Rating>] = [
            .number(.satisfaction, \.satisfaction, in: OpsRequest.satisfactions, required: true)
        ]
        var satisfaction: Int?
    }
}

extension DutyWeek {
    /// Who takes a week over.
    struct Swap: Drafted {
        enum Name: String, CaseIterable, Sendable { case person }
        static let fields: [Field<Swap>] = [.person(.person, \.person, required: true)]
        var person: Identifier<Person>?
    }
}
