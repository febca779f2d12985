import Foundation
import Rouage
import WebCore

/// A calendar as other programs read it (RFC 5545): lines end with CR LF, are folded at 75 bytes, and hold escaped text.
struct ICalendar {
    private let zone: TimeZone
    private var lines: [String] = []
    /// The moments it names: the clock changes around them are told.
    private var moments: [Instant] = []

    /// - Parameters:
    ///   - name: as calendars show it.
    ///   - zone: where its hours are told.
    init(name: String, zone: TimeZone) {
        self.zone = zone
        add("BEGIN:VCALENDAR")
        add("VERSION:2.0")
        add("PRODID:-//Rouage//Rouage//EN")
        add("CALSCALE:GREGORIAN")
        add("METHOD:PUBLISH")
        add("X-WR-CALNAME", name)
        add("X-WR-TIMEZONE", zone.identifier)
    }

    /// When an event takes place.
    enum Time {
        case hours(from: Instant, to: Instant)
        case day(Day)
    }

    struct Event {
        let id: String
        let sequence: Int
        let changedAt: Instant
        let time: Time
        let status: String
        let title: String
        let description: String
        let place: String
        let address: String
    }

    mutating func add(_ event: Event) {
        add("BEGIN:VEVENT")
        add("UID", event.id)
        add("DTSTAMP:\(Self.utc(event.changedAt))")
        add("LAST-MODIFIED:\(Self.utc(event.changedAt))")
        add("SEQUENCE:\(event.sequence)")
        switch event.time {
        case .hours(let start, let end):
            moments += [start, end]
            add("DTSTART;TZID=\(zone.identifier):\(local(start))")
            add("DTEND;TZID=\(zone.identifier):\(local(end))")
        case .day(let day):
            add("DTSTART;VALUE=DATE:\(Self.plain(day))")
            add("DTEND;VALUE=DATE:\(Self.plain(day + 1))")
            add("TRANSP:TRANSPARENT")
        }
        add("STATUS:\(event.status)")
        add("SUMMARY", event.title)
        if !event.description.isEmpty { add("DESCRIPTION", event.description) }
        if !event.place.isEmpty { add("LOCATION", event.place) }
        add("URL:\(event.address)")
        add("END:VEVENT")
    }

    var bytes: [UInt8] {
        var all = self
        all.addZone()
        all.add("END:VCALENDAR")
        return Array((all.lines.map(Self.folded).joined(separator: "\r\n") + "\r\n").utf8)
    }

    private mutating func add(_ line: String) { lines.append(line) }
    private mutating func add(_ name: String, _ text: String) { lines.append("\(name):\(Self.escaped(text))") }

    /// The clock changes that its hours need, told one by one, so that any time zone is told right.
    private mutating func addZone() {
        guard let first = moments.min(), let last = moments.max() else { return }
        // From the change before the first moment.
        var changes: [(at: Date, from: Int, to: Int)] = []
        var date = Date(timeIntervalSince1970: Double(first.milliseconds) / 1_000 - 400 * 86_400)
        let end = Date(timeIntervalSince1970: Double(last.milliseconds) / 1_000)
        let start = zone.secondsFromGMT(for: date)
        while let next = zone.nextDaylightSavingTimeTransition(after: date), next <= end {
            changes.append((next, zone.secondsFromGMT(for: next - 1), zone.secondsFromGMT(for: next)))
            date = next
        }
        if changes.isEmpty { changes = [(Date(timeIntervalSince1970: 0), start, start)] }
        add("BEGIN:VTIMEZONE")
        add("TZID:\(zone.identifier)")
        for change in changes {
            let kind = zone.isDaylightSavingTime(for: change.at) ? "DAYLIGHT" : "STANDARD"
            add("BEGIN:\(kind)")
            // The hour on the clocks before the change.
            let moment = Instant(change.at) + change.from
            add("DTSTART:\(Self.utc(moment).dropLast())")
            add("TZOFFSETFROM:\(Self.offset(change.from))")
            add("TZOFFSETTO:\(Self.offset(change.to))")
            add("END:\(kind)")
        }
        add("END:VTIMEZONE")
    }

    private func local(_ instant: Instant) -> String {
        let (hour, minute) = instant.clock(in: zone)
        return "\(Self.plain(instant.day(in: zone)))T\(hour.padded(2))\(minute.padded(2))00"
    }

    private static func plain(_ day: Day) -> String { day.description.replacing("-", with: "") }

    private static func utc(_ instant: Instant) -> String {
        let text = instant.description
        return text.prefix(19).replacing("-", with: "").replacing(":", with: "") + "Z"
    }

    private static func offset(_ seconds: Int) -> String {
        let minutes = abs(seconds) / 60
        return "\(seconds < 0 ? "-" : "+")\((minutes / 60).padded(2))\((minutes % 60).padded(2))"
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case ";": escaped += "\\;"
            case ",": escaped += "\\,"
            case "\n": escaped += "\\n"
            case _ where scalar.value < 32 || scalar.value == 127: continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// At most 75 bytes a line, never within a character; what goes on begins with a space.
    private static func folded(_ line: String) -> String {
        guard line.utf8.count > 75 else { return line }
        var folded = ""
        var length = 0
        for character in line.unicodeScalars {
            let size = String(character).utf8.count
            if length + size > 75 {
                folded += "\r\n "
                length = 1
            }
            folded.unicodeScalars.append(character)
            length += size
        }
        return folded
    }
}
