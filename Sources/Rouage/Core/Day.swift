/// A calendar day of the Gregorian calendar, without hour or time zone; written `2026-02-13`.
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970.
    package let number: Int

    package init(number: Int) { self.number = number }

    /// The day of a year, a month (1 to 12) and a day of the month; months and days beyond their range carry over.
    package init(_ year: Int, _ month: Int, _ day: Int) {
        let carried = year * 12 + month - 1
        let y = Day.floor(carried, 12)
        let m = carried - y * 12 + 1
        // Days from civil, counting years from March (Hinnant, "chrono-compatible low-level date algorithms").
        let shifted = m <= 2 ? y - 1 : y
        let era = Day.floor(shifted, 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Year, month (1 to 12) and day of the month.
    package var parts: (year: Int, month: Int, day: Int) {
        let z = number + 719_468
        let era = Day.floor(z, 146_097)
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let mp = (5 * dayOfYear + 2) / 153
        let month = mp < 10 ? mp + 3 : mp - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
    }

    package var year: Int { parts.year }
    package var month: Int { parts.month }

    /// Monday to Sunday.
    package var weekday: Weekday { Weekday(rawValue: (number + 3) - Day.floor(number + 3, 7) * 7)! }

    /// The ISO 8601 week number, 1 to 53.
    package var isoWeek: Int {
        let thursday = self + (3 - weekday.rawValue)
        return (thursday.number - Day(thursday.year, 1, 1).number) / 7 + 1
    }

    package static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    package static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    package static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
    package static func - (a: Day, b: Day) -> Int { a.number - b.number }

    static func floor(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }
}

/// Days of the week, Monday first.
package enum Weekday: Int, Sendable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

extension Day: Strideable {
    package func distance(to other: Day) -> Int { other - self }
    package func advanced(by days: Int) -> Day { self + days }
}

extension Day: LosslessStringConvertible, Codable {
    /// Reads `yyyy-mm-dd` and nothing else; a day that does not exist (2026-02-30) is `nil`.
    package init?(_ text: String) {
        var text = text
        guard let day = text.withUTF8({ Day($0) }) else { return nil }
        self = day
    }

    /// The same from bytes where they lie.
    package init?(_ digits: UnsafeBufferPointer<UInt8>) {
        guard digits.count == 10, digits[4] == 45, digits[7] == 45 else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var sum = 0
            for place in range {
                guard (48...57).contains(digits[place]) else { return nil }
                sum = sum * 10 + Int(digits[place]) - 48
            }
            return sum
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        self.init(year, month, day)
        guard parts == (year, month, day) else { return nil }
    }

    package var description: String {
        let (year, month, day) = parts
        return "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day: \(text)")
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Int {
    /// The number in decimal, with leading zeros up to `width` digits.
    package func padded(_ width: Int) -> String {
        let digits = String(self)
        return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
    }
}
