extension Topic {
    /// Raises a topic. Whoever raises it need not know what would be done about it.
    /// - Parameter open: the quarters it may be meant for: the one that runs and the one after.
    package static func propose(_ content: Content, ref: String, id: Identifier<Topic>, in open: [Cycle], by deed: Deed)
        throws(Refusal) -> (Topic, Activity)
    {
        guard deed.actor.may(.topic(.propose)), let person = deed.actor.id else { throw .notAllowed }
        let flaws = content.flaws(in: open, keeping: nil, deed.actor.organisation)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        return (Topic(id: id, ref: ref, content, by: person, at: deed.now), Activity(.proposed))
    }

    /// Changes its words until it is on the table; `nil` when nothing changes.
    package mutating func edit(_ content: Content, in open: [Cycle], by deed: Deed) throws(Refusal) -> Activity? {
        guard deed.actor.may(.topic(.edit(self))) else { throw .notAllowed }
        guard state == .idea || state == .ready else { throw .closed }
        var flaws = content.flaws(in: open, keeping: self.content.cycle, deed.actor.organisation)
        // What is ready stays complete.
        if state == .ready { flaws += content.gaps.filter { gap in !flaws.contains { $0.field == gap.field } } }
        guard flaws.isEmpty else { throw .invalid(flaws) }
        guard content != self.content else { return nil }
        self.content = content
        updatedAt = deed.now
        return Activity(.edited)
    }

    /// It says enough to be voted on: a problem, whom it helps, what it takes.
    package mutating func makeReady(by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.topic(.edit(self))) else { throw .notAllowed }
        guard state == .idea else { throw .closed }
        guard content.gaps.isEmpty else { throw .invalid(content.gaps) }
        state = .ready
        updatedAt = deed.now
        return Activity(.declaredReady)
    }

    /// Puts it on the table that the directors vote on: from then on its words stay.
    package mutating func table(by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.topic(.table)) else { throw .notAllowed }
        return try move(from: [.ready], to: .tabled, .tabled, at: deed.now)
    }

    /// Takes it off the table again, before the vote opens.
    package mutating func untable(by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.topic(.table)) else { throw .notAllowed }
        return try move(from: [.tabled], to: .ready, .declaredReady, at: deed.now)
    }

    /// The vote is counted: nobody does this, it follows from the ballots.
    package mutating func rank(at now: Instant) throws(Refusal) -> Activity {
        try move(from: [.tabled], to: .ranked, .ranked, at: now)
    }

    /// It lies above the capacity line.
    package mutating func select(at now: Instant) throws(Refusal) -> Activity {
        try move(from: [.ranked], to: .selected, .selected, at: now)
    }

    /// It lies below the line, or was not ranked: it has to be raised anew.
    package mutating func leaveOut(at now: Instant) throws(Refusal) -> Activity {
        try move(from: [.tabled, .ranked], to: .notSelected, .leftOut, at: now)
    }

    /// The quarter it was meant for is over and nothing came of it; `nil` when something did.
    package mutating func expire(at now: Instant) -> Activity? {
        try? move(from: [.idea, .ready, .tabled], to: .notSelected, .expired, at: now)
    }

    /// A project of it ended without an answer: it can be voted on again; `nil` when something else came of it meanwhile.
    package mutating func putBack(at now: Instant) -> Activity? {
        guard let activity = try? move(from: [.selected], to: .ready, .retabled, at: now) else { return nil }
        content.cycle = nil
        return activity
    }

    /// Somebody still believes in it: it is an idea again, for a quarter to come.
    package mutating func proposeAgain(by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.topic(.propose)) else { throw .notAllowed }
        let activity = try move(from: [.notSelected, .withdrawn], to: .idea, .proposed, at: deed.now)
        content.cycle = nil
        return activity
    }

    /// It becomes a part of another topic, which stays.
    package mutating func merge(into other: Topic, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.topic(.edit(self))), deed.actor.may(.topic(.edit(other))) else { throw .notAllowed }
        guard state == .idea || state == .ready else { throw .closed }
        guard other.id != id, other.state == .idea || other.state == .ready else { throw .invalid("into", .unknown) }
        state = .merged
        mergedInto = other.id
        updatedAt = deed.now
        return Activity(.merged, reason: other.title)
    }

    /// It is a topic of its own again, while the one it became a part of is not on the table yet.
    package mutating func separate(from whole: Topic, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.topic(.edit(self))), deed.actor.may(.topic(.edit(whole))) else { throw .notAllowed }
        guard mergedInto == whole.id, whole.state == .idea || whole.state == .ready else { throw .closed }
        let activity = try move(from: [.merged], to: .idea, .reopened, at: deed.now)
        mergedInto = nil
        return activity
    }

    /// Takes it back, and says why.
    package mutating func withdraw(reason: String, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.topic(.edit(self))) else { throw .notAllowed }
        guard state == .idea || state == .ready else { throw .closed }
        try Refusal.check(reason, "reason", upTo: Self.notesLimit)
        state = .withdrawn
        updatedAt = deed.now
        return Activity(.withdrawn, reason: reason)
    }

    private mutating func move(from: [State], to next: State, _ action: Action, at now: Instant) throws(Refusal)
        -> Activity
    {
        guard from.contains(state) else { throw .closed }
        state = next
        updatedAt = now
        return Activity(action)
    }

    /// When it could be taken on, seen from the quarter that runs.
    package func horizon(running: Identifier<Cycle>?, preparing: Identifier<Cycle>?) -> Horizon {
        switch content.cycle {
        case nil: .undated
        case running: .thisCycle
        case preparing: .next
        case _: .undated
        }
    }
}

extension Topic.Content {
    /// What keeps a topic from being written so, field by field.
    fileprivate func flaws(in open: [Cycle], keeping known: Identifier<Cycle>?, _ organisation: Organisation) -> [Flaw]
    {
        var flaws = self.flaws
        if let sponsor, organisation.people[sponsor]?.acts(on: organisation.day) != true {
            flaws.append(Flaw(field: "sponsor", reason: .unknown))
        }
        if let cycle, cycle != known, !open.contains(where: { $0.id == cycle }) {
            flaws.append(Flaw(field: "cycle", reason: .outsideTheCycle))
        }
        return flaws
    }

    /// What is missing before it can be voted on.
    package var gaps: [Flaw] {
        var gaps: [Flaw] = []
        if problem.isBlank { gaps.append(Flaw(field: "problem", reason: .missing)) }
        if targetCrafts.isEmpty { gaps.append(Flaw(field: "crafts", reason: .missing)) }
        if effortDays == nil { gaps.append(Flaw(field: "effort_days", reason: .missing)) }
        return gaps
    }
}
