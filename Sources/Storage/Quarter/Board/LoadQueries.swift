package import Rouage

extension Reading {
    /// How ready a briefing is, with the load of its team and its reviews.
    package func readiness(
        of briefing: Briefing, _ dependencies: [Dependency], in cycle: Cycle, _ organisation: Organisation
    ) throws -> Readiness {
        Readiness(
            briefing, dependencies: dependencies,
            load: try lines(of: cycle.id).load(of: briefing.team, in: cycle, organisation).ratio,
            reviewed: Set(try reviews(of: briefing.id).map(\.craft)))
    }

    /// What the directors of the crafts think of a briefing, one review a craft.
    package func reviews(of briefing: Identifier<Briefing>) throws -> [Review] {
        try records(Review.self, where: "briefing = \(briefing) ORDER BY craft")
    }
}
