import HTML
import Rouage
package import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// The sentence on top of the home: the day, and how far the next date of the quarter in preparation is.
enum Headline {
    static func sentence(_ home: Home) -> String {
        let visit = home.visit
        let day = visit.dates.weekdayLong(visit.today).capitalisedFirst
        guard let cycle = home.prepared ?? home.running else { return "\(day)." }
        let name = cycle.shortName(visit.language)
        let (event, date) = next(cycle, on: visit.today)
        let left = WorkCalendar.french.workingDays(after: visit.today, upTo: date)
        let french = left == 0 ? "aujourd’hui" : left == 1 ? "dans 1 jour ouvré" : "dans \(left) jours ouvrés"
        let english = left == 0 ? "today" : left == 1 ? "1 working day away" : "\(left) working days away"
        switch event {
        case .opening:
            return visit.say(
                Phrase(
                    fr: "\(day). Les ébauches du \(name) s’ouvrent \(french).",
                    en: "\(day). \(name) drafts open \(left == 0 ? "today" : "in \(english.dropLast(5))").")
            )
        case .drafts:
            return visit.say(
                Phrase(
                    fr: "\(day). Les ébauches du \(name) sont attendues \(french).",
                    en: "\(day). \(name) drafts are due \(left == 0 ? "today" : "in \(english.dropLast(5))").")
            )
        case .freeze:
            return visit.say(
                Phrase(
                    fr: "\(day). Le gel du \(name) tombe \(french).", en: "\(day). The \(name) freeze is \(english)."))
        case .presentation:
            return visit.say(
                Phrase(
                    fr: "\(day). La présentation du \(name) a lieu \(french).",
                    en: "\(day). The \(name) presentation is \(english)."))
        case .start:
            return visit.say(
                Phrase(
                    fr: "\(day). Le \(name) démarre \(french).",
                    en: "\(day). \(name) starts \(left == 0 ? "today" : "in \(english.dropLast(5))")."))
        }
    }

    private enum Event { case opening, drafts, freeze, presentation, start }

    private static func next(_ cycle: Cycle, on day: Day) -> (Event, Day) {
        switch cycle.state(on: day) {
        case .planned: (.opening, cycle.phases.draftingOpens)
        case .drafting: (.drafts, cycle.phases.draftsDue)
        case .aligning: (.freeze, cycle.phases.freeze)
        case .frozen: (.presentation, cycle.phases.presentation)
        case .presented, .running, .closed: (.start, cycle.start)
        }
    }

    /// What those in view prepare, and when the quarter that runs ends.
    static func lede(_ home: Home) -> HTML {
        let visit = home.visit
        var parts: [HTML] = []
        if let prepared = home.prepared { parts.append(prepares(home, prepared)) }
        if let running = home.running, running.start <= visit.today, visit.today <= running.end {
            let left = WorkCalendar.french.workingDays(after: visit.today, upTo: running.end)
            let name = running.shortName(visit.language)
            parts.append(
                HTML(
                    visit.say(
                        Phrase(
                            count: left,
                            fr: ("Le \(name) se clôt dans % jour ouvré.", "Le \(name) se clôt dans % jours ouvrés."),
                            en: ("\(name) closes in % working day.", "\(name) closes in % working days.")))))
        }
        return parts.joined(" ")
    }

    private static func prepares(_ home: Home, _ cycle: Cycle) -> HTML {
        let visit = home.visit
        let teams = Set(home.standpoint.teams.map(\.id))
        let mine = home.preparedTallies.filter { home.standpoint == .department || teams.contains($0.team) }
        let total = mine.reduce(0) { $0 + $1.count }
        let who = home.name
        let name = cycle.shortName(visit.language)
        let are = home.standpoint.isMany
        guard total > 0 else {
            return HTML(
                visit.say(
                    Phrase(
                        fr: "\(who) \(are ? "n’ont" : "n’a") pas encore de briefing pour le \(name).",
                        en: "\(who) \(are ? "have" : "has") no briefing for \(name) yet.")))
        }
        let order: [Briefing.State] = [
            .validated, .presented, .ready, .aligning, .submitted, .draft, .postponed, .dropped,
        ]
        let counts = order.compactMap { state -> HTML? in
            let count = mine.filter { $0.state == state }.reduce(0) { $0 + $1.count }
            guard count > 0 else { return nil }
            let words = visit.say(state.counted(count))
            return state == .ready || state == .validated ? "<b>\(words)</b>" : HTML(words)
        }
        let lead = Phrase(
            count: total,
            fr: (
                "\(who) \(are ? "préparent" : "prépare") % briefing pour le \(name) :",
                "\(who) \(are ? "préparent" : "prépare") % briefings pour le \(name) :"
            ),
            en: (
                "\(who) \(are ? "are" : "is") preparing % briefing for \(name):",
                "\(who) \(are ? "are" : "is") preparing % briefings for \(name):"
            ))
        return "\(visit.say(lead)) \(counts.joined(", "))."
    }
}

extension Standpoint {
    /// Whether its name is a plural.
    package var isMany: Bool {
        switch self {
        case .teams(let units): units.count > 1
        case .above(let units, _): units.count > 1
        case .department: false
        }
    }
}

extension Home {
    /// Who is in view, as the subject of a sentence.
    package var name: String {
        let units: [Rouage.Unit] =
            switch standpoint {
            case .teams(let teams): teams
            case .above(let units, _): units
            case .department: []
            }
        guard let last = units.last else { return visit.organisation.department?.name ?? "Rouage" }
        let and = visit.language == .french ? " et " : " and "
        let first = units.dropLast().map(\.name).joined(separator: ", ")
        return first.isEmpty ? last.name : first + and + last.name
    }
}

extension Briefing.State {
    /// `2 en alignement`, as in a list of counts of briefings.
    package func counted(_ count: Int) -> Phrase {
        let (french, english): ((one: String, many: String), String) =
            switch self {
            case .draft: (("% ébauche", "% ébauches"), count == 1 ? "% draft" : "% drafts")
            case .submitted: (("% déposé", "% déposés"), "% submitted")
            case .aligning: (("% en alignement", "% en alignement"), "% in alignment")
            case .ready: (("% prêt", "% prêts"), "% ready")
            case .validated: (("% validé", "% validés"), "% validated")
            case .postponed: (("% reporté", "% reportés"), "% postponed")
            case .dropped: (("% écarté", "% écartés"), "% dropped")
            case .presented: (("% présenté", "% présentés"), "% presented")
            case .inProgress: (("% en cours", "% en cours"), "% in progress")
            case .done: (("% terminé", "% terminés"), "% done")
            case .abandoned: (("% abandonné", "% abandonnés"), "% abandoned")
            }
        return Phrase(count: count, fr: french, en: (english, english))
    }
}
