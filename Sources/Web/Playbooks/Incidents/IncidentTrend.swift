import HTML
import Rouage
import Storage
import WebCore

/// Serious incidents quarter by quarter, beside what the four quarters before each would have one expect.
struct IncidentTrend {
    private let visit: Visit
    private let quarters: [(quarter: Quarter, surge: IncidentSurge)]

    init(_ visit: Visit) throws {
        self.visit = visit
        var known: [Quarter] = []
        var quarter = try visit.reading.calendarQuarter(of: visit.today)
        while known.count < 6 {
            known.append(quarter)
            quarter = quarter.previous
        }
        quarters = try known.map { ($0, try visit.reading.incidentSurge(in: $0)) }
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    /// Said on top when the quarter that runs is out of the ordinary.
    var banner: HTML {
        guard let now = quarters.first?.surge, now.isSurge, let mean = now.mean, let chance = now.probability else {
            return ""
        }
        let lead = Phrase(
            fr: "\(now.seen) incidents graves ce trimestre, pour \(mean.plain(.french)) par trimestre d’ordinaire.",
            en: "\(now.seen) serious incidents this quarter, against \(mean.plain(.english)) a quarter as a rule.")
        let how = Phrase(
            fr:
                "Le hasard seul en amènerait autant \(odds(chance, .french)). Product Ops peut en faire un sujet ; rien ne se décide ici.",
            en:
                "Chance alone would bring as many \(odds(chance, .english)). Product Ops may make a topic of it; nothing is decided here."
        )
        return """
            <div class="banner warn" id="surge">\(Part.icon("alert"))<div><p><b>\(say(lead))</b></p><p>\(say(how)) \
            <a href="/topics">\(say(Phrase(fr: "Voir les sujets", en: "See the topics")))</a></p></div></div>
            """
    }

    /// `une fois sur 60`.
    private func odds(_ chance: Double, _ language: Language) -> String {
        let times = Int((1 / max(chance, 0.0001)).rounded())
        return Phrase(fr: "une fois sur \(times)", en: "one time in \(times)")(language)
    }

    var section: HTML {
        let most = Double(
            max(
                1, quarters.map(\.surge.seen).max() ?? 1,
                quarters.compactMap(\.surge.mean).max().map { Int($0.rounded(.up)) } ?? 1))
        let rows = quarters.map { quarter, surge -> HTML in
            let expected: HTML =
                surge.mean.map { told($0) }
                ?? "<span class=\"q\">\(say(Phrase(fr: "trop peu d’historique", en: "too little history")))</span>"
            return """
                <tr><th scope="row">\(quarter.name(visit.language))</th><td>\(bar(surge, of: most))</td>\
                <td class="num" data-l="\(say(Self.expected))">\(expected)</td><td data-l="\(say(Self.chance))">\(verdict(surge))</td></tr>
                """
        }
        let rule = Phrase(
            fr: "gravités 1 et 2 ; le trait est la moyenne des quatre trimestres d’avant",
            en: "severities 1 and 2; the line is the mean of the four quarters before")
        let heads: [(Phrase, Bool)] = [
            (Phrase(fr: "Trimestre", en: "Quarter"), false),
            (Phrase(fr: "Incidents graves", en: "Serious incidents"), false),
            (Self.expected, true), (Self.chance, false),
        ]
        let row = heads.map { "<th scope=\"col\"\(" class=\"num\"", if: $0.1)>\(say($0.0))</th>" as HTML }
        return """
            <section class="sec" id="trend" aria-labelledby="h-trend"><header><h2 id="h-trend">\(say(Phrase(fr: "Trimestre après trimestre", en: "Quarter by quarter")))</h2>\
            <p>\(say(rule))</p></header><table class="t inctrend"><caption class="vh">\(say(rule))</caption><thead><tr>\(row)</tr></thead><tbody>\(rows)</tbody></table>\
            \(why)</section>
            """
    }

    /// The mean, and the least with which it is reckoned where that is more.
    private func told(_ mean: Double) -> HTML {
        let number = HTML(mean.plain(visit.language))
        guard mean < IncidentSurge.leastMean else { return number }
        let hundredths = Int((IncidentSurge.leastMean * 100).rounded())
        let least = Phrase(fr: "au moins 0,\(hundredths)", en: "at least 0.\(hundredths)")
        return "\(number) <span class=\"q\">(\(say(least)))</span>"
    }

    private static let expected = Phrase(fr: "Attendus", en: "Expected")
    private static let chance = Phrase(fr: "Par hasard", en: "By chance")

    private func bar(_ surge: IncidentSurge, of most: Double) -> HTML {
        let width = Int((Double(surge.seen) / most * 100).rounded())
        let mark: HTML =
            surge.mean.map { mean in
                let x = Int((mean / most * 100).rounded())
                return "<path class=\"mean\" d=\"M\(x) 0V14\"/>"
            } ?? ""
        return """
            <span class="pbbar"><svg class="track" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">\
            <rect class="bed" width="100" height="14"/><rect class="\(surge.isSurge ? "over" : "fill")" width="\(width)" height="14"/>\(mark)</svg><b>\(surge.seen)</b></span>
            """
    }

    private func verdict(_ surge: IncidentSurge) -> HTML {
        guard let chance = surge.probability else { return "<span class=\"qq\">–</span>" }
        let words = visit.smallPercent(chance)
        guard surge.isSurge else { return HTML(words) }
        return "\(words) \(Part.status(say(Phrase(fr: "Anormal", en: "Out of the ordinary")), ("alert", "warn")))"
    }

    private var why: HTML {
        let text = Phrase(
            fr:
                "Des incidents sans lien entre eux tombent comme la pluie : la loi de Poisson dit la chance d’en voir au moins autant, avec la moyenne des quatre trimestres d’avant (un quart d’incident au moins). Sous 5 %, quelque chose a changé. Sans quatre trimestres connus, on ne dit rien.",
            en:
                "Incidents that have nothing to do with each other fall like rain: the law of Poisson says how likely it is to see at least as many, with the mean of the four quarters before (a quarter of an incident at least). Below 5%, something has changed. Without four known quarters, nothing is said."
        )
        return """
            <details class="disc why"><summary>\(say(Phrase(fr: "D’où viennent ces nombres ?", en: "Where do these numbers come from?")))\(Part.icon("down"))</summary><p class="note">\(say(text))</p></details>
            """
    }
}
