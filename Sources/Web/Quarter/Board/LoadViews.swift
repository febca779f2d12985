package import HTML
package import Rouage
package import WebCore

/// Why a team's load is what it is: what it can give, what it has taken on.
package struct LoadViews {
    package let visit: Visit

    package init(visit: Visit) {
        self.visit = visit
    }

    /// A line that opens: « Pourquoi 93 % ? ».
    package func why(_ load: Load) -> HTML {
        guard let percent = load.percent else { return "" }
        let question = visit.say(Phrase(fr: "Pourquoi \(percent) % ?", en: "Why \(percent)%?"))
        return """
            <details class="disc why"><summary>\(question)\(Part.icon("down"))</summary>\(calculation(load))</details>
            """
    }

    package func calculation(_ load: Load) -> HTML {
        let capacity = Phrase(
            fr:
                "Ce qu’elle peut donner : les jours ouvrés de ses membres, moins \(Load.leaveDays) de congé chacun, dont 70 % hors réunions et support, dont 85 % hors imprévus",
            en:
                "What it can give: the working days of its members, less \(Load.leaveDays) of leave each, 70% of it beside meetings and support, 85% of that beside what nobody planned"
        )
        let own = Phrase(fr: "Ses initiatives, selon leur appétit", en: "Its initiatives, by their appetite")
        let given = Phrase(
            fr: "Ce qu’elle donne : l’effort entier si promis, la moitié si pris en compte, le quart si signalé",
            en: "What it gives: the whole effort if promised, half if acknowledged, a quarter if pointed out")
        let caption = visit.say(Phrase(fr: "Le calcul de la charge", en: "How the load is reckoned"))
        let estimated =
            load.isEstimated
            ? Phrase(
                fr: "Estimé : un effort ou un appétit que personne n’a dit compte pour la médiane du trimestre.",
                en: "Estimated: an effort or an appetite that nobody gave counts as the median of the quarter.") : nil
        let much =
            load.givesMuch
            ? Phrase(
                fr: "Plus de 30 % de ce qu’elle a pris va à d’autres équipes.",
                en: "More than 30% of what it has taken on goes to other teams.") : nil
        let notes = [much, estimated].compactMap { $0 }.map { "<p class=\"note\">\(visit.say($0))</p>" as HTML }
        return """
            <table class="t mini calc"><caption class="vh">\(caption)</caption><tbody>\
            \(row(own, load.own))\(row(given, load.given))\(row(capacity, load.capacity))</tbody></table>\(notes)
            """
    }

    private func row(_ words: Phrase, _ days: Double) -> HTML {
        let number = Int(days.rounded())
        return """
            <tr><th scope="row">\(visit.say(words))</th><td class="num">\(visit.say(Phrase(fr: "\(number) j", en: "\(number) d")))</td></tr>
            """
    }
}

extension Load.Zone {
    package var phrase: Phrase {
        switch self {
        case .comfortable: Phrase(fr: "À l’aise", en: "Comfortable")
        case .tight: Phrase(fr: "Tendu", en: "Tight")
        case .overloaded: Phrase(fr: "Surchargé", en: "Overloaded")
        }
    }
}
