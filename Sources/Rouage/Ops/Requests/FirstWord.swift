extension Expectation {
    /// What is expected of who is on duty: a first word to each new request, by the day of the most pressing.
    package static func firstWord(
        of open: [OpsRequest], for person: Identifier<Person>, in rota: DutyRota, _ calendar: WorkCalendar,
        on today: Day
    ) -> Expectation? {
        let new = open.filter { $0.state == .new }
        guard rota.week(of: today)?.person == person, let due = new.map({ $0.acknowledgeBy(calendar) }).min() else {
            return nil
        }
        return Expectation(.firstWord(count: new.count), due: due)
    }
}

/// How many requests had their first word by its day, of those that had one or are past that day.
package struct FirstWords: Sendable, Equatable {
    package let inTime: Int
    package let count: Int

    package init(_ requests: [OpsRequest], _ calendar: WorkCalendar, on today: Day) {
        let known = requests.compactMap { request in
            request.wasAcknowledgedInTime(calendar) ?? (request.isOverdue(calendar, on: today) ? false : nil)
        }
        inTime = known.count { $0 }
        count = known.count
    }
}
