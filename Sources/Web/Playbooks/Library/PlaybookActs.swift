import Rouage
import Storage
import WebCore

/// What can be done to a playbook.
extension Playbook {
    /// What is written of it.
    static let writing = Acts<Playbook>(
        at: "/playbooks",
        [
            .making(
                "writePlaybook",
                "Begins a playbook as a draft; Product Ops carry what they begin, the organisation what others do.",
                .init("Enregistrer", "Save", done: "Le process est écrit.", "The playbook is written."),
                of: { Draft(.blank, language: $0.language, owner: $0.actor?.id) }, body: "NewPlaybook", notes: notes,
                example: [
                    "title": "Relire une fiche de paie", "category": "maintenance",
                    "why": "Une erreur sur dix se voyait à la relecture seulement.", "owner": "camille.aubrac",
                    "steps": [["what": "Relire à deux", "role": "engineer", "blocking": true]],
                ]
            ) { draft, call in
                let id = call.transaction.newID(Playbook.self)
                let (playbook, activity) = try write(draft, ref: "P-\(id.short)", id: id, by: call.deed)
                try call.transaction.add(playbook, activity)
                return id
            },
            .editing(
                "revisePlaybook",
                "Writes it otherwise; what is left out stays. A text that changes becomes the next edition.",
                .init("Enregistrer", "Save", done: "Le process est enregistré.", "The playbook is saved."),
                over: { playbook, _ in playbook.revision }, body: "PlaybookRevision",
                notes: notes.merging(["note": "What changes, and why."]) { own, _ in own },
                example: [
                    "why": "Une erreur sur huit se voyait à la relecture seulement.",
                    "note": "Le chiffre du trimestre.",
                ], { .playbook(.edit($0)) }
            ) { playbook, revision, call in
                try call.transaction.rewrite(
                    playbook.id, version: call.version, as: revision.draft, note: revision.note, by: call.deed)
            },
        ])

    private static let notes = [
        "why": "At most \(Content.whyLimit) characters.", "owner": "The code of a person.",
        "teams": "Codes of teams; all when empty.", "burden.minutes": "Per person, per quarter.",
    ]

    /// The playbooks to begin with.
    static let installing = Acts<Playbook>(
        at: "/playbooks",
        [
            .making(
                below: "/playbook-starters/:key", of: { $0.exchange.parameters["key"] ?? "" }, "installStarter",
                "Installs one of the starters, as a draft: alignment, maintenance, incident, culture, mercato, onboarding.",
                .init(
                    "Installer", "Install", done: "Le process est installé : adaptez-le.",
                    "The playbook is installed: make it yours."),
                of: StarterLanguage(), body: "StarterLanguage", example: ["language": "fr"], { _ in nil }
            ) { key, asked, call in
                try call.transaction.install(key, in: asked.language ?? call.visit.language, by: call.deed).id
            }
        ])

    /// What becomes of it, and its way to the organisation.
    static let acts = Acts<Playbook>(
        at: "/playbooks",
        landing: { _, act, playbook in "/playbooks/\(playbook.id)\(act.noun == "state" ? "" : "#hand-over")" },
        [
            .work(
                "state", "movePlaybook", "Pilots it, puts it in force, confirms it after a review, or retires it.",
                .init("Ce qu’il devient", "What becomes of it", done: "C’est enregistré.", "It is saved."),
                of: NextState(), body: "MovePlaybook", notes: ["reason": "Needed to retire it."],
                example: ["state": "piloted"], edit, suits: { _, _ in true }
            ) { playbook, next, call in
                guard let state = next.state else { throw Refusal.invalid(next.flaws) }
                let others = try call.transaction.burden(beside: playbook.id)
                try change(playbook, call) { try $0.go(to: state, reason: next.reason, beside: others, by: $1) }
            },
            step(
                "hand-over", "offerPlaybook", "Offers it to somebody outside Product Ops.",
                .init(
                    Phrase(fr: "Proposer", en: "Offer"),
                    opening: Phrase(fr: "Proposer de le rendre", en: "Offer to hand it back"),
                    done: Phrase(fr: "La passation est proposée.", en: "The hand-over is offered.")),
                of: Offer(), body: "OfferPlaybook",
                notes: ["to": "The code of who takes it over.", "support_ends_on": "Until when Product Ops help."],
                example: ["to": "lison.perrault"], edit
            ) { try $0.offer(to: $1.to, supportEndsOn: $1.supportEndsOn, by: $2) },
            step(
                "acceptance", "acceptPlaybook",
                "Agrees to the hand-over: as its receiver, as their director, as a co-author.",
                .init("J’accepte", "I agree", done: "Votre accord est enregistré.", "Your agreement is saved.", .first),
                of: Agreement(), body: "AcceptPlaybook", example: [:], { _ in nil }
            ) { playbook, agreement, deed in
                let consent = agreement.consent ?? playbook.openConsents(of: deed.actor).first ?? .owner
                return try playbook.accept(as: consent, by: deed)
            },
            step(
                "taking-back", "takePlaybookBack", "Stops a hand-over, or asks Product Ops back.",
                .init(
                    "Rappeler Product Ops", "Call Product Ops back", done: "Le process revient à Product Ops.",
                    "The playbook is back with Product Ops."),
                of: Reason(), body: "TakePlaybookBack", example: ["reason": "Trop tôt."], { _ in nil }
            ) { try $0.takeBack(reason: $1.reason, by: $2) },
        ])

    @Sendable private static func edit(_ playbook: Playbook) -> Permission? { .playbook(.edit(playbook)) }

    /// The organisation carries it when that was the last thing missing.
    private static func change(
        _ playbook: Playbook, _ call: ActCall, _ verb: (inout Playbook, Deed) throws -> Activity?
    ) throws {
        try call.transaction.changePlaybook(playbook.id, version: call.version, in: call.visit.organisation) {
            try verb(&$0, call.deed)
        }
    }

    private static func step<Draft: Drafted>(
        _ noun: String, _ name: String, _ about: String, _ words: Act<Playbook>.Words, of blank: Draft, body: String,
        notes: [String: String] = [:], example: JSONValue, _ permission: @escaping @Sendable (Playbook) -> Permission?,
        _ verb: @escaping @Sendable (inout Playbook, Draft, Deed) throws -> Activity?
    ) -> Act<Playbook> {
        .work(
            noun, name, about, words, of: blank, body: body, notes: notes, example: example, permission,
            suits: { playbook, visit in try Act.wouldTake(playbook, visit) { try verb(&$0, blank, $1) } }
        ) { playbook, draft, call in
            try change(playbook, call) { try verb(&$0, draft, $1) }
        }
    }
}
