package import Rouage

/// The moves of a briefing that look at more than the briefing: at its dependencies, its tribe's fields, its cycle.
extension Transaction {
    @discardableResult
    package func submit(_ id: Identifier<Briefing>, by deed: Deed) throws -> Briefing {
        let count = try dependencies(of: id).count { $0.state != .withdrawn }
        return try change(id) { (briefing: inout Briefing) in
            let cycle = try get(briefing.cycle)
            return try briefing.submit(
                dependencies: count, fields: tribeFields(of: briefing, in: deed.actor.organisation), by: deed,
                in: cycle, grace: cycle.lastDayOnTime(.french))
        }
    }

    /// Signs that the initiative needs no other team; refused while it waits for one.
    @discardableResult
    package func signNoDependency(_ id: Identifier<Briefing>, by deed: Deed) throws -> Briefing {
        let isAlone = try dependencies(of: id).allSatisfy { $0.state == .withdrawn }
        return try change(id) { (briefing: inout Briefing) in
            let activity = try briefing.declareNoDependency(by: deed)
            guard isAlone else { throw Refusal.closed }
            return activity
        }
    }

    @discardableResult
    package func declareReady(_ id: Identifier<Briefing>, by deed: Deed) throws -> Briefing {
        try change(id) { (briefing: inout Briefing) in
            let readiness = try readiness(
                of: briefing, dependencies(of: id), in: get(briefing.cycle), deed.actor.organisation)
            return try briefing.declareReady(readiness, by: deed)
        }
    }

    /// Validates, postpones or drops. What no longer happens needs nobody: its dependencies are withdrawn. What is
    /// postponed waits as a draft in the next cycle.
    @discardableResult
    package func decide(
        _ id: Identifier<Briefing>, version: Int? = nil, _ outcome: Briefing.Outcome, code: Briefing.Decision.Code,
        reason: String, by deed: Deed
    ) throws -> Briefing {
        let before = try get(id)
        let cycle = try get(before.cycle)
        let briefing = try change(id, version: version) { (briefing: inout Briefing) in
            try briefing.decide(outcome, code: code, reason: reason, by: deed, in: cycle)
        }
        try followDecisions(in: cycle.id, deed.actor.organisation)
        switch outcome {
        case .validated: try log(briefing, before: before, in: cycle, withdrawn: [], carriedTo: nil)
        case .dropped:
            let withdrawn = try withdrawDependencies(of: id, reason: reason)
            try log(briefing, before: before, in: cycle, withdrawn: withdrawn, carriedTo: nil)
        case .postponed:
            let withdrawn = try withdrawDependencies(of: id, reason: reason)
            let copy = try copy(briefing, to: next(after: cycle))
            try log(briefing, before: before, in: cycle, withdrawn: withdrawn, carriedTo: copy)
        }
        return briefing
    }

    /// The team says that the initiative is done or given up; given up, it needs nobody any more.
    @discardableResult
    package func end(_ id: Identifier<Briefing>, _ ending: Briefing.Ending, _ telling: Briefing.Telling, by deed: Deed)
        throws -> Briefing
    {
        let own = try dependencies(of: id)
        let briefing = try change(id) { (briefing: inout Briefing) in
            switch ending {
            case .done: return try briefing.finish(telling.text, by: deed)
            case .abandoned: return try briefing.abandon(telling, among: own, by: deed)
            }
        }
        if ending == .abandoned { try withdrawDependencies(of: id, reason: telling.text) }
        return briefing
    }

    /// The team says what slows the initiative down.
    @discardableResult
    package func slow(_ id: Identifier<Briefing>, _ telling: Briefing.Telling, by deed: Deed) throws -> Briefing {
        let own = try dependencies(of: id)
        return try change(id) { (briefing: inout Briefing) in
            try briefing.slow(telling, among: own, by: deed)
        }
    }

    /// Ends what the briefing waits for, and returns what ended.
    @discardableResult
    func withdrawDependencies(of id: Identifier<Briefing>, reason: String) throws -> [Identifier<Dependency>] {
        try dependencies(of: id).compactMap { known in
            let ended = try change(known.id) { (dependency: inout Dependency) in
                dependency.endWithBriefing(reason: reason, at: now)
            }
            return ended.version == known.version ? nil : known.id
        }
    }

    private func copy(_ briefing: Briefing, to cycle: Cycle) throws -> Identifier<Briefing> {
        let copy = briefing.copied(to: cycle, id: newID(), at: now)
        // A decision that is taken again does not copy again.
        if let known = try carried(from: briefing.id).first ?? self.briefing(ref: copy.ref) { return known.id }
        try add(copy, Activity(.created))
        return copy.id
    }

    /// The next cycle; when it has not appeared by itself yet, it does now.
    private func next(after cycle: Cycle) throws -> Cycle {
        let later: [Cycle] = try records(where: "starts > \(cycle.start) ORDER BY starts LIMIT 1")
        if let next = later.first { return next }
        guard let quarter = Quarter(following: cycle) else { throw Refusal.notFound }
        let next = Cycle(quarter, id: newID(), .french)
        do { try add(next, Activity(.opened)) } catch Refusal.invalid(let flaws) where flaws.contains(where: \.isTaken)
        {
            // Another transaction opened it at the same moment: this one runs again, and finds it.
            throw ChangedMeanwhile()
        }
        return next
    }
}

extension Flaw {
    fileprivate var isTaken: Bool { reason == .taken }
}
