package import Foundation
package import Rouage

/// What time it is for the product: the machine's clock, perhaps moved to another day for a demonstration or a test.
package struct Clock: Sendable {
    package let zone: TimeZone
    private let shift: Int
    /// Whether it was set to another day or hour than the machine's.
    package var isSet: Bool { shift != 0 }
    /// By how many seconds it may differ from the clock of the database server before a node lets nothing move by date.
    package static let mostApart = 600

    /// - Parameters:
    ///   - day: the day to pretend it is.
    ///   - hour: the hour to pretend it is, 0 to 23; the real one without it.
    package init(zone: TimeZone = WorkCalendar.zone, on day: Day? = nil, hour: Int? = nil) {
        self.zone = zone
        let real = Instant(Date())
        guard day != nil || hour != nil else {
            shift = 0
            return
        }
        let clock = real.clock(in: zone)
        let pretended = Instant(
            day ?? real.day(in: zone), hour: hour ?? clock.hour, minute: hour == nil ? clock.minute : 0, in: zone)
        shift = pretended.milliseconds - real.milliseconds
    }

    package func now() -> Instant { Instant(milliseconds: Instant(Date()).milliseconds + shift) }
}
