import Foundation
import Rouage
import Testing

@Suite("The clocks of the organisation")
struct InstantTests {
    private let paris = TimeZone(identifier: "Europe/Paris")!

    @Test("a day begins at midnight in Paris, in winter and in summer")
    func midnight() {
        for (before, after, day) in [
            ("2026-02-12T22:59:59.999Z", "2026-02-12T23:00:00.000Z", Day(2026, 2, 13)),
            ("2026-06-21T21:59:59.999Z", "2026-06-21T22:00:00.000Z", Day(2026, 6, 22)),
        ] {
            #expect(Instant(before)?.day(in: paris) == day - 1)
            #expect(Instant(after)?.day(in: paris) == day)
        }
    }

    @Test(
        "every hour that clocks show leads to the instant at which they show it, when they change too",
        arguments: [Day(2026, 3, 29), Day(2026, 10, 25), Day(2026, 7, 1), Day(2026, 12, 31)])
    func hours(day: Day) {
        for hour in 0..<24 where !(day == Day(2026, 3, 29) && hour == 2) {
            for minute in [0, 30] {
                let instant = Instant(day, hour: hour, minute: minute, in: paris)
                #expect(instant.day(in: paris) == day)
                #expect(instant.clock(in: paris) == (hour, minute))
            }
        }
    }

    @Test("an hour that clocks skip falls next to the gap, on the same day")
    func skipped() {
        let instant = Instant(Day(2026, 3, 29), hour: 2, minute: 30, in: paris)
        #expect(instant.day(in: paris) == Day(2026, 3, 29))
    }

    @Test("the day on which clocks change has 23 hours, or 25")
    func lengths() {
        func length(_ day: Day) -> Int {
            (Instant(day + 1, hour: 0, in: paris).milliseconds - Instant(day, hour: 0, in: paris).milliseconds)
                / 3_600_000
        }
        #expect([Day(2026, 3, 29), Day(2026, 10, 25), Day(2026, 3, 30)].map(length) == [23, 25, 24])
    }
}
