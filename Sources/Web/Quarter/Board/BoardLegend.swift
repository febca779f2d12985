import HTML
import Rouage
import Storage
import WebCore

/// What the numbers, frames, squares and strings of the board mean.
struct BoardLegend {
    let page: BoardPage
    let board: Board

    private func say(_ phrase: Phrase) -> String { page.visit.say(phrase) }

    var html: HTML {
        """
        <div class="legend"><span>\(first)</span>\(early)\(left)<span class="end"></span>\(RiskTone.allCases.map(item))</div>
        """
    }

    private var first: HTML {
        guard page.isChosen else {
            return HTML(
                say(
                    Phrase(
                        fr: "Le nombre : ce qu’une équipe donne cette semaine-là. Son cadre : le pire risque.",
                        en: "The number: what a team gives that week. Its frame: the worst risk.")))
        }
        return """
            <b class="key" aria-hidden="true">A</b> \(say(Phrase(fr: "équipe qui donne", en: "team that gives")))</span>\
            <span><i class="ring" aria-hidden="true"></i> \(say(Phrase(fr: "équipe qui attend", en: "team that waits")))
            """
    }

    /// What is needed before the quarter begins stands in its first week.
    private var early: HTML {
        let count = page.counted.count { board.weeks.isBefore($0.givenOn) }
        guard count > 0 else { return "" }
        let day = (board.weeks.mondays[0].inFrench, board.weeks.mondays[0].inEnglish)
        let words = Phrase(
            count: count,
            fr: (
                "% vient avant le \(day.0), en première semaine.", "% viennent avant le \(day.0), en première semaine."
            ),
            en: ("% comes before \(day.1), in the first week.", "% come before \(day.1), in the first week."))
        return "<span>\(say(words))</span>"
    }

    /// What nobody waits for any more has no place on the board.
    private var left: HTML {
        let count = page.risks.lines.count { !$0.isOnBoard }
        guard count > 0, !page.isChosen else { return "" }
        let words = Phrase(
            count: count,
            fr: (
                "% retirée, ou refusée avec une parade, n’y est pas.",
                "% retirées, ou refusées avec une parade, n’y sont pas."
            ),
            en: (
                "% withdrawn, or declined with a fallback, is not here.",
                "% withdrawn, or declined with a fallback, are not here."
            ))
        return "<span>\(say(words))</span>"
    }

    private func item(_ tone: RiskTone) -> HTML {
        let sample: HTML =
            page.isChosen ? tone.cord : "<span class=\"c c-\(tone.name)\" aria-hidden=\"true\">1</span>"
        return "<span>\(sample) \(say(tone.phrase))</span>"
    }
}
