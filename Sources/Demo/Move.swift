import Rouage
import Storage

/// How the company's dates move when it is loaded on another day.
struct Move {
    private let today: Day
    private let calendar = WorkCalendar.french
    /// The quarter of `today`, chosen among those that fiscal years may have, so that today lies between the day
    /// drafts are due and the freeze; or, in the weeks around August and Christmas, while drafts are written.
    let running: Quarter
    private let names: [String: Quarter]

    init(to today: Day) {
        self.today = today
        let quarters = (1...3).map { Quarter(containing: today, fiscalStart: $0) }
        let plans = quarters.map { PreparationPlan(preparedIn: $0, WorkCalendar.french) }
        let place =
            plans.firstIndex { $0.draftsDue < today && today < $0.freeze }
            ?? plans.firstIndex { $0.draftingOpens <= today && today < $0.freeze } ?? 0
        running = quarters[place]
        names = ["2025-Q4": running.previous, "2026-Q1": running, "2026-Q2": running.next]
    }

    /// The same distance from today as it was from the day the files were written on, in working days.
    func day(_ day: Day) -> Day {
        let from = DemoCompany.writtenOn
        // Years ago, the working days between do not matter.
        guard abs(day - from) < 400 else { return day + (today - from) }
        return day >= from
            ? calendar.adding(workingDays: calendar.workingDays(after: from, upTo: day), to: today)
            : calendar.subtracting(workingDays: calendar.workingDays(after: day, upTo: from), from: today)
    }

    func cell(_ text: String, column: String, of file: String, in row: CSV.Row, _ header: [String]) -> String {
        if text.isEmpty { return text }
        switch (file, column) {
        case ("cycles", _): return cycle(row.cells[0], column) ?? text
        case (_, "cycle"), ("mercatos", "ref"), (_, "mercato"): return names[text]?.label ?? text
        case ("mercatos", "opens_at"), ("mercatos", "publishes_at"), ("mercatos", "closes_at"):
            guard let old = Day(String(text.prefix(10))) else { return text }
            let hour = column == "closes_at" ? Mercato.closesAtHour : Mercato.opensAtHour
            return Instant(day(old), hour: hour, in: WorkCalendar.zone).description
        case (_, "submitted_at"), (_, "no_dependency_at"), (_, "at"), (_, "starts_at"), (_, "revealed_at"),
            (_, "opened_at"), (_, "closed_at"), (_, "written_at"), (_, "created_at"), (_, "started_at"),
            (_, "published_at"), (_, "answered_at"), (_, "recorded_at"), (_, "replaced_at"),
            ("incidents", "started"), ("incidents", "detected"), ("incidents", "mitigated"), ("incidents", "resolved"),
            (_, "opens_at"), (_, "closes_at"), (_, "publishes_at"), (_, "saved_at"):
            guard let old = Day(String(text.prefix(10))) else { return text }
            return day(old).description + text.dropFirst(10)
        case ("axes", "from"), ("axes", "to"): return quarter(text)
        case ("duty", "week"):
            guard let old = Day(text) else { return text }
            return (today.monday + (old - DemoCompany.writtenOn.monday)).description
        case (_, "needed_by"), (_, "first_needed_by"), (_, "committed_for"), (_, "counter_date"):
            guard let old = Day(text) else { return text }
            return ahead(old).description
        default:
            guard text.utf8.count == 10, let old = Day(text) else { return text }
            return day(old).description
        }
    }

    /// What is past keeps its distance from today; what is to come keeps its place in what is left of its quarter.
    private func ahead(_ old: Day) -> Day {
        guard old > DemoCompany.writtenOn else { return day(old) }
        for (label, quarter) in names {
            guard let was = Quarter(label: label, fiscalStart: 1), was.days.contains(old) else { continue }
            let before = was.days.contains(DemoCompany.writtenOn) ? DemoCompany.writtenOn : was.days.lowerBound
            let after = quarter == running ? today : quarter.days.lowerBound
            let place = (old - before) * (quarter.days.upperBound - after) / (was.days.upperBound - before)
            return calendar.previousWorkingDay(onOrBefore: after + place)
        }
        return day(old)
    }

    /// As many quarters from the one that runs as it was.
    private func quarter(_ label: String) -> String {
        var (place, was) = (running, Quarter(containing: DemoCompany.writtenOn, fiscalStart: 1))
        while was.label < label { (place, was) = (place.next, was.next) }
        while was.label > label { (place, was) = (place.previous, was.previous) }
        return place.label
    }

    private func cycle(_ label: String, _ column: String) -> String? {
        guard let quarter = names[label] else { return nil }
        let phases = PreparationPlan(preparedIn: quarter.previous, calendar).phases
        return switch column {
        case "label": quarter.label
        case "start": quarter.days.lowerBound.description
        case "end": quarter.days.upperBound.description
        case "drafting_opens": phases.draftingOpens.description
        case "drafts_due": phases.draftsDue.description
        case "freeze": phases.freeze.description
        case "presentation": phases.presentation.description
        default: nil
        }
    }
}
