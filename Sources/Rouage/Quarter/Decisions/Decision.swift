/// One entry of the public log of decisions: what, why, who, when, and what it replaced. An entry is never rewritten; a
/// later one supersedes it.
package struct Decision: Noun, Equatable {
    package enum Sort: String, Codable, Sendable, CaseIterable {
        /// On an initiative, by the director of its direction or the CPO.
        case initiative
        /// Between teams, at a meeting.
        case meeting
    }

    package static let kind = Kind.decision
    /// The most characters of what was decided at a meeting, and of why.
    package static let limit = 280
    package static let reasonLimit = 400

    package let id: Identifier<Decision>
    package var version = 1
    package var ref: String
    package var sort: Sort
    package var cycle: Identifier<Cycle>
    package var teams: [Identifier<Unit>]
    package var briefing: Identifier<Briefing>?
    package var meeting: Identifier<Meeting>?
    /// The title of the initiative on that day, or what the teams agreed.
    package var what: String
    /// Nothing for what teams agreed.
    package var outcome: Briefing.Outcome?
    package var code: Briefing.Decision.Code?
    package var reason: String
    /// Validated although it was not ready: the reason is the risk that was accepted.
    package var acceptsRisk = false
    /// Taken by the CPO after the freeze, and announced as such.
    package var afterFreeze = false
    package var by: Identifier<Person>?
    package var decidedOn: Day
    /// The decision it took the place of.
    package var supersedes: Identifier<Decision>?
    /// The dependencies that ended because of it.
    package var withdrawn: [Identifier<Dependency>] = []
    /// The draft of the next cycle that a postponed initiative waits in.
    package var carriedTo: Identifier<Briefing>?
    package let createdAt: Instant

    enum CodingKeys: String, CodingKey {
        case id, version, ref, cycle, teams, briefing, meeting, what, outcome, code, reason, acceptsRisk, afterFreeze
        case decidedOn, supersedes, withdrawn, carriedTo, createdAt
        case sort = "kind"
        case by = "decidedBy"
    }

    package init(
        id: Identifier<Decision>, ref: String, sort: Sort, cycle: Identifier<Cycle>, teams: [Identifier<Unit>],
        what: String, reason: String, by: Identifier<Person>?, on day: Day, at now: Instant
    ) {
        self.id = id
        self.ref = ref
        self.sort = sort
        self.cycle = cycle
        self.teams = teams
        self.what = what
        self.reason = reason
        self.by = by
        decidedOn = day
        createdAt = now
    }

    /// What a decided initiative adds to the log; nothing when nothing was decided on it.
    /// - Parameters:
    ///   - before: the initiative as it stood before the decision, when that is known.
    ///   - previous: the last decision on the same initiative.
    package init?(
        on briefing: Briefing, before: Briefing?, superseding previous: Decision?, ref: String,
        id: Identifier<Decision>, in cycle: Cycle, at now: Instant
    ) {
        guard let decision = briefing.decision else { return nil }
        self.init(
            id: id, ref: ref, sort: .initiative, cycle: briefing.cycle, teams: [briefing.team],
            what: briefing.text.title, reason: decision.reason, by: decision.by, on: decision.on, at: now)
        self.briefing = briefing.id
        outcome = briefing.state.outcome
        code = decision.code
        acceptsRisk = outcome == .validated && before.map { $0.state != .ready } ?? false
        afterFreeze = !briefing.isOpenToDirectors(in: cycle, on: decision.on)
        supersedes = previous?.id
    }

    /// Notes what the teams agreed at a meeting.
    package static func agree(
        _ what: String, reason: String, ref: String, id: Identifier<Decision>, in meeting: Meeting, by deed: Deed
    ) throws(Refusal) -> (Decision, Activity) {
        guard deed.actor.may(.holdMeeting(meeting)) else { throw .notAllowed }
        guard meeting.state == .open || meeting.state == .held else { throw .closed }
        var flaws = Flaw.ofText(what, "decision", upTo: limit)
        flaws += Flaw.ofLength(reason, "reason", upTo: reasonLimit)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        var decision = Decision(
            id: id, ref: ref, sort: .meeting, cycle: meeting.cycle, teams: meeting.teams, what: what, reason: reason,
            by: deed.actor.id, on: deed.day, at: deed.now)
        decision.meeting = meeting.id
        return (decision, Activity(.agreed, reason: reason))
    }
}

extension Briefing.State {
    /// What was decided when an initiative is so; what runs or ended was validated.
    var outcome: Briefing.Outcome? {
        switch self {
        case .draft, .submitted, .aligning, .ready: nil
        case .validated, .presented, .inProgress, .done, .abandoned: .validated
        case .postponed: .postponed
        case .dropped: .dropped
        }
    }
}
