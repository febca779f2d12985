package import Foundation

/// A moment, in milliseconds of Universal Time; written `2026-02-13T17:00:00.000Z`.
package struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1 January 1970, 00:00 UTC.
    package let milliseconds: Int

    package init(milliseconds: Int) { self.milliseconds = milliseconds }

    package init(_ date: Date) { milliseconds = Int((date.timeIntervalSince1970 * 1_000).rounded(.down)) }

    /// An hour of a day as the clocks of `zone` show it.
    package init(_ day: Day, hour: Int, minute: Int = 0, in zone: TimeZone) {
        let local = day.number * 86_400 + hour * 3_600 + minute * 60
        func offset(at second: Int) -> Int {
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
        }
        // The offset holds at the instant sought, which the first guess may miss by the hour when clocks change.
        milliseconds = (local - offset(at: local - offset(at: local))) * 1_000
    }

    /// The day on the calendars of `zone` at this moment.
    package func day(in zone: TimeZone) -> Day { Day(number: Day.floor(local(in: zone), 86_400)) }

    /// Hour (0 to 23) and minute on the clocks of `zone` at this moment.
    package func clock(in zone: TimeZone) -> (hour: Int, minute: Int) {
        let seconds = local(in: zone)
        let ofDay = seconds - Day.floor(seconds, 86_400) * 86_400
        return (ofDay / 3_600, ofDay / 60 % 60)
    }

    private func local(in zone: TimeZone) -> Int {
        let seconds = Day.floor(milliseconds, 1_000)
        return seconds + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }

    package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
    package static func + (instant: Instant, seconds: Int) -> Instant {
        Instant(milliseconds: instant.milliseconds + seconds * 1_000)
    }
}

extension Instant: LosslessStringConvertible, Codable {
    /// Reads `yyyy-mm-dd hh:mm:ss[.fraction](Z|+00)`, with a `T` or a space in the middle.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)),
            bytes[10] == 84 || bytes[10] == 32, bytes[13] == 58, bytes[16] == 58
        else { return nil }
        func pair(_ at: Int) -> Int? {
            guard (48...57).contains(bytes[at]), (48...57).contains(bytes[at + 1]) else { return nil }
            return Int(bytes[at] - 48) * 10 + Int(bytes[at + 1] - 48)
        }
        guard let hour = pair(11), let minute = pair(14), let second = pair(17), hour < 24, minute < 60, second < 60
        else { return nil }
        var rest = bytes[19...]
        var fraction = 0
        if rest.first == 46 {
            rest = rest.dropFirst()
            var scale = 100
            while let digit = rest.first, (48...57).contains(digit) {
                fraction += Int(digit - 48) * scale
                scale /= 10
                rest = rest.dropFirst()
            }
        }
        guard ["Z", "+00", "+00:00"].contains(String(decoding: rest, as: UTF8.self)) else { return nil }
        milliseconds = (day.number * 86_400 + hour * 3_600 + minute * 60 + second) * 1_000 + fraction
    }

    package var description: String { text(between: "T", zone: "Z") }

    /// The form both database engines keep and sort: `2026-02-13 17:00:00.000+00`.
    package var stored: String { text(between: " ", zone: "+00") }

    private func text(between separator: String, zone: String) -> String {
        let days = Day.floor(milliseconds, 86_400_000)
        let ofDay = milliseconds - days * 86_400_000
        let clock =
            "\((ofDay / 3_600_000).padded(2)):\((ofDay / 60_000 % 60).padded(2)):\((ofDay / 1_000 % 60).padded(2))"
        return "\(Day(number: days))\(separator)\(clock).\((ofDay % 1_000).padded(3))\(zone)"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let instant = Instant(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an instant: \(text)")
        }
        self = instant
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
