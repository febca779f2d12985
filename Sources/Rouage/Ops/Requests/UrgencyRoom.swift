/// How much of a quarter Product Ops keep for what nobody planned, and how much of it is used, in working days.
package struct UrgencyRoom: Sendable, Equatable {
    /// Share of the capacity of Product Ops that is kept free, 0 to 1.
    package static let share = 0.25

    /// What Product Ops can give in the quarter: the sum over its members of (working days − leave) · fte, times focus.
    package let capacity: Double
    /// Days that requests took, or that are set aside for them.
    package let used: Double
    /// The working days of Product Ops until today, without focus: what the share of the unplanned is of.
    package let worked: Double

    package init(capacity: Double, used: Double, worked: Double = 0) {
        self.capacity = capacity
        self.used = used
        self.worked = worked
    }

    /// The whole room, in whole days.
    package var days: Int { Int(capacity * Self.share) }
    /// What is left of it; nothing when it is overdrawn.
    package var left: Double { max(0, Double(days) - used) }
    /// How much of it is used, in percent; may exceed 100.
    package var percent: Int { days > 0 ? Int((used / Double(days) * 100).rounded()) : used > 0 ? 100 : 0 }
    /// Days on what nobody planned over days worked so far, in percent; nothing before the first day is over.
    package var unplannedPercent: Int? { worked > 0 ? Int((used / worked * 100).rounded()) : nil }

    /// The room of a quarter with the members that Product Ops has today.
    /// - Parameter used: days that requests took in the quarter.
    package init(
        of organisation: Organisation, in quarter: ClosedRange<Day>, used: Double, _ calendar: WorkCalendar,
        on today: Day
    ) {
        let past = quarter.lowerBound...max(quarter.lowerBound, min(quarter.upperBound, today))
        let worked = organisation.opsPlaces.reduce(0) { $0 + Double($1.workingDays(in: past, calendar)) * $1.fte }
        self.init(capacity: organisation.opsCapacity(in: quarter, calendar), used: used, worked: worked)
    }
}
