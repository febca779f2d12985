import Foundation
package import Rouage

/// Something that is still to do after an incident, with the incident.
package struct OpenIncidentAction: Sendable {
    package let action: IncidentAction
    package let incident: Incident
}

extension Reading {
    /// Every incident, the newest first.
    package func incidents() throws -> [Incident] { try records(where: "1 = 1 ORDER BY started_at DESC, id DESC") }

    // "Not closed" stands beside the states that are asked for so that the engine takes the index of the open ones.

    /// The incidents that go on, the gravest first, then the oldest.
    package func runningIncidents() throws -> [Incident] {
        let running = Incident.State.allCases.filter(\.isRunning).map(\.rawValue)
        return try records(where: "state <> 'closed' AND state IN \(in: running) ORDER BY severity, started_at, id")
    }

    /// The incidents that are over and have no post-mortem though they owe one, the oldest first.
    package func incidentsOwingPostmortem() throws -> [Incident] {
        try records(Incident.self, where: "state <> 'closed' AND state = 'resolved' ORDER BY resolved_at, id").filter(
            \.owesPostmortem)
    }

    /// What happened, in the order of time.
    package func timeline(of incident: Identifier<Incident>) throws -> [IncidentLine] {
        try records(where: "incident = \(incident) ORDER BY happened_at, created_at, id")
    }

    package func postmortem(of incident: Identifier<Incident>) throws -> Postmortem? {
        try records(Postmortem.self, where: "incident = \(incident)").first
    }

    /// All that was agreed on after an incident, the first due first.
    package func actions(after incident: Identifier<Incident>) throws -> [IncidentAction] {
        try records(where: "incident = \(incident) ORDER BY due, id")
    }

    /// What is still to do after incidents, the first due first.
    package func openIncidentActions() throws -> [OpenIncidentAction] {
        try withIncidents(records(where: "state = 'open' ORDER BY due, id"))
    }

    /// What is still to do after incidents by a day, the first due first.
    package func openIncidentActions(dueBy day: Day) throws -> [OpenIncidentAction] {
        try withIncidents(records(where: "state = 'open' AND due <= \(day) ORDER BY due, id"))
    }

    private func withIncidents(_ actions: [IncidentAction]) throws -> [OpenIncidentAction] {
        let incidents = Dictionary(
            try records(Array(Set(actions.map(\.incident))).sorted()).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        return actions.compactMap { action in
            incidents[action.incident].map { OpenIncidentAction(action: action, incident: $0) }
        }
    }

    // MARK: Quarters

    /// The quarter of a day, in the rhythm of the cycle that holds it.
    package func calendarQuarter(of day: Day) throws -> Quarter {
        let cycle = try records(Cycle.self, where: "starts <= \(day) AND ends >= \(day) ORDER BY starts").first
        return try cycle.flatMap(Quarter.init(following:))?.previous
            ?? Quarter(containing: day, fiscalStart: fiscalStart())
    }

    /// How many incidents of severity 1 or 2 began in each of these quarters.
    package func seriousIncidents(in quarters: [Quarter]) throws -> [Int] {
        guard let first = quarters.map(\.days.lowerBound).min(), let last = quarters.map(\.days.upperBound).max() else {
            return []
        }
        let days = try all(
            """
            SELECT started_at FROM incident WHERE severity IN \(in: Self.serious)
                AND started_at >= \(Instant(first, hour: 0, in: WorkCalendar.zone))
                AND started_at < \(Instant(last + 1, hour: 0, in: WorkCalendar.zone))
            """
        ) { try $0.instant(0).day(in: WorkCalendar.zone) }
        return quarters.map { quarter in days.count { quarter.days.contains($0) } }
    }

    private static let serious = Incident.Severity.allCases.filter(\.isSerious).map(\.rawValue)

    /// Whether serious incidents pile up in a quarter, seen from the four before it. A quarter before the first
    /// incident that is known is not known: it does not count as a quiet one.
    package func incidentSurge(in quarter: Quarter) throws -> IncidentSurge {
        var before: [Quarter] = []
        let oldest = try first("SELECT min(started_at) FROM incident") { $0.isNull(0) ? nil : try $0.instant(0) }
        if let oldest = oldest?.map({ $0.day(in: WorkCalendar.zone) }) {
            var earlier = quarter.previous
            while before.count < IncidentSurge.quarters, earlier.days.upperBound >= oldest {
                before.insert(earlier, at: 0)
                earlier = earlier.previous
            }
        }
        return IncidentSurge(
            seen: try seriousIncidents(in: [quarter])[0], before: try seriousIncidents(in: before))
    }

    /// The same, for the quarter of a day.
    package func incidentSurge(on day: Day) throws -> IncidentSurge { try incidentSurge(in: calendarQuarter(of: day)) }
}

extension Transaction {
    /// Begins the post-mortem of an incident; there is one at most, so that who begins after another is outdated.
    @discardableResult
    package func beginPostmortem(_ content: Postmortem.Content, of id: Identifier<Incident>, by deed: Deed) throws
        -> Identifier<Postmortem>
    {
        try takeTurn(at: .incident)
        let (page, activity) = try Postmortem.begin(content, of: get(id), id: newID(), by: deed)
        guard try postmortem(of: id) == nil else { throw Refusal.outdated }
        try add(page, activity)
        return page.id
    }

    /// Writes otherwise what was learnt.
    package func writePostmortem(
        _ id: Identifier<Postmortem>, _ content: Postmortem.Content, version: Int? = nil, by deed: Deed
    ) throws {
        let incident: Incident = try get(get(id).incident)
        try change(id, version: version) { (page: inout Postmortem) in
            try page.write(content, of: incident, by: deed)
        }
    }

    /// Publishes what was learnt; the incident is reviewed by it.
    package func publishPostmortem(_ id: Identifier<Postmortem>, version: Int? = nil, by deed: Deed) throws {
        let incident: Incident = try get(get(id).incident)
        try change(id, version: version) { (page: inout Postmortem) in
            try page.publish(for: incident, by: deed)
        }
        try change(incident.id) { (incident: inout Incident) in try incident.review(at: now) }
    }

    /// Closes an incident. Of an action agreed on at the same moment, one of both sees the other: each changes the
    /// incident or takes its turn.
    package func closeIncident(_ id: Identifier<Incident>, version: Int? = nil, by deed: Deed) throws {
        try takeTurn(at: .incident)
        let actions = try actions(after: id)
        try change(id, version: version) { (incident: inout Incident) in
            try incident.close(actions, by: deed)
        }
    }

    /// Agrees on something to do after an incident.
    @discardableResult
    package func agree(on draft: IncidentAction.Draft, after id: Identifier<Incident>, by deed: Deed) throws
        -> IncidentAction
    {
        try takeTurn(at: .incident)
        let incident: Incident = try get(id)
        let name = newID(IncidentAction.self)
        let (action, activity) = try IncidentAction.agree(
            draft, ref: String(name.description.suffix(12)), id: name, after: incident, by: deed)
        try add(action, activity)
        return action
    }

    /// Takes an action up again; its incident is not closed at the same moment.
    package func takeUp(_ id: Identifier<IncidentAction>, version: Int? = nil, by deed: Deed) throws {
        try takeTurn(at: .incident)
        let incident: Incident = try get(get(id).incident)
        try change(id, version: version) { (action: inout IncidentAction) in
            try action.takeUp(after: incident, by: deed)
        }
    }
}
