/// From where expectations are looked at: the quarters that are known, the days that are worked, the day and the moment.
package struct Outlook: Sendable {
    /// Working days that something has which is begun after its day: until then nobody reminds of it.
    package static let daysOfGrace = 3

    package let cycles: [Cycle]
    package let calendar: WorkCalendar
    package let today: Day
    package let now: Instant

    package init(_ cycles: [Cycle], _ calendar: WorkCalendar, on today: Day, at now: Instant) {
        self.cycles = cycles.sorted { $0.start < $1.start }
        self.calendar = calendar
        self.today = today
        self.now = now
    }

    package func cycle(_ id: Identifier<Cycle>) -> Cycle? { cycles.first { $0.id == id } }

    /// The quarter that runs.
    package var running: Cycle? { cycles.last { $0.start <= today && today <= $0.end } }
    /// The quarter being prepared.
    package var prepared: Cycle? { cycles.first { $0.start > today } }
    /// The quarter that ended last.
    package var ended: Cycle? { cycles.last { $0.end < today } }

    func after(_ workingDays: Int, _ day: Day) -> Day { calendar.adding(workingDays: workingDays, to: day) }

    func before(_ workingDays: Int, _ day: Day) -> Day { calendar.subtracting(workingDays: workingDays, from: day) }

    func day(_ instant: Instant) -> Day { instant.day(in: WorkCalendar.zone) }
}

extension Actor {
    /// Whether what is expected of a unit is this person's to do: they work in it, or it names them.
    func worksFor(_ unit: Identifier<Unit>) -> Bool { !isOps && (belongs(to: unit) || isNamed(at: unit)) }
}
