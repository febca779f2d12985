package import Rouage

/// Numbers, lengths of time and moments in words.
extension Visit {
    /// `45 j`, `45 d`.
    package func days(_ count: Int) -> String { "\(count)\u{A0}\(language == .french ? "j" : "d")" }

    /// `aujourd’hui, 16 h 20`, `hier, 16 h 20`, `4 mars, 16 h 20`.
    package func moment(_ instant: Instant) -> String {
        let day = instant.day(in: site.clock.zone)
        let (hour, minute) = instant.clock(in: site.clock.zone)
        let clock = dates.clock(hour, minute)
        switch today - day {
        case 0: return say(Phrase(fr: "aujourd’hui, \(clock)", en: "today, \(clock)"))
        case 1: return say(Phrase(fr: "hier, \(clock)", en: "yesterday, \(clock)"))
        default: return "\(dates.short(day)), \(clock)"
        }
    }

    package func shortDay(_ instant: Instant) -> String { dates.short(instant.day(in: site.clock.zone)) }

    /// `42 min`, `3 h 20`; from two days on `3 j 4 h`.
    package func span(_ minutes: Int) -> String {
        guard minutes >= 2_880 else { return self.minutes(minutes) }
        let hours = minutes % 1_440 / 60
        return days(minutes / 1_440) + (hours == 0 ? "" : " \(hours)\u{A0}h")
    }

    /// `12 févr. 2025, 16 h 20`: with the year, since incidents are read long after.
    package func fullMoment(_ instant: Instant) -> String {
        let (hour, minute) = instant.clock(in: site.clock.zone)
        return "\(dates.full(instant.day(in: site.clock.zone))), \(dates.clock(hour, minute))"
    }

    /// `1,7 %`, with one digit after the comma below ten.
    package func smallPercent(_ share: Double) -> String {
        let percent = (share * 1_000).rounded() / 10
        guard percent < 10 else { return self.percent(share) }
        return say(Phrase(fr: "\(percent.plain(.french)) %", en: "\(percent.plain(.english))%"))
    }

    /// The part of a whole in words: `64 %`.
    package func percent(_ share: Double) -> String {
        say(
            Phrase(
                fr: "\(Int((share * 100).rounded())) %", en: "\(Int((share * 100).rounded()))%"))
    }

    /// Between a name and what it is.
    package var colon: String { language == .french ? "\u{A0}: " : ": " }

    /// `2 h 30`, `45 min`.
    package func minutes(_ count: Int) -> String {
        guard count >= 120 else { return "\(count)\u{A0}min" }
        let rest = count % 60
        return "\(count / 60)\u{A0}h" + (rest == 0 ? "" : "\u{A0}\(rest.padded(2))")
    }

    /// A number with two decimals at most: `0,86` in French, `0.86` in English.
    package func decimal(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let sign = language == .french ? "," : "."
        let rest = hundredths % 100
        if rest == 0 { return String(hundredths / 100) }
        let digits = rest % 10 == 0 ? String(rest / 10) : rest < 10 ? "0\(rest)" : String(rest)
        return "\(hundredths / 100)\(sign)\(digits)"
    }
}

extension Double {
    /// `1,5` in French, `1.5` in English; whole numbers without a fraction.
    package func plain(_ language: Language) -> String {
        let rounded = (self * 10).rounded() / 10
        if rounded == rounded.rounded() { return Int(rounded).spelled(language) }
        let text = String(rounded)
        return language == .french ? text.replacing(".", with: ",") : text
    }
}

extension Part {
    /// `3:42`, or `−0:12` once the time is over.
    package static func clock(_ seconds: Int) -> String {
        "\(seconds < 0 ? "−" : "")\(abs(seconds) / 60):\((abs(seconds) % 60).padded(2))"
    }
}
