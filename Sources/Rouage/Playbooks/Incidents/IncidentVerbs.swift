extension Incident {
    /// Reports one. It is as far as the moments given say: over already, when its end is given too.
    package static func open(_ draft: Draft, ref: String, id: Identifier<Incident>, by deed: Deed) throws(Refusal) -> (
        Incident, Activity
    ) {
        guard deed.actor.may(.incident(.open)) else { throw .notAllowed }
        var draft = draft
        // What is over was noticed, at the latest, as it began to be mended.
        let isOver = draft.mitigatedAt != nil || draft.resolvedAt != nil
        draft.detectedAt = draft.detectedAt ?? (isOver ? draft.startedAt : nil) ?? deed.now
        draft.startedAt = draft.startedAt ?? draft.detectedAt
        if draft.resolvedAt != nil { draft.mitigatedAt = draft.mitigatedAt ?? draft.resolvedAt }
        let flaws = draft.flaws(in: deed.actor.organisation, before: deed.now)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        let state: State = draft.resolvedAt != nil ? .resolved : draft.mitigatedAt != nil ? .mitigated : .open
        let incident = Incident(id: id, ref: ref, draft, state: state, by: deed.actor.id, at: deed.now)
        return (incident, Activity(.opened))
    }

    /// Corrects what is known of it; `nil` when nothing changes. A moment that has not come yet is not given here.
    package mutating func edit(_ draft: Draft, by deed: Deed) throws(Refusal) -> Activity? {
        guard deed.actor.may(.incident(.update(self))) else { throw .notAllowed }
        guard state != .closed else { throw .closed }
        guard draft != self.draft else { return nil }
        var flaws = draft.flaws(in: deed.actor.organisation, before: deed.now, stored: self.draft)
        for (field, new, old) in [
            ("mitigated_at", draft.mitigatedAt, mitigatedAt), ("resolved_at", draft.resolvedAt, resolvedAt),
        ] where (new == nil) != (old == nil) {
            flaws.append(Flaw(field: field, reason: new == nil ? .missing : .notYet))
        }
        guard flaws.isEmpty else { throw .invalid(flaws) }
        take(draft)
        updatedAt = deed.now
        return Activity(.edited)
    }

    /// It no longer hurts since that moment.
    package mutating func mitigate(at moment: Instant?, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.incident(.update(self))) else { throw .notAllowed }
        guard state == .open else { throw .closed }
        let moment = moment ?? deed.now
        try check([("started", startedAt), ("detected", detectedAt), ("at", moment)], deed.now)
        mitigatedAt = moment
        state = .mitigated
        updatedAt = deed.now
        return Activity(.contained)
    }

    /// It is over since that moment.
    package mutating func resolve(at moment: Instant?, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.incident(.update(self))) else { throw .notAllowed }
        guard state.isRunning else { throw .closed }
        let moment = moment ?? deed.now
        try check(
            [("started", startedAt), ("detected", detectedAt), ("mitigated", mitigatedAt), ("at", moment)], deed.now)
        mitigatedAt = mitigatedAt ?? moment
        resolvedAt = moment
        state = .resolved
        updatedAt = deed.now
        return Activity(.resolved)
    }

    private func check(_ moments: [(field: String, at: Instant?)], _ now: Instant) throws(Refusal) {
        let flaws = Self.flaws(of: moments, before: now).filter { $0.field == "at" }
        guard flaws.isEmpty else { throw .invalid(flaws) }
    }

    /// It hurts again, or was not over.
    package mutating func reopen(reason: String, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.incident(.update(self))) else { throw .notAllowed }
        guard state == .mitigated || state == .resolved else { throw .closed }
        try Refusal.check(reason, "reason", upTo: Self.reasonLimit)
        mitigatedAt = nil
        resolvedAt = nil
        state = .open
        updatedAt = deed.now
        return Activity(.reopened, reason: reason)
    }

    /// Its post-mortem is published.
    package mutating func review(at now: Instant) throws(Refusal) -> Activity {
        guard state == .resolved else { throw .closed }
        state = .reviewed
        updatedAt = now
        return Activity(.reviewed)
    }

    /// Whether it can be closed once nothing agreed on is left: after its post-mortem, which the lightest may do
    /// without.
    package var isClosable: Bool { state == .reviewed || (state == .resolved && !severity.isSerious) }

    /// Nothing is left to do after it.
    /// - Parameter actions: all that was agreed on.
    package mutating func close(_ actions: [IncidentAction], by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.incident(.update(self))) else { throw .notAllowed }
        guard isClosable else { throw .closed }
        let open = actions.count { $0.state == .open }
        guard open == 0 else { throw .invalid("actions", .openActions(open)) }
        state = .closed
        updatedAt = deed.now
        return Activity(.closed)
    }
}

extension Incident.Draft {
    /// What keeps it from being kept. What was there before is not asked again, so that somebody who left does not
    /// close the page.
    fileprivate func flaws(in organisation: Organisation, before now: Instant, stored: Incident.Draft? = nil) -> [Flaw]
    {
        var flaws = flaws
        flaws += Incident.flaws(of: moments, before: now)
        if let lead, lead != stored?.lead {
            if organisation.people[lead]?.acts(on: organisation.day) != true {
                flaws.append(Flaw(field: "lead", reason: .unknown))
            } else if !organisation.isOutsideOps(lead) {
                flaws.append(Flaw(field: "lead", reason: .someoneOutsideOps))
            }
        }
        let known = Set(stored?.teams ?? [])
        if !teams.allSatisfy({ known.contains($0) || organisation.units[$0]?.sort.delivers ?? false }) {
            flaws.append(Flaw(field: "teams", reason: .unknown))
        }
        return flaws
    }

    private var moments: [(field: String, at: Instant?)] {
        [
            ("started_at", startedAt), ("detected_at", detectedAt), ("mitigated_at", mitigatedAt),
            ("resolved_at", resolvedAt),
        ]
    }
}
