import Rouage
import Storage
import WebCore

/// What people agree to do after an incident: worded otherwise, done, refused, taken up again.
extension IncidentAction {
    static let acts = Acts<IncidentAction>(
        at: "/incident-actions",
        find: { visit in
            guard try visit.signedIn().isMember else { throw Refusal.notFound }
            let action: IncidentAction = try visit.record()
            guard try visit.signedIn().may(.incident(.settle(action, visit.reading.get(action.incident)))) else {
                throw Refusal.notAllowed
            }
            return action
        },
        landing: { _, act, action in "/incidents/\(action.incident)\(act.makes ? "" : "#action-\(action.id)")" },
        [
            .making(
                below: "/incidents/:id/actions", of: IncidentRoutes.known, "agreeIncidentAction",
                "Agrees on something to do so that it does not come back.",
                .init(
                    Phrase(fr: "Noter l’action", en: "Note the action"),
                    opening: Phrase(fr: "Convenir d’une action", en: "Agree on an action"),
                    done: Phrase(fr: "L’action est notée.", en: "The action is noted.")),
                of: Draft.blank, body: "NewIncidentAction", notes: notes,
                example: [
                    "what": "Verrouiller la file pendant une bascule", "owner": "camille.aubrac", "due": "2026-04-01",
                ], Incident.update
            ) { incident, draft, call in
                try call.transaction.agree(on: draft, after: incident.id, by: call.deed).id
            },
            .editing(
                "changeIncidentAction",
                "Words it otherwise, gives it to somebody else or another day; what is left out stays.",
                .init("Enregistrer", "Save", done: "L’action est enregistrée.", "The action is saved."), \.draft,
                body: "IncidentActionChange", notes: notes, example: ["due": "2026-04-15"], { _ in nil }
            ) { try $0.edit($1, after: $2.transaction.get($0.incident), by: $2.deed) },
            .work(
                "completion", "finishIncidentAction", "It is done.",
                .init("C’est fait", "Done", done: "L’action est faite.", "The action is done."), undo: "taking-up",
                { _ in nil }, suits: { try isOpen($0, $1) }
            ) { action, call in
                let incident = try call.transaction.get(action.incident)
                try call.change(action) { try $0.finish(after: incident, by: call.deed) }
            },
            .work(
                "refusal", "refuseIncidentAction", "It will not be done, with the reason.",
                .init(
                    Phrase(fr: "Refuser, avec cette raison", en: "Refuse, for this reason"),
                    opening: Phrase(fr: "Ne pas la faire", en: "Not do it"),
                    done: Phrase(fr: "L’action est refusée.", en: "The action is refused.")),
                of: Reason(), body: "IncidentActionRefusal", example: ["reason": "La bascule disparaît en avril."],
                undo: "taking-up", { _ in nil }, suits: { try isOpen($0, $1) }
            ) { action, why, call in
                let incident = try call.transaction.get(action.incident)
                try call.change(action) { try $0.refuse(reason: why.reason, after: incident, by: call.deed) }
            },
            .work(
                "taking-up", "takeUpIncidentAction", "It is to be done after all.",
                .init("Reprendre", "Take up again", done: "L’action est reprise.", "The action is taken up again."),
                { _ in nil },
                suits: { action, visit in
                    try Act.wouldTake(action, visit) {
                        try $0.takeUp(after: visit.reading.get(action.incident), by: $1)
                    }
                }
            ) { action, call in
                try call.transaction.takeUp(action.id, version: call.version, by: call.deed)
            },
        ])

    private static func isOpen(_ action: IncidentAction, _ visit: Visit) throws -> Bool {
        let incident = try visit.reading.get(action.incident)
        return try incident.state != .closed
            && Act.wouldTake(action, visit) { try $0.finish(after: incident, by: $1) }
    }

    private static let notes = [
        "what": "At most \(limit) characters.", "owner": "The code of a person outside Product Ops.",
    ]
}
