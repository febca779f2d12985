import HTML
import Rouage
import Storage
import WebCore

/// The chips and the search above the portfolio.
struct PortfolioFilterViews {
    let visit: Visit
    let portfolio: Portfolio
    let actor: Actor

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    private var filter: PortfolioFilter { portfolio.filter }

    var html: HTML { "<div class=\"filters\">\(chips)\(search)</div>" }

    private var chips: HTML {
        let names: [(PortfolioFilter.View, Phrase)] = [
            (.all, Phrase(fr: "Toutes", en: "All")), (.mine, Phrase(fr: "Les miennes", en: "Mine")),
            (.unsettled, Phrase(fr: "Sans accord", en: "Without agreement")),
            (.late, Phrase(fr: "Après la date", en: "After the date")),
        ]
        let chips = names.map { view, phrase -> HTML in
            let isChosen = filter.view == view
            return """
                <a class="chip" href="\(filter.address("view", view == .all ? nil : view.rawValue))"\(" aria-current=\"true\"", if: isChosen)>\
                \(isChosen ? Part.icon("check") : "")\(say(phrase)) <b>\(portfolio.count(view, actor))</b></a>
                """
        }
        return """
            <nav class="chips" aria-label="\(say(Phrase(fr: "Filtrer les briefings", en: "Filter briefings")))">\(chips)</nav>
            """
    }

    private var search: HTML {
        let organisation = visit.organisation
        let teams = Set(portfolio.open.map(\.briefing.team)).compactMap { organisation.units[$0] }
        var tribes: [Identifier<Rouage.Unit>: Rouage.Unit] = [:]
        for team in teams { if let tribe = organisation.tribe(of: team.id) { tribes[tribe.id] = tribe } }
        let states = Briefing.State.allCases.filter { state in portfolio.open.contains { $0.briefing.state == state } }
            .sorted { $0.rank < $1.rank }
        let any = say(Phrase(fr: "Toutes", en: "All"))
        let clear: HTML =
            filter.isOpen
            ? ""
            : "<a class=\"btn low\" href=\"\(visit.dated("/briefings?cycle=\(portfolio.cycle.label.inAddress)"))\">\(say(Phrase(fr: "Tout montrer", en: "Show all")))</a>"
        return """
            <form class="find" role="search" action="/briefings">\(kept("cycle"))\(kept("view"))\(kept("sort"))\(kept("as_of"))
            <label><span>\(say(Phrase(fr: "Mots", en: "Words")))</span><input class="in" name="q" type="search" value="\(filter.words)"></label>
            \(select("tribe", Phrase(fr: "Tribe", en: "Tribe"), any, options(Array(tribes.values)), visit.exchange.query["tribe"]))
            \(select("team", Phrase(fr: "Équipe", en: "Team"), any, options(teams), visit.exchange.query["team"]))
            \(select("state", Phrase(fr: "État", en: "State"), say(Phrase(fr: "Tous", en: "All")), states.map { ($0.rawValue, say($0.phrase)) }, filter.state?.rawValue))
            \(select("axis", Phrase(fr: "Axe", en: "Axis"), say(Phrase(fr: "Tous", en: "All")), under, visit.exchange.query["axis"]))
            <button class="btn">\(say(Phrase(fr: "Filtrer", en: "Filter")))</button>\(clear)</form>
            """
    }

    private var under: [(String, String)] {
        let known = Set(portfolio.open.compactMap(\.briefing.axis))
        let axes = portfolio.axes.filter { known.contains($0.id) }.map { ($0.code, $0.title) }
        return axes + [("none", say(Phrase(fr: "Sans axe", en: "Without an axis")))]
    }

    private func kept(_ name: String) -> HTML {
        guard let value = visit.exchange.query[name] ?? (name == "cycle" ? portfolio.cycle.label : nil) else {
            return ""
        }
        return "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }

    private func options(_ units: [Rouage.Unit]) -> [(String, String)] {
        units.sorted { $0.name.alphabetical < $1.name.alphabetical }.map { ($0.code, $0.name) }
    }

    private func select(
        _ name: HTML, _ phrase: Phrase, _ any: String, _ options: [(String, String)], _ chosen: String?
    ) -> HTML {
        let list = options.map { code, label -> HTML in
            "<option value=\"\(code)\"\(" selected", if: code == chosen)>\(label)</option>"
        }
        return """
            <label><span>\(say(phrase))</span><select class="in" name="\(name)"><option value="">\(any)</option>\(list)</select></label>
            """
    }
}
