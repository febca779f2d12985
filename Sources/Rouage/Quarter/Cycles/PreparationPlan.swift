/// The dates on which the next cycle is prepared, all within the quarter before it.
package struct PreparationPlan: Sendable, Equatable {
    package let draftingOpens: Day
    /// The middle of the quarter.
    package let draftsDue: Day
    package let freeze: Day
    /// In the last full week.
    package let presentation: Day
    package let brainstorm: Day
    package let mercatoOpens: Day
    package let mercatoCloses: Day
    package let ranking: Day
    package let shareOut: Day

    package init(preparedIn quarter: Quarter, _ calendar: WorkCalendar) { self.init(within: quarter.days, calendar) }

    /// For a cycle of any length: it is prepared in the three months before it.
    package init(preparing days: ClosedRange<Day>, _ calendar: WorkCalendar) {
        let (year, month, day) = days.lowerBound.parts
        self.init(within: Day(year, month - 3, day)...(days.lowerBound - 1), calendar)
    }

    private init(within days: ClosedRange<Day>, _ calendar: WorkCalendar) {
        presentation = Self.presentation(within: days, calendar)
        freeze = calendar.previousOpenDay(onOrBefore: presentation - 3)
        draftsDue = Self.draftsDue(within: days, freeze: freeze, calendar)
        draftingOpens = Self.draftingOpens(before: draftsDue, calendar)
        brainstorm = calendar.previousOpenDay(onOrBefore: days.upperBound - 30)
        mercatoOpens = calendar.adding(openDays: 4, to: brainstorm)
        mercatoCloses = calendar.adding(openDays: 4, to: mercatoOpens)
        ranking = calendar.adding(openDays: 1, to: mercatoCloses)
        shareOut = calendar.adding(openDays: 3, to: ranking)
    }

    /// The four dates that move the cycle.
    package var phases: Phases {
        Phases(draftingOpens: draftingOpens, draftsDue: draftsDue, freeze: freeze, presentation: presentation)
    }

    /// The Thursday of the last week with four working days inside the quarter and outside quiet periods, or the
    /// last-but-one open day of that week.
    private static func presentation(within days: ClosedRange<Day>, _ calendar: WorkCalendar) -> Day {
        var monday = days.upperBound - days.upperBound.weekday.rawValue
        while monday > days.lowerBound {
            let week = (0..<5).map { monday + $0 }.filter { day in
                days.contains(day) && calendar.isWorked(day) && calendar.quietPeriod(of: day) == nil
            }
            if week.count >= 4 {
                let thursday = monday + 3
                let open = week.filter(calendar.isOpen)
                return calendar.isOpen(thursday) && days.contains(thursday)
                    ? thursday : open.dropLast().last ?? week[week.count - 2]
            }
            monday = monday - 7
        }
        return calendar.previousOpenDay(onOrBefore: days.upperBound - 4)
    }

    /// The last Friday up to the middle; before it when that is off or a bridge; when it lies in a quiet period, the
    /// first open Friday after it that leaves fifteen open days before the freeze, else the last open day before it.
    private static func draftsDue(within days: ClosedRange<Day>, freeze: Day, _ calendar: WorkCalendar) -> Day {
        let middle = days.lowerBound + days.count / 2
        let friday = middle - (middle.weekday.rawValue + 3) % 7
        guard let quiet = calendar.quietPeriod(of: friday) else { return calendar.previousOpenDay(onOrBefore: friday) }
        var after = quiet.upperBound + 1
        while !(after.weekday == .friday && calendar.isOpen(after)) && after < freeze { after = after + 1 }
        let left = after < freeze ? (after + 1..<freeze).count(where: calendar.isOpen) : 0
        return left >= 15 ? after : calendar.previousOpenDay(onOrBefore: quiet.lowerBound - 1)
    }

    /// The Monday two weeks before the week of the deadline; earlier when that Monday is not open.
    private static func draftingOpens(before draftsDue: Day, _ calendar: WorkCalendar) -> Day {
        var monday = draftsDue - draftsDue.weekday.rawValue - 14
        while !calendar.isOpen(monday) { monday = monday - 7 }
        return monday
    }
}
