import HTTPTypes
import Rouage
import Storage
import WebCore

/// What the API reads of incidents.
extension Operation {
    private static let ofIncident = Schema.Property("incident", .text(format: "uuid"), "The incident it belongs to.")

    static let incidentReads: [Operation] = [
        Operation(
            method: .get, path: "/incidents", name: "listIncidents", about: "Incidents, oldest record first.",
            filters: [
                Schema.Property("state", Incident.State.schema), Schema.Property("severity", Incident.Severity.schema),
                Schema.Property("lead", .text(), "The code of who coordinates."),
            ], result: Incident.pageSchema,
            work: .read { call in
                _ = try call.member()
                let state = try call.choice("state", Incident.State.self)
                let severity = try call.choice("severity", Incident.Severity.self)
                let lead = try call.person("lead")
                let fitting = SQL.all([
                    state.map { "state = \($0.rawValue)" }, severity.map { "severity = \($0.rawValue)" },
                    lead.map { "lead = \($0)" },
                ])
                return try call.records(Incident.self, where: fitting)
            }),
        Incident.one(at: "/incidents/{id}", "getIncident", "One incident."),
        Operation(
            method: .get, path: "/incident-surge", name: "getIncidentSurge",
            about:
                "Whether incidents of severity 1 and 2 pile up in the quarter that runs: the probability of as many by chance, with the mean of the four quarters before.",
            result: .of(IncidentSurgeJSON.self),
            work: .read { call in
                _ = try call.member()
                let quarter = try call.reading.calendarQuarter(of: call.visit.today)
                return APIResult(
                    plain: IncidentSurgeJSON(try call.reading.incidentSurge(in: quarter), in: quarter))
            }),
        Operation(
            method: .get, path: "/incident-lines", name: "listIncidentLines", about: "Lines of timelines.",
            filters: [ofIncident], result: IncidentLine.pageSchema,
            work: .read { try $0.records(IncidentLine.self, where: $0.ofIncident()) }),
        IncidentLine.one(at: "/incident-lines/{id}", "getIncidentLine", "One line of a timeline."),
        Operation(
            method: .get, path: "/postmortems", name: "listPostmortems", about: "What was learnt from incidents.",
            filters: [ofIncident], result: Postmortem.pageSchema,
            work: .read { try $0.records(Postmortem.self, where: $0.ofIncident()) }),
        Postmortem.one(at: "/postmortems/{id}", "getPostmortem", "One post-mortem."),
        Operation(
            method: .get, path: "/incident-actions", name: "listIncidentActions",
            about: "What people agreed to do after incidents.",
            filters: [
                ofIncident, Schema.Property("state", IncidentAction.State.schema),
                Schema.Property("owner", .text(), "The code of a person."),
            ], result: IncidentAction.pageSchema,
            work: .read { call in
                let state = try call.choice("state", IncidentAction.State.self)
                let owner = try call.person("owner")
                return try call.records(
                    IncidentAction.self,
                    where: .all([
                        try call.ofIncident(), state.map { "state = \($0.rawValue)" }, owner.map { "owner = \($0)" },
                    ]))
            }),
        IncidentAction.one(at: "/incident-actions/{id}", "getIncidentAction", "One action."),
    ]
}

extension APICall {
    /// The condition that the query asks for; everything when it names no incident.
    fileprivate func ofIncident() throws -> SQL {
        _ = try member()
        return try id("incident", Incident.self).map { "incident = \($0)" } ?? "1 = 1"
    }
}
