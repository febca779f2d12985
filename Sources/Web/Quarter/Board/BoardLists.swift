import HTML
import Rouage
import Storage
import WebCore

/// Under the board: what was chosen, with the letters of its strings, then what has most at stake.
struct BoardLists {
    let page: BoardPage
    let chosen: [DependencyLine]
    let letters: [Identifier<Dependency>: String]

    private static let most = 10
    private var visit: Visit { page.visit }
    private var risks: CycleRisks { page.risks }
    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    var html: HTML { "\(page.isChosen ? drawn : "")\(exposed)" }

    // MARK: What was chosen

    private var drawn: HTML {
        let title = say(self.title)
        guard !chosen.isEmpty else {
            let words = say(
                Phrase(
                    fr: "Rien de tel n’est attendu ici. Retirez un filtre pour voir plus.",
                    en: "Nothing like this is waited for here. Remove a filter to see more."))
            return """
                <section class="sec"><header><h2>\(title)</h2></header>\
                <div class="empty"><p>\(words)</p></div>\(load)</section>
                """
        }
        return """
            <section class="sec"><header><h2>\(title)</h2><p>\(say(sides))</p></header>\
            \(table(chosen, title))\(load)</section>
            """
    }

    private var title: Phrase {
        switch page.filter.scope {
        case .briefing:
            let name = page.briefing?.text.title ?? ""
            return Phrase(fr: name, en: name)
        case .mine, .team:
            let name = page.teams.map { visit.name($0) }.sorted().joined(separator: ", ")
            return Phrase(
                count: chosen.count, fr: ("La ficelle de \(name)", "Les % ficelles de \(name)"),
                en: ("The string of \(name)", "The % strings of \(name)"))
        case .all, .tribe:
            return Phrase(fr: "En attente circulaire", en: "In a circular wait")
        }
    }

    private var sides: Phrase {
        let teams = page.teams
        let sorted = Phrase(fr: "Triées par risque.", en: "Sorted by risk.")
        let given = chosen.count { $0.givingTeam.map(teams.contains) ?? false }
        let asked = chosen.count { teams.contains($0.askingTeam) }
        let drawn =
            chosen.count > letters.count
            ? Phrase(
                fr: " Les \(letters.count) premières sont dessinées.", en: " The first \(letters.count) are drawn.")
            : Phrase(fr: "", en: "")
        guard !teams.isEmpty else {
            return Phrase(
                fr: "\(sorted(.french))\(drawn(.french))", en: "\(sorted(.english))\(drawn(.english))")
        }
        return Phrase(
            fr: "\(asked) à recevoir, \(given) à donner. \(sorted(.french))\(drawn(.french))",
            en: "\(asked) to receive, \(given) to give. \(sorted(.english))\(drawn(.english))")
    }

    /// The load of the one team that was chosen, explained.
    private var load: HTML {
        guard page.teams.count == 1, let team = page.teams.first, let load = risks.model.loads[team],
            let percent = load.percent, let zone = load.zone
        else { return "" }
        let words = Phrase(
            fr: "Charge de \(visit.name(team)) : \(percent) %, \(zone.phrase(.french).lowercased()).",
            en: "Load of \(visit.name(team)): \(percent)%, \(zone.phrase(.english).lowercased()).")
        return "<div class=\"because\" id=\"load\"><p>\(say(words))</p>\(LoadViews(visit: visit).why(load))</div>"
    }

    // MARK: What has most at stake

    private var exposed: HTML {
        let shown = Set(page.isChosen ? chosen.map(\.id) : [])
        let lines = risks.byExposure.filter { !shown.contains($0.id) }.prefix(Self.most)
        let title = say(Phrase(fr: "Les plus exposées du département", en: "The most exposed of the department"))
        let whole = Phrase(
            count: risks.lines.count, fr: ("La dépendance en tableau", "Les % dépendances en tableau"),
            en: ("The dependency as a table", "All % dependencies as a table"))
        let cycle: HTML = page.filter.cycle.isEmpty ? "" : "&amp;cycle=\(page.filter.cycle)"
        let order = Phrase(
            fr: "Par ce qu’elles mettent en jeu : risque, criticité, initiatives qui attendent derrière.",
            en: "By what they put at stake: risk, criticality, initiatives that wait behind.")
        let empty = say(
            Phrase(
                fr: "Rien n’est en attente. Une dépendance se signale depuis le briefing qui en a besoin.",
                en: "Nothing is waited for. A dependency is pointed out from the briefing that needs it."))
        return """
            <section class="sec"><header><h2>\(title)</h2><p>\(say(order))</p>\
            <p class="end"><a href="/dependencies?scope=all&amp;sort=-risk\(cycle)">\(say(whole))</a></p></header>\
            \(lines.isEmpty ? "<div class=\"empty\"><p>\(empty)</p></div>" : table(Array(lines), title))\
            <p class="note">\(say(.howRisk))</p></section>
            """
    }

    private func table(_ lines: [DependencyLine], _ label: String) -> HTML {
        var table = DependencyTable(visit, risks: risks)
        table.marks = Dictionary(
            uniqueKeysWithValues: lines.compactMap { line in
                if let letter = letters[line.id] { return (line.id, "<b class=\"key\">\(letter)</b>") }
                return risks.isStuck(line.id) ? (line.id, Part.icon("loop")) : nil
            })
        return table.html(lines, label: label)
    }
}

extension Phrase {
    static var howRisk: Phrase {
        Phrase(
            fr:
                "Le risque combine le statut, le délai qui reste, la charge de l’équipe qui donne et ses promesses des deux derniers trimestres. C’est une estimation : ouvrez-en un pour lire son calcul.",
            en:
                "Risk combines the status, the time left, the load of the team that gives and its promises of the last two quarters. It is an estimate: open one to read how it is reckoned."
        )
    }
}
