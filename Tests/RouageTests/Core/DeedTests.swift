import Foundation
import Rouage
import Testing

@Suite("A deed: who acts, on which day, at which moment")
struct DeedTests {
    private let camille = Cast.camille.actor

    @Test("the day of a moment is the one on the calendars of the department")
    func day() throws {
        let late = try #require(Instant("2026-07-01T22:30:00.000Z"))
        #expect(Deed(by: camille, at: late).day == Day(2026, 7, 2))
        #expect(Deed(by: camille, at: late, in: .gmt).day == Day(2026, 7, 1))
        #expect(Deed(by: camille, at: late).now == late)
    }

    @Test("a day alone has its moment within it, in summer, in winter and where clocks change")
    func noon() {
        for day in stride(from: Day(2026, 1, 1), through: Day(2026, 12, 31), by: 1) {
            let deed = Deed(by: camille, on: day)
            #expect(deed.day == day)
            #expect(deed.now.day(in: WorkCalendar.zone) == day)
            #expect(deed.now.clock(in: WorkCalendar.zone).hour == 12)
        }
    }
}
