extension Cycle {
    /// Directors decide until the freeze, of what their teams have in alignment; the CPO of what is left after it.
    package func decisions(of tallies: [Tally], by actor: Actor, _ outlook: Outlook) -> Expectation? {
        guard let person = actor.id, !actor.isOps else { return nil }
        let (mine, since): ([Tally], Day)
        switch state(on: outlook.today) {
        case .aligning: (mine, since) = (tallies.filter { actor.holds(.director, for: $0.team) }, phases.draftsDue)
        case .frozen, .presented: (mine, since) = (actor.holds(.cpo) ? tallies : [], phases.freeze)
        case .planned, .drafting, .running, .closed: return nil
        }
        func count(_ state: Briefing.State) -> Int { mine.filter { $0.state == state }.reduce(0) { $0 + $1.count } }
        let (ready, aligning) = (count(.ready), count(.aligning))
        guard ready + aligning > 0 else { return nil }
        return Expectation(
            .decide(self, ready: ready, aligning: aligning), of: .person(person), since: since, due: phases.freeze)
    }
}
