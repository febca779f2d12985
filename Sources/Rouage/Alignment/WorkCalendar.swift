/// Which days are worked, and on which of them a deadline may fall.
package struct WorkCalendar: Sendable {
    /// The public holidays of a year.
    let holidays: @Sendable (Int) -> Set<Day>
    /// The weeks of a year in which no deadline may fall.
    let quietPeriods: @Sendable (Int) -> [ClosedRange<Day>]

    /// France: its eleven public holidays, three quiet weeks in August and the days around Christmas.
    package static let french = WorkCalendar(holidays: frenchHolidays, quietPeriods: frenchQuietPeriods)

    /// Monday to Friday, and no public holiday.
    package func isWorked(_ day: Day) -> Bool { day.weekday < .saturday && !isHoliday(day) }

    /// Worked, no bridge, outside quiet periods: a deadline may fall on it.
    package func isOpen(_ day: Day) -> Bool { isWorked(day) && !isBridge(day) && quietPeriod(of: day) == nil }

    package func isHoliday(_ day: Day) -> Bool { holidays(day.year).contains(day) }

    /// The Friday after a Thursday off, or the Monday before a Tuesday off: few people are there.
    package func isBridge(_ day: Day) -> Bool {
        (day.weekday == .friday && isHoliday(day - 1)) || (day.weekday == .monday && isHoliday(day + 1))
    }

    package func quietPeriod(of day: Day) -> ClosedRange<Day>? {
        (quietPeriods(day.year) + quietPeriods(day.year - 1)).first { $0.contains(day) }
    }

    /// Working days after one day, up to and with another; 0 when the other is not later.
    package func workingDays(after first: Day, upTo last: Day) -> Int {
        guard first < last else { return 0 }
        return (first + 1...last).count(where: isWorked)
    }

    /// The day that lies so many working days later.
    package func adding(workingDays count: Int, to day: Day) -> Day { step(count, from: day, by: 1, isWorked) }

    /// The day that lies so many working days earlier.
    package func subtracting(workingDays count: Int, from day: Day) -> Day {
        step(count, from: day, by: -1, isWorked)
    }

    /// The day that lies so many open days later.
    func adding(openDays count: Int, to day: Day) -> Day { step(count, from: day, by: 1, isOpen) }

    package func previousWorkingDay(onOrBefore day: Day) -> Day {
        isWorked(day) ? day : step(1, from: day, by: -1, isWorked)
    }

    func previousOpenDay(onOrBefore day: Day) -> Day { isOpen(day) ? day : step(1, from: day, by: -1, isOpen) }

    private func step(_ count: Int, from day: Day, by direction: Int, _ counts: (Day) -> Bool) -> Day {
        var day = day
        var left = count
        while left > 0 {
            day = day + direction
            if counts(day) { left -= 1 }
        }
        return day
    }
}

extension Weekday: Comparable {
    package static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
}

/// Easter Sunday of a year of the Gregorian calendar (Meeus, Jones and Butcher; "Astronomical Algorithms", chapter 8).
func easter(of year: Int) -> Day {
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - b / 4 - g + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 19 * l) / 433
    let month = (h + l - 7 * m + 90) / 25
    return Day(year, month, (h + l - 7 * m + 33 * month + 19) % 32)
}

@Sendable private func frenchHolidays(_ year: Int) -> Set<Day> {
    let fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]
    let sunday = easter(of: year)
    return Set(fixed.map { Day(year, $0.0, $0.1) } + [sunday + 1, sunday + 39, sunday + 50])
}

@Sendable private func frenchQuietPeriods(_ year: Int) -> [ClosedRange<Day>] {
    let august = Day(year, 8, 1)
    let monday = august + (7 - august.weekday.rawValue) % 7
    return [monday...(monday + 20), Day(year, 12, 21)...Day(year + 1, 1, 1)]
}
