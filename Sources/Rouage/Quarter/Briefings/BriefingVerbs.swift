extension Briefing {
    /// A new page of a team, with a title and nothing else: of the quarter being prepared, or off the cycle when its
    /// quarter is running already. Between the freeze and the start none is begun.
    package static func begin(
        _ title: String, team: Identifier<Unit>, ref: String, id: Identifier<Briefing>, in cycle: Cycle, by deed: Deed
    ) throws(Refusal) -> (Briefing, Activity) {
        guard deed.actor.may(.createBriefing(team: team)), let person = deed.actor.id else { throw .notAllowed }
        guard cycle.acceptsText || cycle.state == .running else { throw .closed }
        var text = Text()
        text.title = title
        guard !title.isBlank else { throw .invalid(Text.Field.title.rawValue, .missing) }
        if let reason = text.unkeepable(.title) { throw .invalid(Text.Field.title.rawValue, reason) }
        var briefing = Briefing(
            id: id, ref: ref, cycle: cycle.id, team: team, owner: person, text: text, at: deed.now)
        briefing.offCycle = cycle.state == .running
        return (briefing, Activity(.created))
    }

    /// Rewrites the page. Open to its people until the freeze; after submission each rewrite is a version that
    /// reviewers compare. `nil` when nothing changed.
    package mutating func revise(_ content: Content, by deed: Deed, in cycle: Cycle) throws(Refusal) -> Activity? {
        guard deed.actor.may(.writeBriefing(self)) else { throw .notAllowed }
        guard acceptsText(in: cycle) else { throw .closed }
        guard content != self.content else { return nil }
        let flaws = content.flaws(for: deed.actor)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        self.content = content
        contributors.removeAll { $0 == owner }
        updatedAt = deed.now
        return Activity(.revised)
    }

    /// Takes the name of the person who acts off the page: they work on it no longer.
    package mutating func leave(by deed: Deed) throws(Refusal) -> Activity {
        guard let person = deed.actor.id, contributors.contains(person) else { throw .notAllowed }
        contributors.removeAll { $0 == person }
        updatedAt = deed.now
        return Activity(.revised)
    }

    /// Whether the text may still change: until the freeze, or at any time for what started off the cycle.
    package func acceptsText(in cycle: Cycle) -> Bool {
        isBeingPrepared && (cycle.acceptsText || offCycle)
    }

    /// Signs that the initiative needs no other team: the honest zero.
    package mutating func declareNoDependency(by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.writeBriefing(self)), let person = deed.actor.id else { throw .notAllowed }
        guard isBeingPrepared else { throw .closed }
        noDependency = Signature(by: person, at: deed.now)
        updatedAt = deed.now
        return Activity(.revised)
    }

    /// Takes the signature back: somebody is needed after all. Once submitted, the page says whom before.
    package mutating func withdrawNoDependency(by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.writeBriefing(self)) else { throw .notAllowed }
        guard isBeingPrepared, noDependency != nil else { throw .closed }
        noDependency = nil
        updatedAt = deed.now
        return Activity(.revised)
    }

    /// Whether its people still work on the page: nothing was decided yet.
    package var isBeingPrepared: Bool {
        switch state {
        case .draft, .submitted, .aligning, .ready: true
        case .validated, .postponed, .dropped, .presented, .inProgress, .done, .abandoned: false
        }
    }

    /// Hands the page to the department. It says whom it needs, or that it needs nobody.
    /// - Parameters:
    ///   - dependencies: how many dependencies it points out.
    ///   - fields: what the tribe asks beside the standard fields.
    ///   - grace: the last day on which a submission counts as on time.
    package mutating func submit(
        dependencies: Int, fields: [TribeField] = [], by deed: Deed, in cycle: Cycle, grace: Day
    ) throws(Refusal) -> Activity {
        guard deed.actor.may(.submitBriefing(self)) else { throw .notAllowed }
        guard state == .draft, acceptsText(in: cycle) else { throw .closed }
        var flaws = text.flaws + fields.compactMap { $0.flaw(of: tribeValues[$0.key] ?? "") }
        if dependencies == 0 && noDependency == nil {
            flaws.append(Flaw(field: "dependencies", reason: .nothingSaidOfDependencies))
        }
        guard flaws.isEmpty else { throw .invalid(flaws) }
        state = cycle.state >= .aligning ? .aligning : .submitted
        submittedAt = deed.now
        late = deed.day > grace && !offCycle
        updatedAt = deed.now
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
    /// - Parameter readiness: what it lacks; under 80 points, or with a blocking dependency open, it is refused.
    package mutating func declareReady(_ readiness: Readiness, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.submitBriefing(self)) else { throw .notAllowed }
        guard state == .aligning, readiness.isReady else { throw .closed }
        state = .ready
        updatedAt = deed.now
        return Activity(.declaredReady)
    }

    /// Validates, postpones or drops: the director of the team's direction, or the CPO, with the reason.
    package mutating func decide(
        _ outcome: Outcome, code: Decision.Code, reason: String, by deed: Deed, in cycle: Cycle
    ) throws(Refusal) -> Activity {
        guard deed.actor.may(.decideBriefing(self)) else { throw .notAllowed }
        guard acceptsDecision else { throw .closed }
        guard isOpenToDirectors(in: cycle, on: deed.day) || deed.actor.holds(.cpo) else { throw .notAllowed }
        // A page that is not ready is validated by somebody who writes that they accept the risk; after the freeze every
        // decision is announced with its reason.
        let speaksForItself = outcome == .validated && state == .ready && isOpenToDirectors(in: cycle, on: deed.day)
        guard !reason.isBlank || speaksForItself else {
            throw .invalid("reason", .missing)
        }
        try Refusal.checkLength(reason, "reason", upTo: Decision.limit)
        state = outcome.state
        decision = Decision(code: code, reason: reason, by: deed.actor.id, on: deed.day)
        updatedAt = deed.now
        return Activity(outcome.action, reason: reason)
    }

    /// Whether directors still decide: up to the day of the freeze, that day included, and at any time for what started
    /// off the cycle. After that it is the CPO's.
    package func isOpenToDirectors(in cycle: Cycle, on day: Day) -> Bool { day <= cycle.phases.freeze || offCycle }

    /// Whether something may be decided: the page is submitted, and not dropped, which is final for its cycle.
    package var acceptsDecision: Bool {
        switch state {
        case .aligning, .ready, .validated, .postponed: true
        case .draft, .submitted, .dropped, .presented, .inProgress, .done, .abandoned: false
        }
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
