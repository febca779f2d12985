import Rouage
import WebCore

/// Briefings, dependencies and comments as the API shows them.
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
    let cause: CauseJSON?
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
        cause = briefing.cause.map { CauseJSON($0) }
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

struct DependencyJSON: APIRecord {
    let id: Identifier<Dependency>
    let version: Int
    let ref: String
    let cycle: String
    let briefing: Identifier<Briefing>
    let askingTeam: String
    let givingTeam: String?
    let externalParty: String
    let what: String
    let type: Dependency.Sort
    let interaction: Dependency.Interaction
    let collaboratesUntil: Day?
    let criticality: Dependency.Criticality
    let neededBy: Day
    let firstNeededBy: Day
    let state: Dependency.State
    let pointedOutOn: Day
    let pointedOutPhase: Cycle.State
    let contact: String?
    let effortDays: Int?
    let committedFor: Day?
    let counter: CounterJSON?
    let decline: DeclineJSON?
    let mitigation: String
    let claimedOn: Day?
    let deliveredOn: Day?
    let breaks: Int
    let redates: Int
    let refusals: Int
    let reasked: Bool
    let createdAt: Instant
    let updatedAt: Instant

    init(_ dependency: Dependency, _ visit: Visit) {
        id = dependency.id
        version = dependency.version
        ref = dependency.ref
        cycle = visit.label(dependency.cycle)
        briefing = dependency.briefing
        askingTeam = visit.code(dependency.askingTeam) ?? ""
        givingTeam = visit.code(dependency.givingTeam)
        externalParty = dependency.externalParty
        what = dependency.what
        type = dependency.sort
        interaction = dependency.interaction
        collaboratesUntil = dependency.collaboratesUntil
        criticality = dependency.criticality
        neededBy = dependency.neededBy
        firstNeededBy = dependency.firstNeededBy
        state = dependency.state
        pointedOutOn = dependency.pointedOutOn
        pointedOutPhase = dependency.pointedOutPhase
        contact = visit.code(dependency.contact)
        effortDays = dependency.effortDays
        committedFor = dependency.committedFor
        counter = dependency.counter.map { CounterJSON(date: $0.date, scope: $0.scope, reason: $0.reason) }
        decline = dependency.decline.map { DeclineJSON(code: $0.code, reason: $0.reason) }
        mitigation = dependency.mitigation
        claimedOn = dependency.claimedOn
        deliveredOn = dependency.deliveredOn
        breaks = dependency.breaks
        redates = dependency.redates
        refusals = dependency.refusals
        reasked = dependency.reasked
        createdAt = dependency.createdAt
        updatedAt = dependency.updatedAt
    }
}

struct CounterJSON: Codable, Sendable {
    let date: Day?
    let scope: String
    let reason: String
}

struct DeclineJSON: Codable, Sendable {
    let code: Dependency.DeclineCode
    let reason: String
}

struct CommentJSON: APIRecord {
    let id: Identifier<Comment>
    let version: Int
    let briefing: Identifier<Briefing>
    let author: String
    let text: String
    let createdAt: Instant

    init(_ comment: Comment, _ visit: Visit) {
        id = comment.id
        version = comment.version
        briefing = comment.briefing
        author = visit.code(comment.author) ?? ""
        text = comment.text
        createdAt = comment.createdAt
    }
}
