import Rouage
import Storage
import WebCore

/// What became of a quarter, as the API shows it.
struct ReportJSON: Codable, Sendable {
    let cycle: String
    let state: Cycle.State
    /// The quarter, then those before it.
    let figures: [FiguresJSON]
    let teams: [TeamResultJSON]
    let setbacks: [SetbackJSON]
    let surprises: [SurpriseJSON]
    let pairs: [FragilePairJSON]

    init(_ report: CycleReport, _ visit: Visit) {
        cycle = report.cycle.label
        state = report.cycle.state
        figures = report.records.map { FiguresJSON(cycle: $0.cycle.label, figures: $0.figures) }
        teams = report.teams.map { TeamResultJSON(team: visit.code($0.key) ?? "", result: $0.value) }
            .sorted { $0.team < $1.team }
        setbacks = report.setbacks.compactMap { briefing in
            briefing.cause.map { SetbackJSON(briefing: briefing.id, state: briefing.state, cause: $0) }
        }
        surprises = report.surprises(visit.organisation.units.mapValues(\.name)).map { SurpriseJSON($0, visit) }
        pairs = report.chronicPairs.map { FragilePairJSON($0, visit) }
    }
}

struct FiguresJSON: Codable, Sendable {
    let cycle: String
    let figures: CycleFigures
}

struct TeamResultJSON: Codable, Sendable {
    let team: String
    let result: CycleReport.TeamResult
}

struct SetbackJSON: Codable, Sendable {
    let briefing: Identifier<Briefing>
    let state: Briefing.State
    let cause: Briefing.Cause
}

/// A need found after the freeze; what would have shown it is told by a word each.
struct SurpriseJSON: Codable, Sendable {
    let dependency: Identifier<Dependency>
    let traces: [String]

    init(_ surprise: CycleReport.Surprise, _ visit: Visit) {
        dependency = surprise.dependency.id
        traces = surprise.traces.map { trace in
            switch trace {
            case .offCycle: "off_cycle"
            case .samePair(let cycle, _): "same_pair \(visit.label(cycle))"
            case .named: "named"
            }
        }
    }
}

struct FragilePairJSON: Codable, Sendable {
    let askingTeam: String
    let givingTeam: String
    /// How many dependencies went wrong, newest quarter first.
    let troubles: [TroubleJSON]

    init(_ pair: CycleReport.Pair, _ visit: Visit) {
        askingTeam = visit.code(pair.asking) ?? ""
        givingTeam = visit.code(pair.giving) ?? ""
        troubles = pair.troubles.map { TroubleJSON(cycle: visit.label($0.key), count: $0.value) }
            .sorted { $0.cycle > $1.cycle }
    }
}

struct TroubleJSON: Codable, Sendable {
    let cycle: String
    let count: Int
}
