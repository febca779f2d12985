import HTML
import Rouage
import Storage
import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// What happens in the quarter that runs: its start and end, what those in view deliver, and the Ops' own dates.
enum LeftWing {
    static func events(_ home: Home, _ running: Cycle) -> [Column.Event] {
        let visit = home.visit
        let started = home.runningTallies.filter { hasStarted($0.state) }.reduce(0) { $0 + $1.count }
        let plan = PreparationPlan(preparing: running.end + 1...running.end + 2, .french)
        let opens = home.mercato.map { $0.day($0.opensAt) } ?? plan.mercatoOpens
        var events = [
            Column.Event(day: running.start, text: HTML(starts(visit, started))),
            Column.Event(
                day: plan.brainstorm,
                text: dated(visit, Phrase(fr: "Brainstorming des Ops", en: "Ops brainstorm"), plan.brainstorm)),
            Column.Event(
                day: opens,
                text: HTML(visit.say(Phrase(fr: "Mercato ouvert aux directions", en: "Mercato open to directors")))),
            Column.Event(
                day: plan.shareOut,
                text: dated(visit, Phrase(fr: "Répartition des sujets", en: "Topics shared out"), plan.shareOut)),
            Column.Event(day: running.end, text: closes(visit, running)),
        ]
        events += deliveries(home, running)
        return events
    }

    /// What nobody decided before the quarter began has not started with it.
    private static func hasStarted(_ state: Briefing.State) -> Bool {
        switch state {
        case .validated, .presented, .inProgress, .done, .abandoned: true
        case .draft, .submitted, .aligning, .ready, .postponed, .dropped: false
        }
    }

    private static func starts(_ visit: Visit, _ count: Int) -> String {
        visit.say(
            Phrase(
                count: count, fr: ("% initiative démarre", "% initiatives démarrent"),
                en: ("% initiative starts", "% initiatives start")))
    }

    private static func closes(_ visit: Visit, _ cycle: Cycle) -> HTML {
        let name = cycle.shortName(visit.language)
        return
            "<b>\(visit.say(Phrase(fr: "Clôture du \(name)", en: "\(name) closes")))</b> \(visit.dates.weekday(cycle.end))"
    }

    /// What the teams in view have promised for this quarter, from today on.
    private static func deliveries(_ home: Home, _ running: Cycle) -> [Column.Event] {
        let visit = home.visit
        guard case .teams(let teams) = home.standpoint else { return [] }
        let mine = Set(teams.map(\.id))
        let promised = home.needs.filter { need in
            need.cycle == running.id && need.state == .committed && !need.isClaimed && need.neededBy >= visit.today
                && (need.givingTeam.map(mine.contains) ?? false)
        }
        return promised.map { need in
            let to = visit.name(need.askingTeam)
            return Column.Event(
                day: need.neededBy,
                text: dated(visit, Phrase(fr: "Livrer à \(to)", en: "Deliver to \(to)"), need.neededBy))
        }
    }

    private static func dated(_ visit: Visit, _ phrase: Phrase, _ day: Day) -> HTML {
        "\(visit.say(phrase)) \(visit.dates.weekday(day))"
    }
}

/// How the next quarter is prepared.
enum RightWing {
    static func events(_ home: Home) -> [Column.Event] {
        guard let cycle = home.prepared else { return [] }
        let visit = home.visit
        let phases = cycle.phases
        let name = cycle.shortName(visit.language)
        let briefings = home.preparedTallies.reduce(0) { $0 + $1.count }
        let hour = visit.language == .french ? "18\u{A0}h" : "6 pm"
        var events = [
            Column.Event(day: phases.draftingOpens, text: HTML(drafts(visit, briefings))),
            Column.Event(
                day: phases.draftsDue,
                text: bold(visit, Phrase(fr: "Ébauches déposées", en: "Drafts due"), phases.draftsDue)),
            Column.Event(
                day: monday(after: phases.draftsDue),
                text: HTML(visit.say(Phrase(fr: "Semaines d’alignement", en: "Alignment weeks")))),
            Column.Event(
                day: phases.freeze,
                text: "\(bold(visit, Phrase(fr: "Gel", en: "Freeze"), phases.freeze)), \(hour)"),
            Column.Event(
                day: phases.presentation,
                text: bold(visit, Phrase(fr: "Présentation finale", en: "Final presentation"), phases.presentation)),
            Column.Event(day: cycle.start, text: HTML(starts(visit, name, cycle.start))),
        ]
        if home.dependencies.all > 0, phases.draftingOpens <= visit.today {
            events.append(Column.Event(day: visit.today, text: HTML(dependencies(home))))
        }
        return events
    }

    private static func monday(after day: Day) -> Day { day + 7 - day.weekday.rawValue }

    private static func bold(_ visit: Visit, _ phrase: Phrase, _ day: Day) -> HTML {
        "<b>\(visit.say(phrase))</b> \(visit.dates.weekday(day))"
    }

    private static func drafts(_ visit: Visit, _ count: Int) -> String {
        visit.say(
            count == 0
                ? Phrase(fr: "Ébauches ouvertes", en: "Drafts open")
                : Phrase(
                    count: count, fr: ("Ébauches : % briefing", "Ébauches : % briefings"),
                    en: ("Drafts: % briefing", "Drafts: % briefings")))
    }

    private static func starts(_ visit: Visit, _ name: String, _ day: Day) -> String {
        visit.say(
            Phrase(
                fr: "Le \(name) démarre \(DateWords(language: .french).weekdayShort(day))",
                en: "\(name) starts \(DateWords(language: .english).weekdayShort(day))"))
    }

    private static func dependencies(_ home: Home) -> String {
        let (all, unanswered) = home.dependencies
        let phrase = Phrase(
            count: all, fr: ("% dépendance", "% dépendances"), en: ("% dependency", "% dependencies"))
        let rest = Phrase(fr: "\(unanswered) sans réponse", en: "\(unanswered) unanswered")
        return unanswered == 0 ? home.visit.say(phrase) : "\(home.visit.say(phrase)), \(home.visit.say(rest))"
    }
}
