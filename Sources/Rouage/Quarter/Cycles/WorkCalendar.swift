package import Foundation

/// Which days are worked in France, and on which of them a deadline may fall.
package struct WorkCalendar: Sendable {
    package static let french = WorkCalendar()
    /// The clocks of the department: by them a moment belongs to a day, and votes open and close.
    package static let zone = TimeZone(identifier: "Europe/Paris")!

    /// Monday to Friday, and no public holiday.
    package func isWorked(_ day: Day) -> Bool { day.weekday < .saturday && !isHoliday(day) }

    /// Worked, no bridge, outside quiet periods: a deadline may fall on it.
    package func isOpen(_ day: Day) -> Bool { isWorked(day) && !isBridge(day) && quietPeriod(of: day) == nil }

    /// One of the eleven public holidays.
    package func isHoliday(_ day: Day) -> Bool {
        let (year, month, date) = day.parts
        switch (month, date) {
        case (1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25): return true
        case (3...6, _): return [1, 39, 50].contains(day - easter(of: year))
        default: return false
        }
    }

    /// The Friday after a Thursday off, or the Monday before a Tuesday off: few people are there.
    package func isBridge(_ day: Day) -> Bool {
        (day.weekday == .friday && isHoliday(day - 1)) || (day.weekday == .monday && isHoliday(day + 1))
    }

    /// The weeks around the day in which no deadline may fall: three from the first Monday of August, and from 21
    /// December to New Year's Day.
    package func quietPeriod(of day: Day) -> ClosedRange<Day>? {
        let (year, month, _) = day.parts
        guard month == 8 || month == 12 || month == 1 else { return nil }
        let period: ClosedRange<Day>
        if month == 8 {
            let august = Day(year, 8, 1)
            let monday = august + (7 - august.weekday.rawValue) % 7
            period = monday...(monday + 20)
        } else {
            let winter = month == 12 ? year : year - 1
            period = Day(winter, 12, 21)...Day(winter + 1, 1, 1)
        }
        return period.contains(day) ? period : nil
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

    /// The day itself when it is worked, else the last worked day before it.
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
