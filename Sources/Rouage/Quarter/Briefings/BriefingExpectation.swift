extension Briefing {
    /// Working days after its quarter in which its team says what came of it.
    static let daysToTell = 10

    /// What its team, or its owner, has to do with it now.
    package func expectation(_ outlook: Outlook) -> Expectation? {
        guard let cycle = outlook.cycle(cycle) else { return nil }
        let whole = Expectation.Bearer.unit(team)
        switch state {
        case .draft: return submission(in: cycle, outlook)
        case .aligning where outlook.today <= cycle.phases.freeze || offCycle:
            return Expectation(
                .prepare(self), of: owner.map { .person($0) } ?? whole,
                since: max(cycle.phases.draftingOpens, outlook.day(createdAt)), due: cycle.phases.freeze)
        case .inProgress where cycle.end < outlook.today:
            return Expectation(
                .tellOutcome(self), of: owner.map { .person($0) } ?? whole, since: cycle.end + 1,
                due: outlook.after(Self.daysToTell, cycle.end))
        case .aligning, .submitted, .ready, .validated, .postponed, .dropped, .presented, .inProgress, .done,
            .abandoned:
            return nil
        }
    }

    /// A draft is to be submitted from the day on which drafting opens until drafts are due, and stays owed until the
    /// freeze. One that is begun later has some days of grace: it is not late on its first day.
    private func submission(in cycle: Cycle, _ outlook: Outlook) -> Expectation? {
        let (phases, begun) = (cycle.phases, outlook.day(createdAt))
        let since = max(phases.draftingOpens, begun)
        guard since <= outlook.today, outlook.today <= phases.freeze || offCycle else { return nil }
        guard begun > phases.draftsDue else {
            return Expectation(.submit(self), of: .unit(team), since: since, due: phases.draftsDue)
        }
        let grace = outlook.after(Outlook.daysOfGrace, begun)
        return Expectation(
            .submit(self), of: .unit(team), since: since, due: offCycle ? grace : min(grace, phases.freeze),
            quietUntil: grace)
    }

    /// The same, for somebody of its people.
    package func expectation(of actor: Actor, _ outlook: Outlook) -> Expectation? {
        guard actor.may(.submitBriefing(self)), let expectation = expectation(outlook) else { return nil }
        // Once it is submitted its owner brings it on; where there is none, its team.
        guard state == .draft || owner == nil || owner == actor.id else { return nil }
        return expectation
    }

    /// What reminders may say of it: while it can still be submitted.
    package func duty(_ outlook: Outlook) -> Duty? {
        guard let cycle = outlook.cycle(cycle), cycle.state(on: outlook.today) < .frozen else { return nil }
        return expectation(outlook).flatMap(Duty.init)
    }
}
