import HTML
import Rouage
import Storage

/// Every dependency of a quarter as a table; my team's first when asked.
enum DependencyTableViews {
    static func page(_ visit: Visit) throws -> Answer {
        let say = visit.say
        let actor = try visit.signedIn()
        guard let cycle = visit.cycle else { return Layout.noCycle(visit) }
        let team = visit.exchange.query["team"].flatMap { visit.organisation.unitsByCode[$0] }
        let lines =
            try team.map { try visit.reading.dependencyLines(of: $0, in: cycle.id) }
            ?? visit.reading.dependencyLines(of: cycle.id)
        guard actor.isMember else { throw Refusal.notFound }
        let waiting = lines.count { $0.state == .pointedOut }
        let body: HTML = """
            <h1>\(say(Phrase(fr: "Dépendances", en: "Dependencies")))</h1>
            <p class="lede">\(say(Phrase(
                fr: "\(lines.count) pour le \(cycle.name(.french)), dont \(waiting) sans réponse.",
                en: "\(lines.count) for \(cycle.name(.english)), \(waiting) of them without an answer.")))</p>
            \(chips(visit, actor, team))
            \(team.map { split(visit, lines, $0) } ?? table(visit, say(Phrase(fr: "Toutes", en: "All")), lines))
            """
        return Layout.page(
            visit, title: say(Phrase(fr: "Dépendances", en: "Dependencies")), section: .dependencies,
            live: "dependency:*", body)
    }

    private static func chips(_ visit: Visit, _ actor: Actor, _ team: Identifier<Rouage.Unit>?) -> HTML {
        let cycle = visit.cycle?.label ?? ""
        let chips = actor.teams.filter(\.sort.delivers).map { own -> HTML in
            "<a class=\"chip\" href=\"?cycle=\(cycle)&amp;team=\(own.code)\"\(" aria-current=\"true\"", if: own.id == team)>\(own.name)</a>"
        }
        return """
            <nav class="chips" aria-label="\(visit.say(Phrase(fr: "Filtrer par équipe", en: "Filter by team")))">\
            <a class="chip" href="?cycle=\(cycle)"\(" aria-current=\"true\"", if: team == nil)>\
            \(visit.say(Phrase(fr: "Toutes les équipes", en: "All teams")))</a>\(chips)</nav>
            """
    }

    private static func split(_ visit: Visit, _ lines: [DependencyLine], _ team: Identifier<Rouage.Unit>) -> HTML {
        """
        \(table(visit, visit.say(Phrase(fr: "Nous attendons", en: "We wait for")), lines.filter { $0.askingTeam == team }))\
        \(table(visit, visit.say(Phrase(fr: "Nous devons", en: "We owe")), lines.filter { $0.givingTeam == team }))
        """
    }

    static func table(_ visit: Visit, _ title: String, _ lines: [DependencyLine]) -> HTML {
        let say = visit.say
        return """
            <section class="sec"><header><h2>\(title)</h2><p>\(lines.count)</p></header>
            <div class="scroll" role="region" tabindex="0" aria-label="\(title)"><table class="t fold"><thead><tr>\
            <th scope="col">\(say(Phrase(fr: "Quoi", en: "What")))</th>\
            <th scope="col">\(say(Phrase(fr: "Équipe demandeuse", en: "Asking team")))</th>\
            <th scope="col">\(say(Phrase(fr: "Équipe contributrice", en: "Giving team")))</th>\
            <th scope="col">\(say(Phrase(fr: "Criticité", en: "Criticality")))</th>\
            <th scope="col" class="num">\(say(Phrase(fr: "Pour le", en: "Needed by")))</th>\
            <th scope="col">\(say(Phrase(fr: "Statut", en: "Status")))</th></tr></thead><tbody>\
            \(lines.map { row(visit, $0) })</tbody></table></div></section>
            """
    }

    private static func row(_ visit: Visit, _ line: DependencyLine) -> HTML {
        let say = visit.say
        return """
            <tr><th scope="row"><a href="/dependencies/\(line.id.description)">\(line.what)</a>\
            <small class="q">\(line.briefingTitle)</small></th>\
            <td data-l="\(say(Phrase(fr: "Équipe demandeuse", en: "Asking team")))">\(visit.name(line.askingTeam))</td>\
            <td data-l="\(say(Phrase(fr: "Équipe contributrice", en: "Giving team")))">\
            \(line.givingTeam == nil ? line.externalParty : visit.name(line.givingTeam))</td>\
            <td data-l="\(say(Phrase(fr: "Criticité", en: "Criticality")))">\(say(line.criticality.phrase))</td>\
            <td class="num" data-l="\(say(Phrase(fr: "Pour le", en: "Needed by")))">\(visit.dates.short(line.neededBy))</td>\
            <td data-l="\(say(Phrase(fr: "Statut", en: "Status")))">\(Part.status(say(line.state.phrase), line.state.dial))</td></tr>
            """
    }
}
