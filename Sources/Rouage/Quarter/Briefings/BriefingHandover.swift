/// What a reorganisation does to a page: another team takes it over, or it ends with its team.
extension Briefing {
    /// Whether something is still to be done: it was neither ended nor put off.
    package var isUnderWay: Bool {
        switch state {
        case .draft, .submitted, .aligning, .ready, .validated, .presented, .inProgress: true
        case .postponed, .dropped, .done, .abandoned: false
        }
    }

    /// Another team takes the page over. Its owner keeps it when they work in that team; else its lead answers for it.
    package mutating func handOver(to unit: Unit, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.editOrganisation(team)) else { throw .notAllowed }
        guard isUnderWay else { throw .closed }
        guard unit.sort.delivers, unit.closedOn == nil, unit.id != team else { throw .invalid("taker", .unknown) }
        let stays = owner.flatMap { deed.actor.organisation.people[$0] }.map { owner in
            Actor(owner, in: deed.actor.organisation).belongs(to: unit.id)
        }
        if stays != true { owner = unit.lead }
        contributors.removeAll { $0 == owner }
        team = unit.id
        updatedAt = deed.now
        return Activity(.handedOver)
    }

    /// Nobody takes the page over: it is dropped before its quarter runs, given up once it does. That decides on what
    /// the team does, so it takes who may decide that.
    package mutating func endWithTeam(reason: String, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.editOrganisation(team)), deed.actor.may(.decideBriefing(self)) else { throw .notAllowed }
        guard isUnderWay else { throw .closed }
        try Refusal.check(reason, "ending_reason", upTo: Decision.limit)
        let runs = state == .inProgress
        state = runs ? .abandoned : .dropped
        decision = Decision(code: .other, reason: reason, by: deed.actor.id, on: deed.day)
        updatedAt = deed.now
        return Activity(runs ? .abandoned : .dropped, reason: reason)
    }
}

extension Dependency {
    /// The asking team is the one that took the page over. A page that is now the giver's own needs it from nobody.
    package mutating func follow(_ briefing: Briefing, at now: Instant) -> Activity? {
        guard state.isOpen || state == .declined, briefing.id == self.briefing, briefing.team != askingTeam else {
            return nil
        }
        guard briefing.team != givingTeam else { return endWithBriefing(at: now) }
        askingTeam = briefing.team
        updatedAt = now
        return Activity(.handedOver)
    }
}
