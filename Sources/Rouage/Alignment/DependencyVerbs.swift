extension Dependency {
    /// Points out what a briefing needs from another team, or from a party outside.
    package static func pointOut(
        _ request: Request, id: Identifier<Dependency>, of briefing: Briefing, in cycle: Cycle, by actor: Actor,
        on day: Day, at now: Instant
    ) throws(Refusal) -> (Dependency, Activity) {
        let dependency = Dependency(id: id, request, of: briefing, in: cycle, on: day, at: now)
        guard actor.may(.ask(dependency)) else { throw .notAllowed }
        switch briefing.state {
        case .dropped, .postponed, .done, .abandoned: throw .closed
        case .draft, .submitted, .aligning, .ready, .validated, .presented, .inProgress: break
        }
        let flaws = dependency.flaws(in: cycle)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        return (dependency, Activity(.pointedOut))
    }

    /// What keeps the request from being accepted, field by field.
    package func flaws(in cycle: Cycle) -> [Flaw] {
        var flaws: [Flaw] = []
        if what.isBlank { flaws.append(Flaw(field: "what", reason: .missing)) }
        if what.count > Self.limit { flaws.append(Flaw(field: "what", reason: .tooLong(by: what.count - Self.limit))) }
        if givingTeam == nil && externalParty.isBlank { flaws.append(Flaw(field: "giving_team", reason: .missing)) }
        if externalParty.count > 120 {
            flaws.append(Flaw(field: "external_party", reason: .tooLong(by: externalParty.count - 120)))
        }
        if givingTeam == askingTeam { flaws.append(Flaw(field: "giving_team", reason: .sameTeam)) }
        if neededBy > cycle.end { flaws.append(Flaw(field: "needed_by", reason: .outsideTheCycle)) }
        return flaws
    }

    /// The giver has seen the request, and names who to talk to.
    package mutating func acknowledge(contact: Identifier<Person>, by actor: Actor, at now: Instant) throws(Refusal)
        -> Activity
    {
        try move(from: [.pointedOut], to: .acknowledged, allowed: actor.may(.give(self)), at: now)
        self.contact = contact
        return Activity(.acknowledged)
    }

    /// The giver promises it for a day not later than it is needed.
    package mutating func commit(
        for day: Day, effortDays: Int, contact: Identifier<Person>?, by actor: Actor, at now: Instant
    ) throws(Refusal) -> Activity {
        guard actor.may(.give(self)) else { throw .notAllowed }
        guard state == .acknowledged else { throw .closed }
        guard day <= neededBy else { throw .invalid("committed_for", .tooLate(than: neededBy)) }
        guard (0...500).contains(effortDays) else { throw .invalid("effort_days", .outOfRange(0...500)) }
        guard contact ?? self.contact != nil || givingTeam == nil else { throw .invalid("contact", .missing) }
        try move(from: [.acknowledged], to: .committed, allowed: true, at: now)
        self.contact = contact ?? self.contact
        self.effortDays = effortDays
        committedFor = day
        counter = nil
        return Activity(.committed)
    }

    /// The giver proposes another date or a smaller scope. From a commitment this is a re-dating, before its day only;
    /// from a broken one it is the new promise, which the asker accepts or not.
    package mutating func counter(
        date: Day?, scope: String, reason: String, by actor: Actor, on day: Day, at now: Instant
    ) throws(Refusal) -> Activity {
        guard actor.may(.give(self)) else { throw .notAllowed }
        guard [.acknowledged, .committed, .broken].contains(state) else { throw .closed }
        if state == .committed, let committedFor, day >= committedFor { throw .closed }
        guard date != nil || !scope.isBlank else { throw .invalid("counter_date", .missing) }
        guard !reason.isBlank else { throw .invalid("reason", .missing) }
        if state == .committed { redates += 1 }
        try move(from: [.acknowledged, .committed, .broken], to: .replanned, allowed: true, at: now)
        counter = Counter(date: date, scope: scope, reason: reason)
        return Activity(.replanned, reason: reason)
    }

    /// The asker takes the counter-proposal: its date becomes the date needed, the first one is kept beside.
    package mutating func acceptCounter(by actor: Actor, at now: Instant) throws(Refusal) -> Activity {
        try move(from: [.replanned], to: .committed, allowed: actor.may(.ask(self)), at: now)
        if let date = counter?.date {
            neededBy = date
            committedFor = date
        } else if committedFor == nil {
            committedFor = neededBy
        }
        counter = nil
        return Activity(.counterAccepted)
    }

    /// The asker cannot live with the counter-proposal; the second time both leads put it on their agenda.
    package mutating func refuseCounter(reason: String, by actor: Actor, at now: Instant) throws(Refusal) -> Activity {
        try move(from: [.replanned], to: .acknowledged, allowed: actor.may(.ask(self)), at: now)
        refusals += 1
        counter = nil
        return Activity(.counterRefused, reason: reason)
    }

    /// Whether the two teams have refused each other often enough for their leads to meet.
    package var isForTheLeads: Bool { refusals >= 2 && state.isUnsettled }

    /// The giver says no, and why.
    package mutating func decline(_ code: DeclineCode, reason: String, by actor: Actor, at now: Instant)
        throws(Refusal) -> Activity
    {
        guard actor.may(.give(self)) else { throw .notAllowed }
        guard !reason.isBlank else { throw .invalid("reason", .missing) }
        try move(from: [.pointedOut, .acknowledged, .replanned], to: .declined, allowed: true, at: now)
        decline = Decline(code: code, reason: reason)
        return Activity(.declined, reason: reason)
    }

    /// The asker asks once more with what changed; once a cycle.
    package mutating func reask(what: String, reason: String, by actor: Actor, at now: Instant) throws(Refusal)
        -> Activity
    {
        guard actor.may(.ask(self)) else { throw .notAllowed }
        guard !reasked else { throw .over(limit: 1) }
        guard !what.isBlank else { throw .invalid("what", .missing) }
        guard what.count <= Self.limit else { throw .invalid("what", .tooLong(by: what.count - Self.limit)) }
        try move(from: [.declined], to: .pointedOut, allowed: true, at: now)
        self.what = what
        decline = nil
        reasked = true
        return Activity(.reasked, reason: reason)
    }

    /// The asker writes how it lives without what was declined.
    package mutating func mitigate(_ text: String, by actor: Actor, at now: Instant) throws(Refusal) -> Activity {
        guard actor.may(.ask(self)) else { throw .notAllowed }
        guard state == .declined else { throw .closed }
        guard !text.isBlank else { throw .invalid("mitigation", .missing) }
        mitigation = text
        updatedAt = now
        return Activity(.mitigated)
    }

    /// The giver says that it is delivered; the asker confirms.
    package mutating func claim(by actor: Actor, on day: Day, at now: Instant) throws(Refusal) -> Activity {
        guard actor.may(.give(self)) else { throw .notAllowed }
        guard state == .committed, claimedOn == nil else { throw .closed }
        claimedOn = day
        updatedAt = now
        return Activity(.claimed)
    }

    /// The asker has received it.
    package mutating func confirm(by actor: Actor, on day: Day, at now: Instant) throws(Refusal) -> Activity {
        guard claimedOn != nil else { throw .closed }
        try move(from: [.committed], to: .delivered, allowed: actor.may(.ask(self)), at: now)
        deliveredOn = day
        return Activity(.delivered)
    }

    /// The asker has not received what was meant; the promise stays.
    package mutating func refuseClaim(reason: String, by actor: Actor, at now: Instant) throws(Refusal) -> Activity {
        guard actor.may(.ask(self)) else { throw .notAllowed }
        guard state == .committed, claimedOn != nil else { throw .closed }
        guard !reason.isBlank else { throw .invalid("reason", .missing) }
        claimedOn = nil
        updatedAt = now
        return Activity(.claimRefused, reason: reason)
    }

    /// The giver takes the promise back.
    package mutating func breakPromise(reason: String, by actor: Actor, at now: Instant) throws(Refusal) -> Activity {
        guard actor.may(.give(self)) else { throw .notAllowed }
        guard !reason.isBlank else { throw .invalid("reason", .missing) }
        try move(from: [.committed], to: .broken, allowed: true, at: now)
        breaks += 1
        return Activity(.broken, reason: reason)
    }

    /// The asker needs it no longer.
    package mutating func withdraw(reason: String, by actor: Actor, at now: Instant) throws(Refusal) -> Activity {
        guard actor.may(.ask(self)) else { throw .notAllowed }
        guard !reason.isBlank else { throw .invalid("reason", .missing) }
        try move(
            from: [.pointedOut, .acknowledged, .replanned, .committed, .broken, .declined], to: .withdrawn,
            allowed: true, at: now)
        return Activity(.withdrawn, reason: reason)
    }

    /// The giver says which of its own initiatives delivers it, or that none does.
    package mutating func deliver(within initiative: Briefing?, by actor: Actor, at now: Instant) throws(Refusal)
        -> Activity
    {
        guard actor.may(.give(self)) else { throw .notAllowed }
        guard state.isOpen else { throw .closed }
        guard initiative == nil || initiative?.team == givingTeam else { throw .invalid("giving_briefing", .unknown) }
        givingBriefing = initiative?.id
        updatedAt = now
        return Activity(.edited)
    }

    private mutating func move(from: Set<State>, to: State, allowed: Bool, at now: Instant) throws(Refusal) {
        guard allowed else { throw .notAllowed }
        guard from.contains(state) else { throw .closed }
        state = to
        updatedAt = now
    }
}
