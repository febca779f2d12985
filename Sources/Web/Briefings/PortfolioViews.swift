import HTML
import Rouage
import Storage

/// What is at stake this quarter: every submitted briefing on one line, by tribe and team.
enum PortfolioViews {
    static func page(_ visit: Visit) throws -> Answer {
        let say = visit.say
        guard let cycle = visit.cycle else { return Layout.noCycle(visit) }
        let actor = try visit.signedIn()
        let lines = try visit.reading.briefingLines(of: cycle.id).filter { line in
            line.state != .draft || actor.belongs(to: line.team) || line.owner == actor.id
        }
        let shown = filtered(lines, visit)
        let body: HTML = """
            <h1>\(say(Phrase(fr: "Les enjeux du moment", en: "What is at stake")))</h1>
            <p class="lede">\(say(Phrase(
                fr: "\(lines.count) briefings pour le \(cycle.name(.french)).",
                en: "\(lines.count) briefings for \(cycle.name(.english)).")))</p>
            <div class="acts">\(chips(visit, lines))<a class="btn pri end" href="/briefings/new?cycle=\(cycle.label)">\
            \(Part.icon("plus"))\(say(Phrase(fr: "Écrire un briefing", en: "Write a briefing")))</a></div>
            \(shown.isEmpty ? empty(visit) : table(visit, shown))
            """
        return Layout.page(
            visit, title: say(Phrase(fr: "Les enjeux du moment", en: "What is at stake")), section: .briefings, body)
    }

    private static func filtered(_ lines: [BriefingLine], _ visit: Visit) -> [BriefingLine] {
        let state = visit.exchange.query["state"].flatMap(Briefing.State.init(rawValue:))
        return lines.filter { state == nil || $0.state == state }.sorted {
            (visit.name($0.team), $0.title) < (visit.name($1.team), $1.title)
        }
    }

    private static func chips(_ visit: Visit, _ lines: [BriefingLine]) -> HTML {
        let present = Briefing.State.allCases.filter { state in lines.contains { $0.state == state } }
        let chosen = visit.exchange.query["state"]
        let chips = present.map { state -> HTML in
            let count = lines.count { $0.state == state }
            return """
                <a class="chip" href="?cycle=\(visit.cycle?.label ?? "")&amp;state=\(state.rawValue)"\
                \(" aria-current=\"true\"", if: chosen == state.rawValue)>\(visit.say(state.phrase)) \(count)</a>
                """
        }
        return """
            <nav class="chips" aria-label="\(visit.say(Phrase(fr: "Filtrer par état", en: "Filter by state")))">\
            <a class="chip" href="?cycle=\(visit.cycle?.label ?? "")"\(" aria-current=\"true\"", if: chosen == nil)>\
            \(visit.say(Phrase(fr: "Toutes", en: "All")))</a>\(chips)</nav>
            """
    }

    private static func table(_ visit: Visit, _ lines: [BriefingLine]) -> HTML {
        let say = visit.say
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="Briefings"><table class="t fold"><thead><tr>\
            <th scope="col">\(say(Phrase(fr: "Initiative", en: "Initiative")))</th>\
            <th scope="col">\(say(Phrase(fr: "Équipe", en: "Team")))</th>\
            <th scope="col">\(say(Phrase(fr: "Responsable", en: "Owner")))</th>\
            <th scope="col">\(say(Phrase(fr: "État", en: "State")))</th>\
            <th scope="col" class="num">\(say(Phrase(fr: "Dépendances", en: "Dependencies")))</th></tr></thead><tbody>\
            \(lines.map { row(visit, $0) })</tbody></table></div>
            """
    }

    private static func row(_ visit: Visit, _ line: BriefingLine) -> HTML {
        """
        <tr><th scope="row"><a href="/briefings/\(line.id.description)">\(line.title)</a></th>\
        <td data-l="\(visit.say(Phrase(fr: "Équipe", en: "Team")))">\(visit.name(line.team))</td>\
        <td data-l="\(visit.say(Phrase(fr: "Responsable", en: "Owner")))">\(visit.name(line.owner))</td>\
        <td data-l="\(visit.say(Phrase(fr: "État", en: "State")))">\
        \(Part.status(visit.say(line.state.phrase), line.state.dial))</td>\
        <td class="num" data-l="\(visit.say(Phrase(fr: "Dépendances", en: "Dependencies")))">\(line.dependencies)</td></tr>
        """
    }

    private static func empty(_ visit: Visit) -> HTML {
        let text = Phrase(
            fr: "Aucun briefing ici. Une équipe en écrit un en milieu de trimestre : quatre champs, une page.",
            en: "No briefing here. A team writes one in the middle of the quarter: four fields, one page.")
        return "<div class=\"empty\"><p class=\"prose\">\(visit.say(text))</p></div>"
    }
}

extension Layout {
    /// Before any quarter was loaded.
    static func noCycle(_ visit: Visit) -> Answer {
        let title = visit.say(Phrase(fr: "Aucun trimestre pour l’instant", en: "No quarter yet"))
        let text = Phrase(
            fr: "Chargez vos équipes, vos personnes et vos cycles avec la commande rouage import.",
            en: "Load your teams, people and cycles with the command rouage import.")
        return page(
            visit, title: title, "<h1>\(title)</h1><div class=\"empty\"><p class=\"prose\">\(visit.say(text))</p></div>"
        )
    }
}
