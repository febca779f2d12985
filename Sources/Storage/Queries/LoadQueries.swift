package import Rouage

extension Reading {
    /// What a team has taken on for a cycle, against what it can do.
    package func load(of team: Identifier<Rouage.Unit>, in cycle: Cycle, _ organisation: Organisation) throws -> Load {
        let initiatives = try all(
            "SELECT appetite_days, state FROM briefing WHERE cycle = \(cycle.id) AND team = \(team)"
        ) { Load.Initiative(appetiteDays: $0.optionalInteger(0), state: try $0.choice(1)) }
        let gifts = try all(
            "SELECT effort_days, type, state FROM dependency WHERE giving_team = \(team) AND cycle = \(cycle.id)"
        ) { Load.Gift(effortDays: $0.optionalInteger(0), sort: try $0.choice(1), state: try $0.choice(2)) }
        let isKnown = initiatives.allSatisfy { $0.appetiteDays != nil } && gifts.allSatisfy { $0.effortDays != nil }
        return Load(
            capacity: organisation.capacity(of: team, workingDays: cycle.workingDays), initiatives: initiatives,
            gifts: gifts, medians: isKnown ? Load.Medians(appetites: [], efforts: []) : try medians(of: cycle.id))
    }

    /// The same for every team that takes something on.
    /// - Parameter waits: all dependencies of the cycle.
    func loads(
        in cycle: Cycle, _ waits: [Wait], _ organisation: Organisation
    ) throws -> (loads: [Identifier<Rouage.Unit>: Load], medians: Load.Medians) {
        var initiatives: [Identifier<Rouage.Unit>: [Load.Initiative]] = [:]
        try each("SELECT team, appetite_days, state FROM briefing WHERE cycle = \(cycle.id)") { row in
            initiatives[try row.id(0), default: []].append(
                Load.Initiative(appetiteDays: row.optionalInteger(1), state: try row.choice(2)))
        }
        var gifts: [Identifier<Rouage.Unit>: [Load.Gift]] = [:]
        for wait in waits {
            guard let team = wait.givingTeam else { continue }
            gifts[team, default: []].append(Load.Gift(effortDays: wait.effortDays, sort: wait.sort, state: wait.state))
        }
        let medians = Load.Medians(
            appetites: initiatives.values.joined().compactMap(\.appetiteDays),
            efforts: waits.compactMap { wait in wait.effortDays.map { (wait.sort, $0) } })
        let workingDays = cycle.workingDays
        var loads: [Identifier<Rouage.Unit>: Load] = [:]
        for team in Set(initiatives.keys).union(gifts.keys).union(organisation.teams.map(\.id)) {
            loads[team] = Load(
                capacity: organisation.capacity(of: team, workingDays: workingDays),
                initiatives: initiatives[team] ?? [], gifts: gifts[team] ?? [], medians: medians)
        }
        return (loads, medians)
    }

    private func medians(of cycle: Identifier<Cycle>) throws -> Load.Medians {
        Load.Medians(
            appetites: try all(
                "SELECT appetite_days FROM briefing WHERE cycle = \(cycle) AND appetite_days IS NOT NULL"
            ) { $0.integer(0) },
            efforts: try all(
                "SELECT type, effort_days FROM dependency WHERE cycle = \(cycle) AND effort_days IS NOT NULL"
            ) { (try $0.choice(0), $0.integer(1)) })
    }

    /// How ready a briefing is, with the load of its team and its reviews.
    package func readiness(
        of briefing: Briefing, _ dependencies: [Dependency], in cycle: Cycle, _ organisation: Organisation
    ) throws -> Readiness {
        Readiness(
            briefing, dependencies: dependencies, load: try load(of: briefing.team, in: cycle, organisation).ratio,
            reviewed: Set(try reviews(of: briefing.id).map(\.craft)))
    }

    /// What the directors of the crafts think of a briefing, one review a craft.
    package func reviews(of briefing: Identifier<Briefing>) throws -> [Review] {
        try records(Review.self, where: "briefing = \(briefing) ORDER BY craft")
    }
}

extension Organisation {
    /// Days that a team can give in a quarter of so many working days.
    fileprivate func capacity(of team: Identifier<Rouage.Unit>, workingDays: Int) -> Double {
        Load.capacity(fte: members(of: team).reduce(0) { $0 + $1.fte }, workingDays: workingDays)
    }
}

extension Cycle {
    fileprivate var workingDays: Int { (start...end).count(where: WorkCalendar.french.isWorked) }
}
