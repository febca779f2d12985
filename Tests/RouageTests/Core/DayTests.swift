import Foundation
import Rouage
import Testing

@Suite("A day")
struct DayTests {
    @Test("reads and writes itself, through leap years and centuries")
    func iso() {
        for text in ["2026-02-13", "2024-02-29", "2000-02-29", "1970-01-01", "1969-12-31", "2100-03-01"] {
            #expect(Day(text)?.description == text)
        }
    }

    @Test(
        "refuses what is no day", arguments: ["2026-02-30", "2025-02-29", "2026-13-01", "26-01-01", "2026/01/01", ""])
    func nonsense(text: String) { #expect(Day(text) == nil) }

    @Test("knows its weekday and its ISO week")
    func weekday() {
        #expect(Day(2026, 3, 5).weekday == .thursday)
        #expect(Day(2026, 3, 5).isoWeek == 10)
        #expect(Day(2027, 1, 1).isoWeek == 53)
        #expect(Day(2026, 1, 1) - Day(2025, 1, 1) == 365)
    }

    @Test("an instant falls on the day that the clocks of Paris show")
    func instant() throws {
        let late = try #require(Instant("2026-03-05T23:30:00.000Z"))
        let paris = try #require(TimeZone(identifier: "Europe/Paris"))
        #expect(late.day(in: paris) == Day(2026, 3, 6))
        #expect(late.clock(in: paris) == (0, 30))
        #expect(Instant(late.stored) == late)
        #expect(Instant(Day(2026, 3, 6), hour: 0, minute: 30, in: paris) == late)
    }
}
