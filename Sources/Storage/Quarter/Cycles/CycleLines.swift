package import Rouage

/// A line for each initiative and each dependency of a cycle: all that lists, counts and loads are made of.
package struct CycleLines: Sendable {
    /// In no order, drafts included.
    package let briefings: [BriefingLine]
    /// The first needed first.
    package let dependencies: [DependencyLine]

    /// How many initiatives of each team are in which state.
    package var tallies: [Tally] {
        var counts: [Identifier<Unit>: [Briefing.State: Int]] = [:]
        for line in briefings { counts[line.team, default: [:]][line.state, default: 0] += 1 }
        return counts.flatMap { team, states in states.map { Tally(team: team, state: $0.key, count: $0.value) } }
    }

    /// What is open between these teams and others.
    package func open(of teams: Set<Identifier<Unit>>) -> [DependencyLine] {
        dependencies.filter { line in
            line.isPending && (teams.contains(line.askingTeam) || line.givingTeam.map(teams.contains) ?? false)
        }
    }

    /// Blocking dependencies that nobody has promised.
    package var blocking: [DependencyLine] {
        dependencies.filter { line in
            guard line.criticality == .blocking else { return false }
            return line.state == .pointedOut || line.state == .acknowledged || line.state == .replanned
        }
    }

    /// Dependencies without any answer, the longest waiting first.
    package var unanswered: [DependencyLine] {
        dependencies.filter { $0.state == .pointedOut }.sorted { ($0.pointedOutOn, $0.id) < ($1.pointedOutOn, $1.id) }
    }

    /// The dependencies in which somebody of these teams, or this person, may have something to do.
    package func pending(
        of teams: Set<Identifier<Unit>>, contact: Identifier<Person>, promisedUpTo day: Day
    ) -> [Identifier<Dependency>] {
        dependencies.filter { line in
            let asks = teams.contains(line.askingTeam)
            // What an outside party owes is followed by who asked for it.
            let gives = line.givingTeam.map(teams.contains) ?? asks || line.contact == contact
            switch line.state {
            case .pointedOut, .acknowledged, .broken: return gives
            case .replanned: return asks
            case .declined: return asks && !line.hasMitigation
            case .committed: return line.isClaimed ? asks : gives && line.committedFor.map { $0 <= day } ?? false
            case .delivered, .withdrawn: return false
            }
        }.map(\.id)
    }

    /// What waits for an answer of these teams: as giver, or as the one who asked.
    package func awaiting(_ teams: Set<Identifier<Unit>>) -> [Identifier<Dependency>] {
        dependencies.filter { line in
            let gives = line.givingTeam.map(teams.contains) ?? false
            let asks = teams.contains(line.askingTeam)
            switch line.state {
            case .pointedOut, .acknowledged, .broken: return gives
            case .committed: return gives || asks && line.isClaimed
            case .replanned, .declined: return asks
            case .delivered, .withdrawn: return false
            }
        }.map(\.id)
    }

    /// The initiatives of these teams, or of this person, that are not settled.
    package func unsettled(of teams: Set<Identifier<Unit>>, owner: Identifier<Person>) -> [Identifier<Briefing>] {
        briefings.filter { line in
            switch line.state {
            case .draft: teams.contains(line.team) || line.owner == owner
            case .aligning: line.owner == owner
            case .submitted, .ready, .validated, .postponed, .dropped, .presented, .inProgress, .done, .abandoned: false
            }
        }.map(\.id)
    }

    /// The initiatives of these teams, or of this person, of which nobody said what came of them.
    package func untold(of teams: Set<Identifier<Unit>>, owner: Identifier<Person>) -> [Identifier<Briefing>] {
        briefings.filter { $0.state == .inProgress && (teams.contains($0.team) || $0.owner == owner) }.map(\.id)
    }

    /// What a team has taken on for the cycle, against what it can do.
    package func load(of team: Identifier<Unit>, in cycle: Cycle, _ organisation: Organisation) -> Load {
        Load(
            capacity: organisation.capacity(of: team, workingDays: cycle.workingDays),
            initiatives: briefings.filter { $0.team == team }.map(\.load),
            gifts: dependencies.filter { $0.givingTeam == team }.map(\.load), medians: medians)
    }

    /// The same for every team.
    package func loads(in cycle: Cycle, _ organisation: Organisation) -> [Identifier<Unit>: Load] {
        let initiatives = Dictionary(grouping: briefings, by: \.team)
        let gifts = Dictionary(grouping: dependencies, by: \.givingTeam)
        let (workingDays, medians) = (cycle.workingDays, medians)
        let teams = Set(initiatives.keys).union(gifts.keys.compactMap { $0 }).union(organisation.teams.map(\.id))
        return Dictionary(
            uniqueKeysWithValues: teams.map { team in
                let load = Load(
                    capacity: organisation.capacity(of: team, workingDays: workingDays),
                    initiatives: (initiatives[team] ?? []).map(\.load), gifts: (gifts[team] ?? []).map(\.load),
                    medians: medians)
                return (team, load)
            })
    }

    /// The usual size of what nobody measured.
    var medians: Load.Medians {
        Load.Medians(
            appetites: briefings.compactMap(\.appetiteDays),
            efforts: dependencies.compactMap { line in line.effortDays.map { (line.sort, $0) } })
    }
}

extension BriefingLine {
    fileprivate var load: Load.Initiative { Load.Initiative(appetiteDays: appetiteDays, state: state) }
}

extension DependencyLine {
    /// Something is still to come of it.
    package var isPending: Bool { state != .delivered && state != .withdrawn && state != .declined }

    fileprivate var load: Load.Gift { Load.Gift(effortDays: effortDays, sort: sort, state: state) }
}

extension Reading {
    package func lines(of cycle: Identifier<Cycle>) throws -> CycleLines {
        CycleLines(briefings: try briefingLines(of: cycle), dependencies: try dependencyLines(of: cycle))
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
