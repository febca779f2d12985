/// A stretch of days on which no deadline falls, and why.
package struct DaysOff: Sendable, Equatable {
    package enum Sort: Sendable, Equatable {
        case holiday(Holiday)
        case bridge
        case quiet
    }

    package let days: ClosedRange<Day>
    package let sort: Sort
}

/// The public holidays of France, by name.
package enum Holiday: String, Sendable, CaseIterable {
    case newYear, easterMonday, labour, victory, ascension, pentecost, bastille, assumption, allSaints, armistice
    case christmas

    /// The holiday that falls on a day, when the day is one.
    init?(on day: Day) {
        switch (day.month, day.parts.day) {
        case (1, 1): self = .newYear
        case (5, 1): self = .labour
        case (5, 8): self = .victory
        case (7, 14): self = .bastille
        case (8, 15): self = .assumption
        case (11, 1): self = .allSaints
        case (11, 11): self = .armistice
        case (12, 25): self = .christmas
        default:
            switch day - easter(of: day.year) {
            case 1: self = .easterMonday
            case 39: self = .ascension
            case 50: self = .pentecost
            default: return nil
            }
        }
    }
}

extension WorkCalendar {
    /// Holidays on a weekday, bridges and quiet periods within some days, in their order.
    package func daysOff(within days: ClosedRange<Day>) -> [DaysOff] {
        var found: [DaysOff] = []
        var day = days.lowerBound
        while day <= days.upperBound {
            if let quiet = quietPeriod(of: day) {
                found.append(DaysOff(days: quiet, sort: .quiet))
                day = quiet.upperBound + 1
                continue
            }
            if day.weekday < .saturday {
                if isHoliday(day), let holiday = Holiday(on: day) {
                    found.append(DaysOff(days: day...day, sort: .holiday(holiday)))
                } else if isBridge(day) {
                    found.append(DaysOff(days: day...day, sort: .bridge))
                }
            }
            day = day + 1
        }
        return found
    }
}
