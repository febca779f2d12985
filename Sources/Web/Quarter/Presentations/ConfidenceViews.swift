package import HTML
package import Rouage
package import Storage
package import WebCore

/// The vote from 1 to 5, and what came of it once it is closed.
package enum ConfidenceViews {
    package static func word(_ value: Int) -> Phrase {
        switch value {
        case 1: Phrase(fr: "Je n’y crois pas", en: "I do not believe in it")
        case 2: Phrase(fr: "J’en doute", en: "I doubt it")
        case 3: Phrase(fr: "C’est possible", en: "It is possible")
        case 4: Phrase(fr: "J’y crois", en: "I believe in it")
        default: Phrase(fr: "J’en suis sûr·e", en: "I am sure of it")
        }
    }

    package static let secrecy = Phrase(
        fr:
            "Anonyme : Rouage compte les votes et ne garde ni qui, ni quand. Un vote par personne, qui ne change plus. Personne ne lit le résultat avant la fin.",
        en:
            "Anonymous: Rouage counts votes and keeps neither who nor when. One vote a person, for good. Nobody reads the result before the end."
    )

    /// The radio buttons of one vote, the same for every viewer.
    /// - Parameter about: the team; nobody for the whole.
    package static func fields(
        _ language: Language, about: (id: Identifier<Rouage.Unit>, name: String)?, prefix: String
    )
        -> HTML
    {
        let legend =
            about.map {
                Phrase(
                    fr: "Votre confiance dans ce que \($0.name) annonce",
                    en: "Your confidence in what \($0.name) announces")(
                        language)
            }
            ?? Phrase(fr: "Votre confiance dans le trimestre entier", en: "Your confidence in the whole quarter")(
                language)
        let choices = Confidence.values.map { value -> HTML in
            """
            <label class="opt"><input type="radio" name="value" value="\(value)" required> \
            <span><b>\(value)</b> \(word(value)(language))</span></label>
            """
        }
        let button = Phrase(fr: "Voter", en: "Vote")(language)
        return """
            <fieldset class="field" id="\(prefix)-vote"><legend>\(legend)</legend>\
            <input type="hidden" name="team" value="\(about?.id.description ?? "")"><div class="five">\(choices)</div>\
            <button class="btn">\(button)</button></fieldset>
            """
    }

    // MARK: Afterwards

    /// Team by team, the least believed first.
    package static func results(
        _ language: Language, _ confidence: [ConfidenceSubject: Confidence],
        of names: [(Identifier<Rouage.Unit>, String)]
    ) -> HTML {
        func say(_ fr: String, _ en: String) -> String { Phrase(fr: fr, en: en)(language) }
        let whole = confidence[.whole] ?? Confidence(counts: [0, 0, 0, 0, 0])
        let teams = names.compactMap { team, name in confidence[.team(team)].map { (name, $0) } }.sorted {
            ($0.1.mean ?? 9, $0.0) < ($1.1.mean ?? 9, $1.0)
        }
        let rows = teams.map { row($0.0, $0.1, language) }
        let all = row(say("Le trimestre entier", "The whole quarter"), whole, language, isWhole: true)
        return """
            <table class="t fold conf"><caption class="vh">\(say("Confiance, de 1 à 5", "Confidence, 1 to 5"))</caption>\
            <thead><tr><th scope="col">\(say("Équipe", "Team"))</th><th scope="col" class="num">\(say("Moyenne", "Mean"))</th>\
            <th scope="col">\(say("Répartition", "Split"))</th><th scope="col" class="num">\(say("Votes", "Votes"))</th>\
            <th scope="col">\(say("Suite", "What follows"))</th></tr></thead><tbody>\(all)\(rows)</tbody></table>
            """
    }

    private static func row(_ name: String, _ confidence: Confidence, _ language: Language, isWhole: Bool = false)
        -> HTML
    {
        func say(_ fr: String, _ en: String) -> String { Phrase(fr: fr, en: en)(language) }
        let mean: HTML = confidence.mean.map { "<b>\(decimal($0, language))</b>" } ?? hidden(language)
        let follows: HTML =
            confidence.needsRework
            ? Part.status(say("À retravailler", "To rework"), ("alert", "warn"))
            : confidence.mean == nil ? "" : HTML(say("Rien à faire", "Nothing to do"))
        let votes = confidence.votes < Confidence.least ? "< \(Confidence.least)" : String(confidence.votes)
        return """
            <tr\(" class=\"tot\"", if: isWhole)><th scope="row">\(name)</th>\
            <td class="num" data-l="\(say("Moyenne", "Mean"))">\(mean)</td>\
            <td data-l="\(say("Répartition", "Split"))">\(confidence.split.map { bars($0, language) } ?? "")</td>\
            <td class="num" data-l="\(say("Votes", "Votes"))">\(votes)</td>\
            <td data-l="\(say("Suite", "What follows"))">\(follows)</td></tr>
            """
    }

    private static func hidden(_ language: Language) -> HTML {
        let text = Phrase(fr: "Masqué pour protéger les réponses", en: "Hidden to protect answers")(language)
        return "<span class=\"q\">\(Part.icon("lock"))\(text)</span>"
    }

    /// `3,4` in French, `3.4` in English.
    package static func decimal(_ value: Double, _ language: Language) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10)\(language == .french ? "," : ".")\(tenths % 10)"
    }

    /// Five columns, from 1 to 5.
    private static func bars(_ split: [Int], _ language: Language) -> HTML {
        let most = max(split.max() ?? 1, 1)
        let columns = split.enumerated().map { index, count -> HTML in
            let height = max(count * 24 / most, count > 0 ? 1 : 0)
            return "<rect x=\"\(index * 14)\" y=\"\(24 - height)\" width=\"11\" height=\"\(height)\"/>"
        }
        let words = split.enumerated().map { "\($0.offset + 1) : \($0.element)" }.joined(separator: ", ")
        return """
            <svg class="bars" viewBox="0 0 67 25" width="67" height="25" role="img" aria-label="\(words)">\(columns)\
            <path d="M0 24.5H67"/></svg>
            """
    }
}
