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
