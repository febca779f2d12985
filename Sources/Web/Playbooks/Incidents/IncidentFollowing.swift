import HTTPTypes
import Rouage
import Storage
package import WebCore

/// What follows from incidents: their timelines, post-mortems and actions.
extension Operation {
    static let incidentFollowing: [Operation] = [
        Operation(
            method: .post, path: "/incidents/{id}/timeline", name: "addIncidentLine",
            about: "Adds a line to the timeline, at a moment or now.",
            body: .object(
                name: "NewIncidentLine",
                [
                    Schema.Property("text", .text(), required: true),
                    Schema.Property("at", .text(format: "date-time"), "Now when left out."),
                ]), example: ["text": "Les virements en attente sont suspendus."], result: .of(IncidentLineJSON.self),
            work: .write(form: "/incidents/:id/timeline", made: .incidentLine) { call in
                APIResult(
                    IncidentLineJSON(try call.reading.get(call.made(.incidentLine, IncidentLine.self)), call.visit))
            }),
        Operation(
            method: .post, path: "/incident-lines/{id}/removal", name: "removeIncidentLine",
            about: "Takes a line away; what it said stays in the activity.", result: .of(RemovedJSON.self),
            work: .write(form: "/incident-lines/:id/removal", made: nil) { call in
                guard call.made.isEmpty else { return APIResult(try call.removed(.incidentLine)) }
                let line: IncidentLine = try call.reading.get(try call.visit.parameter("id"))
                return APIResult(IncidentLineJSON(line, call.visit))
            }),
        Operation(
            method: .post, path: "/incidents/{id}/postmortem", name: "beginPostmortem",
            about: "Begins what was learnt; there is one at most. Names in the text are pointed out, never refused.",
            body: .object(name: "NewPostmortem", postmortemFields), example: postmortemExample,
            result: .of(PostmortemJSON.self),
            work: .write(form: "/incidents/:id/postmortem", made: .postmortem) { call in
                APIResult(PostmortemJSON(try call.reading.get(call.made(.postmortem, Postmortem.self)), call.visit))
            }),
        Operation(
            method: .patch, path: "/postmortems/{id}", name: "writePostmortem",
            about: "Writes it otherwise, published or not; what is left out stays.",
            body: .object(name: "PostmortemChange", postmortemFields), example: postmortemExample,
            result: .of(PostmortemJSON.self), needsVersion: true,
            work: .write(form: "/postmortems/:id", made: nil, postmortem)),
        Operation(
            method: .post, path: "/postmortems/{id}/publication", name: "publishPostmortem",
            about: "Publishes it: the incident is reviewed.", result: .of(PostmortemJSON.self),
            work: .write(form: "/postmortems/:id/publication", made: nil, postmortem)),
        Operation(
            method: .post, path: "/incidents/{id}/actions", name: "agreeIncidentAction",
            about: "Agrees on something to do so that it does not come back.",
            body: .object(name: "NewIncidentAction", actionFields(isNew: true)),
            example: [
                "what": "Verrouiller la file pendant une bascule", "owner": "camille.aubrac", "due": "2026-04-01",
            ],
            result: .of(IncidentActionJSON.self),
            work: .write(form: "/incidents/:id/actions", made: .incidentAction) { call in
                APIResult(
                    IncidentActionJSON(
                        try call.reading.get(call.made(.incidentAction, IncidentAction.self)), call.visit))
            }),
        Operation(
            method: .patch, path: "/incident-actions/{id}", name: "changeIncidentAction",
            about: "Words it otherwise, gives it to somebody else or another day; what is left out stays.",
            body: .object(name: "IncidentActionChange", actionFields(isNew: false)), example: ["due": "2026-04-15"],
            result: .of(IncidentActionJSON.self), needsVersion: true,
            work: .write(form: "/incident-actions/:id", made: nil, incidentAction)),
        actionMove("completion", "finishIncidentAction", "It is done."),
        actionMove(
            "refusal", "refuseIncidentAction", "It will not be done, with the reason.",
            .object(name: "IncidentActionRefusal", [Schema.Property("reason", .text(), required: true)]),
            example: ["reason": "La bascule disparaît en avril."]),
        actionMove("taking-up", "takeUpIncidentAction", "It is to be done after all."),
    ]

    private static func actionFields(isNew: Bool) -> [Schema.Property] {
        [
            Schema.Property("what", .text(), required: isNew, "At most 280 characters."),
            Schema.Property("owner", .text(), required: isNew, "The code of a person outside Product Ops."),
            Schema.Property("due", .text(format: "date"), required: isNew),
        ]
    }

    private static func actionMove(
        _ noun: String, _ name: String, _ about: String, _ body: Schema? = nil, example: JSONValue? = nil
    ) -> Operation {
        Operation(
            method: .post, path: "/incident-actions/{id}/\(noun)", name: name, about: about, body: body,
            example: example, result: .of(IncidentActionJSON.self),
            work: .write(form: "/incident-actions/:id/\(noun)", made: nil, incidentAction))
    }

    private static let postmortemFields = [
        Schema.Property("summary", .text(), "At most 3,000 characters."),
        Schema.Property("factors", .list(.text()), "What allowed it, ten at most."),
        Schema.Property("what_helped", .text()),
    ]

    private static let postmortemExample: JSONValue = [
        "summary": "Deux traitements ont pris la même file pendant une bascule.",
        "factors": ["La file n’avait pas de verrou pendant une bascule."],
    ]

    package static func postmortem(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        return APIResult(PostmortemJSON(try call.reading.get(try call.visit.parameter("id")), call.visit))
    }
}
