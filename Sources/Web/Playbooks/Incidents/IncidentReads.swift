import HTTPTypes
import Rouage
import Storage
package import WebCore

/// What the API reads of incidents.
extension Operation {
    private static let ofIncident = Schema.Property("incident", .text(format: "uuid"), "The incident it belongs to.")

    static let incidentReads: [Operation] = [
        Operation(
            method: .get, path: "/incidents", name: "listIncidents", about: "Incidents, oldest record first.",
            filters: [
                Schema.Property("state", Incident.State.schema), Schema.Property("severity", Incident.Severity.schema),
                Schema.Property("lead", .text(), "The code of who coordinates."),
            ], result: .of(PageJSON<IncidentJSON>.self),
            work: .read { call in
                _ = try call.member()
                let state = try call.choice("state", Incident.State.self)
                let severity = try call.choice("severity", Incident.Severity.self)
                let lead = try call.person("lead")
                let fitting = SQL.all([
                    state.map { "state = \($0.rawValue)" }, severity.map { "severity = \($0.rawValue)" },
                    lead.map { "lead = \($0)" },
                ])
                return APIResult(try call.list(Incident.self, where: fitting) { IncidentJSON($0, call.visit) })
            }),
        Operation(
            method: .get, path: "/incidents/{id}", name: "getIncident", about: "One incident.",
            result: .of(IncidentJSON.self), work: .read(incident)),
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
            filters: [ofIncident], result: .of(PageJSON<IncidentLineJSON>.self),
            work: .read { call in
                let fitting = try call.ofIncident()
                return APIResult(try call.list(IncidentLine.self, where: fitting) { IncidentLineJSON($0, call.visit) })
            }),
        Operation(
            method: .get, path: "/incident-lines/{id}", name: "getIncidentLine", about: "One line of a timeline.",
            result: .of(IncidentLineJSON.self),
            work: .read { call in
                _ = try call.member()
                return APIResult(IncidentLineJSON(try call.reading.get(try call.visit.parameter("id")), call.visit))
            }),
        Operation(
            method: .get, path: "/postmortems", name: "listPostmortems", about: "What was learnt from incidents.",
            filters: [ofIncident], result: .of(PageJSON<PostmortemJSON>.self),
            work: .read { call in
                let fitting = try call.ofIncident()
                return APIResult(try call.list(Postmortem.self, where: fitting) { PostmortemJSON($0, call.visit) })
            }),
        Operation(
            method: .get, path: "/postmortems/{id}", name: "getPostmortem", about: "One post-mortem.",
            result: .of(PostmortemJSON.self), work: .read(postmortem)),
        Operation(
            method: .get, path: "/incident-actions", name: "listIncidentActions",
            about: "What people agreed to do after incidents.",
            filters: [
                ofIncident, Schema.Property("state", IncidentAction.State.schema),
                Schema.Property("owner", .text(), "The code of a person."),
            ], result: .of(PageJSON<IncidentActionJSON>.self),
            work: .read { call in
                let state = try call.choice("state", IncidentAction.State.self)
                let owner = try call.person("owner")
                let fitting = SQL.all([
                    try call.ofIncident(), state.map { "state = \($0.rawValue)" }, owner.map { "owner = \($0)" },
                ])
                return APIResult(
                    try call.list(IncidentAction.self, where: fitting) { IncidentActionJSON($0, call.visit) })
            }),
        Operation(
            method: .get, path: "/incident-actions/{id}", name: "getIncidentAction", about: "One action.",
            result: .of(IncidentActionJSON.self), work: .read(incidentAction)),
    ]

    package static func incidentAction(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        return APIResult(IncidentActionJSON(try call.reading.get(try call.visit.parameter("id")), call.visit))
    }
}

extension APICall {
    /// The condition that the query asks for; everything when it names no incident.
    fileprivate func ofIncident() throws -> SQL {
        _ = try member()
        return try id("incident", Incident.self).map { "incident = \($0)" } ?? "1 = 1"
    }
}
