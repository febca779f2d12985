/// A process: how something is done here, why, by whom, what it costs people and who looks after it.
package struct Playbook: Noun, Equatable {
    package enum Category: String, Codable, Sendable, CaseIterable {
        case alignment, maintenance, incident, culture, onboarding, tooling, mercato, other
    }

    package enum State: String, Codable, Sendable, CaseIterable {
        case draft
        /// A few teams try it.
        case piloted
        case inForce = "in_force"
        /// Its review date has passed.
        case toReview = "to_review"
        case retired

        /// Whether teams run it.
        package var isRun: Bool {
            switch self {
            case .piloted, .inForce, .toReview: true
            case .draft, .retired: false
            }
        }

        /// Whether its minutes are asked of everybody.
        package var isAsked: Bool { self == .inForce || self == .toReview }
    }

    package enum Carrier: String, Codable, Sendable, CaseIterable {
        case ops
        case handingOver = "handing_over"
        /// The organisation carries it without Product Ops.
        case organisation = "org"
    }

    package static let kind = Kind.playbook
    /// Days after a review until the next one, when nothing else is said.
    package static let daysToReview = 180

    package let id: Identifier<Playbook>
    package var version = 1
    package var ref: String
    package var content: Content
    /// The language in which it is written.
    package var language: Language
    package var owner: Identifier<Person>?
    package var deputy: Identifier<Person>?
    package var coAuthors: [Identifier<Person>]
    /// The teams it is meant for; all that deliver when empty.
    package var teams: [Identifier<Unit>]
    package var state: State
    package var carriedBy: Carrier
    /// The number of the text that holds; each former one is kept.
    package var edition = 1
    package var reviewOn: Day
    package var reviewedOn: Day
    /// The day on which Product Ops stop helping.
    package var supportEndsOn: Day?
    package var handover: Handover?
    /// Since when the organisation carries it.
    package var carriedSince: Day?
    /// Since when it slips, after Product Ops gave it back.
    package var relapsedOn: Day?
    package let createdAt: Instant
    package var updatedAt: Instant

    package init(
        id: Identifier<Playbook>, ref: String, _ draft: Draft, state: State = .draft, carriedBy: Carrier, on day: Day,
        at now: Instant
    ) {
        self.id = id
        self.ref = ref
        content = draft.content
        language = draft.language
        owner = draft.owner
        deputy = draft.deputy
        coAuthors = draft.coAuthors
        teams = draft.teams
        self.state = state
        self.carriedBy = carriedBy
        reviewOn = draft.reviewOn ?? day + Self.daysToReview
        reviewedOn = day
        carriedSince = carriedBy == .organisation ? day : nil
        createdAt = now
        updatedAt = now
    }

    /// What somebody writes who begins or changes one.
    package struct Draft: Sendable, Equatable {
        package var content: Content
        package var language: Language
        package var owner: Identifier<Person>?
        package var deputy: Identifier<Person>?
        package var coAuthors: [Identifier<Person>]
        package var teams: [Identifier<Unit>]
        package var reviewOn: Day?

        package init(
            _ content: Content, language: Language = .french, owner: Identifier<Person>? = nil,
            deputy: Identifier<Person>? = nil, coAuthors: [Identifier<Person>] = [], teams: [Identifier<Unit>] = [],
            reviewOn: Day? = nil
        ) {
            self.content = content
            self.language = language
            self.owner = owner
            self.deputy = deputy
            self.coAuthors = coAuthors
            self.teams = teams
            self.reviewOn = reviewOn
        }
    }

    /// What it would be written again with nothing changed.
    package var draft: Draft {
        Draft(
            content, language: language, owner: owner, deputy: deputy, coAuthors: coAuthors, teams: teams,
            reviewOn: reviewOn)
    }

    /// The teams it is meant for, on the organisation's day.
    package func eligible(in organisation: Organisation) -> [Identifier<Unit>] {
        let open = organisation.teams.map(\.id)
        return teams.isEmpty
            ? organisation.teams.filter { $0.sort == .team }.map(\.id) : teams.filter(open.contains)
    }
}
