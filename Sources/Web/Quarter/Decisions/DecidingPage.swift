import HTML
import Rouage
import Storage
import WebCore

/// What is decided before the freeze: each initiative with its readiness, the reviews of the three crafts and the
/// chance that what it waits for is there, and under it the form of who decides.
struct DecidingPage {
    let visit: Visit
    let cycle: Cycle
    let actor: Actor
    /// Whether only what the visitor decides is shown.
    let isMine: Bool
    let rows: [Row]

    struct Row {
        let briefing: Briefing
        let readiness: Readiness
        let reviews: [Review]
        let chance: Chance?
        /// Dependencies that the teams have not agreed on, and all that are not withdrawn.
        let unsettled: Int
        let count: Int
    }

    init(_ visit: Visit, _ cycle: Cycle) throws {
        let actor = try visit.signedIn()
        let reading = visit.reading
        self.visit = visit
        self.cycle = cycle
        self.actor = actor
        let briefings: [Briefing] = try reading.records(
            where: "cycle = \(cycle.id) AND state IN ('aligning', 'ready', 'validated', 'postponed', 'dropped')")
        let mine = briefings.filter { actor.may(.decideBriefing($0)) }
        isMine = !mine.isEmpty && visit.exchange.query["scope"] != "all"
        let shown = isMine ? mine : briefings
        let needs = Dictionary(
            grouping: try reading.records(Dependency.self, where: "cycle = \(cycle.id)"), by: \.briefing)
        let reviews = Dictionary(
            grouping: try reading.records(
                Review.self, where: "briefing IN (SELECT id FROM briefing WHERE cycle = \(cycle.id)) ORDER BY craft"),
            by: \.briefing)
        let risks = try visit.risks(of: cycle)
        let chances = risks.chances
        rows = shown.map { briefing in
            let dependencies = (needs[briefing.id] ?? []).filter { $0.state != .withdrawn }
            let given = reviews[briefing.id] ?? []
            return Row(
                briefing: briefing,
                readiness: Readiness(
                    briefing, dependencies: dependencies, load: risks.model.loads[briefing.team]?.ratio,
                    reviewed: Set(given.map(\.craft))),
                reviews: given, chance: chances[briefing.id], unsettled: dependencies.count(where: \.isToSettle),
                count: dependencies.count)
        }
    }

    func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    /// Ready ones first, then by readiness.
    private var open: [Row] {
        rows.filter { $0.briefing.state == .ready || $0.briefing.state == .aligning }.sorted { a, b in
            let (first, second) = (a.briefing.state == .ready, b.briefing.state == .ready)
            if first != second { return first }
            return (b.readiness.score, a.briefing.ref) < (a.readiness.score, b.briefing.ref)
        }
    }

    private var done: [Row] {
        rows.filter { $0.briefing.state != .ready && $0.briefing.state != .aligning }.sorted { a, b in
            let (first, second) = (a.briefing.decision?.on ?? cycle.start, b.briefing.decision?.on ?? cycle.start)
            return (second, a.briefing.ref) < (first, b.briefing.ref)
        }
    }

    var answer: Answer {
        let title = Phrase(
            fr: "À décider pour le \(cycle.shortName(.french))", en: "To decide for \(cycle.shortName(.english))")
        let body: HTML = """
            <header class="head"><div><h1>\(say(title))</h1><p class="lede">\(say(lede))</p></div>\
            <div class="acts"><a class="btn" href="\(Layout.Page.decisionLog.address)?cycle=\(cycle.label.inAddress)">\(say(Layout.Page.decisionLog.words))</a></div></header>
            \(scopes)\(keys)<div id="deciding" data-live-part data-behaviour="rows">\(section(Phrase(fr: "En attente", en: "Waiting"), open, isOpen: true))\
            \(section(Phrase(fr: "Décidées", en: "Decided"), done, isOpen: false))</div>
            """
        return Layout.page(
            visit, title: say(title), page: .decisions, live: "briefing:*,review:*,dependency:*", body)
    }

    private var lede: Phrase {
        let count = open.count
        let ready = open.count { $0.briefing.state == .ready }
        let waiting = Phrase(
            count: count, fr: ("% initiative attend", "% initiatives attendent"),
            en: ("% initiative is waiting", "% initiatives are waiting"))
        let first = Phrase(
            fr: "\(waiting(.french)), dont \(ready) \(ready < 2 ? "prête" : "prêtes").",
            en: "\(waiting(.english)), \(ready) of them ready.")
        guard visit.today <= cycle.phases.freeze else {
            return Phrase(
                fr: "\(first(.french)) Depuis le gel, le ou la CPO seul décide, avec une raison annoncée.",
                en: "\(first(.english)) Since the freeze the CPO alone decides, with a reason that is announced.")
        }
        let days = (DateWords(language: .french), DateWords(language: .english))
        return Phrase(
            fr: "\(first(.french)) Le gel est \(days.0.weekdayLong(cycle.phases.freeze)).",
            en: "\(first(.english)) The freeze is on \(days.1.weekdayLong(cycle.phases.freeze)).")
    }

    /// What the keyboard does, for those who decide; the script binds it.
    private var keys: HTML {
        guard isMine else { return "" }
        let words = Phrase(
            fr: "Au clavier : J et K passent d’une initiative à l’autre, D ouvre sa décision.",
            en: "By keyboard: J and K go from one initiative to the other, D opens its decision.")
        return "<p class=\"note noprint\">\(say(words))</p>"
    }

    private var scopes: HTML {
        guard actor.holds(.director) || actor.holds(.cpo) else { return "" }
        func chip(_ words: Phrase, _ value: String?, isOn: Bool) -> HTML {
            """
            <a class="chip" href="\(visit.address(with: "scope", value))"\(" aria-current=\"true\"", if: isOn)>\
            \(isOn ? Part.icon("check") : "")\(say(words))</a>
            """
        }
        return """
            <nav class="chips fl" aria-label="\(say(Phrase(fr: "Initiatives montrées", en: "Initiatives shown")))">\
            \(chip(Phrase(fr: "Celles que je décide", en: "Mine to decide"), nil, isOn: isMine))\
            \(chip(Phrase(fr: "Tout le département", en: "The whole department"), "all", isOn: !isMine))</nav>
            """
    }

    private func section(_ title: Phrase, _ rows: [Row], isOpen: Bool) -> HTML {
        let words = say(title)
        guard !rows.isEmpty else { return isOpen ? empty(words) : "" }
        let table = DecidingTable(page: self)
        return """
            <section class="sec"><header><h2>\(words)</h2><p>\(rows.count)</p></header>\(table.html(rows, label: words))</section>
            """
    }

    private func empty(_ title: String) -> HTML {
        let lead = Phrase(fr: "Rien n’attend de décision.", en: "Nothing is waiting for a decision.")
        let how = Phrase(
            fr: "Une initiative arrive ici quand elle entre en alignement.",
            en: "An initiative comes here when it enters alignment.")
        return """
            <section class="sec"><header><h2>\(title)</h2></header><div class="empty"><h3>\(say(lead))</h3><p>\(say(how))</p></div></section>
            """
    }
}
