import Rouage
import Storage
import WebCore

/// What can be done to an incident.
extension Incident {
    static let acts = Acts<Incident>(
        at: "/incidents",
        [
            .making(
                "reportIncident", "Reports an incident: going on, or over already when its end is given.",
                .init(
                    "Signaler l’incident", "Report the incident", done: "L’incident est signalé.",
                    "The incident is reported."),
                of: .blank, body: "NewIncident",
                notes: notes(
                    later: "When it is over already.",
                    ["started_at": "Now when left out.", "detected_at": "Now when left out."]),
                example: [
                    "title": "Les virements partent deux fois", "severity": "1",
                    "started_at": "2026-03-05T07:40:00.000Z", "teams": ["bulletins"],
                    "customer_effect": "34 entreprises ont viré deux fois la même paie.",
                ], .incident(.open)
            ) { (draft: Draft, call) in
                let id = call.transaction.newID(Incident.self)
                let (incident, activity) = try open(
                    draft, ref: String(id.description.suffix(12)), id: id, by: call.deed)
                try call.transaction.add(incident, activity)
                return id
            },
            .editing(
                "correctIncident", "Corrects what is known of it; what is left out stays.",
                .init("Enregistrer", "Save", done: "L’incident est corrigé.", "The incident is corrected."),
                \.draft, body: "IncidentChange", notes: notes(later: "Only once it has one."),
                example: ["severity": "2"], update
            ) { try $0.edit($1, by: $2.deed) },
            .act(
                "mitigation", "mitigateIncident", "It no longer hurts, since a moment or now.",
                .init(
                    "C’est contenu", "It is mitigated", done: "L’incident est contenu.", "The incident is mitigated.",
                    .first),
                of: Since(), body: "IncidentMitigation", notes: Since.notes, update
            ) { try $0.mitigate(at: $1.at, by: $2) },
            .act(
                "resolution", "resolveIncident", "It is over, since a moment or now.",
                .init("C’est résolu", "It is resolved", done: "L’incident est résolu.", "The incident is resolved."),
                of: Since(), body: "IncidentResolution", notes: Since.notes, update
            ) { try $0.resolve(at: $1.at, by: $2) },
            .act(
                "reopening", "reopenIncident", "It hurts again, or was not over.",
                .init(
                    Phrase(fr: "Rouvrir", en: "Reopen"), opening: Phrase(fr: "Ce n’est pas fini", en: "It is not over"),
                    done: Phrase(fr: "L’incident est rouvert.", en: "The incident is open again.")),
                of: Reason(), body: "IncidentReopening",
                example: ["reason": "Les virements repartent deux fois depuis 16 h."], update
            ) { try $0.reopen(reason: $1.reason, by: $2) },
            .work(
                "closing", "closeIncident",
                "Closes it, once its post-mortem is published and every action is done, or refused with a reason.",
                .init(
                    "Clore l’incident", "Close the incident", done: "L’incident est clos.", "The incident is closed.",
                    .first), update, suits: { incident, _ in incident.isClosable }
            ) { incident, call in
                try call.transaction.closeIncident(incident.id, version: call.version, by: call.deed)
            },
        ])

    @Sendable static func update(_ incident: Incident) -> Permission? { .incident(.update(incident)) }

    private static func notes(later: String, _ more: [String: String] = [:]) -> [String: String] {
        [
            "title": "At most \(titleLimit) characters.", "severity": "1 the most.", "mitigated_at": later,
            "resolved_at": later, "lead": "The code of who coordinates, outside Product Ops.",
            "teams": "Codes of teams.", "customer_effect": "What customers see.",
        ].merging(more) { own, _ in own }
    }

    /// Since when something is so; now, when nothing is said.
    struct Since: Drafted {
        enum Name: String, CaseIterable, Sendable { case at }
        static let fields: [Field<Since>] = [.moment(.at, \.at)]
        static let notes = ["at": "Now when left out."]
        var at: Instant?
    }
}

/// What happened, line by line.
extension IncidentLine {
    static let acts = Acts<IncidentLine>(
        at: "/incident-lines",
        landing: { _, act, line in "/incidents/\(line.incident)\(act.removes ? "#timeline" : "")" },
        [
            .making(
                below: "/incidents/:id/timeline", of: IncidentRoutes.known, "addIncidentLine",
                "Adds a line to the timeline, at a moment or now.",
                .init(
                    "Ajouter à la chronologie", "Add to the timeline", done: "C’est dans la chronologie.",
                    "It is in the timeline."),
                of: Draft(), body: "NewIncidentLine", notes: Incident.Since.notes,
                example: ["text": "Les virements en attente sont suspendus."], Incident.update
            ) { incident, draft, call in
                let (line, activity) = try write(draft, in: incident, id: call.transaction.newID(), by: call.deed)
                try call.transaction.add(line, activity)
                return line.id
            },
            .removing(
                "removeIncidentLine", "Takes a line away; what it said stays in the activity.",
                .init("Retirer", "Remove", done: "La ligne est retirée.", "The line is removed."), { _ in nil },
                { try $0.remove(from: $1.get($0.incident), by: $2) }),
        ])
}
