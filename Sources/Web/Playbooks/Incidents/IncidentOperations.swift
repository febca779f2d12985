import HTTPTypes
import Rouage
import Storage
package import WebCore

/// Incidents: reported, kept up to date, learnt from, closed.
extension Operation {
    package static let incidents: [Operation] =
        incidentReads + incidentFollowing + [
            Operation(
                method: .post, path: "/incidents", name: "reportIncident",
                about: "Reports an incident: going on, or over already when its end is given.",
                body: .object(name: "NewIncident", incidentFields(isNew: true)),
                example: [
                    "title": "Les virements partent deux fois", "severity": "1",
                    "started_at": "2026-03-05T07:40:00.000Z", "teams": ["bulletins"],
                    "customer_effect": "34 entreprises ont viré deux fois la même paie.",
                ], result: .of(IncidentJSON.self), work: .write(form: "/incidents", made: .incident, incidentMade)),
            Operation(
                method: .patch, path: "/incidents/{id}", name: "correctIncident",
                about: "Corrects what is known of it; what is left out stays.",
                body: .object(name: "IncidentChange", incidentFields(isNew: false)), example: ["severity": "2"],
                result: .of(IncidentJSON.self), needsVersion: true,
                work: .write(form: "/incidents/:id", made: nil, incident)),
            incidentMove(
                "mitigation", "mitigateIncident", "It no longer hurts, since a moment or now.",
                .object(name: "IncidentMitigation", [since])),
            incidentMove(
                "resolution", "resolveIncident", "It is over, since a moment or now.",
                .object(name: "IncidentResolution", [since])),
            incidentMove(
                "reopening", "reopenIncident", "It hurts again, or was not over.",
                .object(name: "IncidentReopening", [Schema.Property("reason", .text(), required: true)]),
                example: ["reason": "Les virements repartent deux fois depuis 16 h."]),
            incidentMove(
                "closing", "closeIncident",
                "Closes it, once its post-mortem is published and every action is done, or refused with a reason."),
        ]

    private static let since = Schema.Property("at", .text(format: "date-time"), "Now when left out.")

    private static func incidentFields(isNew: Bool) -> [Schema.Property] {
        let later = isNew ? "When it is over already." : "Only once it has one."
        return [
            Schema.Property("title", .text(), required: isNew, "At most 120 characters."),
            Schema.Property("severity", Incident.Severity.schema, required: isNew, "1 the most."),
            Schema.Property("started_at", .text(format: "date-time"), isNew ? "Now when left out." : ""),
            Schema.Property("detected_at", .text(format: "date-time"), isNew ? "Now when left out." : ""),
            Schema.Property("mitigated_at", .text(format: "date-time"), later),
            Schema.Property("resolved_at", .text(format: "date-time"), later),
            Schema.Property("lead", .text(), "The code of who coordinates, outside Product Ops."),
            Schema.Property("teams", .list(.text()), "Codes of teams."),
            Schema.Property("customer_effect", .text(), "What customers see."),
        ]
    }

    private static func incidentMove(
        _ noun: String, _ name: String, _ about: String, _ body: Schema? = nil, example: JSONValue? = nil
    ) -> Operation {
        Operation(
            method: .post, path: "/incidents/{id}/\(noun)", name: name, about: about, body: body, example: example,
            result: .of(IncidentJSON.self), work: .write(form: "/incidents/:id/\(noun)", made: nil, incident))
    }

    package static func incident(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        return APIResult(IncidentJSON(try call.reading.get(try call.visit.parameter("id")), call.visit))
    }

    private static func incidentMade(_ call: APICall) throws -> APIResult {
        APIResult(IncidentJSON(try call.reading.get(call.made(.incident, Incident.self)), call.visit))
    }
}
