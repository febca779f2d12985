package import Rouage
package import WebCore

extension Dependency {
    /// What it waits for, by where it stands.
    package func expectationWords(_ visit: Visit) -> ExpectationWords {
        let asking = visit.name(askingTeam)
        let giving = givingTeam.map { visit.name($0) } ?? externalParty
        let what = self.what.shortened(to: 80)
        let (french, english) = (DateWords(language: .french), DateWords(language: .english))
        let (title, detail, act): (Phrase, Phrase, Phrase)
        switch state {
        case .pointedOut:
            title = Phrase(
                fr: "Répondre à \(asking) : \(what.uncapitalised)", en: "Answer \(asking): \(what.uncapitalised)")
            detail = Phrase(
                fr:
                    "Dépendance \(criticality.phrase.french.lowercased()) signalée le \(french.short(pointedOutOn)), attendue pour le \(french.short(neededBy)).",
                en:
                    "\(criticality.phrase.english) dependency pointed out on \(english.short(pointedOutOn)), needed by \(english.short(neededBy))."
            )
            act = Phrase(fr: "Répondre", en: "Answer")
        case .acknowledged:
            title = Phrase(
                fr: "S’engager envers \(asking) : \(what.uncapitalised)",
                en: "Commit to \(asking): \(what.uncapitalised)")
            detail = Phrase(
                fr: "Prise en compte, sans date promise. Attendue pour le \(french.short(neededBy)).",
                en: "Acknowledged, no date promised. Needed by \(english.short(neededBy)).")
            act = Phrase(fr: "S’engager", en: "Commit")
        case .replanned: return settleWords(giving, what)
        case .committed, .delivered, .withdrawn: return deliveryWords(visit, asking, giving, what)
        case .broken:
            title = Phrase(fr: "Proposer une nouvelle date à \(asking)", en: "Propose a new date to \(asking)")
            detail = Phrase(
                fr: "\(what) : la date promise est passée.", en: "\(what): the promised date has passed.")
            act = Phrase(fr: "Proposer", en: "Propose")
        case .declined:
            title = Phrase(fr: "Dire comment faire sans \(giving)", en: "Say how to do without \(giving)")
            detail = Phrase(
                fr: "\(what) : refusée. Écrivez une solution de repli, ou retirez la demande.",
                en: "\(what): declined. Write a fallback, or drop the request.")
            act = Phrase(fr: "Écrire", en: "Write")
        }
        return expected(title, detail, act)
    }

    private func deliveryWords(_ visit: Visit, _ asking: String, _ giving: String, _ what: String) -> ExpectationWords {
        let (french, english) = (DateWords(language: .french), DateWords(language: .english))
        guard let claimedOn else {
            let day = committedFor ?? neededBy
            return expected(
                Phrase(
                    fr: "Livrer à \(asking) : \(what.uncapitalised)", en: "Deliver to \(asking): \(what.uncapitalised)"),
                Phrase(
                    fr: "Engagement pris pour le \(french.short(day)).", en: "Promised for \(english.short(day))."),
                Phrase(fr: "Livrer", en: "Deliver"))
        }
        return expected(
            Phrase(
                fr: "Confirmer la réception : \(what.uncapitalised)", en: "Confirm receipt: \(what.uncapitalised)"),
            Phrase(
                fr: "Livrée par \(giving) le \(french.short(claimedOn)). Sans réponse, elle sera comptée comme reçue.",
                en:
                    "Delivered by \(giving) on \(english.short(claimedOn)). Without an answer it will count as received."
            ),
            Phrase(fr: "Confirmer", en: "Confirm"))
    }

    private func settleWords(_ giving: String, _ what: String) -> ExpectationWords {
        let of = "de".before(giving, in: .french)
        let act = Phrase(fr: "Comparer", en: "Compare")
        guard let date = counter?.date else {
            return expected(
                Phrase(
                    fr: "Accepter ou refuser le périmètre \(of)", en: "Accept or refuse \(giving)’s smaller scope"),
                Phrase(
                    fr: "\(what) : \((counter?.scope ?? "").shortened(to: 80))",
                    en: "\(what): \((counter?.scope ?? "").shortened(to: 80))"), act)
        }
        let (french, english) = (DateWords(language: .french), DateWords(language: .english))
        return expected(
            Phrase(fr: "Accepter ou refuser la date \(of)", en: "Accept or refuse \(giving)’s date"),
            Phrase(
                fr: "\(what) : \(french.short(date)) au lieu du \(french.short(neededBy)).",
                en: "\(what): \(english.short(date)) instead of \(english.short(neededBy))."),
            act)
    }
}
