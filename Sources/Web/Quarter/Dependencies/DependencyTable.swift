package import HTML
package import Rouage
package import Storage
package import WebCore

/// A table of dependencies. Words and names are made once, so that hundreds of rows cost little.
package struct DependencyTable {
    package let visit: Visit
    /// The dependencies that this visitor may answer now, with all their fields.
    package var answerable: [Identifier<Dependency>: Dependency] = [:]
    /// Heads that sort, and where a form goes back to; nothing on other pages.
    package var filter: DependencyFilter?
    /// With them, a first column says the risk of each.
    private let risks: CycleRisks?
    /// What leads from a drawing to a row; a column of its own when there is any. Their risks are explained in place.
    package var marks: [Identifier<Dependency>: HTML]?
    private let columns: [DependencyFilter.Sort]
    private let words: Words
    private let since: WorkingDaysSince
    private let query: String

    package init(
        _ visit: Visit, answerable: [Dependency] = [], filter: DependencyFilter? = nil, risks: CycleRisks? = nil
    ) {
        self.visit = visit
        self.risks = risks
        columns = DependencyFilter.Sort.allCases.filter { $0 != .risk || risks != nil }
        self.answerable = Dictionary(uniqueKeysWithValues: answerable.map { ($0.id, $0) })
        self.filter = filter
        words = Words(visit)
        since = WorkingDaysSince(visit.today, .french)
        query = filter?.query(in: visit.organisation) ?? ""
    }

    /// - Parameter shown: rows that the page holds already: they are not answered twice.
    package func html(_ lines: [DependencyLine], label: String, shown: Set<Identifier<Dependency>> = []) -> HTML {
        """
        <div class="scroll" role="region" tabindex="0" aria-label="\(label)"><table class="t dt fold">\
        <caption class="vh">\(label)</caption><thead><tr>\(mark)\(columns.map(head))</tr></thead>\
        <tbody>\(lines.map { row($0, isAgain: shown.contains($0.id)) })</tbody></table></div>
        """
    }

    private var mark: HTML {
        marks == nil
            ? "" : "<th scope=\"col\"><span class=\"vh\">\(visit.say(Phrase(fr: "Repère", en: "Mark")))</span></th>"
    }

    private func head(_ key: DependencyFilter.Sort) -> HTML {
        let isNumber = key == .needed || key == .promised
        let number: HTML = isNumber ? " class=\"num\"" : ""
        guard let filter else { return "<th scope=\"col\"\(number)>\(words.heads[key]!)</th>" }
        let isSorted = filter.sort == key
        let sorted: HTML =
            isSorted
            ? (filter.isDescending ? " aria-sort=\"descending\"" : " aria-sort=\"ascending\"") : ""
        return """
            <th scope="col"\(number)\(sorted)><a href="?\(filter.sorted(by: key).query(in: visit.organisation))">\
            \(words.heads[key]!)</a>\(isSorted ? Part.icon("down") : "")</th>
            """
    }

    private func row(_ line: DependencyLine, isAgain: Bool) -> HTML {
        let id = line.id.description
        let name: HTML = isAgain ? "" : " id=\"d-\(id)\""
        var html: HTML = """
            <tr\(name)>\(marked(line))\(risk(line))<th scope="row"><a href="\(visit.dated("/dependencies/\(id)"))">\(line.what.set(in: visit.language(of: line.owner)))</a></th>\
            <td data-l="\(words.heads[.asking]!)">\(words.name(line.askingTeam))</td>\
            <td data-l="\(words.heads[.giving]!)">\(giver(line))</td>\
            <td data-l="\(words.heads[.criticality]!)">\(words.criticality[line.criticality]!)</td>\
            <td class="num" data-l="\(words.heads[.needed]!)">\(words.day(line.neededBy))</td>\
            <td class="num\(" warn", if: isPromisedLater(line))" data-l="\(words.heads[.promised]!)">\(promised(line))</td>\
            <td data-l="\(words.heads[.state]!)">\(status(line))</td>\
            <td data-l="\(words.heads[.turn]!)">\(turn(line))</td></tr>
            """
        if !isAgain, let dependency = answerable[line.id] {
            html.append(
                AnswerRow(visit: visit, dependency: dependency, back: .table(query: query), columns: columns.count).html
            )
        }
        return html
    }

    private func risk(_ line: DependencyLine) -> HTML {
        guard let risks else { return "" }
        let head = words.heads[.risk]!
        guard line.isAwaited, let risk = risks[line.id] else { return "<td data-l=\"\(head)\"></td>" }
        let tone = RiskTone(risk, isStuck: risks.isStuck(line.id))
        guard marks != nil else {
            return "<td data-l=\"\(head)\">\(words.risk.linked(risk, tone, to: line.id))</td>"
        }
        let giver = line.givingTeam == nil ? line.externalParty : visit.name(line.givingTeam)
        return """
            <td data-l="\(head)"><details class="why"><summary aria-label="\(words.risk.question(risk, tone))">\
            \(words.risk.said(risk, tone))</summary>\(RiskViews(visit: visit, giver: giver).factors(risk))</details></td>
            """
    }

    private func marked(_ line: DependencyLine) -> HTML {
        guard let marks else { return "" }
        return "<td data-l=\"\(visit.say(Phrase(fr: "Repère", en: "Mark")))\">\(marks[line.id] ?? "")</td>"
    }

    private func giver(_ line: DependencyLine) -> HTML {
        line.givingTeam == nil ? "<i>\(line.externalParty)</i>" : words.name(line.givingTeam)
    }

    private func isPromisedLater(_ line: DependencyLine) -> Bool {
        line.committedFor.map { $0 > line.neededBy } ?? false
    }

    private func promised(_ line: DependencyLine) -> HTML {
        guard let day = line.committedFor else { return words.noDate }
        return words.day(day)
    }

    private func status(_ line: DependencyLine) -> HTML {
        if line.isClaimed && line.state == .committed { return words.toConfirm }
        guard line.state == .pointedOut else { return words.status[line.state]! }
        let days = since.count(line.pointedOutOn)
        guard days > Dependency.daysToAnswer else { return words.status[.pointedOut]! }
        return "\(words.status[.pointedOut]!) <small class=\"q nw\">\(words.since) \(days) \(words.days)</small>"
    }

    private func turn(_ line: DependencyLine) -> HTML {
        switch line.turn {
        case .asking: words.name(line.askingTeam)
        case .giving: line.givingTeam == nil ? words.name(line.askingTeam) : words.name(line.givingTeam)
        case nil: ""
        }
    }
}

/// Every word of a table, made once.
private final class Words {
    let heads: [DependencyFilter.Sort: HTML]
    let criticality: [Dependency.Criticality: HTML]
    let status: [Dependency.State: HTML]
    let toConfirm, noDate, since, days: HTML
    let risk: RiskWords
    private let names: [Identifier<Rouage.Unit>: HTML]
    private let dates: DateWords
    private var known: [Day: HTML] = [:]

    init(_ visit: Visit) {
        func say(_ phrase: Phrase) -> HTML { HTML(visit.say(phrase)) }
        heads = Dictionary(uniqueKeysWithValues: DependencyFilter.Sort.allCases.map { ($0, say($0.phrase)) })
        criticality = Dictionary(uniqueKeysWithValues: Dependency.Criticality.allCases.map { ($0, say($0.phrase)) })
        status = Dictionary(
            uniqueKeysWithValues: Dependency.State.allCases.map { ($0, Part.status(visit.say($0.phrase), $0.dial)) })
        toConfirm = Part.status(visit.say(.toConfirm), ("d-done", "acc"))
        noDate = "<span class=\"qq\">\(say(Phrase(fr: "aucune date", en: "no date")))</span>"
        since = say(Phrase(fr: "depuis", en: "for"))
        days = say(Phrase(fr: "j", en: "d"))
        risk = RiskWords(visit)
        names = visit.organisation.units.mapValues { HTML($0.name) }
        dates = visit.dates
    }

    func name(_ unit: Identifier<Rouage.Unit>?) -> HTML { unit.flatMap { names[$0] } ?? "" }

    func day(_ day: Day) -> HTML {
        if let html = known[day] { return html }
        let html = HTML(dates.short(day))
        known[day] = html
        return html
    }
}

extension DependencyFilter.Sort {
    package var phrase: Phrase {
        switch self {
        case .risk: Phrase(fr: "Risque", en: "Risk")
        case .what: Phrase(fr: "Ce qui est attendu", en: "What is needed")
        case .asking: Phrase(fr: "Demandeuse", en: "Asking")
        case .giving: Phrase(fr: "Contributrice", en: "Giving")
        case .criticality: Phrase(fr: "Criticité", en: "Criticality")
        case .needed: Phrase(fr: "Attendue", en: "Needed by")
        case .promised: Phrase(fr: "Promise", en: "Promised")
        case .state: Phrase(fr: "Statut", en: "Status")
        case .turn: Phrase(fr: "À qui de bouger", en: "Who moves next")
        }
    }
}

/// Working days from past days to today, counted back once.
private final class WorkingDaysSince {
    private let today: Day
    private let calendar: WorkCalendar
    /// How many working days lie after the day that is so many days ago.
    private var counts = [0]

    init(_ today: Day, _ calendar: WorkCalendar) {
        self.today = today
        self.calendar = calendar
    }

    func count(_ day: Day) -> Int {
        guard day < today else { return 0 }
        let ago = min(today - day, 400)
        while counts.count <= ago {
            let next = today - (counts.count - 1)
            counts.append(counts.last! + (calendar.isWorked(next) ? 1 : 0))
        }
        return counts[ago]
    }
}
