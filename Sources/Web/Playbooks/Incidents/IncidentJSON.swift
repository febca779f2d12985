import Rouage
import Storage
import WebCore

/// Incidents and what follows from them, as the API shows them.
struct IncidentJSON: APIRecord {
    let id: Identifier<Incident>
    let version: Int
    let ref: String
    let title: String
    /// 1 the most.
    let severity: Incident.Severity
    let state: Incident.State
    let startedAt: Instant
    let detectedAt: Instant
    let mitigatedAt: Instant?
    let resolvedAt: Instant?
    let minutesToMitigate: Int?
    let minutesToResolve: Int?
    let lead: String?
    let teams: [String]
    let customerEffect: String
    let reportedBy: String?
    /// Nothing before it is resolved, or when none is owed.
    let postmortemDue: Day?
    /// Nothing for the lightest.
    let actionsDue: Day?
    let createdAt: Instant
    let updatedAt: Instant

    init(_ incident: Incident, _ visit: Visit) {
        id = incident.id
        version = incident.version
        ref = incident.ref
        title = incident.title
        severity = incident.severity
        state = incident.state
        startedAt = incident.startedAt
        detectedAt = incident.detectedAt
        mitigatedAt = incident.mitigatedAt
        resolvedAt = incident.resolvedAt
        minutesToMitigate = incident.minutesToMitigate
        minutesToResolve = incident.minutesToResolve
        lead = visit.code(incident.lead)
        teams = incident.teams.compactMap { visit.code($0) }
        customerEffect = incident.customerEffect
        reportedBy = visit.code(incident.reportedBy)
        postmortemDue = incident.postmortemDue(.french)
        actionsDue = incident.actionsDue
        createdAt = incident.createdAt
        updatedAt = incident.updatedAt
    }
}

struct IncidentLineJSON: APIRecord {
    let id: Identifier<IncidentLine>
    let version: Int
    let incident: Identifier<Incident>
    let at: Instant
    let text: String
    let writtenBy: String?
    let createdAt: Instant

    init(_ line: IncidentLine, _ visit: Visit) {
        id = line.id
        version = line.version
        incident = line.incident
        at = line.at
        text = line.text
        writtenBy = visit.code(line.writtenBy)
        createdAt = line.createdAt
    }
}

struct PostmortemJSON: APIRecord {
    let id: Identifier<Postmortem>
    let version: Int
    let incident: Identifier<Incident>
    let summary: String
    let factors: [String]
    let whatHelped: String
    let writtenBy: String?
    let publishedOn: Day?
    let publishedBy: String?
    /// Names in the text that people may want to word otherwise.
    let namesPeople: [String]
    let createdAt: Instant
    let updatedAt: Instant

    init(_ page: Postmortem, _ visit: Visit) {
        id = page.id
        version = page.version
        incident = page.incident
        summary = page.summary
        factors = page.factors
        whatHelped = page.whatHelped
        writtenBy = visit.code(page.writtenBy)
        publishedOn = page.publishedOn
        publishedBy = visit.code(page.publishedBy)
        namesPeople = Blameless.names(in: page.content.whole, of: visit.organisation)
        createdAt = page.createdAt
        updatedAt = page.updatedAt
    }
}

struct IncidentActionJSON: APIRecord {
    let id: Identifier<IncidentAction>
    let version: Int
    let ref: String
    let incident: Identifier<Incident>
    let what: String
    let owner: String
    let due: Day
    let state: IncidentAction.State
    let isOverdue: Bool
    let reason: String
    let settledOn: Day?
    let createdAt: Instant

    init(_ action: IncidentAction, _ visit: Visit) {
        id = action.id
        version = action.version
        ref = action.ref
        incident = action.incident
        what = action.what
        owner = visit.code(action.owner) ?? ""
        due = action.due
        state = action.state
        isOverdue = action.isOverdue(on: visit.today)
        reason = action.reason
        settledOn = action.settledOn
        createdAt = action.createdAt
    }
}

/// Whether serious incidents pile up.
struct IncidentSurgeJSON: Codable, Sendable {
    let quarter: String
    let seen: Int
    /// The quarters before, the oldest first, four at most.
    let before: [Int]
    /// Nothing while fewer than four quarters are known.
    let mean: Double?
    let probability: Double?
    let isSurge: Bool

    init(_ surge: IncidentSurge, in quarter: Quarter) {
        self.quarter = quarter.label
        seen = surge.seen
        before = surge.before
        mean = surge.mean
        probability = surge.probability
        isSurge = surge.isSurge
    }
}

extension Incident.Severity: SchemaValue {}
extension Incident.State: SchemaValue {}
extension IncidentAction.State: SchemaValue {}
