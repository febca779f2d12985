/// What teams still have to settle between them, what cannot hold first.
package struct Agenda: Sendable {
    /// Why a dependency is on it.
    package enum Ground: Sendable, Equatable {
        /// Its promise comes before what its giver waits for, or its day cannot be met.
        case inversion(CriticalChains.Inversion.Sort)
        /// It is part of a circle in which nobody can start.
        case circle(CircularWait.Sort)
        /// A counter-proposal was refused twice: it is the leads' affair.
        case refusedTwice
        /// The promise was broken; a new one is due.
        case broken
        /// An answer, or an answer to the answer, is missing.
        case open

        /// The order of the agenda.
        fileprivate var rank: Int {
            switch self {
            case .inversion: 0
            case .circle: 1
            case .refusedTwice: 2
            case .broken: 3
            case .open: 4
            }
        }
    }

    package struct Item: Sendable {
        package let dependency: Dependency
        /// At least one, the heaviest first.
        package let grounds: [Ground]
    }

    package let items: [Item]
    /// What the teams have agreed on, the first needed first; withdrawn ones left out.
    package let settled: [Dependency]

    /// Whether the teams have nothing left to settle, and had something.
    package var isSettled: Bool { items.isEmpty && !settled.isEmpty }
}

/// Two teams that need something from each other in a cycle.
package struct TeamPair: Hashable, Sendable {
    package let first: Identifier<Unit>
    package let second: Identifier<Unit>

    package init(_ a: Identifier<Unit>, _ b: Identifier<Unit>) {
        (first, second) = a < b ? (a, b) : (b, a)
    }
}

/// Everything that is to be settled in a cycle, looked at once: the agenda of any teams is a part of it.
package struct Alignment: Sendable {
    private let dependencies: [Dependency]
    private let grounds: [Identifier<Dependency>: [Agenda.Ground]]
    private let risk: [Identifier<Dependency>: Double]

    /// - Parameters:
    ///   - dependencies: all of the cycle.
    ///   - risk: what each puts at stake, from 0; what is not known is weighed by what it holds up.
    package init(
        _ dependencies: [Dependency], in cycle: Cycle, _ calendar: WorkCalendar,
        risk: [Identifier<Dependency>: Double] = [:]
    ) {
        var grounds: [Identifier<Dependency>: [Agenda.Ground]] = [:]
        let known = Dictionary(uniqueKeysWithValues: dependencies.map { ($0.id, $0) })
        for inversion in CriticalChains(dependencies, in: cycle, calendar).inversions
        where grounds[inversion.dependency] == nil {
            // Whether there is time enough is the giver's to say once it has promised.
            let counts = inversion.sort == .promisedTooEarly || known[inversion.dependency]?.isToSettle ?? false
            if counts { grounds[inversion.dependency] = [.inversion(inversion.sort)] }
        }
        for wait in WaitGraph(dependencies).circularWaits where wait.sort == .deadlock || !wait.isAgreed {
            // Around a deadlock all are stuck; teams that merely wait for one another may do so for other things.
            for id in wait.sort == .deadlock ? wait.dependencies : wait.circle {
                grounds[id, default: []].append(.circle(wait.sort))
            }
        }
        for dependency in dependencies {
            if dependency.isForTheLeads { grounds[dependency.id, default: []].append(.refusedTwice) }
            if dependency.state == .broken { grounds[dependency.id, default: []].append(.broken) }
            if dependency.isToSettle, grounds[dependency.id] == nil { grounds[dependency.id] = [.open] }
        }
        self.dependencies = dependencies.filter { $0.state != .withdrawn }
        self.grounds = grounds
        self.risk = risk
    }

    /// What these teams have to settle between them.
    package func agenda(between teams: some Sequence<Identifier<Unit>>) -> Agenda {
        let teams = Set(teams)
        return agenda(of: dependencies.filter { $0.isBetween(teams) })
    }

    /// Each pair of teams that share a dependency, with its agenda.
    package var pairs: [TeamPair: Agenda] {
        var shared: [TeamPair: [Dependency]] = [:]
        for dependency in dependencies {
            guard let giving = dependency.givingTeam else { continue }
            shared[TeamPair(dependency.askingTeam, giving), default: []].append(dependency)
        }
        return shared.mapValues(agenda)
    }

    private func agenda(of shared: [Dependency]) -> Agenda {
        let items = shared.compactMap { dependency in
            grounds[dependency.id].map { Agenda.Item(dependency: dependency, grounds: $0) }
        }
        let settled = shared.filter { grounds[$0.id] == nil }
        return Agenda(
            items: items.sorted { isBefore($0, $1) },
            settled: settled.sorted { ($0.neededBy, $0.id) < ($1.neededBy, $1.id) })
    }

    /// The heaviest ground first, then the risk, then what it holds up, then the day.
    private func isBefore(_ a: Agenda.Item, _ b: Agenda.Item) -> Bool {
        func key(_ item: Agenda.Item) -> (Int, Double, Double, Day, Identifier<Dependency>) {
            let dependency = item.dependency
            return (
                item.grounds[0].rank, -(risk[dependency.id] ?? 0), -dependency.criticality.weight, dependency.neededBy,
                dependency.id
            )
        }
        return key(a) < key(b)
    }
}

extension Dependency {
    /// Whether one of two teams still owes the other a word: an answer, a reply, a fallback, a new promise.
    package var isToSettle: Bool {
        switch state {
        case .pointedOut, .acknowledged, .replanned, .broken: true
        case .declined: mitigation.isBlank
        case .committed, .delivered, .withdrawn: false
        }
    }

    /// Whether both sides are among these teams.
    package func isBetween(_ teams: Set<Identifier<Unit>>) -> Bool {
        teams.contains(askingTeam) && givingTeam.map(teams.contains) ?? false
    }
}
