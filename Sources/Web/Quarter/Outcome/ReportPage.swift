import HTML
import Rouage
import Storage
import WebCore

/// The report of a quarter: what was planned and done, what held things up, what nobody saw coming. It speaks of teams
/// and initiatives, and prints.
struct ReportPage {
    let visit: Visit
    let cycle: Cycle
    let report: CycleReport
    let retrospectives: [Retrospective]

    static func show(_ visit: Visit) throws -> Answer {
        let cycle = try visit.cycleOfAddress()
        let visit = try visit.inDepartment(of: cycle)
        return ReportPage(
            visit: visit, cycle: cycle, report: try visit.reading.report(of: cycle),
            retrospectives: try visit.reading.retrospectives(of: cycle.id)
        ).answer
    }

    func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    private var answer: Answer {
        let title = Phrase(
            fr: "Bilan du \(cycle.name(.french))", en: "Report of \(cycle.name(.english))")
        let body: HTML = """
            <article class="report" aria-labelledby="title"><header class="head"><div>\
            <h1 id="title">\(say(title))</h1><p class="lede">\(say(lede))</p></div>\(acts)</header>\(content)</article>
            """
        return Layout.page(visit, title: say(title), page: .report, cycle: cycle.id, body)
    }

    private var content: HTML {
        guard cycle.state >= .presented else {
            let words = Phrase(
                fr:
                    "Ce trimestre se prépare encore. Son bilan commence à la présentation finale, et se ferme avec lui.",
                en:
                    "This quarter is still being prepared. Its report begins at the final presentation and closes with it."
            )
            return "<div class=\"empty\"><p>\(say(words))</p></div>"
        }
        let tables = ReportTables(page: self)
        let lists = ReportLists(page: self)
        return """
            \(tables.figures)\(tables.teams)\(lists.setbacks)\(lists.surprises)\(tables.pairs)\
            \(RetrospectiveViews(page: self).section)
            """
    }

    private var lede: Phrase {
        let all = report.teams.values
        let planned = all.reduce(0) { $0 + $1.planned }
        let done = all.reduce(0) { $0 + $1.done }
        let added = all.reduce(0) { $0 + $1.added }
        let (french, english) = (DateWords(language: .french), DateWords(language: .english))
        let isClosed = cycle.end < visit.today
        let first =
            isClosed
            ? Phrase(
                fr: "Trimestre clos le \(french.full(cycle.end)).", en: "Quarter closed on \(english.full(cycle.end)).")
            : Phrase(
                fr: "Le trimestre court encore : état au \(french.full(visit.today)).",
                en: "The quarter is still running: state of \(english.full(visit.today)).")
        let plan = Phrase(
            count: planned, fr: ("% initiative prévue", "% initiatives prévues"),
            en: ("% initiative planned", "% initiatives planned"))
        let (came, ended) = (added < 2 ? "venue" : "venues", done < 2 ? "terminée" : "terminées")
        return Phrase(
            fr: "\(first.french) \(plan.french), \(added) \(came) après la présentation ; \(done) \(ended).",
            en: "\(first.english) \(plan.english), \(added) that came after the presentation; \(done) done.")
    }

    private var acts: HTML {
        """
        <div class="acts noprint"><button class="btn low" type="button" data-behaviour="print" hidden>\(Part.icon("print"))\
        \(say(Phrase(fr: "Imprimer", en: "Print")))</button>\
        <a class="btn" href="/cycles/\(cycle.label.inAddress)/changes">\
        \(say(Phrase(fr: "Ce qui a changé entre deux jours", en: "What changed between two days")))</a></div>
        """
    }
}
