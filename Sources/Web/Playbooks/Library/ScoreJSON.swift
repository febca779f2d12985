import Rouage
import WebCore

/// The score of a playbook, part by part.
struct ScoreJSON: Codable, Sendable {
    let playbook: Identifier<Playbook>
    let score: Int
    let band: SelfSustaining.Band
    let parts: [ScorePartJSON]
    /// The share of eligible teams that use it, or of the times it was run whole when it waits for its trigger, 0 to 1.
    let adoption: Double?
    /// Blocking steps that Product Ops did the last time, of all that were done, 0 to 1.
    let reliance: Double?

    init(_ standing: PlaybookStanding) {
        let known = standing.score
        playbook = standing.playbook.id
        score = known.rounded
        band = known.band
        parts = SelfSustaining.Criterion.allCases.map {
            ScorePartJSON(
                criterion: $0, value: known.value($0), weight: $0.weight, gate: $0.gate != nil, met: known.isMet($0))
        }
        adoption = standing.adoption
        reliance = standing.reliance.share
    }
}

struct ScorePartJSON: Codable, Sendable {
    let criterion: SelfSustaining.Criterion
    let value: Double
    let weight: Int
    let gate: Bool
    let met: Bool
}

/// What rests on Product Ops.
struct RelianceJSON: Codable, Sendable {
    let quarters: [QuarterRelianceJSON]
    let stops: [StopJSON]
    let inForce: Int
    let carriedByOrganisation: Int
    let relapses: Int
}

struct QuarterRelianceJSON: Codable, Sendable {
    let cycle: String
    let byOps: Int
    let all: Int
}

struct StopJSON: Codable, Sendable {
    let playbook: Identifier<Playbook>
    /// From 1.
    let steps: [Int]
}

extension SelfSustaining.Band: SchemaValue {}
extension SelfSustaining.Criterion: SchemaValue {}
