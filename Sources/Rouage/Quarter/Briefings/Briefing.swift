/// One page on one initiative: the problem, where it comes from, its size, and what the team intends.
package struct Briefing: Noun, Equatable {
    package enum State: String, Codable, Sendable, CaseIterable {
        case draft, submitted, aligning, ready, validated, postponed, dropped, presented, done, abandoned
        case inProgress = "in_progress"

        /// Whether reviewers see the page: every state but the draft.
        package var isPublic: Bool { self != .draft }
    }

    package enum SourceKind: String, Codable, Sendable, CaseIterable {
        case data, support, legal, tech, strategy, incident, other
        case userFeedback = "user_feedback"
    }

    package static let kind = Kind.briefing

    package let id: Identifier<Briefing>
    package var version = 1
    /// The stable name in files: matched when a file is imported again.
    package var ref: String
    package var cycle: Identifier<Cycle>
    package var team: Identifier<Unit>
    /// Nobody when the team has not said; an imported page may come without.
    package var owner: Identifier<Person>?
    package var contributors: [Identifier<Person>] = []
    package var text: Text
    package var appetiteDays: Int?
    package var axis: Identifier<Axis>?
    package var tribeValues: [String: String] = [:]
    /// Who signed that the initiative needs nobody, and when.
    package var noDependency: Signature?
    package var state = State.draft
    package var submittedAt: Instant?
    /// Submitted after the grace days that follow the deadline.
    package var late = false
    /// Started while its quarter was running already.
    package var offCycle = false
    package var slowed = false
    package var decision: Decision?
    /// The initiative of the quarter before that was postponed to this one.
    package var carriedFrom: Identifier<Briefing>?
    /// What came of it, told when it was done.
    package var outcome: String?
    /// Why it was slowed down, even when it is no longer, or given up.
    package var cause: Cause?
    package let createdAt: Instant
    package var updatedAt: Instant

    package init(
        id: Identifier<Briefing>, ref: String, cycle: Identifier<Cycle>, team: Identifier<Unit>,
        owner: Identifier<Person>?, text: Text, at now: Instant
    ) {
        self.id = id
        self.ref = ref
        self.cycle = cycle
        self.team = team
        self.owner = owner
        self.text = text
        createdAt = now
        updatedAt = now
    }
}

extension Briefing {
    /// What the team writes: the four standard fields, a title, and the three figures of the problem's size.
    package struct Text: Inlined, Sendable, Equatable {
        package var title = ""
        package var problem = ""
        package var source = ""
        package var sourceKind = SourceKind.other
        package var problemSize = ""
        package var people = ""
        package var frequency = ""
        package var cost = ""
        package var intention = ""

        package init() {}
    }

    package struct Signature: Codable, Sendable, Equatable {
        package let by: Identifier<Person>
        package let at: Instant

        package init(by: Identifier<Person>, at: Instant) {
            self.by = by
            self.at = at
        }
    }

    /// What the director of the team's direction, or the CPO, settled.
    package struct Decision: Codable, Sendable, Equatable {
        package enum Code: String, Codable, Sendable, CaseIterable {
            case dependency, capacity, priority, duplicate, strategy, legal, other
            case problemNotProven = "problem_not_proven"
        }

        /// The most characters of the reason.
        package static let limit = 400

        package let code: Code
        package let reason: String
        package let by: Identifier<Person>?
        package let on: Day

        package init(code: Code, reason: String, by: Identifier<Person>?, on: Day) {
            self.code = code
            self.reason = reason
            self.by = by
            self.on = on
        }
    }
}
