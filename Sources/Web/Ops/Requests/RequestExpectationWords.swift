package import Rouage
package import WebCore

extension OpsRequest {
    package static func firstWordWords(count: Int) -> ExpectationWords {
        ExpectationWords(
            title: Phrase(
                count: count, fr: ("Donner un premier mot à % demande", "Donner un premier mot à % demandes"),
                en: ("Give % request its first word", "Give % requests their first word")),
            detail: Phrase(
                fr: "Vous êtes de permanence cette semaine. La date est celle de la plus pressante.",
                en: "You are on duty this week. The date is that of the most pressing one."),
            act: Phrase(fr: "Trier", en: "Triage"), address: "/requests#triage")
    }

    package func decidingWords(_ visit: Visit) -> ExpectationWords {
        let (title, returner) = (RequestWords(visit).title(self), visit.name(self.returnOwner))
        return expected(
            Phrase(fr: "Vous décidez : « \(title) »", en: "Yours to decide: “\(title)”"),
            self.returnOwner == visit.actor?.id
                ? Phrase(
                    fr: "Product Ops la porte le temps qu’elle refroidisse, puis vous la rend.",
                    en: "Product Ops hold it while it cools, then give it back to you.")
                : Phrase(
                    fr: "Product Ops la porte le temps qu’elle refroidisse ; \(returner) la reprendra.",
                    en: "Product Ops hold it while it cools; \(returner) will take it back."),
            Phrase(fr: "Lire", en: "Read"))
    }

    package func takingBackWords(_ visit: Visit) -> ExpectationWords {
        let title = RequestWords(visit).title(self)
        return expected(
            Phrase(fr: "Reprendre la patate chaude « \(title) »", en: "Take back the hot potato “\(title)”"),
            Phrase(
                fr: "Product Ops vous la rend : sa réponse est dans votre boîte, à marquer comme lue.",
                en: "Product Ops give it back: their answer is in your inbox, to be marked as read."),
            Phrase(fr: "Lire", en: "Read"))
    }

    package func ratingWords(_ visit: Visit) -> ExpectationWords {
        let title = RequestWords(visit).title(self)
        return expected(
            Phrase(
                fr: "Dire si « \(title) » vous a aidé", en: "Say whether “\(title)” helped you"),
            Phrase(
                fr: "Une note de 1 à 5, montrée à partir de cinq réponses.",
                en: "A score from 1 to 5, shown from five answers on."),
            Phrase(fr: "Noter", en: "Score"))
    }

    package static func unblockingWords(_ requests: [OpsRequest], _ visit: Visit) -> ExpectationWords {
        let act = Phrase(fr: "Ouvrir", en: "Open")
        if requests.count == 1, let request = requests.first { return request.stuckWords(act, visit) }
        let new = requests.count { $0.state == .new }
        let (fr, en) = new == 0 ? ("", "") : (", dont \(new) sans premier mot", ", \(new) without a first word")
        return ExpectationWords(
            title: Phrase(
                fr: "\(requests.count) demandes ont passé leur date\(fr)",
                en: "\(requests.count) requests are past their day\(en)"),
            detail: Phrase(
                fr: "Product Ops s’en occupe d’ordinaire ; en retard, elles vous sont ouvertes aussi.",
                en: "Product Ops see to them as a rule; once late they are open to you too."),
            act: act, address: "/requests")
    }

    private func stuckWords(_ act: Phrase, _ visit: Visit) -> ExpectationWords {
        let title = RequestWords(visit).title(self)
        let day = nextStepBy(.french) ?? visit.today
        let (fr, en) = (DateWords(language: .french).short(day), DateWords(language: .english).short(day))
        let next: Phrase =
            switch state {
            case .new:
                Phrase(
                    fr: "Premier mot attendu le \(fr) : vous pouvez la trier.",
                    en: "Its first word was due on \(en): you may triage it.")
            case .triaged:
                Phrase(
                    fr: "À prendre en main pour le \(fr) : vous pouvez le faire.",
                    en: "To be taken in hand by \(en): you may do so.")
            case .inHand, .closed:
                Phrase(
                    fr: "À clore pour le \(fr) : vous pouvez le faire.", en: "To be closed by \(en): you may do so.")
            }
        return expected(
            Phrase(fr: "« \(title) »", en: "“\(title)”"), next, act)
    }
}
