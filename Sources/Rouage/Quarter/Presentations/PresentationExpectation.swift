extension Presentation {
    /// What the teams of the run of show do before the day, and who presents on it.
    package func expectations(of actor: Actor, _ outlook: Outlook) -> [Expectation] {
        guard state == .preparing || state == .ready, let cycle = outlook.cycle(cycle) else { return [] }
        let (day, eve) = (cycle.phases.presentation, outlook.before(1, cycle.phases.presentation))
        guard (cycle.phases.freeze...day).contains(outlook.today) else { return [] }
        return runOfShow.flatMap { slot -> [Expectation] in
            guard let team = actor.organisation.units[slot.team] else { return [] }
            var expected: [Expectation] = []
            if !slot.isReady, actor.worksFor(team.id) {
                expected.append(
                    Expectation(.prepareSlot(self, team), of: .unit(team.id), since: cycle.phases.freeze, due: eve))
            }
            let presents =
                slot.presenters.isEmpty
                ? actor.worksFor(team.id) : actor.id.map(slot.presenters.contains) ?? false
            if presents, outlook.today >= eve {
                expected.append(
                    Expectation(.present(self, team), of: .unit(team.id), since: cycle.phases.freeze, due: day))
            }
            return expected
        }
    }
}

extension Rework {
    /// Its director, or the CPO for the whole, says what changes.
    package func expectation(of actor: Actor, _ outlook: Outlook) -> Expectation? {
        guard answeredOn == nil, actor.may(.answerRework(self)) else { return nil }
        return Expectation(
            .rework(self), of: team.map { .unit($0) } ?? .role(.cpo), since: outlook.before(Self.workingDays, due),
            due: due)
    }
}
