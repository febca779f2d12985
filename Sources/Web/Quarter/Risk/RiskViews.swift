import Foundation
import HTML
import Rouage
import WebCore

/// Why a risk is what it is: its factors, each with its value and its words.
struct RiskViews {
    let visit: Visit
    /// The name of who gives.
    let giver: String

    /// The whole section on a dependency's page.
    func section(_ risk: DependencyRisk, isStuck: Bool, _ base: BaseProbabilities) -> HTML {
        let tone = RiskTone(risk, isStuck: isStuck)
        let title = visit.say(Phrase(fr: "Risque", en: "Risk"))
        let why = visit.say(Phrase(fr: "Pourquoi \(risk.percent) ?", en: "Why \(risk.percent)?"))
        return """
            <section class="sec" id="risk" aria-labelledby="h-risk"><header><h2 id="h-risk">\(title)</h2></header>\
            <p class="score"><b>\(risk.percent)</b> \(visit.say(Phrase(fr: "sur 100", en: "of 100")))\
            <span class="risk end">\(tone.cord)\(visit.say(tone.phrase))</span></p>\
            <h3>\(why)</h3>\(factors(risk))\(past(risk, base))</section>
            """
    }

    /// Four factors and their product.
    func factors(_ risk: DependencyRisk) -> HTML {
        let chance = Int((risk.probability * 100).rounded())
        let total = Phrase(
            fr: "Chance d’être à l’heure, donc un risque de \(risk.percent)",
            en: "Chance of being on time, so a risk of \(risk.percent)")
        let caption = visit.say(Phrase(fr: "Le calcul du risque", en: "How the risk is reckoned"))
        return """
            <table class="t mini calc"><caption class="vh">\(caption)</caption><tbody>\
            \(row(state(risk), HTML(percent(risk.base))))\(row(room(risk), times(risk.room.factor)))\
            \(row(load(risk), times(risk.loadFactor)))\(row(track(risk.track), times(risk.track.factor)))</tbody>\
            <tfoot>\(row(total, HTML(percent(Double(chance) / 100))))</tfoot></table>
            """
    }

    private func row(_ words: Phrase, _ value: HTML) -> HTML {
        "<tr><th scope=\"row\">\(visit.say(words))</th><td class=\"num\">\(value)</td></tr>"
    }

    private func percent(_ value: Double) -> String {
        let number = Int((value * 100).rounded())
        return visit.say(Phrase(fr: "\(number) %", en: "\(number)%"))
    }

    private func times(_ value: Double) -> HTML { "×\u{A0}\(visit.decimal(value))" }

    // MARK: Words

    private func state(_ risk: DependencyRisk) -> Phrase {
        let state = risk.state.phrase
        return Phrase(
            fr: "\(state(.french)) : la chance de départ", en: "\(state(.english)): the chance to begin with")
    }

    private func room(_ risk: DependencyRisk) -> Phrase {
        switch risk.room {
        case .promised(0): return Phrase(fr: "Promise pour le jour même", en: "Promised for the very day")
        case .promised(let days) where days > 0:
            return Phrase(
                count: days, fr: ("Promise % jour ouvré avant", "Promise % jours ouvrés avant"),
                en: ("Promised % working day ahead", "Promised % working days ahead"))
        case .promised(let days):
            return Phrase(
                count: -days, fr: ("Promise % jour ouvré trop tard", "Promise % jours ouvrés trop tard"),
                en: ("Promised % working day too late", "Promised % working days too late"))
        case .left(let days):
            let estimated = risk.isEstimated
            let french = estimated ? "effort estimé déduit" : "effort déduit"
            let english = estimated ? "estimated effort taken off" : "effort taken off"
            return days < 0
                ? Phrase(
                    count: -days, fr: ("Il manque % jour ouvré, \(french)", "Il manque % jours ouvrés, \(french)"),
                    en: ("% working day is missing, \(english)", "% working days are missing, \(english)"))
                : Phrase(
                    count: days, fr: ("Il reste % jour ouvré, \(french)", "Il reste % jours ouvrés, \(french)"),
                    en: ("% working day is left, \(english)", "% working days are left, \(english)"))
        }
    }

    private func load(_ risk: DependencyRisk) -> Phrase {
        guard let load = risk.load else {
            return Phrase(fr: "Charge de \(giver) inconnue", en: "Load of \(giver) not known")
        }
        let number = Int((load * 100).rounded())
        return Phrase(fr: "\(giver) chargée à \(number) %", en: "\(giver) loaded to \(number)%")
    }

    private func track(_ track: TrackRecord) -> Phrase {
        guard track.count > 0 else {
            return Phrase(
                fr: "Aucune promesse échue depuis deux trimestres", en: "No promise came due in two quarters")
        }
        return Phrase(
            fr: "\(track.onTime) sur \(track.count) à l’heure en deux trimestres",
            en: "\(track.onTime) of \(track.count) on time in two quarters")
    }

    /// Where the chance to begin with comes from.
    private func past(_ risk: DependencyRisk, _ base: BaseProbabilities) -> HTML {
        let words: Phrase
        if let record = base.record(of: risk.state) {
            let judged = Int((risk.state.judgedProbability * 100).rounded())
            words = Phrase(
                fr:
                    "La chance de départ part de \(judged) % et suit votre passé : \(record.onTime) sur \(record.count) à l’heure parmi celles qui en étaient là au gel. C’est une estimation, de 2 à 98.",
                en:
                    "The chance to begin with starts at \(judged)% and follows your past: \(record.onTime) of \(record.count) on time among those that stood there at the freeze. It is an estimate, from 2 to 98."
            )
        } else {
            words = Phrase(
                fr:
                    "La chance de départ est un jugement ; votre passé la corrigera après deux trimestres clos. C’est une estimation, de 2 à 98.",
                en:
                    "The chance to begin with is a judgement; your past will correct it after two closed quarters. It is an estimate, from 2 to 98."
            )
        }
        return "<p class=\"note\">\(visit.say(words))</p>"
    }
}
