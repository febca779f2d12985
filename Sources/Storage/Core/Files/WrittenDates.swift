import Rouage

/// The order of day, month and year in the dates of a file, said by a sample such as `dd/mm/yyyy`.
package struct DateOrder: Sendable, Equatable, Codable, CustomStringConvertible {
    package let description: String
    /// `d`, `m` and `y` as they follow each other.
    fileprivate let letters: [Character]

    package init?(_ sample: String) {
        let letters = sample.lowercased().filter(\.isLetter).reduce(into: [Character]()) { kept, letter in
            if kept.last != letter { kept.append(letter) }
        }
        guard letters.sorted() == ["d", "m", "y"] else { return nil }
        (description, self.letters) = (sample, letters)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let sample = try container.decode(String.self)
        guard let order = DateOrder(sample) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an order of dates: \(sample)")
        }
        self = order
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A date as people and other tools write it: `2026-03-05T00:30:00+01:00`, `5 mars 2026`, `March 5, 2026 3:42 PM`, and, where
/// their order is said, `05/03/2026`. Whether 05/03 is in March or in May is never guessed.
struct WrittenDate {
    /// The day on the calendar of whoever wrote it.
    let day: Day
    /// The moment; nothing when the date says no hour.
    let instant: Instant?

    init?(_ text: String, _ order: DateOrder?) {
        let text = text.trimmed
        var parts = Self.parts(text)
        guard let day = Self.day(&parts, order) else { return nil }
        guard let time = Self.time(parts) else { return nil }
        self.day = day
        guard let minutes = time.minutes else {
            instant = nil
            return
        }
        if let offset = time.offset {
            let seconds = day.number * 86_400 + (minutes - offset) * 60 + time.seconds
            instant = Instant(milliseconds: seconds * 1_000)
        } else {
            instant =
                Instant(day, hour: minutes / 60, minute: minutes % 60, in: WorkCalendar.zone) + time.seconds
        }
    }

    /// Runs of digits and of letters, and the signs that an offset or a fraction begins with.
    private static func parts(_ text: String) -> [Substring] {
        var parts: [Substring] = []
        var rest = text[...]
        while let first = rest.first {
            let run = rest.prefix { first.isWholeNumber ? $0.isWholeNumber : first.isLetter && $0.isLetter }
            if run.isEmpty {
                if "+-.".contains(first) && !parts.isEmpty { parts.append(rest.prefix(1)) }
                rest = rest.dropFirst()
            } else {
                parts.append(run)
                rest = rest[run.endIndex...]
            }
        }
        return parts
    }

    /// Takes the day off the front.
    private static func day(_ parts: inout [Substring], _ order: DateOrder?) -> Day? {
        if let first = parts.first, weekdays.contains(where: { Folding.fold(String(first)) == $0 }) {
            parts.removeFirst()
        }
        var three: [Substring] = []
        // 1er, 5th, "5 de mars".
        let between = ["-", ".", "de", "of", "er", "st", "nd", "rd", "th"]
        while three.count < 3, let part = parts.first {
            parts.removeFirst()
            if part.allSatisfy(\.isWholeNumber) || month(part) != nil {
                three.append(part)
            } else if !between.contains(part.lowercased()) {
                return nil
            }
        }
        guard three.count == 3 else { return nil }
        let letters: [Character]
        if three[0].count == 4 {
            letters = ["y", "m", "d"]
        } else if month(three[0]) != nil {
            letters = ["m", "d", "y"]
        } else if month(three[1]) != nil {
            letters = ["d", "m", "y"]
        } else if let order {
            letters = order.letters
        } else {
            return nil
        }
        var numbers: [Character: Int] = [:]
        for (letter, part) in zip(letters, three) {
            if letter == "m", let month = month(part) { numbers["m"] = month } else { numbers[letter] = Int(part) }
            guard letter != "y" || part.count == 4 || (part.count == 2 && order != nil) else { return nil }
        }
        guard let day = numbers["d"], let month = numbers["m"], let year = numbers["y"] else { return nil }
        return Day("\((year < 100 ? 2_000 + year : year).padded(4))-\(month.padded(2))-\(day.padded(2))")
    }

    /// The hour, and how far its clock is ahead of Universal Time in minutes; nil for what is no hour.
    private static func time(_ parts: [Substring]) -> (minutes: Int?, seconds: Int, offset: Int?)? {
        var parts = parts.map { $0.lowercased() }[...]
        while let first = parts.first, ["t", "at", "a", "à", ".", "-"].contains(first) { parts.removeFirst() }
        guard !parts.isEmpty else { return (nil, 0, nil) }
        guard var hour = parts.popFirst().flatMap({ Int($0) }) else { return nil }
        if parts.first == "h" { parts.removeFirst() }
        guard let minute = parts.popFirst().flatMap({ Int($0) }) else { return nil }
        var seconds = 0
        if let next = parts.first.flatMap({ Int($0) }) {
            seconds = next
            parts.removeFirst()
            if parts.first == ".", parts.dropFirst().first.map({ $0.allSatisfy(\.isWholeNumber) }) == true {
                parts.removeFirst(2)
            }
        }
        if parts.first == "pm" || parts.first == "am" {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (parts.removeFirst() == "pm" ? 12 : 0)
        }
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(seconds) else { return nil }
        if parts.isEmpty { return (hour * 60 + minute, seconds, nil) }
        guard let offset = offset(parts) else { return nil }
        return (hour * 60 + minute, seconds, offset)
    }

    private static func offset(_ rest: ArraySlice<String>) -> Int? {
        var rest = rest
        if ["z", "utc", "gmt"].contains(rest.first) {
            rest.removeFirst()
            if rest.isEmpty { return 0 }
        }
        guard let sign = rest.popFirst(), sign == "+" || sign == "-", let digits = rest.popFirst(),
            digits.allSatisfy(\.isWholeNumber), rest.count <= 1
        else { return nil }
        let whole = digits + (rest.first ?? (digits.count <= 2 ? "00" : ""))
        guard (3...4).contains(whole.count), let hours = Int(whole.dropLast(2)), let minutes = Int(whole.suffix(2)),
            hours <= 14, minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (sign == "-" ? -1 : 1)
    }

    private static func month(_ part: Substring) -> Int? {
        guard part.first?.isLetter == true else { return nil }
        let word = Folding.fold(String(part))
        // June or July.
        if word == "jui" { return nil }
        let place = months.firstIndex { names in
            names.contains { word == $0 || word == $0.prefix(3) || word == $0.prefix(4) }
        }
        return place.map { $0 + 1 }
    }

    private static let months = [
        ["janvier", "january"], ["fevrier", "february", "fev"], ["mars", "march"], ["avril", "april"], ["mai", "may"],
        ["juin", "june"], ["juillet", "july", "jul"], ["aout", "august"], ["septembre", "september"],
        ["octobre", "october"], ["novembre", "november"], ["decembre", "december"],
    ]
    private static let weekdays = [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    ]
}
