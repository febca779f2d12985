/// What the risk of a quarter's dependencies is reckoned from, on a day.
package struct RiskModel: Sendable {
    package let base: BaseProbabilities
    package let loads: [Identifier<Unit>: Load]
    package let tracks: [Identifier<Unit>: TrackRecord]
    private let medians: Load.Medians
    private let today: Day
    private let days: Workdays

    /// - Parameter medians: what stands for an effort that nobody said.
    package init(
        base: BaseProbabilities, loads: [Identifier<Unit>: Load], tracks: [Identifier<Unit>: TrackRecord],
        medians: Load.Medians, in cycle: Cycle, on today: Day, _ calendar: WorkCalendar = .french
    ) {
        self.base = base
        self.loads = loads
        self.tracks = tracks
        self.medians = medians
        self.today = today
        days = Workdays(around: cycle, calendar)
    }

    package func risk(of wait: Wait) -> DependencyRisk {
        let room: DependencyRisk.Room
        var isEstimated = false
        if wait.state == .committed, let promised = wait.committedFor {
            room = .promised(days.from(promised, to: wait.neededBy))
        } else {
            isEstimated = wait.effortDays == nil
            let effort = wait.effortDays ?? Int((medians.effort[wait.sort] ?? 0).rounded())
            room = .left(days.from(today, to: wait.neededBy) - effort)
        }
        return DependencyRisk(
            wait.state, base: base[wait.state], room: room, load: wait.givingTeam.flatMap { loads[$0]?.ratio },
            track: wait.givingTeam.flatMap { tracks[$0] } ?? TrackRecord(), isEstimated: isEstimated)
    }
}

/// Working days between days around a quarter, counted once for hundreds of questions.
package struct Workdays: Sendable {
    /// How far before and after the quarter it counts; what lies further counts as this far.
    private static let reach = 200

    private let first: Day
    /// Working days up to and with each day.
    private let counts: [Int]

    package init(around cycle: Cycle, _ calendar: WorkCalendar) {
        first = cycle.start - Self.reach
        var sum = 0
        counts = (first...cycle.end + Self.reach).map { day in
            if calendar.isWorked(day) { sum += 1 }
            return sum
        }
    }

    /// Working days after one day, up to and with another; negative when the other is earlier.
    package func from(_ one: Day, to other: Day) -> Int { count(other) - count(one) }

    private func count(_ day: Day) -> Int { counts[min(max(day - first, 0), counts.count - 1)] }
}
