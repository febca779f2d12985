extension Dependency {
    /// Points out what a briefing needs from another team, or from a party outside.
    package static func pointOut(
        _ request: Request, id: Identifier<Dependency>, of briefing: Briefing, in cycle: Cycle, by deed: Deed
    ) throws(Refusal) -> (Dependency, Activity) {
        guard deed.actor.may(.writeBriefing(briefing)) else { throw .notAllowed }
        var request = request
        if request.givingTeam != nil { request.externalParty = "" }
        if request.interaction != .collaboration { request.collaboratesUntil = nil }
        let dependency = Dependency(id: id, request, of: briefing, in: cycle, on: deed.day, at: deed.now)
        switch briefing.state {
        case .dropped, .postponed, .done, .abandoned: throw .closed
        case .draft, .submitted, .aligning, .ready, .validated, .presented, .inProgress: break
        }
        var flaws = request.flaws + dependency.flaws(in: cycle)
        if let giver = request.givingTeam, !deed.actor.organisation.teams.contains(where: { $0.id == giver }) {
            flaws.append(Flaw(field: "giving_team", reason: .unknown))
        }
        if request.interaction == .collaboration, request.collaboratesUntil.map({ $0 < deed.day }) ?? true {
            let reason: Flaw.Reason = request.collaboratesUntil == nil ? .missing : .tooEarly(before: deed.day)
            flaws.append(Flaw(field: "collaborates_until", reason: reason))
        }
        if request.neededBy < deed.day { flaws.append(Flaw(field: "needed_by", reason: .tooEarly(before: deed.day))) }
        guard flaws.isEmpty else { throw .invalid(flaws) }
        return (dependency, Activity(.pointedOut))
    }

    /// What keeps the request from being accepted beside what its fields say: the two sides, and the quarter.
    package func flaws(in cycle: Cycle) -> [Flaw] {
        var flaws: [Flaw] = []
        if givingTeam == nil && externalParty.isBlank { flaws.append(Flaw(field: "giving_team", reason: .missing)) }
        if givingTeam == askingTeam { flaws.append(Flaw(field: "giving_team", reason: .sameTeam)) }
        if neededBy > cycle.end { flaws.append(Flaw(field: "needed_by", reason: .outsideTheCycle)) }
        if let collaboratesUntil, collaboratesUntil > cycle.end {
            flaws.append(Flaw(field: "collaborates_until", reason: .outsideTheCycle))
        }
        return flaws
    }

    /// Whether the giver is told at once, not in the next summary: less than ten working days are left from the day
    /// it was pointed out.
    package func isPressing(_ calendar: WorkCalendar) -> Bool {
        calendar.workingDays(after: pointedOutOn, upTo: neededBy) < 10
    }
}

/// What the asking team does once it has an answer.
extension Dependency {
    /// The asker takes the counter-proposal: a later date becomes the date needed, the first one is kept beside.
    package mutating func acceptCounter(by deed: Deed) throws(Refusal) -> Activity {
        try check(deed.actor.may(.ask(self)), from: [.replanned])
        if let date = counter?.date {
            neededBy = max(neededBy, date)
            committedFor = date
        } else if committedFor == nil {
            committedFor = neededBy
        }
        counter = nil
        return move(to: .committed, at: deed.now, Activity(.counterAccepted))
    }

    /// The asker cannot live with the counter-proposal; what was promised before it no longer holds either. The
    /// second time both leads put it on their agenda.
    package mutating func refuseCounter(reason: String, by deed: Deed) throws(Refusal) -> Activity {
        try check(deed.actor.may(.ask(self)), from: [.replanned])
        try Refusal.check(reason, "reason", upTo: Self.reasonLimit)
        refusals += 1
        counter = nil
        committedFor = nil
        return move(to: .acknowledged, at: deed.now, Activity(.counterRefused, reason: reason))
    }

    /// Whether the two teams have refused each other often enough for their leads to meet.
    package var isForTheLeads: Bool { refusals >= 2 && state.isUnsettled }

    /// The asker asks once more, with what changed: other words, or the reason; once a cycle.
    package mutating func reask(what: String, reason: String, by deed: Deed) throws(Refusal) -> Activity {
        try check(deed.actor.may(.ask(self)), from: [.declined])
        guard !reasked else { throw .over(limit: 1) }
        try Refusal.check(what, "what", upTo: Self.limit)
        if what == self.what { try Refusal.check(reason, "reason", upTo: Self.reasonLimit) }
        self.what = what
        decline = nil
        reasked = true
        return move(to: .pointedOut, at: deed.now, Activity(.reasked, reason: reason))
    }

    /// The asker writes how it lives without what was declined.
    package mutating func mitigate(_ text: String, by deed: Deed) throws(Refusal) -> Activity {
        try check(deed.actor.may(.ask(self)), from: [.declined])
        try Refusal.check(text, "mitigation", upTo: Self.reasonLimit)
        mitigation = text
        updatedAt = deed.now
        return Activity(.mitigated)
    }

    /// The asker has received it.
    package mutating func confirm(by deed: Deed) throws(Refusal) -> Activity {
        try check(deed.actor.may(.ask(self)), from: [.committed])
        guard claimedOn != nil else { throw .closed }
        deliveredOn = deed.day
        return move(to: .delivered, at: deed.now, Activity(.delivered))
    }

    /// The asker has not received what was meant; the promise stays.
    package mutating func refuseClaim(reason: String, by deed: Deed) throws(Refusal) -> Activity {
        try check(deed.actor.may(.ask(self)), from: [.committed])
        guard claimedOn != nil else { throw .closed }
        try Refusal.check(reason, "reason", upTo: Self.reasonLimit)
        claimedOn = nil
        updatedAt = deed.now
        return Activity(.claimRefused, reason: reason)
    }

    /// The asker needs it no longer.
    package mutating func withdraw(reason: String, by deed: Deed) throws(Refusal) -> Activity {
        try check(
            deed.actor.may(.ask(self)), from: [.pointedOut, .acknowledged, .replanned, .committed, .broken, .declined])
        try Refusal.check(reason, "reason", upTo: Self.reasonLimit)
        return move(to: .withdrawn, at: deed.now, Activity(.withdrawn, reason: reason))
    }
}

extension Dependency {
    /// The most characters of a reason, a scope or a fallback.
    package static let reasonLimit = 1_000

    /// Who may comes first, then whether it can be done at all; what is wrong with the fields comes after both.
    func check(_ allowed: Bool, from states: Set<State>) throws(Refusal) {
        guard allowed else { throw .notAllowed }
        guard states.contains(state) else { throw .closed }
    }

    mutating func move(to state: State, at now: Instant, _ activity: Activity) -> Activity {
        self.state = state
        updatedAt = now
        return activity
    }
}
