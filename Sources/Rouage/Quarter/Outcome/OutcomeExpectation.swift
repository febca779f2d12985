extension Cycle {
    /// Working days after a quarter in which its teams look back on it.
    static let daysToLookBack = 10

    /// A team that took something on looks back on a quarter that is over, until the next one is drafted.
    /// - Parameter teams: those that did, and have written nothing yet.
    package func lookingBack(of teams: [Unit], by actor: Actor, _ outlook: Outlook) -> [Expectation] {
        guard outlook.ended?.id == id, outlook.prepared.map({ outlook.today < $0.phases.draftingOpens }) ?? true else {
            return []
        }
        return teams.filter { actor.worksFor($0.id) }.map { team in
            Expectation(
                .lookBack(self, team), of: .unit(team.id), since: end + 1,
                due: outlook.after(Self.daysToLookBack, end))
        }
    }
}
