package import HTML
package import Rouage
import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// The column: the weeks of the quarter that runs as vertebrae. Left of it the quarter that runs, right of it the one
/// being prepared, a line at today.
enum ColumnViews {
    static func aside(_ home: Home) -> HTML {
        let visit = home.visit
        guard let running = home.running else { return "" }
        let weeks = Column(home, running).weeks
        let first = weeks.first?.number ?? 0
        let last = weeks.last?.number ?? 0
        let title = Phrase(
            fr: "La colonne : semaines \(first) à \(last), \(running.name(.french))",
            en: "The spine: weeks \(first) to \(last), \(running.name(.english))")
        let left: HTML = """
            <p><b>\(running.shortName(visit.language))</b> \(visit.say(Phrase(fr: "en cours", en: "running")))</p>
            """
        let right: HTML =
            home.prepared.map { cycle in
                "<p><b>\(cycle.shortName(visit.language))</b> \(visit.say(Phrase(fr: "en préparation", en: "in preparation")))</p>"
            } ?? "<p></p>"
        return """
            <aside class="side" aria-labelledby="h-column" id="column" data-live-part>
            <h2 class="vh" id="h-column">\(visit.say(title))</h2>
            <div class="sh" aria-hidden="true">\(left)<span></span>\(right)</div>
            <ol class="spine">\(weeks.map { week(home, $0) })</ol></aside>
            """
    }

    private static func week(_ home: Home, _ week: Column.Week) -> HTML {
        let visit = home.visit
        let isNow = week.days.contains(visit.today)
        return """
            <li class="\(week.classes)"\(" aria-current=\"date\"", if: isNow)><div class="lw">\
            \(week.left.map { "<p>\($0)</p>" as HTML })</div><span class="vb"><span class="vh">\
            \(visit.say(Phrase(fr: "Semaine", en: "Week"))) </span>\(week.number)</span><div class="rw">\
            \(week.right.map { "<p>\($0)</p>" as HTML })</div>\(isNow ? today(home) : "")</li>
            """
    }

    private static func today(_ home: Home) -> HTML {
        let visit = home.visit
        let day = visit.dates.weekdayLong(visit.today).capitalisedFirst
        guard let cycle = home.prepared else { return "<span class=\"tod\"><b>\(day)</b></span>" }
        let (phrase, date) = countdown(cycle, on: visit.today)
        let left = WorkCalendar.french.workingDays(after: visit.today, upTo: date)
        let words = Phrase(
            fr: "\(left) j \(left < 2 ? "ouvré" : "ouvrés") avant \(phrase.french)",
            en: "\(left) working \(left == 1 ? "day" : "days") to \(phrase.english)")
        return "<span class=\"tod\"><b>\(day)</b><i>\(visit.say(words))</i></span>"
    }

    private static func countdown(_ cycle: Cycle, on day: Day) -> (Phrase, Day) {
        switch cycle.state(on: day) {
        case .planned: (Phrase(fr: "les ébauches", en: "drafts"), cycle.phases.draftingOpens)
        case .drafting: (Phrase(fr: "la fin des ébauches", en: "drafts due"), cycle.phases.draftsDue)
        case .aligning: (Phrase(fr: "le gel", en: "the freeze"), cycle.phases.freeze)
        case .frozen: (Phrase(fr: "la présentation", en: "the presentation"), cycle.phases.presentation)
        case .presented, .running, .closed: (Phrase(fr: "le départ", en: "the start"), cycle.start)
        }
    }
}

/// The weeks of a quarter with what falls in them.
package struct Column {
    package struct Week {
        package let days: ClosedRange<Day>
        package let number: Int
        package let classes: String
        package let left: [HTML]
        package let right: [HTML]
    }

    package let weeks: [Week]

    package init(_ home: Home, _ running: Cycle) {
        let visit = home.visit
        let left = LeftWing.events(home, running)
        let right = RightWing.events(home)
        let phases = home.prepared?.phases
        var weeks: [Week] = []
        var monday = running.start - running.start.weekday.rawValue
        while monday <= running.end {
            let days = monday...(monday + 6)
            let isHere: (Event) -> Bool = {
                days.contains($0.day) && (running.start...running.end + 1).contains($0.day)
            }
            weeks.append(
                Week(
                    days: days, number: monday.isoWeek,
                    classes: Self.classes(days, in: running, phases, on: visit.today),
                    left: left.filter(isHere).sorted { $0.day < $1.day }.map(\.text),
                    right: right.filter(isHere).sorted { $0.day < $1.day }.map(\.text)))
            monday = monday + 7
        }
        self.weeks = weeks
    }

    package struct Event {
        package let day: Day
        package let text: HTML
    }

    private static func classes(_ week: ClosedRange<Day>, in cycle: Cycle, _ phases: Phases?, on today: Day) -> String {
        var names: [String] = []
        if week.upperBound < today { names.append("gone") }
        if week.contains(today) { names.append("now") }
        let worked = (week.lowerBound...(week.lowerBound + 4)).count { (cycle.start...cycle.end).contains($0) }
        if worked < 4 { names.append("half") }
        if let phases {
            let (from, to) = (week.lowerBound, week.upperBound)
            if to >= phases.freeze && from <= phases.presentation {
                names.append("gel")
            } else if from > phases.draftsDue && to < phases.freeze {
                names.append("align")
                if (from...to + 7).contains(phases.freeze) { names.append("last") }
            } else if to >= phases.draftingOpens && from <= phases.draftsDue {
                names.append("draft")
                if week.contains(phases.draftsDue) { names.append("last") }
            }
        }
        return names.joined(separator: " ")
    }
}
