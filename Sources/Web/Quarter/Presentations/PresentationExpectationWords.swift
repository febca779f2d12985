package import Rouage
package import WebCore

extension Presentation {
    package func slotWords(of team: Rouage.Unit, _ visit: Visit) -> ExpectationWords {
        let minutes = slot(of: team.id)?.minutes ?? Slot.most
        return ExpectationWords(
            title: Phrase(
                fr: "Préparer le passage \("de".before(team.name, in: .french)) à la présentation",
                en: "Prepare the slot of \(team.name) in the presentation"),
            detail: Phrase(
                count: minutes,
                fr: ("% minute : qui présente, et ce qui est dit.", "% minutes : qui présente, et ce qui est dit."),
                en: ("% minute: who presents, and what is said.", "% minutes: who presents, and what is said.")),
            act: Phrase(fr: "Préparer", en: "Prepare"), address: slotAddress(of: team, visit))
    }

    package func presentWords(for team: Rouage.Unit, _ visit: Visit) -> ExpectationWords {
        let place = (runOfShow.firstIndex { $0.team == team.id } ?? 0) + 1
        let clock = { (language: Language) in DateWords(language: language).clock(self.startsHour, self.startsMinute) }
        return ExpectationWords(
            title: Phrase(
                fr: "Présenter pour \(team.name) à la présentation finale",
                en: "Present for \(team.name) at the final presentation"),
            detail: Phrase(
                fr: "Elle commence à \(clock(.french)) ; vous passez en position \(place) sur \(runOfShow.count).",
                en: "It begins at \(clock(.english)); you are number \(place) of \(runOfShow.count)."),
            act: Phrase(fr: "Voir mon passage", en: "See my slot"), address: slotAddress(of: team, visit))
    }

    private func slotAddress(of team: Rouage.Unit, _ visit: Visit) -> String {
        "/presentations/\(visit.label(cycle).inAddress)/slots/\(team.code.inAddress)"
    }
}

extension Rework {
    package func expectationWords(_ visit: Visit) -> ExpectationWords {
        let whole = Phrase(fr: "le trimestre entier", en: "the whole quarter")
        let french = team.map { visit.name($0) } ?? whole(.french)
        let english = team.map { visit.name($0) } ?? whole(.english)
        return ExpectationWords(
            title: Phrase(fr: "Dire ce qui change pour \(french)", en: "Say what changes for \(english)"),
            detail: Phrase(
                fr: "Confiance de \(ConfidenceViews.decimal(mean, .french)) sur 5 à la présentation finale.",
                en: "Confidence of \(ConfidenceViews.decimal(mean, .english)) out of 5 at the final presentation."),
            act: Phrase(fr: "Répondre", en: "Answer"), address: "/reworks/\(id)")
    }
}
