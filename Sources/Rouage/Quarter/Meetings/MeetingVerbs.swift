import Foundation

extension Meeting {
    /// Calls a meeting of teams. What Product Ops call is a proposal until one of the teams takes it up.
    package static func call(_ plan: Plan, ref: String, id: Identifier<Meeting>, in cycle: Cycle, by deed: Deed)
        throws(Refusal) -> (Meeting, Activity)
    {
        guard deed.actor.may(.callMeeting(of: plan.teams)), let person = deed.actor.id else { throw .notAllowed }
        guard cycle.state(on: deed.day) != .closed else { throw .closed }
        let flaws = plan.flaws(in: cycle, deed.actor.organisation, on: deed.day, at: deed.now)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        let state: State = deed.actor.isOps ? .proposed : plan.mode == .async ? .open : .planned
        var meeting = Meeting(
            id: id, ref: ref, cycle: cycle.id, plan.tidied, state: state, calledBy: person, at: deed.now)
        if state == .open { meeting.openedAt = deed.now }
        return (meeting, Activity(state == .proposed ? .proposed : state == .open ? .opened : .planned))
    }

    /// One of the teams takes up what Product Ops proposed.
    package mutating func accept(by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.holdMeeting(self)) else { throw .notAllowed }
        guard state == .proposed else { throw .closed }
        if mode == .async, let revealOn, revealOn <= deed.day { throw .closed }
        state = mode == .async ? .open : .planned
        if mode == .async { openedAt = deed.now }
        sequence += 1
        updatedAt = deed.now
        return Activity(.planned)
    }

    /// Moves it to another hour, place or day; `nil` when nothing changes. The day on which the views are shown is put
    /// off, never brought forward: who has not written yet was promised that day.
    package mutating func move(to plan: Plan, by deed: Deed, in cycle: Cycle) throws(Refusal) -> Activity? {
        let isOwnProposal = state == .proposed && deed.actor.may(.callMeeting(of: teams))
        guard deed.actor.may(.holdMeeting(self)) || isOwnProposal else { throw .notAllowed }
        let isWriting = takesViews(on: deed.day)
        guard state == .proposed || state == .planned || isWriting else { throw .closed }
        var plan = plan
        plan.teams = teams
        plan.tribe = tribe
        plan.mode = mode
        plan = plan.tidied
        var flaws = plan.flaws(in: cycle, deed.actor.organisation, on: deed.day, at: deed.now)
        if isWriting, let old = revealOn, let new = plan.revealOn, new < old {
            flaws =
                flaws.filter { $0.field != "reveal_on" } + [Flaw(field: "reveal_on", reason: .tooEarly(before: old))]
        }
        guard flaws.isEmpty else { throw .invalid(flaws) }
        let stays =
            plan.startsAt == startsAt && plan.length == length && plan.place == place && plan.revealOn == revealOn
        guard !stays else { return nil }
        startsAt = plan.startsAt
        length = plan.length
        place = plan.place
        revealOn = plan.revealOn
        sequence += 1
        updatedAt = deed.now
        return Activity(.moved)
    }

    /// They sit down: what moves from now on is an outcome.
    package mutating func start(by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.holdMeeting(self)) else { throw .notAllowed }
        guard state == .planned else { throw .closed }
        state = .open
        openedAt = deed.now
        updatedAt = deed.now
        return Activity(.opened)
    }

    /// A team has written its view; when it was the last one, all are shown.
    package mutating func hear(_ team: Identifier<Unit>, by deed: Deed) throws(Refusal) -> Activity {
        guard teams.contains(team), deed.actor.may(.speak(for: team)) else { throw .notAllowed }
        guard takesViews(on: deed.day) else { throw .closed }
        if !heard.contains(team) { heard.append(team) }
        updatedAt = deed.now
        guard teams.allSatisfy(heard.contains) else { return Activity(.heard) }
        revealedAt = deed.now
        return Activity(.revealed)
    }

    /// Shows the views on the day that was said, also when one is missing; `nil` before that.
    package mutating func reveal(on day: Day, at now: Instant) -> Activity? {
        guard mode == .async, state == .open, revealedAt == nil, let revealOn, revealOn <= day else { return nil }
        revealedAt = now
        updatedAt = now
        return Activity(.revealed)
    }

    /// Writes the minutes while it goes on, and puts them right afterwards; `nil` when nothing changes.
    package mutating func note(_ text: String, by deed: Deed) throws(Refusal) -> Activity? {
        guard deed.actor.may(.holdMeeting(self)) else { throw .notAllowed }
        guard state == .open || state == .held else { throw .closed }
        try Refusal.checkLength(text, "minutes", upTo: Self.minutesLimit)
        guard text != minutes else { return nil }
        minutes = text
        updatedAt = deed.now
        return Activity(.edited)
    }

    /// Ends it with its minutes. A meeting that nobody opened began at its hour.
    /// - Parameters:
    ///   - text: may be empty when dependencies moved: they say what came of it.
    ///   - moved: the dependencies between the teams that moved while it went on.
    package mutating func close(_ text: String, moved: [Identifier<Dependency>], by deed: Deed) throws(Refusal)
        -> Activity
    {
        guard deed.actor.may(.holdMeeting(self)) else { throw .notAllowed }
        guard mayClose(on: deed.day, at: deed.now) else { throw .closed }
        if text.isBlank && moved.isEmpty { throw .invalid("minutes", .missing) }
        try Refusal.checkLength(text, "minutes", upTo: Self.minutesLimit)
        if openedAt == nil { openedAt = startsAt }
        if mode == .async, revealedAt == nil { revealedAt = deed.now }
        state = .held
        closedAt = deed.now
        minutes = text
        self.moved = moved
        updatedAt = deed.now
        return Activity(.held)
    }

    /// Whether it can be ended: it goes on, or its hour has come; in writing once the views are shown.
    package func mayClose(on day: Day, at now: Instant) -> Bool {
        switch state {
        case .open: mode == .sync || isRevealed(on: day)
        case .planned: startsAt.map { $0 <= now } ?? false
        case .proposed, .held, .cancelled: false
        }
    }

    /// Calls it off. When nothing is left to settle that is the reason; else one is written.
    package mutating func cancel(reason: String, isSettled: Bool, by deed: Deed) throws(Refusal) -> Activity {
        let isOwnProposal = state == .proposed && deed.actor.id != nil && deed.actor.id == calledBy
        guard deed.actor.may(.holdMeeting(self)) || isOwnProposal else { throw .notAllowed }
        guard state.isAlive else { throw .closed }
        guard isSettled || !reason.isBlank else { throw .invalid("reason", .missing) }
        try Refusal.checkLength(reason, "reason", upTo: Self.reasonLimit)
        state = .cancelled
        sequence += 1
        closedAt = deed.now
        updatedAt = deed.now
        return Activity(.cancelled, reason: reason)
    }
}

extension Meeting.Plan {
    /// Without what the other way of meeting needs.
    fileprivate var tidied: Meeting.Plan {
        var plan = self
        switch mode {
        case .sync: plan.revealOn = nil
        case .async:
            plan.startsAt = nil
            plan.place = ""
        }
        return plan
    }

    /// What keeps teams from being called together so, field by field.
    fileprivate func flaws(in cycle: Cycle, _ organisation: Organisation, on day: Day, at now: Instant) -> [Flaw] {
        var flaws: [Flaw] = []
        let known = Set(organisation.teams.map(\.id))
        if Set(teams).count != teams.count || !teams.allSatisfy(known.contains) {
            flaws.append(Flaw(field: "teams", reason: .unknown))
        }
        let most = tribe == nil ? Meeting.teamCount.upperBound : max(teams.count, Meeting.teamCount.lowerBound)
        if !(Meeting.teamCount.lowerBound...most).contains(teams.count) {
            flaws.append(Flaw(field: "teams", reason: .outOfRange(Meeting.teamCount)))
        }
        if !Meeting.lengths.contains(length) {
            flaws.append(Flaw(field: "length", reason: .outOfRange(Meeting.lengths)))
        }
        flaws += Flaw.ofLength(place, "place", upTo: Meeting.placeLimit)
        switch mode {
        case .sync:
            switch startsAt {
            case nil: flaws.append(Flaw(field: "starts_on", reason: .missing))
            case let start? where start < now: flaws.append(Flaw(field: "starts_on", reason: .passed))
            case let start? where start > Instant(cycle.end + 1, hour: 0, in: .gmt):
                flaws.append(Flaw(field: "starts_on", reason: .outsideTheCycle))
            case _?: break
            }
        case .async:
            switch revealOn {
            case nil: flaws.append(Flaw(field: "reveal_on", reason: .missing))
            case let reveal? where reveal <= day:
                flaws.append(Flaw(field: "reveal_on", reason: .tooEarly(before: day + 1)))
            case let reveal? where reveal > cycle.end:
                flaws.append(Flaw(field: "reveal_on", reason: .outsideTheCycle))
            case _?: break
            }
        }
        return flaws
    }
}
