/// A direction that the leadership sets for some quarters: what it is for, who answers for it, and what has to be there
/// so that it can be carried out. Briefings, topics and projects say which axis they serve.
@dynamicMemberLookup
package struct Axis: Noun, Equatable {
    package static let kind = Kind.axis
    package static let inlinedPart = "content"

    package static let titleLimit = 80
    package static let whyLimit = 400
    package static let conditionLimit = 200
    /// More than these nobody keeps in sight.
    package static let mostConditions = 8

    /// What the leadership says of it.
    package struct Content: Inlined, Drafted, Equatable {
        package var title: String
        package var why: String
        /// Who answers for it.
        package var owner: Identifier<Person>?
        /// The first and the last quarter in which it holds, such as `2026-Q2`; from ever and until further notice
        /// where nothing is said. They may lie beyond the quarters that are known.
        package var fromQuarter: String?
        package var toQuarter: String?

        package init(
            title: String = "", why: String = "", owner: Identifier<Person>? = nil, fromQuarter: String? = nil,
            toQuarter: String? = nil
        ) {
            self.title = title
            self.why = why
            self.owner = owner
            self.fromQuarter = fromQuarter
            self.toQuarter = toQuarter
        }
    }

    /// Something that has to be there so that the axis can be carried out: in words, and by the playbook or the project
    /// that brings it, where there is one.
    package struct Condition: Codable, Sendable, Equatable {
        package var text: String
        package var playbook: Identifier<Playbook>?
        package var project: Identifier<OpsProject>?

        package init(text: String = "", playbook: Identifier<Playbook>? = nil, project: Identifier<OpsProject>? = nil) {
            self.text = text
            self.playbook = playbook
            self.project = project
        }
    }

    /// That somebody proposed it to the leadership, and what was answered. What the leadership set itself was never
    /// proposed.
    package struct Proposal: Codable, Sendable, Equatable {
        package enum Outcome: String, Codable, Sendable, CaseIterable {
            case accepted, declined, withdrawn
        }

        package let by: Identifier<Person>?
        package let on: Day
        package var outcome: Outcome?
        package var answeredOn: Day?
        /// Why it was declined or withdrawn.
        package var reason: String

        package init(
            by person: Identifier<Person>?, on day: Day, outcome: Outcome? = nil, answeredOn: Day? = nil,
            reason: String = ""
        ) {
            by = person
            on = day
            self.outcome = outcome
            self.answeredOn = answeredOn
            self.reason = reason
        }
    }

    /// Where it stands in a quarter.
    package enum Standing: String, Codable, Sendable, CaseIterable {
        case proposed, coming
        case inForce = "in_force"
        case over, declined, withdrawn

        /// Whether work may be put under it.
        package var isOpen: Bool { self == .coming || self == .inForce }
    }

    package let id: Identifier<Axis>
    package var version = 1
    /// What files, addresses and programs call it.
    package var code: String
    package var content: Content
    /// Nothing where none is named.
    package var conditions: [Condition]?
    package var proposal: Proposal?

    package init(
        id: Identifier<Axis>, code: String, _ content: Content, conditions: [Condition] = [], proposal: Proposal? = nil
    ) {
        self.id = id
        self.code = code
        self.content = content
        self.conditions = conditions.isEmpty ? nil : conditions
        self.proposal = proposal
    }

    package subscript<Value>(dynamicMember place: WritableKeyPath<Content, Value>) -> Value {
        get { content[keyPath: place] }
        set { content[keyPath: place] = newValue }
    }

    /// Where it stands in a quarter, by its label; before the first quarter of a department everything is to come.
    package func standing(in quarter: String?) -> Standing {
        if let proposal {
            switch proposal.outcome {
            case nil: return .proposed
            case .declined: return .declined
            case .withdrawn: return .withdrawn
            case .accepted: break
            }
        }
        guard let quarter else { return .coming }
        if let last = content.toQuarter, last < quarter { return .over }
        if let first = content.fromQuarter, first > quarter { return .coming }
        return .inForce
    }
}

extension Axis.Content {
    package enum Name: String, CaseIterable, Sendable {
        case title, why, owner, from, to
    }

    package static let fields: [Field<Self>] = [
        .line(.title, \.title, upTo: Axis.titleLimit, required: true),
        .text(.why, \.why, upTo: Axis.whyLimit),
        .person(.owner, \.owner),
        .quarter(.from, \.fromQuarter),
        .quarter(.to, \.toQuarter),
    ]
}

extension Axis.Condition: Drafted {
    package enum Name: String, CaseIterable, Sendable {
        case text, playbook, project
    }

    package static let fields: [Field<Self>] = [
        .line(.text, \.text, upTo: Axis.conditionLimit, required: true),
        .record(.playbook, \.playbook),
        .record(.project, \.project),
    ]
}

extension Axis: Followed {
    package func isCarried(by person: Identifier<Person>, in _: Organisation) -> Bool {
        content.owner == person || proposal?.by == person
    }
}

extension Set<Action> {
    static let toldOfAxes: Set = [.edited, .required, .released, .accepted, .declined, .withdrawn, .reopened]
}
