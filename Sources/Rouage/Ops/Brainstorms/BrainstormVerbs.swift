extension Brainstorm {
    /// The session of a quarter, on the day that its calendar sets aside.
    package static func plan(for cycle: Cycle, id: Identifier<Brainstorm>, by deed: Deed, _ calendar: WorkCalendar)
        throws(Refusal) -> (Brainstorm, Activity)
    {
        guard deed.actor.may(.brainstorm(.lead)) else { throw .notAllowed }
        guard cycle.start > deed.actor.organisation.day else { throw .closed }
        let plan = PreparationPlan(preparing: cycle.start...cycle.end, calendar)
        let day = max(plan.brainstorm, deed.actor.organisation.day)
        return (Brainstorm(id: id, cycle: cycle.id, heldOn: day, at: deed.now), Activity(.planned))
    }

    /// Its date and its length until it begins, its guests until it is over; `nil` when nothing changes.
    package mutating func arrange(heldOn: Day, minutes: Int, invited: [Identifier<Person>], by deed: Deed)
        throws(Refusal) -> Activity?
    {
        guard deed.actor.may(.brainstorm(.lead)) else { throw .notAllowed }
        guard state != .closed else { throw .closed }
        let guests = Set(deed.actor.organisation.brainstormGuests.map(\.id)).union(self.invited)
        var flaws: [Flaw] = []
        if heldOn != self.heldOn || minutes != self.minutes {
            guard state == .planned else { throw .closed }
            if heldOn < deed.actor.organisation.day { flaws.append(Flaw(field: "held_on", reason: .passed)) }
            if !Self.lengths.contains(minutes) {
                flaws.append(Flaw(field: "minutes", reason: .outOfRange(Self.lengths)))
            }
        }
        if !invited.allSatisfy(guests.contains) { flaws.append(Flaw(field: "invited", reason: .unknown)) }
        if Set(invited).count != invited.count { flaws.append(Flaw(field: "invited", reason: .alreadyThere)) }
        if invited.count > Self.mostInvited {
            flaws.append(Flaw(field: "invited", reason: .outOfRange(0...Self.mostInvited)))
        }
        guard flaws.isEmpty else { throw .invalid(flaws) }
        guard heldOn != self.heldOn || minutes != self.minutes || invited != self.invited else { return nil }
        self.heldOn = heldOn
        self.minutes = minutes
        self.invited = invited
        return Activity(.edited)
    }

    /// The silence begins.
    package mutating func begin(by deed: Deed) throws(Refusal) -> Activity {
        let activity = try move(from: .planned, to: .writing, .started, by: deed)
        writingEndsAt = deed.now + minutes * 60
        return activity
    }

    /// The silence ends: all ideas hang on the wall.
    /// - Parameter count: how many ideas there are in all.
    package mutating func hang(_ count: Int, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.brainstorm(.lead)) else { throw .notAllowed }
        guard state == .writing else { throw .closed }
        guard count > 0 else { throw .invalid("ideas", .missing) }
        hung = count
        writingEndsAt = nil
        return try move(from: .writing, to: .clustering, .revealed, by: deed)
    }

    /// Everybody writes once more, because somebody or something was left out; the wall is turned round meanwhile.
    package mutating func writeAgain(reason: String, by deed: Deed) throws(Refusal) -> Activity {
        let activity = try goBack(from: .clustering, to: .writing, reason, by: deed)
        writingEndsAt = deed.now + minutes * 60
        return activity
    }

    /// It is over; what was not taken up stays to be read.
    package mutating func close(by deed: Deed) throws(Refusal) -> Activity {
        try move(from: .clustering, to: .closed, .closed, by: deed)
    }

    package mutating func reopen(reason: String, by deed: Deed) throws(Refusal) -> Activity {
        try goBack(from: .closed, to: .clustering, reason, by: deed)
    }

    private mutating func goBack(from: State, to next: State, _ reason: String, by deed: Deed) throws(Refusal)
        -> Activity
    {
        guard deed.actor.may(.brainstorm(.lead)) else { throw .notAllowed }
        guard state == from else { throw .closed }
        try Refusal.check(reason, "reason", upTo: Self.reasonLimit)
        state = next
        reopening = reason
        return Activity(.opened, reason: reason)
    }

    private mutating func move(from: State, to next: State, _ action: Action, by deed: Deed) throws(Refusal) -> Activity
    {
        guard deed.actor.may(.brainstorm(.lead)) else { throw .notAllowed }
        guard state == from else { throw .closed }
        state = next
        return Activity(action)
    }
}
