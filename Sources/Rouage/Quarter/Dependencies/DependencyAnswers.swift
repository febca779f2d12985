/// What the giving team answers and delivers. For a giver outside the company the asking team writes its answers down.
extension Dependency {
    /// The giver has seen the request, and names who to talk to.
    package mutating func acknowledge(contact: Identifier<Person>, by deed: Deed) throws(Refusal) -> Activity {
        try check(deed.actor.may(.give(self)), from: [.pointedOut])
        try check(contact: contact, by: deed)
        self.contact = contact
        return move(to: .acknowledged, at: deed.now, Activity(.acknowledged))
    }

    /// The giver promises it for a day not later than it is needed.
    /// - Parameters:
    ///   - promised: from today to the day it is needed; refused as too early or too late outside that.
    ///   - effortDays: working days of work for the giver.
    ///   - contact: who to talk to; the one named before when `nil`.
    package mutating func commit(for promised: Day?, effortDays: Int?, contact: Identifier<Person>?, by deed: Deed)
        throws(Refusal) -> Activity
    {
        try check(deed.actor.may(.give(self)), from: [.acknowledged])
        guard let promised else { throw .invalid("committed_for", .missing) }
        guard let effortDays else { throw .invalid("effort_days", .missing) }
        guard promised <= neededBy else { throw .invalid("committed_for", .tooLate(than: neededBy)) }
        guard promised >= deed.day else { throw .invalid("committed_for", .tooEarly(before: deed.day)) }
        guard Self.efforts.contains(effortDays) else { throw .invalid("effort_days", .outOfRange(Self.efforts)) }
        guard let named = contact ?? self.contact else { throw .invalid("contact", .missing) }
        try check(contact: named, by: deed)
        self.contact = named
        self.effortDays = effortDays
        committedFor = promised
        counter = nil
        return move(to: .committed, at: deed.now, Activity(.committed))
    }

    /// The giver proposes another date or a smaller scope. From a commitment this is a re-dating, before its day only;
    /// from a broken one it is the new promise, with its date, which the asker accepts or not.
    /// - Parameter date: from today to the end of the cycle.
    package mutating func counter(date: Day?, scope: String, reason: String, by deed: Deed, in cycle: Cycle)
        throws(Refusal) -> Activity
    {
        try check(deed.actor.may(.give(self)), from: [.acknowledged, .committed, .broken])
        guard mayBeCountered(on: deed.day) else { throw .closed }
        if let date {
            guard date >= deed.day else { throw .invalid("counter_date", .tooEarly(before: deed.day)) }
            guard date <= cycle.end else { throw .invalid("counter_date", .outsideTheCycle) }
        } else {
            guard !scope.isBlank, state != .broken else { throw .invalid("counter_date", .missing) }
            try Refusal.check(scope, "scope", upTo: Self.reasonLimit)
        }
        try Refusal.check(reason, "reason", upTo: Self.reasonLimit)
        if state == .committed { redates += 1 }
        counter = Counter(date: date, scope: scope, reason: reason)
        return move(to: .replanned, at: deed.now, Activity(.replanned, reason: reason))
    }

    /// Whether something else may be proposed: before it is promised, before the promised day, or once it is broken.
    package func mayBeCountered(on day: Day) -> Bool {
        switch state {
        case .pointedOut, .acknowledged, .broken: true
        case .committed: claimedOn == nil && committedFor.map { day < $0 } ?? true
        case .replanned, .declined, .delivered, .withdrawn: false
        }
    }

    /// The giver says no, and why.
    package mutating func decline(_ code: DeclineCode?, reason: String, by deed: Deed) throws(Refusal) -> Activity {
        try check(deed.actor.may(.give(self)), from: [.pointedOut, .acknowledged, .replanned])
        guard let code else { throw .invalid("code", .missing) }
        try Refusal.check(reason, "reason", upTo: Self.reasonLimit)
        decline = Decline(code: code, reason: reason)
        counter = nil
        committedFor = nil
        return move(to: .declined, at: deed.now, Activity(.declined, reason: reason))
    }

    /// The giver says that it is delivered; the asker confirms.
    package mutating func claim(by deed: Deed) throws(Refusal) -> Activity {
        try check(deed.actor.may(.give(self)), from: [.committed])
        guard claimedOn == nil else { throw .closed }
        claimedOn = deed.day
        updatedAt = deed.now
        return Activity(.claimed)
    }

    /// The giver takes the promise back.
    package mutating func breakPromise(reason: String, by deed: Deed) throws(Refusal) -> Activity {
        try check(deed.actor.may(.give(self)), from: [.committed])
        try Refusal.check(reason, "reason", upTo: Self.reasonLimit)
        breaks += 1
        claimedOn = nil
        return move(to: .broken, at: deed.now, Activity(.broken, reason: reason))
    }

    /// The giver says which of its own initiatives delivers it, or that none does.
    package mutating func deliver(within initiative: Briefing?, by deed: Deed) throws(Refusal) -> Activity {
        try check(deed.actor.may(.give(self)), from: Set(State.allCases.filter(\.isOpen)))
        guard initiative == nil || initiative?.team == givingTeam else { throw .invalid("giving_briefing", .unknown) }
        givingBriefing = initiative?.id
        updatedAt = deed.now
        return Activity(.edited)
    }

    /// Who to talk to is somebody of the giving team, who answers for it, or was named before. For a giver outside
    /// the company it is the asking team's own person.
    private func check(contact: Identifier<Person>, by deed: Deed) throws(Refusal) {
        let team = givingTeam ?? askingTeam
        let isThere = deed.actor.organisation.people[contact].map { person in
            let named = Actor(person, in: deed.actor.organisation)
            return named.belongs(to: team) || named.leads(team)
        }
        guard contact == deed.actor.id || contact == self.contact || isThere == true else {
            throw .invalid("contact", .unknown)
        }
    }
}
