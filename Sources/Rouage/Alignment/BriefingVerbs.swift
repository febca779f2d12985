extension Briefing {
    /// Rewrites the page. Open to its people until the freeze; after submission each rewrite is a version that
    /// reviewers compare.
    package mutating func revise(
        _ text: Text, appetiteDays: Int?, by actor: Actor, in cycle: Cycle, at now: Instant
    ) throws(Refusal) -> Activity {
        guard actor.may(.writeBriefing(self)) else { throw .notAllowed }
        guard acceptsText(in: cycle) else { throw .closed }
        let flaws = text.unkeepable
        guard flaws.isEmpty else { throw .invalid(flaws) }
        if let appetiteDays, !(0...2_000).contains(appetiteDays) {
            throw .invalid("appetite_days", .outOfRange(0...2_000))
        }
        self.text = text
        self.appetiteDays = appetiteDays
        updatedAt = now
        return Activity(.revised)
    }

    /// Whether the text may still change: until the freeze, or at any time for what started off the cycle.
    package func acceptsText(in cycle: Cycle) -> Bool {
        switch state {
        case .draft, .submitted, .aligning, .ready: cycle.acceptsText || offCycle
        case .validated, .postponed, .dropped, .presented, .inProgress, .done, .abandoned: false
        }
    }

    /// Signs that the initiative needs no other team: the honest zero.
    package mutating func declareNoDependency(by actor: Actor, at now: Instant) throws(Refusal) -> Activity {
        guard actor.may(.writeBriefing(self)), let person = actor.id else { throw .notAllowed }
        noDependency = Signature(by: person, at: now)
        updatedAt = now
        return Activity(.revised)
    }

    /// Hands the page to the department. It says whom it needs, or that it needs nobody.
    /// - Parameter dependencies: how many dependencies it points out.
    /// - Parameter grace: the last day on which a submission counts as on time.
    package mutating func submit(
        dependencies: Int, by actor: Actor, in cycle: Cycle, grace: Day, on day: Day, at now: Instant
    ) throws(Refusal) -> Activity {
        guard actor.may(.submitBriefing(self)) else { throw .notAllowed }
        guard state == .draft, acceptsText(in: cycle) else { throw .closed }
        var flaws = text.flaws
        if dependencies == 0 && noDependency == nil {
            flaws.append(Flaw(field: "dependencies", reason: .nothingSaidOfDependencies))
        }
        guard flaws.isEmpty else { throw .invalid(flaws) }
        state = cycle.state >= .aligning ? .aligning : .submitted
        submittedAt = now
        late = day > grace
        updatedAt = now
        return Activity(.submitted)
    }

    /// Enters the alignment weeks with the cycle; `nil` when there is nothing to move.
    package mutating func startAligning(at now: Instant) -> Activity? {
        guard state == .submitted else { return nil }
        state = .aligning
        updatedAt = now
        return Activity(.alignmentStarted)
    }

    /// The team says that what it needs is settled.
    /// - Parameter openBlocking: how many blocking dependencies still wait for a commitment.
    package mutating func declareReady(openBlocking: Int, by actor: Actor, at now: Instant) throws(Refusal) -> Activity
    {
        guard actor.may(.submitBriefing(self)) else { throw .notAllowed }
        guard state == .aligning, openBlocking == 0 else { throw .closed }
        state = .ready
        updatedAt = now
        return Activity(.declaredReady)
    }

    /// Validates, postpones or drops: the director of the team's direction, or the CPO, with the reason.
    package mutating func decide(
        _ outcome: Outcome, code: Decision.Code, reason: String, by actor: Actor, in cycle: Cycle, on day: Day,
        at now: Instant
    ) throws(Refusal) -> Activity {
        guard actor.may(.decideBriefing(self)) else { throw .notAllowed }
        guard cycle.state <= .aligning || actor.holds(.cpo) else { throw .notAllowed }
        guard [.aligning, .ready, .validated, .postponed, .dropped].contains(state) else { throw .closed }
        // A page that is not ready is validated by somebody who writes that they accept the risk.
        guard !reason.isBlank || (outcome == .validated && state == .ready) else {
            throw .invalid("reason", .missing)
        }
        state = outcome.state
        decision = Decision(code: code, reason: reason, by: actor.id, on: day)
        updatedAt = now
        return Activity(outcome.action, reason: reason)
    }

    package enum Outcome: String, Codable, Sendable, CaseIterable {
        case validated, postponed, dropped

        var state: State {
            switch self {
            case .validated: .validated
            case .postponed: .postponed
            case .dropped: .dropped
            }
        }

        var action: Action {
            switch self {
            case .validated: .validated
            case .postponed: .postponed
            case .dropped: .dropped
            }
        }
    }
}
