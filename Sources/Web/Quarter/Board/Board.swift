import HTML
import Rouage
import Storage
import WebCore

/// Teams by weeks. A count stands where something is given, its frame is the worst risk among it.
struct Board {
    let page: BoardPage
    let weeks: BoardWeeks
    let groups: [BoardGroup]
    let strings: BoardStrings
    private let total: [Int]
    private let size: Int
    private let words: [HTML]

    /// The mark of each string.
    var letters: [Identifier<Dependency>: String] { strings.letters }
    private var visit: Visit { page.visit }

    init(_ page: BoardPage, chosen: [DependencyLine]) {
        self.page = page
        weeks = BoardWeeks(page.cycle)
        let counted = page.counted
        var rows = BoardRows(page.visit.organisation, counted + chosen, weeks: weeks.mondays.count)
        for line in counted {
            let tone = RiskTone(page.risks[line.id], isStuck: page.risks.isStuck(line.id))
            rows.count(line, week: weeks.index(of: line.givenOn), tone: tone)
        }
        var total = Array(repeating: 0, count: weeks.mondays.count)
        for line in counted { total[weeks.index(of: line.givenOn)] += 1 }
        self.total = total
        size = counted.count
        groups = rows.groups
        strings = BoardStrings(page.visit, chosen, page.risks, weeks, groups)
        words = RiskTone.allCases.map { tone in
            let word = page.visit.say(tone.phrase).lowercased()
            let said = Phrase(fr: ", risque \(word)", en: ", risk: \(word)")
            let circle = Phrase(fr: ", attente circulaire", en: ", circular wait")
            if tone == .low { return "" }
            return "<span class=\"vh\">\(page.visit.say(tone == .circle ? circle : said))</span>"
        }
    }

    var html: HTML {
        let label = visit.say(Phrase(fr: "Équipes et semaines", en: "Teams and weeks"))
        let kind: HTML = page.isChosen ? " team" : ""
        return """
            \(BoardLegend(page: page, board: self).html)
            <div role="region" tabindex="0" aria-label="\(label)" class="board\(kind)"><table>\(caption)\(head)\
            \(groups.map(body))\(foot)</table>\(page.isChosen ? strings.html : "")</div>
            """
    }

    private var caption: HTML {
        let name = (page.cycle.name(.french), page.cycle.name(.english))
        let words = Phrase(
            fr: "Livraisons par équipe et par semaine, \(name.0). Pour chaque nombre, le risque le plus élevé est dit.",
            en: "Deliveries by team and week, \(name.1). For each number, the highest risk is said.")
        return "<caption class=\"vh\">\(visit.say(words))</caption>"
    }

    private var head: HTML {
        let say = visit.say
        let columns = weeks.mondays.map { monday -> HTML in
            let week = visit.say(Phrase(fr: "S\(monday.isoWeek)", en: "W\(monday.isoWeek)"))
            let isNow = monday == visit.today.monday
            return """
                <th scope="col"\(" class=\"now\"", if: isNow)><b>\(week)</b><span>\(visit.dates.short(monday))</span></th>
                """
        }
        let load = Phrase(
            fr: "Charge au \(page.cycle.shortName(.french))", en: "Load in \(page.cycle.shortName(.english))")
        return """
            <thead><tr><th scope="col">\(say(Phrase(fr: "Équipe", en: "Team")))</th><th scope="col">\(say(load))</th>\
            \(columns)<th scope="col" class="num">\(say(Phrase(fr: "Doit", en: "Owes")))</th></tr></thead>
            """
    }

    private func body(_ group: BoardGroup) -> HTML {
        """
        <tbody><tr class="tri"><th scope="rowgroup" colspan="\(weeks.mondays.count + 3)">\(group.name(visit))</th></tr>\
        \(group.rows.map(row))</tbody>
        """
    }

    private func row(_ row: BoardRow) -> HTML {
        let cells = row.cells.enumerated().map { cell($1, row, $0) }
        return """
            <tr\(tone(row))><th scope="row">\(name(row))</th>\(load(row))\(cells)<td class="num">\(row.total)</td></tr>
            """
    }

    private func name(_ row: BoardRow) -> HTML {
        guard let unit = row.unit else {
            return HTML(visit.say(Phrase(fr: "Autres parties", en: "Other parties")))
        }
        return "<a href=\"\(address(unit))\">\(unit.name)</a>"
    }

    /// The board with the strings of a team.
    private func address(_ unit: Rouage.Unit) -> String {
        let target = page.filter.with { filter in
            filter.scope = .team(unit.id)
            filter.side = nil
            filter.week = nil
            filter.other = nil
            filter.isCircular = false
        }
        return "/board?\(target.query(in: visit.organisation))"
    }

    /// The chosen teams, those that a string ties to them, the others.
    private func tone(_ row: BoardRow) -> HTML {
        guard page.isChosen, let unit = row.unit else { return page.isChosen ? " class=\"off\"" : "" }
        if page.teams.contains(unit.id) { return " class=\"me\"" }
        return strings.tied.contains(unit.id) ? " class=\"on\"" : " class=\"off\""
    }

    private func load(_ row: BoardRow) -> HTML {
        guard let unit = row.unit, let load = page.risks.model.loads[unit.id], let percent = load.percent,
            let zone = load.zone
        else { return "<td class=\"ld\"></td>" }
        let number = visit.say(Phrase(fr: "\(percent) %", en: "\(percent)%"))
        let word: HTML =
            zone == .comfortable ? "" : " <b>\(visit.say(zone.phrase).lowercased())</b>"
        return """
            <td class="ld"><a href="\(address(unit))#load">\(Part.track(percent: percent))<span>\(number)\(word)</span></a></td>
            """
    }

    private func cell(_ cell: BoardCell?, _ row: BoardRow, _ week: Int) -> HTML {
        guard let cell else { return "<td></td>" }
        let isDrawn: HTML = strings.starts.contains(BoardStrings.Start(team: row.unit?.id, week: week)) ? " kn" : ""
        let number: HTML = "\(cell.count)\(words[cell.tone.rawValue])"
        guard let unit = row.unit else {
            return "<td><span class=\"c c-\(cell.tone.name)\(isDrawn)\">\(number)</span></td>"
        }
        let target = page.filter.with { filter in
            filter.scope = .team(unit.id)
            filter.side = .giving
            filter.other = nil
            filter.week = weeks.mondays[week]
        }
        return """
            <td><a class="c c-\(cell.tone.name)\(isDrawn)" href="/board?\(target.query(in: visit.organisation))">\(number)</a></td>
            """
    }

    private var foot: HTML {
        let most = max(total.max() ?? 0, 1)
        let cells = total.map { count -> HTML in
            // A bar of at most 20 units for the fullest week.
            let height = count * 20 / most
            return """
                <td class="tw"><svg viewBox="0 0 10 20" aria-hidden="true"><rect width="10" y="\(20 - height)" height="\(height)"/></svg>\
                <span>\(count)</span></td>
                """
        }
        let words = visit.say(Phrase(fr: "Total dans la semaine", en: "Total of the week"))
        return
            "<tfoot><tr><th scope=\"row\" colspan=\"2\">\(words)</th>\(cells)<td class=\"num\">\(size)</td></tr></tfoot>"
    }
}
