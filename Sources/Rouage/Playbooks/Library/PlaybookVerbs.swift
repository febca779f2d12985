extension Playbook {
    /// Begins a playbook; Product Ops carry what they begin, the organisation what others do.
    package static func write(_ draft: Draft, ref: String, id: Identifier<Playbook>, by deed: Deed) throws(Refusal) -> (
        Playbook, Activity
    ) {
        guard deed.actor.may(.playbook(.write(owner: draft.owner))) else { throw .notAllowed }
        let carrier: Carrier = deed.actor.isOps ? .ops : .organisation
        let flaws = draft.flaws(for: carrier, in: deed.actor.organisation, on: deed.day)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        return (
            Playbook(id: id, ref: ref, draft, carriedBy: carrier, on: deed.day, at: deed.now), Activity(.created)
        )
    }

    /// Writes it otherwise. A text that changes becomes the next edition, and the one before is returned to be kept.
    /// In force, it may not come to ask people for more than the budget, unless the CPO writes it so.
    /// - Parameters:
    ///   - note: what changes and why, for those who knew the edition before.
    ///   - others: what the other playbooks in force ask.
    package mutating func rewrite(
        _ draft: Draft, note: String, beside others: BurdenBudget, keptAs kept: Identifier<PlaybookEdition>,
        by deed: Deed
    ) throws(Refusal) -> (Activity, PlaybookEdition?)? {
        guard deed.actor.may(.playbook(.edit(self))) else { throw .notAllowed }
        guard state != .retired else { throw .closed }
        var draft = draft
        draft.reviewOn = draft.reviewOn ?? reviewOn
        guard draft != self.draft else { return nil }
        var flaws = draft.flaws(for: carriedBy, in: deed.actor.organisation, on: deed.day, stored: self.draft)
        flaws += Flaw.ofLength(note, "note", upTo: PlaybookEdition.noteLimit)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        let (asked, before) = (others.adding(draft.content).most, others.adding(content).most)
        if state.isAsked, asked > max(before, BurdenBudget.minutes), !deed.actor.holds(.cpo) {
            throw .over(limit: BurdenBudget.minutes)
        }
        var former: PlaybookEdition?
        if draft.content != content || draft.language != language {
            former = PlaybookEdition(id: kept, of: self, note: note, by: deed.actor.id, at: deed.now)
            edition += 1
        }
        content = draft.content
        language = draft.language
        owner = draft.owner
        deputy = draft.deputy
        coAuthors = draft.coAuthors
        teams = draft.teams
        reviewOn = draft.reviewOn ?? reviewOn
        if state == .toReview, reviewOn > deed.day { reviewOn = min(reviewOn, deed.day + Self.daysToReview) }
        updatedAt = deed.now
        return (Activity(.edited, reason: note), former)
    }

    /// The states it may go to by hand from where it is.
    package var nextStates: [State] {
        switch state {
        case .draft: [.piloted, .inForce, .retired]
        case .piloted: [.inForce, .draft, .retired]
        case .inForce, .toReview: [.inForce, .retired]
        case .retired: [.draft]
        }
    }

    /// Tries it, puts it in force, confirms it after its review, or ends it. In force, it may not ask people for more
    /// than the budget, unless the CPO says so.
    /// - Parameters:
    ///   - others: what the other playbooks in force ask.
    ///   - reason: needed to end it.
    package mutating func go(to next: State, reason: String, beside others: BurdenBudget, by deed: Deed) throws(Refusal)
        -> Activity
    {
        guard deed.actor.may(.playbook(.edit(self))) else { throw .notAllowed }
        guard nextStates.contains(next) else { throw .closed }
        try Refusal.checkLength(reason, "reason", upTo: 400)
        if next == .retired && reason.isBlank { throw .invalid("reason", .missing) }
        if next == .inForce {
            guard !content.steps.isEmpty else { throw .invalid("steps", .missing) }
            guard owner != nil else { throw .invalid("owner", .missing) }
            let isNew = !state.isAsked
            if isNew, others.adding(content).most > BurdenBudget.minutes, !deed.actor.holds(.cpo) {
                throw .over(limit: BurdenBudget.minutes)
            }
            reviewedOn = deed.day
            reviewOn = deed.day + Self.daysToReview
        }
        let isConfirmed = state.isAsked && next == .inForce
        state = next
        updatedAt = deed.now
        return Activity(isConfirmed ? .reviewed : next == .retired ? .retired : .advanced, reason: reason)
    }

    /// Its review date has passed: the owner has to say whether it is still useful.
    package mutating func comeToReview(on today: Day, at now: Instant) -> Activity? {
        guard state == .inForce, reviewOn < today else { return nil }
        state = .toReview
        updatedAt = now
        return Activity(.advanced)
    }
}

extension Playbook.Draft {
    /// What keeps it from being kept. What was there before is not asked again, so that somebody who left does not
    /// close the page.
    fileprivate func flaws(
        for carrier: Playbook.Carrier, in organisation: Organisation, on day: Day, stored: Playbook.Draft? = nil
    ) -> [Flaw] {
        var flaws = content.flaws
        func check(_ field: String, _ person: Identifier<Person>?, before: Identifier<Person>?) {
            guard let person, person != before else { return }
            if organisation.people[person]?.acts(on: day) != true { flaws.append(Flaw(field: field, reason: .unknown)) }
        }
        check("owner", owner, before: stored?.owner)
        check("deputy", deputy, before: stored?.deputy)
        check("metric_owner", content.metric?.owner, before: stored?.content.metric?.owner)
        for author in coAuthors where !(stored?.coAuthors.contains(author) ?? false) {
            check("co_authors", author, before: nil)
        }
        if owner != nil && owner == deputy { flaws.append(Flaw(field: "deputy", reason: .alreadyThere)) }
        if carrier == .organisation {
            if owner == nil { flaws.append(Flaw(field: "owner", reason: .missing)) }
            if organisation.isOps(owner) { flaws.append(Flaw(field: "owner", reason: .someoneOutsideOps)) }
        }
        if !teams.allSatisfy({ organisation.units[$0]?.sort.delivers ?? false }) {
            flaws.append(Flaw(field: "teams", reason: .unknown))
        }
        if let reviewOn, reviewOn != stored?.reviewOn {
            if reviewOn <= day { flaws.append(Flaw(field: "review_on", reason: .tooEarly(before: day + 1))) }
            if reviewOn > day + 400 { flaws.append(Flaw(field: "review_on", reason: .tooLate(than: day + 400))) }
        }
        return flaws
    }
}
