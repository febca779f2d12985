import HTML
import Rouage
import WebCore

/// The phases of a quarter as a dated list.
enum PhaseTable {
    private struct Row {
        let name: Phrase
        let from: Day
        var to: Day?
        let effect: Phrase
        var hour = false
        var isKey = false
    }

    static func html(_ visit: Visit, _ cycle: Cycle) -> HTML {
        let caption = visit.say(
            Phrase(fr: "Les phases du \(cycle.name(.french))", en: "The phases of \(cycle.name(.english))"))
        let heads = [
            Phrase(fr: "Phase", en: "Phase"), Phrase(fr: "Date", en: "Date"),
            Phrase(fr: "Ce qu’elle change", en: "What it changes"),
            Phrase(fr: "Dans", en: "In"),
        ]
        let cells = heads.enumerated().map { index, head -> HTML in
            "<th scope=\"col\"\(" class=\"num\"", if: index == 3)>\(visit.say(head))</th>"
        }
        return """
            <table class="t fold phases"><caption class="vh">\(caption)</caption><thead><tr>\(cells)</tr></thead><tbody>\
            \(rows(cycle).map { row(visit, $0) })</tbody></table>
            """
    }

    private static func rows(_ cycle: Cycle) -> [Row] {
        let phases = cycle.phases
        let calendar = WorkCalendar.french
        let weeks = calendar.workingDays(after: phases.draftsDue, upTo: phases.freeze - 1)
        let plan = PreparationPlan(preparing: cycle.start...cycle.end, calendar)
        let rows = [
            Row(
                name: Phrase(fr: "Ouverture des ébauches", en: "Drafts open"), from: phases.draftingOpens,
                effect: Phrase(fr: "Les équipes écrivent leurs briefings", en: "Teams write their briefings")),
            Row(
                name: Phrase(fr: "Ébauches attendues", en: "Drafts due"), from: phases.draftsDue,
                effect: Phrase(
                    fr: "Trois jours ouvrés de grâce, puis un dépôt est noté tardif",
                    en: "Three working days of grace, then a submission is marked late"), isKey: true),
            Row(
                name: Phrase(fr: "Semaines d’alignement", en: "Alignment weeks"), from: phases.draftsDue + 1,
                to: phases.freeze - 1,
                effect: Phrase(
                    count: weeks, fr: ("% jour ouvré pour s’accorder", "% jours ouvrés pour s’accorder"),
                    en: ("% working day to agree", "% working days to agree"))),
            Row(
                name: Phrase(fr: "Gel", en: "Freeze"), from: phases.freeze,
                effect: Phrase(
                    fr: "Les textes se ferment ; la CPO seule change encore une décision",
                    en: "Texts close; only the CPO still changes a decision"), hour: true, isKey: true),
            Row(
                name: Phrase(fr: "Présentation finale", en: "Final presentation"), from: phases.presentation,
                effect: Phrase(
                    fr: "Chaque équipe présente ses initiatives validées",
                    en: "Each team presents its validated initiatives"), isKey: true),
            Row(
                name: Phrase(fr: "Brainstorming des Ops", en: "Ops brainstorm"), from: plan.brainstorm,
                effect: Phrase(fr: "Les sujets Ops du trimestre suivant", en: "Ops topics for the next quarter")),
            Row(
                name: Phrase(fr: "Mercato", en: "Mercato"), from: plan.mercatoOpens, to: plan.mercatoCloses,
                effect: Phrase(fr: "Les directions votent", en: "Directors vote")),
            Row(
                name: Phrase(fr: "Classement", en: "Ranking"), from: plan.ranking,
                effect: Phrase(fr: "Le résultat du vote est lisible par tous", en: "Everyone reads the result")),
            Row(
                name: Phrase(fr: "Répartition des sujets", en: "Topics shared out"), from: plan.shareOut,
                effect: Phrase(fr: "Les Ops se partagent les sujets retenus", en: "Ops share out the chosen topics")),
        ]
        let ends = [
            Row(
                name: Phrase(fr: "Le trimestre", en: "The quarter"), from: cycle.start, to: cycle.end,
                effect: Phrase(
                    fr: "Les initiatives présentées démarrent, puis se closent",
                    en: "Presented initiatives start, then close"), isKey: true)
        ]
        return rows.sorted { ($0.from, $0.to ?? $0.from) < ($1.from, $1.to ?? $1.from) } + ends
    }

    private static func row(_ visit: Visit, _ row: Row) -> HTML {
        let end = row.to ?? row.from
        let classes = end < visit.today ? "past" : row.from <= visit.today ? "here" : ""
        let name: HTML = row.isKey ? "<b>\(visit.say(row.name))</b>" : HTML(visit.say(row.name))
        let date = visit.say(Phrase(fr: "Date", en: "Date"))
        let effect = visit.say(Phrase(fr: "Ce qu’elle change", en: "What it changes"))
        let left = visit.say(Phrase(fr: "Dans", en: "In"))
        return """
            <tr class="\(classes)"><th scope="row">\(name)</th><td class="nw" data-l="\(date)">\(days(visit, row))</td>\
            <td data-l="\(effect)">\(visit.say(row.effect))</td><td class="num" data-l="\(left)">\(distance(visit, row))</td></tr>
            """
    }

    private static func days(_ visit: Visit, _ row: Row) -> String {
        let from = visit.dates.weekdayShort(row.from)
        if let to = row.to {
            let last = visit.dates.weekdayShort(to)
            return visit.say(Phrase(fr: "\(from) au \(last)", en: "\(from) to \(last)"))
        }
        return row.hour ? "\(from), \(visit.language == .french ? "18\u{A0}h" : "6 pm")" : from
    }

    private static func distance(_ visit: Visit, _ row: Row) -> HTML {
        let end = row.to ?? row.from
        if end < visit.today { return "<span class=\"q\">\(visit.say(Phrase(fr: "passé", en: "past")))</span>" }
        if row.from <= visit.today {
            return
                "<b class=\"here\">\(visit.say(row.to == nil ? Phrase(fr: "aujourd’hui", en: "today") : Phrase(fr: "en ce moment", en: "now")))</b>"
        }
        let left = WorkCalendar.french.workingDays(after: visit.today, upTo: row.from)
        let phrase = Phrase(
            count: left, fr: ("% jour ouvré", "% jours ouvrés"), en: ("% working day", "% working days"))
        return HTML(visit.say(phrase))
    }
}
