import Rouage
import Storage
import WebCore

/// What was learnt: begun, written, published.
extension Postmortem {
    static let acts = Acts<Postmortem>(
        at: "/postmortems",
        find: { visit in
            guard try visit.signedIn().isMember else { throw Refusal.notFound }
            let page: Postmortem = try visit.record()
            guard try visit.signedIn().may(.incident(.update(visit.reading.get(page.incident)))) else {
                throw Refusal.notAllowed
            }
            return page
        }, landing: { _, _, page in "/incidents/\(page.incident)/postmortem" },
        [
            .making(
                below: "/incidents/:id/postmortem", of: IncidentRoutes.known, "beginPostmortem",
                "Begins what was learnt; there is one at most. Names in the text are pointed out, never refused.",
                saved, of: Content(), body: "NewPostmortem", notes: notes, example: example, Incident.update
            ) { incident, content, call in
                try call.transaction.beginPostmortem(content, of: incident.id, by: call.deed)
            },
            .editing(
                "writePostmortem", "Writes it otherwise, published or not; what is left out stays.", saved,
                over: { page, _ in page.content }, body: "PostmortemChange", notes: notes, example: example,
                { _ in nil }
            ) { page, content, call in
                try call.transaction.writePostmortem(page.id, content, version: call.version, by: call.deed)
            },
            .work(
                "publication", "publishPostmortem", "Publishes it: the incident is reviewed.",
                .init(
                    "Publier le post-mortem", "Publish the post-mortem", done: "Le post-mortem est publié.",
                    "The post-mortem is published.", .first), { _ in nil },
                suits: { page, visit in
                    try Act.wouldTake(page, visit) { try $0.publish(for: visit.reading.get(page.incident), by: $1) }
                }
            ) { page, call in
                try call.transaction.publishPostmortem(page.id, version: call.version, by: call.deed)
            },
        ])

    private static let saved = Act<Postmortem>.Words(
        "Enregistrer", "Save", done: "Le post-mortem est enregistré.", "The post-mortem is saved.")
    private static let notes = [
        "summary": "At most 3,000 characters.", "factors": "What allowed it, ten at most.",
    ]
    private static let example: JSONValue = [
        "summary": "Deux traitements ont pris la même file pendant une bascule.",
        "factors": ["La file n’avait pas de verrou pendant une bascule."],
    ]
}
