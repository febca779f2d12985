import HTTPTypes
import Rouage
import Storage
package import WebCore

/// Playbooks, their occurrences, what people say of them, and their way to the organisation.
extension Operation {
    package static let playbooks: [Operation] =
        playbookReads + [
            Operation(
                method: .post, path: "/playbooks", name: "writePlaybook",
                about:
                    "Begins a playbook as a draft; Product Ops carry what they begin, the organisation what others do.",
                body: .object(name: "NewPlaybook", playbookText(isNew: true)),
                example: [
                    "title": "Relire une fiche de paie", "category": "maintenance",
                    "why": "Une erreur sur dix se voyait à la relecture seulement.", "owner": "camille.aubrac",
                    "steps": [["what": "Relire à deux", "role": "engineer", "blocking": true]],
                ], result: .of(PlaybookJSON.self), work: .write(form: "/playbooks", made: .playbook, madePlaybook)),
            Operation(
                method: .post, path: "/playbook-starters/{key}", name: "installStarter",
                about:
                    "Installs one of the starters, as a draft: alignment, maintenance, incident, culture, mercato, onboarding.",
                body: .object(name: "StarterLanguage", [Schema.Property("language", Language.schema)]),
                example: ["language": "fr"], result: .of(PlaybookJSON.self),
                work: .write(form: "/playbook-starters/:key", made: .playbook, madePlaybook)),
            Operation(
                method: .patch, path: "/playbooks/{id}", name: "revisePlaybook",
                about: "Writes it otherwise; what is left out stays. A text that changes becomes the next edition.",
                body: .object(
                    name: "PlaybookRevision",
                    playbookText(isNew: false) + [Schema.Property("note", .text(), "What changes, and why.")]),
                example: [
                    "why": "Une erreur sur huit se voyait à la relecture seulement.",
                    "note": "Le chiffre du trimestre.",
                ],
                result: .of(PlaybookJSON.self), needsVersion: true,
                work: .write(form: "/playbooks/:id", made: nil, onePlaybook)),
            playbookMove(
                "state", "movePlaybook", "Pilots it, puts it in force, confirms it after a review, or retires it.",
                [
                    Schema.Property("state", Playbook.State.schema, required: true),
                    Schema.Property("reason", .text(), "Needed to retire it."),
                ], example: ["state": "piloted"]),
            playbookMove(
                "hand-over", "offerPlaybook", "Offers it to somebody outside Product Ops.",
                [
                    Schema.Property("to", .text(), required: true, "The code of who takes it over."),
                    Schema.Property("support_ends_on", .text(format: "date"), "Until when Product Ops help."),
                ], example: ["to": "lison.perrault"]),
            playbookMove(
                "acceptance", "acceptPlaybook",
                "Agrees to the hand-over: as its receiver, as their director, as a co-author.",
                [Schema.Property("as", Playbook.Consent.schema)], example: [:]),
            playbookMove(
                "taking-back", "takePlaybookBack", "Stops a hand-over, or asks Product Ops back.",
                [Schema.Property("reason", .text(), required: true)], example: ["reason": "Trop tôt."]),
            Operation(
                method: .post, path: "/playbooks/{id}/occurrences", name: "recordOccurrence",
                about: "Writes down that it was run, and who did each step.",
                body: .object(
                    name: "NewOccurrence",
                    [
                        Schema.Property("held_on", .text(format: "date"), required: true),
                        Schema.Property("ran_by", .text(), required: true, "The code of who led it."),
                        Schema.Property(
                            "steps",
                            .list(
                                .object(
                                    name: "StepDone",
                                    [
                                        Schema.Property("step", .integer, required: true, "From 1."),
                                        Schema.Property("by", .text(), required: true, "The code of a person."),
                                    ])), required: true),
                        Schema.Property("teams", .list(.text()), "Codes of the teams that took part."),
                        Schema.Property("note", .text()),
                    ]),
                example: [
                    "held_on": "2026-03-04", "ran_by": "camille.aubrac",
                    "steps": [["step": 1, "by": "camille.aubrac"]], "teams": ["bulletins"],
                ], result: .of(OccurrenceJSON.self),
                work: .write(form: "/playbooks/:id/occurrences", made: .occurrence) { call in
                    try call.madeRecord(.occurrence, twice: "held_on") { OccurrenceJSON($0, call.visit) }
                }),
            Operation(
                method: .post, path: "/occurrences/{id}/removal", name: "removeOccurrence",
                about: "Takes an occurrence away that was written down wrongly; why stays in the activity.",
                body: .object(name: "OccurrenceRemoval", [Schema.Property("reason", .text(), required: true)]),
                example: ["reason": "Notée deux fois."], result: .of(RemovedJSON.self),
                work: .write(form: "/occurrences/:id/removal", made: nil) { call in
                    guard call.made.isEmpty else { return APIResult(try call.removed(.occurrence)) }
                    let occurrence: Occurrence = try call.reading.get(try call.visit.parameter("id"))
                    return APIResult(RemovedJSON(occurrence))
                }),
            Operation(
                method: .post, path: "/playbooks/{id}/feedback", name: "giveFeedback",
                about: "Says whether it is still useful, 1 to 5.",
                body: .object(
                    name: "NewFeedback",
                    [Schema.Property("useful", .integer, required: true), Schema.Property("text", .text())]),
                example: ["useful": 4, "text": "Utile, mais un peu long."], result: .of(PlaybookFeedbackJSON.self),
                work: .write(form: "/playbooks/:id/feedback", made: .playbookFeedback) { call in
                    try call.madeRecord(.playbookFeedback, twice: "text") { PlaybookFeedbackJSON($0, call.visit) }
                }),
            Operation(
                method: .post, path: "/playbook-feedback/{id}/answer", name: "answerFeedback",
                about: "Answers in front of all, as owner or deputy.",
                body: .object(name: "FeedbackAnswer", [Schema.Property("answer", .text(), required: true)]),
                example: ["answer": "Nous retirons l’étape 4."], result: .of(PlaybookFeedbackJSON.self),
                work: .write(form: "/playbook-feedback/:id/answer", made: nil) { call in
                    _ = try call.member()
                    let feedback: PlaybookFeedback = try call.reading.get(try call.visit.parameter("id"))
                    return APIResult(PlaybookFeedbackJSON(feedback, call.visit))
                }),
        ]

    private static func playbookText(isNew: Bool) -> [Schema.Property] {
        let step = Schema.object(
            name: "NewStep",
            [
                Schema.Property("what", .text(), required: true),
                Schema.Property("role", PlaybookRole.schema, required: true),
                Schema.Property("blocking", .boolean),
            ])
        let burden = Schema.object(
            name: "NewBurden",
            [
                Schema.Property("role", PlaybookRole.schema, required: true),
                Schema.Property("minutes", .integer, required: true, "Per person, per quarter."),
            ])
        let link = Schema.object(
            name: "NewLink",
            [Schema.Property("title", .text(), required: true), Schema.Property("address", .text(), required: true)])
        return [
            Schema.Property("title", .text(), required: isNew),
            Schema.Property("category", Playbook.Category.schema, required: isNew),
            Schema.Property("why", .text(), required: isNew, "At most \(Playbook.Content.whyLimit) characters."),
            Schema.Property("trigger", .text()), Schema.Property("cadence", Playbook.Cadence.schema),
            Schema.Property("steps", .list(step)), Schema.Property("burden", .list(burden)),
            Schema.Property("links", .list(link)), Schema.Property("metric_name", .text()),
            Schema.Property("metric_threshold", .text()), Schema.Property("metric_owner", .text()),
            Schema.Property("exit_rule", .text()), Schema.Property("reentry_rule", .text()),
            Schema.Property("language", Language.schema), Schema.Property("owner", .text(), "The code of a person."),
            Schema.Property("deputy", .text()), Schema.Property("co_authors", .list(.text())),
            Schema.Property("teams", .list(.text()), "Codes of teams; all when empty."),
            Schema.Property("review_on", .text(format: "date")),
        ]
    }

    private static func playbookMove(
        _ noun: String, _ name: String, _ about: String, _ body: [Schema.Property], example: JSONValue
    ) -> Operation {
        Operation(
            method: .post, path: "/playbooks/{id}/\(noun)", name: name, about: about,
            body: .object(name: name.prefix(1).uppercased() + name.dropFirst(), body), example: example,
            result: .of(PlaybookJSON.self), work: .write(form: "/playbooks/:id/\(noun)", made: nil, onePlaybook))
    }

    static func onePlaybook(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let playbook: Playbook = try call.reading.get(try call.visit.parameter("id"))
        return APIResult(PlaybookJSON(playbook, call.visit))
    }

    private static func madePlaybook(_ call: APICall) throws -> APIResult {
        try call.madeRecord(.playbook) { PlaybookJSON($0, call.visit) }
    }
}

extension APICall {
    /// The record that the write made; a field tells that it was there already.
    fileprivate func madeRecord<Record: Noun>(
        _ kind: Kind, twice field: String = "ref", _ json: (Record) -> some APIRecord
    ) throws -> APIResult {
        guard let id = made.first(where: { $0.kind == kind }).flatMap({ Identifier<Record>($0.id) }) else {
            throw Refusal.invalid(field, .alreadyThere)
        }
        return APIResult(json(try reading.get(id)))
    }
}
