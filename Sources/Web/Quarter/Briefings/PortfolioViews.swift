import HTML
import Rouage
import Storage
package import WebCore

/// What is at stake this quarter: every briefing on one line, by tribe.
struct PortfolioViews {
    let visit: Visit
    let portfolio: Portfolio
    let actor: Actor
    /// What is the same on every row, made once.
    private let statuses: [Briefing.State: HTML]
    private let labels: Labels

    private struct Labels {
        let team: HTML
        let owner: HTML
        let state: HTML
        let dependencies: HTML
        let flags: (late: HTML, offCycle: HTML, slowed: HTML)
        let none: HTML
    }

    static func page(_ visit: Visit) throws -> Answer {
        guard let cycle = visit.cycle else { return Layout.noCycle(visit) }
        let actor = try visit.signedIn()
        guard actor.isMember else { return stranger(visit) }
        return PortfolioViews(visit, try Portfolio(visit, cycle, actor), actor).answer
    }

    private init(_ visit: Visit, _ portfolio: Portfolio, _ actor: Actor) {
        self.visit = visit
        self.portfolio = portfolio
        self.actor = actor
        statuses = Dictionary(
            uniqueKeysWithValues: Briefing.State.allCases.map { ($0, Part.status(visit.say($0.phrase), $0.dial)) })
        func cell(_ phrase: Phrase) -> HTML { "<td data-l=\"\(visit.say(phrase))\">" }
        func flag(_ phrase: Phrase) -> HTML { "<span class=\"q\">\(visit.say(phrase))</span>" }
        labels = Labels(
            team: cell(Self.team), owner: cell(Self.owner), state: cell(Self.state),
            dependencies: "<td class=\"num\" data-l=\"\(visit.say(Self.dependencies))\">",
            flags: (
                flag(Phrase(fr: "après la date", en: "after the date")),
                flag(Phrase(fr: "hors cycle", en: "off cycle")),
                flag(Phrase(fr: "ralentie", en: "slowed down"))
            ), none: "<span class=\"qq\">\(visit.say(Phrase(fr: "aucune", en: "none")))</span>")
    }

    private static let initiative = Phrase(fr: "Initiative", en: "Initiative")
    private static let team = Phrase(fr: "Équipe", en: "Team")
    private static let owner = Phrase(fr: "Responsable", en: "Owner")
    private static let state = Phrase(fr: "État", en: "State")
    private static let dependencies = Phrase(fr: "Dépendances", en: "Dependencies")

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    private var answer: Answer {
        let title = say(Phrase(fr: "Les enjeux du moment", en: "What is at stake"))
        let body: HTML = """
            <div class="head"><div><h1>\(title)</h1><p class="lede">\(say(lede))</p></div>\(writing)</div>
            \(PortfolioFilterViews(visit: visit, portfolio: portfolio, actor: actor).html)\(OtherDay(visit: visit).html)
            <div id="portfolio" data-live-part>\(portfolio.shown == 0 ? empty : portfolio.tribes.map(section).joined())</div>
            """
        return Layout.page(visit, title: title, page: .briefings, live: "briefing:*,dependency:*", body)
    }

    private var lede: Phrase {
        let cycle = portfolio.cycle
        let teams = Set(portfolio.open.map(\.briefing.team)).count
        let unsettled = portfolio.open.reduce(0) { $0 + $1.briefing.unsettled }
        let count = portfolio.open.count
        let french = Phrase(
            count: count, fr: ("% briefing", "% briefings"), en: ("% briefing", "% briefings"))
        return Phrase(
            fr:
                "\(french(.french)) de \(teams) équipe\(teams < 2 ? "" : "s") pour le \(cycle.name(.french)). Dépendances encore sans accord : \(unsettled).",
            en:
                "\(french(.english)) of \(teams) team\(teams == 1 ? "" : "s") for \(cycle.name(.english)). Dependencies without agreement: \(unsettled)."
        )
    }

    private var writing: HTML {
        guard visit.organisation.teams.contains(where: { actor.may(.createBriefing(team: $0.id)) }) else { return "" }
        return """
            <div class="acts"><a class="btn pri" href="/briefings/new?cycle=\(portfolio.cycle.label.inAddress)">\(Part.icon("plus"))\
            \(say(Phrase(fr: "Écrire un briefing", en: "Write a briefing")))</a></div>
            """
    }

    private func section(_ tribe: Portfolio.Tribe) -> HTML {
        let id = "tribe-\(tribe.id?.description ?? "none")"
        let (count, teams) = (tribe.lines.count, tribe.teams)
        let counted = Phrase(
            fr: "\(count) initiative\(count < 2 ? "" : "s"), \(teams) équipe\(teams < 2 ? "" : "s")",
            en: "\(count) initiative\(count == 1 ? "" : "s"), \(teams) team\(teams == 1 ? "" : "s")")
        var rows = HTML()
        for line in tribe.lines { rows.append(row(line)) }
        return """
            <section class="sec"><header><h2 id="\(id)">\(tribe.name)</h2><p>\(say(counted))</p>\(fields(tribe))</header>\
            <div class="scroll" role="region" tabindex="0" aria-labelledby="\(id)"><table class="t fold folio"><thead><tr>\
            \(head(.title, Self.initiative))\(head(.team, Self.team))\(head(.owner, Self.owner))\(head(.state, Self.state))\
            \(head(.dependencies, Self.dependencies, number: true))</tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    /// To what the tribe's briefings say besides, for its lead.
    private func fields(_ tribe: Portfolio.Tribe) -> HTML {
        guard let id = tribe.id, actor.may(.editTribeFields(of: id)), let code = visit.organisation.units[id]?.code
        else { return "" }
        return """
            <p class="end"><a href="/tribes/\(code.inAddress)/fields">\(say(Phrase(fr: "Champs de la Tribe", en: "Fields of the tribe")))</a></p>
            """
    }

    private func head(_ order: PortfolioFilter.Order, _ phrase: Phrase, number: Bool = false) -> HTML {
        let filter = portfolio.filter
        let isSorted = filter.order == order
        let next = isSorted && !filter.isDescending ? "-\(order.rawValue)" : order.rawValue
        let sorted: HTML =
            isSorted ? (filter.isDescending ? " aria-sort=\"descending\"" : " aria-sort=\"ascending\"") : ""
        return """
            <th scope="col"\(" class=\"num\"", if: number)\(sorted)><a href="\(filter.address("sort", next))">\(say(phrase))</a></th>
            """
    }

    private func row(_ line: Portfolio.Line) -> HTML {
        let briefing = line.briefing
        let state = statuses[briefing.state] ?? ""
        return """
            <tr><th scope="row"><a href="\(visit.dated("/briefings/\(briefing.id)"))">\(briefing.title.set(in: visit.language(of: briefing.owner)))</a>\(flags(briefing))</th>\
            \(labels.team)\(line.team)</td>\(labels.owner)\(line.owner)</td>\(labels.state)\(state)</td>\
            \(labels.dependencies)\(count(briefing))</td></tr>
            """
    }

    private func flags(_ line: BriefingLine) -> HTML {
        guard line.late || line.offCycle || line.slowed else { return "" }
        var flags: [HTML] = []
        if line.offCycle { flags.append(labels.flags.offCycle) }
        if line.late { flags.append(labels.flags.late) }
        if line.slowed { flags.append(labels.flags.slowed) }
        return " <small>\(flags.joined(", "))</small>"
    }

    private func count(_ line: BriefingLine) -> HTML {
        guard line.dependencies > 0 else { return labels.none }
        guard line.unsettled > 0 else { return "\(line.dependencies)" }
        let phrase: HTML = visit.language == .french ? " sans accord" : " open"
        return "\(line.dependencies) <span class=\"q\">(\(line.unsettled)\(phrase))</span>"
    }

    private var empty: HTML {
        let cycle = portfolio.cycle
        if !portfolio.filter.isOpen {
            return """
                <div class="empty"><h2>\(say(Phrase(fr: "Aucun briefing ne répond à ce filtre.", en: "No briefing fits this filter.")))</h2>\
                <p>\(say(Phrase(fr: "Enlevez un critère, ou cherchez dans tout Rouage.", en: "Take a criterion out, or search all of Rouage.")))</p>\
                <a class="btn s" href="/briefings?cycle=\(cycle.label.inAddress)">\(say(Phrase(fr: "Tout montrer", en: "Show all")))</a></div>
                """
        }
        return """
            <div class="empty"><h2>\(say(Phrase(fr: "Aucun briefing pour le \(cycle.name(.french)).", en: "No briefing for \(cycle.name(.english)).")))</h2>\
            <p>\(say(Phrase(
                fr: "Un briefing tient sur une page : un problème, sa source, sa taille, une intention. Comptez quarante minutes à deux.",
                en: "A briefing takes one page: a problem, its source, its size, an intention. Allow forty minutes for two.")))</p></div>
            """
    }

    /// Somebody with an account and no place in the department.
    private static func stranger(_ visit: Visit) -> Answer {
        let title = visit.say(Phrase(fr: "Les enjeux du moment", en: "What is at stake"))
        let text = Phrase(
            fr:
                "Vous n’avez pas encore de place dans le département : les briefings s’ouvrent dès que votre équipe vous y inscrit.",
            en: "You have no place in the department yet: briefings open as soon as your team enters you.")
        return Layout.page(
            visit, title: title, page: .briefings,
            "<h1>\(title)</h1><div class=\"empty\"><h2>\(visit.say(text))</h2></div>")
    }
}

extension Layout {
    /// A day before anything was written.
    private static func unknown(_ visit: Visit) -> Answer {
        let title = visit.say(Phrase(fr: "Rien n’était encore écrit", en: "Nothing was written yet"))
        let text = Phrase(
            fr: "Ce jour-là, Rouage ne connaissait encore aucun trimestre. Choisissez un jour plus proche.",
            en: "On that day Rouage did not know any quarter yet. Choose a later day.")
        return page(
            visit, title: title, "<h1>\(title)</h1><div class=\"empty\"><p class=\"prose\">\(visit.say(text))</p></div>"
        )
    }

    /// Before any quarter was loaded.
    package static func noCycle(_ visit: Visit) -> Answer {
        let title = visit.say(Phrase(fr: "Aucun trimestre pour l’instant", en: "No quarter yet"))
        guard visit.past == nil else { return unknown(visit) }
        let text = Phrase(
            fr: "Chargez vos équipes, vos personnes et vos cycles avec la commande rouage import.",
            en: "Load your teams, people and cycles with the command rouage import.")
        return page(
            visit, title: title, "<h1>\(title)</h1><div class=\"empty\"><p class=\"prose\">\(visit.say(text))</p></div>"
        )
    }
}
