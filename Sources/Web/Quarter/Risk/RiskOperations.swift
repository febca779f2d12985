import HTTPTypes
import Rouage
import Storage
package import WebCore

/// The risk of each dependency of a quarter and the chance of each initiative, with what they are reckoned from.
extension Operation {
    package static let risks: [Operation] = [
        Operation(
            method: .get, path: "/cycles/{label}/risks", name: "getRisks",
            about: """
                What of a quarter may be late: each dependency with its risk and the factors behind it, what has most at \
                stake first, and the chance that each initiative has on time all it waits for.
                """,
            result: .of(RisksJSON.self),
            work: .read { call in
                _ = try call.member()
                let cycle = try call.visit.cycleOfAddress()
                return APIResult(plain: RisksJSON(try call.visit.risks(of: cycle), of: cycle))
            })
    ]
}

struct RisksJSON: Codable, Sendable {
    let cycle: String
    let dependencies: [RiskJSON]
    let initiatives: [ChanceJSON]

    init(_ risks: CycleRisks, of cycle: Cycle) {
        self.cycle = cycle.label
        dependencies = risks.byExposure.compactMap { line in risks[line.id].map { RiskJSON(line.id, $0, risks) } }
        initiatives = risks.chances.sorted { ($0.value.probability, $0.key) < ($1.value.probability, $1.key) }
            .map { ChanceJSON($0.key, $0.value) }
    }
}

struct RiskJSON: Codable, Sendable {
    let dependency: Identifier<Dependency>
    /// The chance of being late, in percent.
    let risk: Int
    /// `low`, `medium` or `high`.
    let level: String
    let exposure: Double
    let inCircle: Bool
    let base: Double
    let roomDays: Int
    let roomFactor: Double
    let load: Double?
    let loadFactor: Double
    let promisesKept: Int
    let promises: Int
    let trackFactor: Double
    let estimated: Bool

    init(_ id: Identifier<Dependency>, _ risk: DependencyRisk, _ risks: CycleRisks) {
        dependency = id
        self.risk = risk.percent
        level = risk.level.rawValue
        exposure = risks.exposure(of: id)
        inCircle = risks.isInCircle(id)
        base = risk.base
        switch risk.room {
        case .promised(let days), .left(let days): roomDays = days
        }
        roomFactor = risk.room.factor
        load = risk.load
        loadFactor = risk.loadFactor
        promisesKept = risk.track.onTime
        promises = risk.track.count
        trackFactor = risk.track.factor
        estimated = risk.isEstimated
    }
}

struct ChanceJSON: Codable, Sendable {
    let briefing: Identifier<Briefing>
    let chance: Double
    /// How many of its dependencies count.
    let dependencies: Int

    init(_ id: Identifier<Briefing>, _ chance: Chance) {
        briefing = id
        self.chance = chance.probability
        dependencies = chance.count
    }
}
