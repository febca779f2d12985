import HTML
import Rouage
import Storage
import WebCore

/// The public log of a quarter: what was decided, why, by whom, and what it replaced. It reads without having been
/// there.
struct DecisionLogPage {
    let visit: Visit
    let cycle: Cycle
    let filter: DecisionFilter
    /// The whole log of the quarter, newest first.
    let all: [Decision]
    let shifts: [Shift]
    /// What decisions name: dependencies that ended, drafts that wait.
    let dependencies: [Identifier<Dependency>: Dependency]
    let drafts: [Identifier<Briefing>: Briefing]

    init(_ visit: Visit, _ cycle: Cycle) throws {
        self.visit = visit
        self.cycle = cycle
        filter = DecisionFilter(visit.exchange.query, in: visit.organisation)
        all = try visit.reading.decisionLog(of: cycle.id)
        shifts = try visit.reading.shifts(of: [cycle.id])
        let ended = all.flatMap(\.withdrawn)
        let known: [Dependency] = ended.isEmpty ? [] : try visit.reading.records(where: "id IN \(in: ended)")
        dependencies = Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0) })
        let carried = all.compactMap(\.carriedTo)
        let waiting: [Briefing] = carried.isEmpty ? [] : try visit.reading.records(where: "id IN \(in: carried)")
        drafts = Dictionary(
            uniqueKeysWithValues: waiting.filter { visit.actor?.may(.readBriefing($0)) ?? false }.map { ($0.id, $0) })
    }

    func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    var answer: Answer {
        let title = Phrase(
            fr: "Décisions du \(cycle.shortName(.french))", en: "Decisions of \(cycle.shortName(.english))")
        let shown = all.filter { filter.admits($0, in: visit.organisation) }
        let entries = DecisionEntries(page: self)
        let dates = filter.isUsed ? [] : shifts
        let body: HTML = """
            <header class="head"><div><h1>\(say(title))</h1><p class="lede">\(say(lede))</p></div>\(pending)</header>
            \(form)<div id="log" data-live-part>\(shown.isEmpty && dates.isEmpty ? empty : entries.list(shown, dates))</div>
            """
        return Layout.page(visit, title: say(title), page: .decisionLog, live: "decision:*,cycle:*", body)
    }

    private var lede: Phrase {
        func count(_ outcome: Briefing.Outcome) -> Int { valid.count { $0.outcome == outcome } }
        let validated = Phrase(
            count: count(.validated), fr: ("% validée", "% validées"), en: ("% validated", "% validated"))
        let postponed = Phrase(
            count: count(.postponed), fr: ("% reportée", "% reportées"), en: ("% postponed", "% postponed"))
        let dropped = Phrase(count: count(.dropped), fr: ("% écartée", "% écartées"), en: ("% dropped", "% dropped"))
        return Phrase(
            fr: "\(validated(.french)), \(postponed(.french)), \(dropped(.french)). Chaque décision dit pourquoi.",
            en: "\(validated(.english)), \(postponed(.english)), \(dropped(.english)). Each decision says why.")
    }

    /// Those that no later one has replaced.
    private var valid: [Decision] {
        let replaced = Set(all.compactMap(\.supersedes))
        return all.filter { !replaced.contains($0.id) }
    }

    private var pending: HTML {
        """
        <div class="acts"><a class="btn" href="\(Layout.Page.decisions.address)?cycle=\(cycle.label.inAddress)">\(say(Phrase(fr: "Ce qui reste à décider", en: "What is left to decide")))</a></div>
        """
    }

    private var form: HTML {
        let organisation = visit.organisation
        let parts = FormParts(visit, prefix: "fl", isSent: false)
        let query = visit.exchange.query
        let tribes = organisation.units.values.filter { $0.sort == .tribe }.sorted { $0.name < $1.name }
            .map { ($0.code, $0.name) }
        let outcomes = Briefing.Outcome.allCases.map { ($0.rawValue, say($0.phrase)) }
        let cycles = visit.cycles.reversed().map { ($0.label, $0.name(visit.language)) }
        let sorts = Decision.Sort.allCases.map { ($0.rawValue, say($0.phrase)) }
        let any = Phrase(fr: "Toutes", en: "All")
        return """
            <form class="row fl logf" method="get" action="/decisions">\
            \(parts.select("cycle", Phrase(fr: "Trimestre", en: "Quarter"), stored: cycle.label, Array(cycles)))\
            \(parts.select("tribe", Phrase(fr: "Tribe", en: "Tribe"), stored: query["tribe"] ?? "", tribes, empty: any))\
            \(parts.select("kind", Phrase(fr: "Prise", en: "Taken"), stored: query["kind"] ?? "", sorts, empty: any))\
            \(parts.select("outcome", Phrase(fr: "Issue", en: "Outcome"), stored: query["outcome"] ?? "", outcomes, empty: any))\
            \(parts.text("q", Phrase(fr: "Mots", en: "Words"), stored: filter.words, type: "search"))\
            <button class="btn s">\(say(Phrase(fr: "Filtrer", en: "Filter")))</button></form>
            """
    }

    private var empty: HTML {
        guard all.isEmpty else {
            let words = Phrase(
                fr: "Aucune décision de ce genre. Retirez un filtre pour en voir plus.",
                en: "No decision like this. Remove a filter to see more.")
            return "<div class=\"empty\"><p>\(say(words))</p></div>"
        }
        let lead = Phrase(fr: "Aucune décision pour ce trimestre.", en: "No decision for this quarter.")
        let how = Phrase(
            fr:
                "Les directions valident, reportent ou écartent les initiatives jusqu’au gel ; les équipes notent ce qu’elles décident en rencontre. Tout se lit ici.",
            en:
                "Directors validate, postpone or drop initiatives until the freeze; teams note what they decide at meetings. It all reads here."
        )
        return "<div class=\"empty\"><h2>\(say(lead))</h2><p>\(say(how))</p></div>"
    }
}
