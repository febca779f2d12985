import Rouage
package import WebCore

extension SilentGuess.Reason {
    /// The reason as its people read it.
    package var phrase: Phrase {
        switch self {
        case .namedInTheText: Phrase(fr: "Le texte la nomme", en: "The text names it")
        case .neighbours(_, 1, _):
            Phrase(fr: "Nommée dans le briefing le plus proche", en: "Named in the closest briefing")
        case .neighbours(let named, let all, _):
            Phrase(
                fr: "Nommée dans \(named) des \(all) briefings les plus proches",
                en: "Named in \(named) of the \(all) closest briefings")
        case .habit(_, 1): Phrase(fr: "Votre équipe l’a déjà demandée", en: "Your team asked it before")
        case .habit(let cycles, let all):
            Phrase(
                count: cycles,
                fr: (
                    "Votre équipe l’a demandée % trimestre sur \(all)",
                    "Votre équipe l’a demandée % trimestres sur \(all)"
                ),
                en: ("Your team asked it in % quarter of \(all)", "Your team asked it in % quarters of \(all)"))
        case .words(let words): Self.spoken(words)
        case .usual(let asked, let all):
            Phrase(
                fr: "Demandée par \(asked) des \(all) initiatives passées",
                en: "Asked by \(asked) of \(all) past initiatives")
        }
    }

    private static func spoken(_ words: [String]) -> Phrase {
        let french = words.map { "« \($0) »" }.joined(separator: ", ")
        let english = words.map { "“\($0)”" }.joined(separator: ", ")
        return Phrase(
            fr: "Le texte parle de \(french) : des mots de ses demandes et de ses briefings",
            en: "The text speaks of \(english): words of its requests and briefings")
    }
}
