/// What became of a quarter: planned against done by team, what held initiatives up, what nobody saw coming, and the
/// pairs of teams that have trouble quarter after quarter.
package struct CycleReport: Sendable {
    /// A quarter with what is known of it.
    package struct Record: Sendable {
        package let cycle: Cycle
        package let briefings: [Briefing]
        package let dependencies: [Dependency]
        package let figures: CycleFigures

        package init(
            cycle: Cycle, briefings: [Briefing], dependencies: [Dependency], answered: [Identifier<Dependency>: Day]
        ) {
            self.cycle = cycle
            self.briefings = briefings
            self.dependencies = dependencies
            figures = CycleFigures(briefings: briefings, dependencies: dependencies, answered: answered)
        }
    }

    /// What a team stood by, and what came of it.
    package struct TeamResult: Inlined, Sendable, Equatable {
        package var planned = 0
        package var done = 0
        package var running = 0
        package var slowed = 0
        package var abandoned = 0
        /// Initiatives that came after the presentation.
        package var added = 0
        package var promised = 0
        package var kept = 0
        package var broken = 0
    }

    /// A need pointed out after the freeze, with what would have shown it before.
    package struct Surprise: Sendable {
        package let dependency: Dependency
        package let traces: [Trace]
    }

    package enum Trace: Sendable, Equatable {
        /// The initiative itself came after the freeze.
        case offCycle
        /// The team had needed the same giver in an earlier quarter, for this.
        case samePair(cycle: Identifier<Cycle>, what: String)
        /// The page named the giver.
        case named
    }

    /// Two teams with trouble in several quarters.
    package struct Pair: Sendable, Equatable {
        package let asking: Identifier<Unit>
        package let giving: Identifier<Unit>
        /// How many of their dependencies went wrong, by quarter; those without are left out.
        package let troubles: [Identifier<Cycle>: Int]
    }

    /// The quarter, then the ones before it, newest first.
    package let records: [Record]
    package let commitments: [Commitment]
    package var cycle: Cycle { records[0].cycle }
    package var figures: CycleFigures { records[0].figures }

    /// - Parameters:
    ///   - records: the quarter first, then up to three before it, newest first; never empty.
    ///   - commitments: what was stood by at its presentation.
    package init(_ records: [Record], commitments: [Commitment]) {
        self.records = records
        self.commitments = commitments
    }

    /// By team; a team with nothing planned, added or promised is left out.
    package var teams: [Identifier<Unit>: TeamResult] {
        var results: [Identifier<Unit>: TeamResult] = [:]
        let planned = Set(commitments.filter { $0.dependency == nil }.map(\.briefing))
        for briefing in records[0].briefings where briefing.wasValidated {
            var result = results[briefing.team] ?? TeamResult()
            // Where no presentation was recorded, what was validated in its time counts as planned.
            let isPlanned = commitments.isEmpty ? !briefing.offCycle : planned.contains(briefing.id)
            if isPlanned { result.planned += 1 } else { result.added += 1 }
            switch briefing.state {
            case .done: result.done += 1
            case .abandoned: result.abandoned += 1
            case .inProgress where briefing.slowed: result.slowed += 1
            case .validated, .presented, .inProgress: result.running += 1
            case .draft, .submitted, .aligning, .ready, .postponed, .dropped: break
            }
            results[briefing.team] = result
        }
        for dependency in records[0].dependencies where dependency.wasPromised {
            guard let giver = dependency.givingTeam else { continue }
            var result = results[giver] ?? TeamResult()
            result.promised += 1
            if dependency.breaks > 0 { result.broken += 1 } else if dependency.state == .delivered { result.kept += 1 }
            results[giver] = result
        }
        return results
    }

    /// Initiatives that were slowed down or given up, with their cause.
    package var setbacks: [Briefing] { records[0].briefings.filter { $0.cause != nil } }

    /// Needs found after the freeze.
    /// - Parameter names: the names of the teams that give.
    package func surprises(_ names: [Identifier<Unit>: String]) -> [Surprise] {
        let pages = Dictionary(uniqueKeysWithValues: records[0].briefings.map { ($0.id, $0) })
        return records[0].dependencies.filter(\.isLate).map { dependency in
            let giver = dependency.givingTeam.flatMap { names[$0] } ?? dependency.externalParty
            return Surprise(
                dependency: dependency, traces: traces(of: dependency, from: giver, on: pages[dependency.briefing]))
        }
    }

    private func traces(of dependency: Dependency, from giver: String, on page: Briefing?) -> [Trace] {
        var traces: [Trace] = []
        if page?.offCycle == true { traces.append(.offCycle) }
        for record in records.dropFirst() {
            let before = record.dependencies.first {
                $0.askingTeam == dependency.askingTeam && $0.givingTeam == dependency.givingTeam
                    && $0.externalParty == dependency.externalParty
            }
            guard let before else { continue }
            traces.append(.samePair(cycle: record.cycle.id, what: before.what))
            break
        }
        if let page, Briefing.Text.Field.allCases.contains(where: { page.text[$0].mentions(giver) }) {
            traces.append(.named)
        }
        return traces
    }

    /// Pairs of teams with trouble in two quarters or more, the most quarters first.
    package var chronicPairs: [Pair] {
        struct Key: Hashable {
            let asking: Identifier<Unit>
            let giving: Identifier<Unit>
        }
        var troubles: [Key: [Identifier<Cycle>: Int]] = [:]
        for record in records {
            for dependency in record.dependencies where dependency.wentWrong {
                guard let giver = dependency.givingTeam else { continue }
                let key = Key(asking: dependency.askingTeam, giving: giver)
                troubles[key, default: [:]][record.cycle.id, default: 0] += 1
            }
        }
        return troubles.filter { $0.value.count >= 2 }
            .map { Pair(asking: $0.key.asking, giving: $0.key.giving, troubles: $0.value) }
            .sorted { a, b in
                let (left, right) = (a.troubles.values.reduce(0, +), b.troubles.values.reduce(0, +))
                return (b.troubles.count, right, a.asking, a.giving) < (a.troubles.count, left, b.asking, b.giving)
            }
    }
}
