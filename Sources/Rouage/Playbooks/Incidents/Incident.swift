/// Something that went wrong for customers or for teams, from when it began until everything agreed on after it is done.
package struct Incident: Noun, Equatable {
    /// How much it weighs, 1 the most.
    package enum Severity: String, Codable, Sendable, CaseIterable {
        case one = "1"
        case two = "2"
        case three = "3"

        /// Whether it owes a post-mortem, and counts when incidents pile up.
        package var isSerious: Bool { self != .three }
    }

    package enum State: String, Codable, Sendable, CaseIterable {
        /// It hurts.
        case open
        /// It no longer hurts, and its cause is still there.
        case mitigated
        case resolved
        /// What was learnt is written and published.
        case reviewed
        /// Everything agreed on after it is done, or refused with a reason.
        case closed

        /// Whether it is still going on.
        package var isRunning: Bool { self == .open || self == .mitigated }
    }

    package static let kind = Kind.incident
    package static let titleLimit = 120
    package static let effectLimit = 2_000
    package static let reasonLimit = 400

    package let id: Identifier<Incident>
    package var version = 1
    package var ref: String
    package var title: String
    package var severity: Severity
    package var startedAt: Instant
    package var detectedAt: Instant
    package var mitigatedAt: Instant?
    package var resolvedAt: Instant?
    /// Who coordinates; never Product Ops.
    package var lead: Identifier<Person>?
    package var teams: [Identifier<Unit>]
    /// What customers saw of it.
    package var customerEffect: String
    package var state: State
    package var reportedBy: Identifier<Person>?
    package let createdAt: Instant
    package var updatedAt: Instant

    package init(
        id: Identifier<Incident>, ref: String, _ draft: Draft, state: State, by person: Identifier<Person>?,
        at now: Instant
    ) {
        self.id = id
        self.ref = ref
        title = draft.title
        severity = draft.severity
        startedAt = draft.startedAt ?? now
        detectedAt = draft.detectedAt ?? now
        mitigatedAt = draft.mitigatedAt
        resolvedAt = draft.resolvedAt
        lead = draft.lead
        teams = draft.teams
        customerEffect = draft.customerEffect
        self.state = state
        reportedBy = person
        createdAt = now
        updatedAt = now
    }

    /// What somebody writes who reports or corrects one.
    package struct Draft: Drafted, Equatable {
        package enum Name: String, CaseIterable, Sendable {
            case title, severity
            case startedAt = "started_at"
            case detectedAt = "detected_at"
            case mitigatedAt = "mitigated_at"
            case resolvedAt = "resolved_at"
            case lead, teams
            case customerEffect = "customer_effect"
        }

        package static let fields: [Field<Self>] = [
            .line(.title, \.title, upTo: titleLimit, required: true),
            .choice(.severity, \.severity, required: true), .moment(.startedAt, \.startedAt),
            .moment(.detectedAt, \.detectedAt), .moment(.mitigatedAt, \.mitigatedAt),
            .moment(.resolvedAt, \.resolvedAt), .person(.lead, \.lead), .units(.teams, \.teams),
            .text(.customerEffect, \.customerEffect, upTo: effectLimit),
        ]

        /// Of which nothing is known yet.
        package static let blank = Draft(title: "", severity: .three)

        package var title: String
        package var severity: Severity
        /// When it began; the moment of the report when nothing is said.
        package var startedAt: Instant?
        /// When somebody noticed; the moment of the report when nothing is said.
        package var detectedAt: Instant?
        package var mitigatedAt: Instant?
        package var resolvedAt: Instant?
        package var lead: Identifier<Person>?
        package var teams: [Identifier<Unit>]
        package var customerEffect: String

        package init(
            title: String, severity: Severity, startedAt: Instant? = nil, detectedAt: Instant? = nil,
            mitigatedAt: Instant? = nil, resolvedAt: Instant? = nil, lead: Identifier<Person>? = nil,
            teams: [Identifier<Unit>] = [], customerEffect: String = ""
        ) {
            self.title = title
            self.severity = severity
            self.startedAt = startedAt
            self.detectedAt = detectedAt
            self.mitigatedAt = mitigatedAt
            self.resolvedAt = resolvedAt
            self.lead = lead
            self.teams = teams
            self.customerEffect = customerEffect
        }
    }

    /// What it would be written again with nothing changed.
    package var draft: Draft {
        Draft(
            title: title, severity: severity, startedAt: startedAt, detectedAt: detectedAt, mitigatedAt: mitigatedAt,
            resolvedAt: resolvedAt, lead: lead, teams: teams, customerEffect: customerEffect)
    }

    mutating func take(_ draft: Draft) {
        title = draft.title
        severity = draft.severity
        startedAt = draft.startedAt ?? startedAt
        detectedAt = draft.detectedAt ?? detectedAt
        mitigatedAt = draft.mitigatedAt
        resolvedAt = draft.resolvedAt
        lead = draft.lead
        teams = draft.teams
        customerEffect = draft.customerEffect
    }
}

extension Incident {
    /// The day on which it began, by the clocks of the department: by it an incident belongs to a quarter.
    package var startedOn: Day { startedAt.day(in: WorkCalendar.zone) }

    /// Whole minutes from its beginning until it no longer hurt.
    package var minutesToMitigate: Int? { mitigatedAt.map { ($0.milliseconds - startedAt.milliseconds) / 60_000 } }

    /// Whole minutes from its beginning until it was over.
    package var minutesToResolve: Int? { resolvedAt.map { ($0.milliseconds - startedAt.milliseconds) / 60_000 } }

    /// The medians of the minutes to mitigate and to resolve; nothing where none has come so far.
    package static func medians(_ all: [Incident]) -> (mitigate: Double?, resolve: Double?) {
        (all.compactMap(\.minutesToMitigate).median, all.compactMap(\.minutesToResolve).median)
    }

    /// The moments in their order, those that are known; each is not before the one before it, and none is to come.
    package static func flaws(of moments: [(field: String, at: Instant?)], before now: Instant) -> [Flaw] {
        var flaws: [Flaw] = []
        var last: Instant?
        for (field, at) in moments {
            guard let at, at != last else { continue }
            if at > now + 300 {
                flaws.append(Flaw(field: field, reason: .notYet))
            } else if let last, at < last {
                flaws.append(Flaw(field: field, reason: .outOfOrder))
            }
            last = max(last ?? at, at)
        }
        return flaws
    }
}
