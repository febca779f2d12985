package import Rouage
package import WebCore

// Incidents and what follows from them, as the API shows them.

extension Incident: Shaped {
    package static let shape = Shape<Incident>(
        adding: [
            .init("minutes_to_mitigate", { incident, _ in incident.minutesToMitigate }),
            .init("minutes_to_resolve", { incident, _ in incident.minutesToResolve }),
            // Nothing before it is resolved, or when none is owed.
            .init("postmortem_due", { incident, _ in incident.postmortemDue(.french) }),
            // Nothing for the lightest.
            .init("actions_due", { incident, _ in incident.actionsDue }),
        ])
}

extension IncidentLine: Shaped {
    package static let shape = Shape<IncidentLine>(renamed: ["happenedAt": "at"])
}

extension Postmortem: Shaped {
    package static let shape = Shape<Postmortem>(
        // Names in the text that people may want to word otherwise.
        adding: [
            .init(
                "names_people", { page, visit in Blameless.names(in: page.content.whole, of: visit.organisation) },
                always: true)
        ])
}

extension IncidentAction: Shaped {
    package static let shape = Shape<IncidentAction>(
        adding: [.init("is_overdue", { action, visit in action.isOverdue(on: visit.today) }, always: true)])
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
