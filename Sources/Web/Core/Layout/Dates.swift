package import Rouage

/// Days and hours in words: `jeudi 5 mars`, `ven. 6 mars`, `4 Mar`, `16 h 42`.
package struct DateWords {
    package let language: Language

    package init(language: Language) {
        self.language = language
    }

    private static let months: [Language: [String]] = [
        .french: [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        ],
        .english: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
    ]
    private static let shortMonths: [Language: [String]] = [
        .french: [
            "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
        ],
        .english: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ]
    private static let weekdays: [Language: [String]] = [
        .french: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        .english: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ]

    /// `5 mars`, `1er avr.`; in English `5 Mar`.
    package func short(_ day: Day) -> String {
        let (_, month, date) = day.parts
        return "\(ordinal(date))\u{A0}\(Self.shortMonths[language]![month - 1])"
    }

    /// `ven. 6 mars`; in English `Fri 6 Mar`.
    package func weekdayShort(_ day: Day) -> String {
        let name = Self.weekdays[language]![day.weekday.rawValue].prefix(3)
        return "\(name)\(language == .french ? ".\u{A0}" : " ")\(short(day))"
    }

    /// `ven. 6`, where the month is known; in English `Fri 6`.
    package func weekday(_ day: Day) -> String {
        let name = Self.weekdays[language]![day.weekday.rawValue].prefix(3)
        return "\(name)\(language == .french ? "." : "")\u{A0}\(ordinal(day.parts.day))"
    }

    /// `jeudi 5 mars`; in English `Thursday 5 March`.
    package func weekdayLong(_ day: Day) -> String {
        let (_, month, date) = day.parts
        let name = Self.weekdays[language]![day.weekday.rawValue]
        return "\(name) \(ordinal(date))\u{A0}\(Self.months[language]![month - 1])"
    }

    /// `5 mars 2026`.
    package func full(_ day: Day) -> String {
        let (year, month, date) = day.parts
        return "\(ordinal(date))\u{A0}\(Self.months[language]![month - 1]) \(year)"
    }

    /// `16 h 42`; in English `4:42 pm`.
    package func clock(_ hour: Int, _ minute: Int) -> String {
        switch language {
        case .french: return "\(hour)\u{A0}h\u{A0}\(minute.padded(2))"
        case .english: return "\(hour % 12 == 0 ? 12 : hour % 12):\(minute.padded(2)) \(hour < 12 ? "am" : "pm")"
        }
    }

    private func ordinal(_ date: Int) -> String { language == .french && date == 1 ? "1er" : String(date) }
}

extension Cycle {
    /// `T2` or `Q2`.
    package func shortName(_ language: Language) -> String {
        guard let number = label.split(separator: "-").last, number.first == "Q" else { return label }
        return (language == .french ? "T" : "Q") + number.dropFirst()
    }

    /// `T2 2026` or `Q2 2026`; a cycle with another name keeps it.
    package func name(_ language: Language) -> String {
        let parts = label.split(separator: "-")
        guard parts.count == 2, parts[1].first == "Q" else { return label }
        return "\(shortName(language))\u{A0}\(parts[0])"
    }
}

extension Quarter {
    /// `T2 2026` or `Q2 2026`.
    package func name(_ language: Language) -> String { "\(language == .french ? "T" : "Q")\(number)\u{A0}\(year)" }
}
