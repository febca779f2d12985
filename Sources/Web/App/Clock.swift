package import Foundation
package import Rouage

/// What time it is for the product: the machine's clock, perhaps moved to another day for a demonstration or a test.
package struct Clock: Sendable {
    package let zone: TimeZone
    private let shift: Int

    /// - Parameter day: the day to pretend it is; the hour stays the real one, or `hour`.
    package init(zone: TimeZone = TimeZone(identifier: "Europe/Paris")!, on day: Day? = nil, hour: Int? = nil) {
        self.zone = zone
        let real = Instant(Date())
        if let day {
            let clock = real.clock(in: zone)
            let pretended = Instant(day, hour: hour ?? clock.hour, minute: hour == nil ? clock.minute : 0, in: zone)
            shift = pretended.milliseconds - real.milliseconds
        } else {
            shift = 0
        }
    }

    package func now() -> Instant { Instant(milliseconds: Instant(Date()).milliseconds + shift) }
}
