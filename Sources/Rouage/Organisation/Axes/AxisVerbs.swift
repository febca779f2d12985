extension Axis {
    /// Writes a new one: set by the CPO and the VPs, proposed by others.
    /// - Parameter codes: what is taken already.
    package static func create(_ content: Content, id: Identifier<Axis>, apartFrom codes: Set<String>, by deed: Deed)
        throws(Refusal) -> (Axis, Activity)
    {
        guard deed.actor.may(.axis(.propose)), let person = deed.actor.id else { throw .notAllowed }
        try content.check(deed.actor.organisation)
        let isSet = deed.actor.may(.axis(.set))
        let axis = Axis(
            id: id, code: code(for: content.title, apartFrom: codes), content,
            proposal: isSet ? nil : Proposal(by: person, on: deed.day))
        return (axis, Activity(isSet ? .created : .proposed))
    }

    /// Changes its words; `nil` when nothing changes.
    package mutating func edit(_ content: Content, by deed: Deed) throws(Refusal) -> Activity? {
        guard deed.actor.may(.axis(.edit(self))) else { throw .notAllowed }
        guard isAlive else { throw .closed }
        try content.check(deed.actor.organisation)
        guard content != self.content else { return nil }
        self.content = content
        return Activity(.edited)
    }

    /// The leadership takes it.
    package mutating func accept(by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.axis(.set)) else { throw .notAllowed }
        return try answer(.accepted, "", .accepted, on: deed.day)
    }

    /// The leadership does not, and says why.
    package mutating func decline(reason: String, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.axis(.set)) else { throw .notAllowed }
        guard proposal?.outcome == nil, proposal != nil else { throw .closed }
        try Refusal.check(reason, "reason", upTo: Self.whyLimit)
        return try answer(.declined, reason, .declined, on: deed.day)
    }

    /// Who proposed it takes it back.
    package mutating func withdraw(by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.axis(.edit(self))), proposal?.by == deed.actor.id else { throw .notAllowed }
        return try answer(.withdrawn, "", .withdrawn, on: deed.day)
    }

    /// It waits for an answer again: what was accepted on the same day only.
    package mutating func reopen(by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.axis(.reopen(self))) else { throw .notAllowed }
        guard var proposal, let outcome = proposal.outcome else { throw .closed }
        // Work hangs on what holds: it ends by its last quarter.
        guard outcome != .accepted || proposal.answeredOn == deed.day else { throw .closed }
        proposal.outcome = nil
        proposal.answeredOn = nil
        proposal.reason = ""
        self.proposal = proposal
        return Activity(.reopened)
    }

    /// Something has to be there so that it can be carried out.
    package mutating func require(_ condition: Condition, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.axis(.condition(self))) else { throw .notAllowed }
        guard isAlive else { throw .closed }
        let known = conditions ?? []
        guard condition.flaws.isEmpty else { throw .invalid(condition.flaws) }
        guard !known.contains(where: { $0.text == condition.text }) else { throw .invalid("text", .alreadyThere) }
        guard known.count < Self.mostConditions else { throw .over(limit: Self.mostConditions) }
        conditions = known + [condition]
        return Activity(.required, reason: condition.text)
    }

    /// It is not needed, or no condition any more.
    /// - Parameter place: its place in the list, from 1.
    package mutating func release(_ place: Int?, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.axis(.condition(self))) else { throw .notAllowed }
        guard isAlive, var known = conditions else { throw .closed }
        guard let place, (1...known.count).contains(place) else { throw .invalid("place", .unknown) }
        let condition = known.remove(at: place - 1)
        conditions = known.isEmpty ? nil : known
        return Activity(.released, reason: condition.text)
    }

    /// Whether it holds, or may come to hold.
    package var isAlive: Bool { proposal?.outcome == nil || proposal?.outcome == .accepted }

    private mutating func answer(_ outcome: Proposal.Outcome, _ reason: String, _ action: Action, on day: Day)
        throws(Refusal) -> Activity
    {
        guard proposal != nil, proposal?.outcome == nil else { throw .closed }
        proposal?.outcome = outcome
        proposal?.answeredOn = day
        proposal?.reason = reason
        return Activity(action, reason: reason)
    }

    /// The first words of the title, `une-heure-rendue`, with a number where they are taken.
    static func code(for title: String, apartFrom codes: Set<String>) -> String {
        let words = Folding.fold(title).split { !$0.isLetter && !$0.isNumber }
        var stem = words.prefix(3).joined(separator: "-")
        if stem.isEmpty { stem = "axis" }
        stem = String(stem.prefix(40))
        guard codes.contains(stem) else { return stem }
        var number = 2
        while codes.contains("\(stem)-\(number)") { number += 1 }
        return "\(stem)-\(number)"
    }
}

extension Axis.Content {
    /// Refuses what cannot be: an owner who is not here, an end before the beginning.
    fileprivate func check(_ organisation: Organisation) throws(Refusal) {
        var flaws = self.flaws
        if let owner, organisation.people[owner]?.acts(on: organisation.day) != true {
            flaws.append(Flaw(field: "owner", reason: .unknown))
        }
        if let fromQuarter, let toQuarter, toQuarter < fromQuarter {
            flaws.append(Flaw(field: "to", reason: .endsBeforeItBegins))
        }
        guard flaws.isEmpty else { throw .invalid(flaws) }
    }
}
