import Rouage
import Storage
import WebCore

/// The times that a playbook was run, written down and taken away.
extension Occurrence {
    static let recording = Acts<Occurrence>(
        at: "/occurrences", landing: landing,
        [
            .making(
                below: "/playbooks/:id/occurrences", of: PlaybookRoutes.known, "recordOccurrence",
                "Writes down that it was run, and who did each step.",
                .init("Noter", "Record", done: "L’occurrence est notée.", "The occurrence is recorded."),
                of: Account(), body: "NewOccurrence",
                notes: [
                    "ran_by": "The code of who led it.", "teams": "Codes of the teams that took part.",
                    "all_teams": "Whether all teams took part for which it is meant, whatever `teams` says.",
                    "steps.step": "From 1.", "steps.by": "The code of a person.",
                ],
                example: [
                    "held_on": "2026-03-04", "ran_by": "camille.aubrac",
                    "steps": [["step": 1, "by": "camille.aubrac"]], "teams": ["bulletins"],
                ], { .playbook(.record($0)) }
            ) { playbook, account, call in
                try call.transaction.record(account, of: playbook.id, by: call.deed).id
            }
        ])

    static let acts = Acts<Occurrence>(
        at: "/occurrences", landing: landing,
        [
            .work(
                "removal", "removeOccurrence",
                "Takes an occurrence away that was written down wrongly; why stays in the activity.",
                .init(
                    "Retirer cette occurrence", "Take this occurrence away", done: "L’occurrence est retirée.",
                    "The occurrence is taken away."),
                of: Reason(), body: "OccurrenceRemoval", example: ["reason": "Notée deux fois."], { _ in nil },
                suits: { occurrence, visit in
                    try visit.signedIn().may(
                        .playbook(.strike(occurrence, of: visit.reading.get(occurrence.playbook))))
                }
            ) { occurrence, why, call in
                try call.transaction.strike(occurrence.id, reason: why.reason, by: call.deed)
            }.takingAway
        ])

    @Sendable private static func landing(_: Visit, _: Act<Occurrence>, _ occurrence: Occurrence) -> String {
        "/playbooks/\(occurrence.playbook)#occurrences"
    }
}

/// What people say of a playbook, and what its owner answers.
extension PlaybookFeedback {
    static let giving = Acts<PlaybookFeedback>(
        at: "/playbook-feedback", landing: landing,
        [
            .making(
                below: "/playbooks/:id/feedback", of: PlaybookRoutes.known, "giveFeedback",
                "Says whether it is still useful, 1 to 5.",
                .init("Encore utile ?", "Still useful?", done: "Votre avis est gardé.", "Your opinion is kept."),
                of: Opinion(), body: "NewFeedback", example: ["useful": 4, "text": "Utile, mais un peu long."],
                { _ in .playbook(.judge) }
            ) { playbook, opinion, call in
                let (feedback, activity) = try give(
                    opinion, on: playbook, id: call.transaction.newID(), by: call.deed)
                return try call.transaction.keep(feedback, activity)
            }
        ])

    static let acts = Acts<PlaybookFeedback>(
        at: "/playbook-feedback", landing: landing,
        [
            .work(
                "answer", "answerFeedback", "Answers in front of all, as owner or deputy.",
                .init(
                    Phrase(fr: "Répondre", en: "Answer"),
                    opening: Phrase(fr: "Répondre devant tous", en: "Answer in front of all"),
                    done: Phrase(fr: "Votre réponse se lit devant tous.", en: "Everybody reads your answer.")),
                of: Answer(), body: "FeedbackAnswer", example: ["answer": "Nous retirons l’étape 4."], { _ in nil },
                suits: { feedback, visit in
                    try Act.wouldTake(feedback, visit) {
                        try $0.answer("", of: visit.reading.get(feedback.playbook), by: $1)
                    }
                }
            ) { feedback, written, call in
                let playbook = try call.transaction.get(feedback.playbook)
                try call.change(feedback) { try $0.answer(written.answer, of: playbook, by: call.deed) }
            }
        ])

    @Sendable private static func landing(_: Visit, _: Act<PlaybookFeedback>, _ feedback: PlaybookFeedback) -> String {
        "/playbooks/\(feedback.playbook)#feedback"
    }
}
