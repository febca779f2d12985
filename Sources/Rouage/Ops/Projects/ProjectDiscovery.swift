extension OpsProject {
    /// Writes the problem. Other words than those people answered on ask for their answers again.
    package mutating func write(problem text: String, by deed: Deed, in cycle: Cycle) throws(Refusal) -> Activity? {
        try check(by: deed, in: cycle)
        try Refusal.check(text, "problem", upTo: Self.problemLimit)
        guard text != problem else { return nil }
        problem = text
        problemState = .open
        return Activity(.edited)
    }

    /// Asks those concerned whether the problem is theirs.
    package mutating func propose(by deed: Deed, in cycle: Cycle) throws(Refusal) -> Activity {
        try check(by: deed, in: cycle)
        guard problemState == .open, !problem.isBlank else { throw .closed }
        problemState = .proposed
        return Activity(.proposed)
    }

    /// Whether somebody may answer now.
    package func takesAnswers(by actor: Actor) -> Bool {
        problemState == .proposed && standing == .active && actor.may(.opsWork(.answer(self)))
    }

    /// Holds the problem for agreed, once the answers say so.
    package mutating func agree(_ answers: Agreement, by deed: Deed, in cycle: Cycle) throws(Refusal) -> Activity {
        try check(by: deed, in: cycle)
        guard problemState == .proposed else { throw .closed }
        guard answers.isReached else { throw .invalid("problem", .gate(.problemNotAgreed)) }
        problemState = .agreed
        return Activity(.agreed)
    }

    /// Writes what is to be done; not before the problem is agreed.
    package mutating func write(solution text: String, by deed: Deed, in cycle: Cycle) throws(Refusal) -> Activity? {
        try check(by: deed, in: cycle)
        guard problemState == .agreed else { throw .invalid("solution", .gate(.problemNotAgreed)) }
        try Refusal.check(text, "solution", upTo: Self.solutionLimit)
        guard text != solution else { return nil }
        solution = text
        return Activity(.edited)
    }

    /// Keeps what was heard, seen or counted. It names nobody of the department unless they agreed.
    package mutating func add(
        _ sort: Evidence.Sort?, from team: Identifier<Unit>?, _ craft: Craft?, note: String, hasConsent: Bool,
        by deed: Deed, in cycle: Cycle
    ) throws(Refusal) -> Activity {
        try check(by: deed, in: cycle)
        guard evidence.count < Self.mostParts else { throw .over(limit: Self.mostParts) }
        var flaws: [Flaw] = []
        if sort == nil { flaws.append(Flaw(field: "kind", reason: .missing)) }
        if team == nil { flaws.append(Flaw(field: "team", reason: .missing)) }
        if craft == nil { flaws.append(Flaw(field: "craft", reason: .missing)) }
        flaws += Flaw.ofText(note, "note", upTo: Self.noteLimit)
        if !hasConsent, deed.actor.organisation.people.values.contains(where: { note.mentions($0.name) }) {
            flaws.append(Flaw(field: "note", reason: .namesSomebody))
        }
        guard flaws.isEmpty, let sort, let team, let craft else { throw .invalid(flaws) }
        evidence.append(
            Evidence(sort: sort, team: team, craft: craft, note: note, hasConsent: hasConsent, on: deed.day))
        return Activity(.edited)
    }

    /// Takes a piece of evidence back, by its place.
    package mutating func removeEvidence(at place: Int?, by deed: Deed, in cycle: Cycle) throws(Refusal) -> Activity {
        try check(by: deed, in: cycle)
        guard let place, evidence.indices.contains(place) else { throw .invalid("evidence", .unknown) }
        evidence.remove(at: place)
        return Activity(.edited)
    }

    /// Names those outside Product Ops who build it with them.
    package mutating func name(coBuilders people: [Identifier<Person>], by deed: Deed, in cycle: Cycle) throws(Refusal)
        -> Activity?
    {
        try check(by: deed, in: cycle)
        guard people.allSatisfy({ coBuilders.contains($0) || deed.actor.organisation.isOutsideOps($0) }) else {
            throw .invalid("co_builders", .someoneOutsideOps)
        }
        guard Set(people).count == people.count, people.count <= Self.mostParts else {
            throw .invalid("co_builders", .unknown)
        }
        guard people != coBuilders else { return nil }
        coBuilders = people
        return Activity(.edited)
    }

    /// The CPO lets it go on before the discovery is done, for a reason that everybody reads.
    package mutating func waive(reason: String, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.opsWork(.waive)), let person = deed.actor.id else { throw .notAllowed }
        guard standing == .active, stage == .discovery, waiver == nil else { throw .closed }
        try Refusal.check(reason, "reason", upTo: Self.noteLimit)
        waiver = Waiver(by: person, reason: reason, on: deed.day)
        return Activity(.mitigated, reason: reason)
    }
}
