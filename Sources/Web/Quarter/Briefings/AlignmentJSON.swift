import Rouage
import WebCore

/// Briefings as the API shows them.
struct BriefingJSON: APIRecord {
    let id: Identifier<Briefing>
    let version: Int
    let ref: String
    let cycle: String
    let team: String
    let owner: String?
    let contributors: [String]
    let title: String
    let problem: String
    let source: String
    let sourceKind: Briefing.SourceKind
    let problemSize: String
    let people: String
    let frequency: String
    let cost: String
    let intention: String
    let appetiteDays: Int?
    let axis: String?
    let tribeValues: [String: String]
    let noDependency: SignatureJSON?
    let state: Briefing.State
    let submittedAt: Instant?
    let late: Bool
    let offCycle: Bool
    let slowed: Bool
    let decision: DecisionJSON?
    let outcome: String?
    let cause: Briefing.Cause?
    let createdAt: Instant
    let updatedAt: Instant

    init(_ briefing: Briefing, _ visit: Visit, axes: [Identifier<Axis>: String]) {
        id = briefing.id
        version = briefing.version
        ref = briefing.ref
        cycle = visit.label(briefing.cycle)
        team = visit.code(briefing.team) ?? ""
        owner = visit.code(briefing.owner)
        contributors = briefing.contributors.compactMap { visit.code($0) }
        title = briefing.text.title
        problem = briefing.text.problem
        source = briefing.text.source
        sourceKind = briefing.text.sourceKind
        problemSize = briefing.text.problemSize
        people = briefing.text.people
        frequency = briefing.text.frequency
        cost = briefing.text.cost
        intention = briefing.text.intention
        appetiteDays = briefing.appetiteDays
        axis = briefing.axis.flatMap { axes[$0] }
        tribeValues = briefing.tribeValues
        noDependency = briefing.noDependency.map { SignatureJSON(by: visit.code($0.by), at: $0.at) }
        state = briefing.state
        submittedAt = briefing.submittedAt
        late = briefing.late
        offCycle = briefing.offCycle
        slowed = briefing.slowed
        decision = briefing.decision.map {
            DecisionJSON(code: $0.code, reason: $0.reason, by: visit.code($0.by), on: $0.on)
        }
        outcome = briefing.outcome
        cause = briefing.cause
        createdAt = briefing.createdAt
        updatedAt = briefing.updatedAt
    }
}

struct SignatureJSON: Codable, Sendable {
    let by: String?
    let at: Instant
}

struct DecisionJSON: Codable, Sendable {
    let code: Briefing.Decision.Code
    let reason: String
    let by: String?
    let on: Day
}
