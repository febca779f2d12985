package import Foundation

/// Who acts, on which day, at which moment: what every verb takes as `by:`. The moment lies in the day, because one
/// of them is always made from the other.
package struct Deed: Sendable {
    package let actor: Actor
    package let day: Day
    package let now: Instant

    /// What is done at a moment: the day is the one on the calendars of `zone`.
    package init(by actor: Actor, at now: Instant, in zone: TimeZone = WorkCalendar.zone) {
        self.actor = actor
        self.now = now
        day = now.day(in: zone)
    }

    /// What is done on a day of which no hour is known: at noon.
    package init(by actor: Actor, on day: Day) {
        self.actor = actor
        self.day = day
        now = Instant(day, hour: 12, in: WorkCalendar.zone)
    }
}
