package import Rouage
package import WebCore

extension Playbook {
    package func consentWords(_ consent: Consent) -> ExpectationWords {
        expected(
            Phrase(fr: "Passation : « \(name) »", en: "Hand-over: “\(name)”"), consent.phrase,
            Phrase(fr: "Répondre", en: "Answer"), at: "#hand-over")
    }

    package var reviewWords: ExpectationWords {
        expected(
            Phrase(fr: "Relire « \(name) »", en: "Review “\(name)”"),
            Phrase(
                fr: "Sa date de revue est passée : est-il toujours utile ?",
                en: "Its review date has passed: is it still useful?"),
            Phrase(fr: "Relire", en: "Review"), at: "#state")
    }

    package func relapseWords(_ relapse: Relapse, _ visit: Visit) -> ExpectationWords {
        expected(
            Phrase(fr: "« \(name) » glisse", en: "“\(name)” slips"), relapse.phrase(visit),
            Phrase(fr: "Voir", en: "See"), at: "#relapse")
    }

    package func feedbackWords(_ voices: [PlaybookFeedback]) -> ExpectationWords {
        expected(
            Phrase(fr: "Répondre à un avis sur « \(name) »", en: "Answer feedback on “\(name)”"),
            Phrase(
                count: voices.count, fr: ("% avis attend une réponse", "% avis attendent une réponse"),
                en: ("% opinion waits for an answer", "% opinions wait for an answer")),
            Phrase(fr: "Répondre", en: "Answer"), at: voices.first.map { "#f-\($0.id)" } ?? "#state")
    }

    private var name: String { content.title.set(in: language) }
}
