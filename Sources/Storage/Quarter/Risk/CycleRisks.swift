package import Rouage

/// The dependencies of a quarter, each with its risk, and what is known of them together.
package struct CycleRisks: Sendable {
    /// All of the quarter, the first needed first.
    package let lines: [DependencyLine]
    /// Circular waits of the open ones, deadlocks first; `isAgreed` where the teams have promised all the same.
    package let circularWaits: [CircularWait]
    /// Dates that cannot hold, where the givers have named the initiative that delivers; guesses raise no alarm.
    package let inversions: [CriticalChains.Inversion]
    /// The load of each team, and what else the risks were reckoned from.
    package let model: RiskModel
    private let risks: [Identifier<Dependency>: DependencyRisk]
    private let exposures: [Identifier<Dependency>: Double]
    /// What is still waited for: those in a circle first, then what has most at stake.
    package let byExposure: [DependencyLine]
    private let stuck: Set<Identifier<Dependency>>
    private let circling: Set<Identifier<Dependency>>

    package init(_ lines: [DependencyLine], _ model: RiskModel, in cycle: Cycle, _ calendar: WorkCalendar = .french) {
        self.lines = lines
        self.model = model
        let waits = lines.map(\.wait)
        let graph = WaitGraph(waits)
        circularWaits = graph.circularWaits
        inversions = CriticalChains(waits, graph.named, in: cycle, calendar).inversions
        let unsettled = circularWaits.filter { !$0.isAgreed }
        let stuck = Set(unsettled.filter { $0.sort == .deadlock }.flatMap(\.circle))
        self.stuck = stuck
        circling = Set(unsettled.flatMap(\.circle))
        let downstream = graph.downstream
        var risks: [Identifier<Dependency>: DependencyRisk] = [:]
        var exposures: [Identifier<Dependency>: Double] = [:]
        for (line, wait) in zip(lines, waits) where line.state != .withdrawn {
            let risk = model.risk(of: wait)
            risks[line.id] = risk
            guard line.isAwaited else { continue }
            exposures[line.id] = risk.exposure(line.criticality, downstream: downstream[line.id] ?? 0)
        }
        self.risks = risks
        self.exposures = exposures
        byExposure = lines.enumerated().compactMap { offset, line in
            exposures[line.id].map { (isStuck: stuck.contains(line.id), exposure: $0, offset: offset, line: line) }
        }.sorted { a, b in
            if a.isStuck != b.isStuck { return a.isStuck }
            return (b.exposure, a.offset) < (a.exposure, b.offset)
        }.map(\.line)
    }

    /// Nothing for one that was withdrawn, or belongs to another quarter.
    package subscript(dependency: Identifier<Dependency>) -> DependencyRisk? { risks[dependency] }

    /// What is at stake, for sorting; 0 when nobody waits for it any more.
    package func exposure(of dependency: Identifier<Dependency>) -> Double { exposures[dependency] ?? 0 }

    /// Whether it waits in a circle that the teams have not settled, or may: some givers have not said for which
    /// initiative.
    package func isInCircle(_ dependency: Identifier<Dependency>) -> Bool { circling.contains(dependency) }

    /// Whether it certainly waits in a circle that the teams have not settled: a deadlock.
    package func isStuck(_ dependency: Identifier<Dependency>) -> Bool { stuck.contains(dependency) }

    /// The chance that each initiative has on time all it waits for; one that waits for nothing has none.
    package var chances: [Identifier<Briefing>: Chance] {
        var chances: [Identifier<Briefing>: Chance] = [:]
        for line in lines where line.isAwaited || line.state == .delivered {
            guard let risk = risks[line.id] else { continue }
            chances[line.briefing, default: Chance([])].add(line.criticality, risk.probability)
        }
        return chances.filter { $0.value.count > 0 }
    }
}

extension DependencyLine {
    /// Whether somebody still counts on it: not delivered, not withdrawn, and not declined with a way to do without.
    package var isAwaited: Bool { state.isOpen || (state == .declined && !hasMitigation) }
}
