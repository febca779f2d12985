import HTML
import Rouage
import Storage
import WebCore

/// Team by team: who owes how much to whom. The densest pairs are what the alignment weeks are for.
struct MatrixPage {
    let visit: Visit
    let cycle: Cycle
    let filter: DependencyFilter
    let risks: CycleRisks
    private let rows: [BoardRow]
    private let askers: [Rouage.Unit]

    static func show(_ visit: Visit) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.isMember else { return Layout.forMembers(visit, .dependencies) }
        guard let cycle = visit.cycle else { return Layout.noCycle(visit) }
        let own = actor.teams.filter(\.sort.delivers)
        var filter = DependencyFilter(visit.exchange.query, in: visit.organisation, usual: .all)
        if own.isEmpty && filter.scope == .mine { filter.scope = .all }
        let risks = try visit.risks(of: cycle)
        let page = MatrixPage(visit, cycle, filter, risks, own)
        let waits = WaitBanner(visit: visit, risks: risks)
        let head = DependencyHead(
            visit: visit, actor: actor, cycle: cycle, risks: risks, filter: filter, place: .matrix)
        let body: HTML = """
            \(head.html(waits))
            \(DependencyChips(visit: visit, filter: filter, risks: risks, own: own, address: .matrix).html)
            <div id="matrix" data-live-part data-behaviour="board">\(page.html)</div>
            """
        return Layout.page(
            visit, title: visit.say(DependencyHead.title(of: cycle)), page: .dependencies, live: "dependency:*", body
        )
    }

    private init(
        _ visit: Visit, _ cycle: Cycle, _ filter: DependencyFilter, _ risks: CycleRisks, _ own: [Rouage.Unit]
    ) {
        self.visit = visit
        self.cycle = cycle
        self.filter = filter
        self.risks = risks
        let teams = filter.teams(own: own, in: visit.organisation)
        let lines = risks.lines.filter { line in
            guard line.isOnBoard, filter.admits(line, risks) else { return false }
            if case .briefing(let id) = filter.scope { return line.briefing == id }
            return teams.isEmpty || teams.contains(line.askingTeam) || line.givingTeam.map(teams.contains) ?? false
        }
        let board = BoardRows(visit.organisation, lines, weeks: 0)
        let units = board.groups.flatMap(\.rows).compactMap(\.unit)
        let asking = Set(lines.map(\.askingTeam))
        askers = units.filter { asking.contains($0.id) }
        var counted = BoardRows(visit.organisation, lines, weeks: askers.count)
        let columns = Dictionary(uniqueKeysWithValues: askers.enumerated().map { ($1.id, $0) })
        for line in lines {
            guard let column = columns[line.askingTeam] else { continue }
            counted.count(line, week: column, tone: RiskTone(risks[line.id], isStuck: risks.isStuck(line.id)))
        }
        rows = counted.groups.flatMap(\.rows).filter { $0.total > 0 }
    }

    var html: HTML {
        guard !rows.isEmpty else {
            let words = Phrase(
                fr: "Aucune équipe n’attend rien d’une autre ici. Retirez un filtre pour en voir plus.",
                en: "No team waits for another here. Remove a filter to see more.")
            return "<div class=\"empty\"><p>\(visit.say(words))</p></div>"
        }
        let label = visit.say(Phrase(fr: "Équipes et équipes", en: "Teams and teams"))
        let legend = RiskTone.allCases.map { tone -> HTML in
            "<span><span class=\"c c-\(tone.name)\" aria-hidden=\"true\">1</span> \(visit.say(tone.phrase))</span>"
        }
        let what = Phrase(
            fr: "Le nombre : ce que l’équipe de la ligne doit à celle de la colonne. Son cadre : le pire risque.",
            en: "The number: what the team of the row owes to that of the column. Its frame: the worst risk.")
        return """
            <div class="legend"><span>\(visit.say(what))</span><span class="end"></span>\(legend)</div>
            <div role="region" tabindex="0" aria-label="\(label)" class="matrix"><table><caption class="vh">\(visit.say(what))</caption>\
            \(head)<tbody>\(rows.map(row))</tbody>\(foot)</table></div>
            """
    }

    private var head: HTML {
        let corner = visit.say(Phrase(fr: "Doit, à qui", en: "Owes, to whom"))
        let columns = askers.map { unit -> HTML in
            "<th scope=\"col\"><span>\(unit.name)</span></th>"
        }
        return """
            <thead><tr><th scope="col">\(corner)</th>\(columns)<th scope="col" class="num">\
            \(visit.say(Phrase(fr: "Doit", en: "Owes")))</th></tr></thead>
            """
    }

    private func row(_ row: BoardRow) -> HTML {
        let name: HTML =
            row.unit.map { unit in
                "<a href=\"/board?\(target { $0.scope = .team(unit.id) })\">\(unit.name)</a>"
            } ?? HTML(visit.say(Phrase(fr: "Hors de l’entreprise", en: "Outside the company")))
        let cells = row.cells.enumerated().map { cell($1, row, askers[$0]) }
        return "<tr><th scope=\"row\">\(name)</th>\(cells)<td class=\"num\">\(row.total)</td></tr>"
    }

    private func cell(_ cell: BoardCell?, _ row: BoardRow, _ asker: Rouage.Unit) -> HTML {
        guard let cell else { return row.unit?.id == asker.id ? "<td class=\"self\"></td>" : "<td></td>" }
        let words = visit.say(cell.tone.phrase).lowercased()
        let risk: HTML = cell.tone == .low ? "" : "<span class=\"vh\">, \(words)</span>"
        guard let unit = row.unit else {
            return "<td><span class=\"c c-\(cell.tone.name)\">\(cell.count)\(risk)</span></td>"
        }
        let query = target { filter in
            filter.scope = .team(unit.id)
            filter.side = .giving
            filter.other = asker.id
        }
        return "<td><a class=\"c c-\(cell.tone.name)\" href=\"/board?\(query)\">\(cell.count)\(risk)</a></td>"
    }

    private func target(_ change: (inout DependencyFilter) -> Void) -> String {
        filter.with(change).query(in: visit.organisation)
    }

    private var foot: HTML {
        let sums = askers.indices.map { column in rows.reduce(0) { $0 + ($1.cells[column]?.count ?? 0) } }
        let cells = sums.map { "<td>\($0)</td>" as HTML }
        return """
            <tfoot><tr><th scope="row">\(visit.say(Phrase(fr: "Attend", en: "Waits for")))</th>\(cells)\
            <td class="num">\(sums.reduce(0, +))</td></tr></tfoot>
            """
    }
}
