/// What Product Ops can give in a quarter; three quarters of it are planned, the rest is the room for urgencies.
extension Organisation {
    /// The places held in Product Ops that day.
    package var opsPlaces: [Membership] {
        units.values.filter { $0.sort == .opsTeam && ($0.closedOn.map { day <= $0 } ?? true) }
            .flatMap { members(of: $0.id) }.filter { isHere($0.person) }.sorted { $0.id < $1.id }
    }

    /// Working days: the sum over its members of (working days − leave) · fte, times focus.
    package func opsCapacity(in quarter: ClosedRange<Day>, _ calendar: WorkCalendar) -> Double {
        opsPlaces.reduce(0) { $0 + $1.opsDays(in: quarter, off: Load.leaveDays, calendar) }
    }

    /// Working days that Product Ops can plan in a quarter, rounded down.
    package func plannedOpsDays(in cycle: Cycle, _ calendar: WorkCalendar) -> Int {
        Int(opsCapacity(in: cycle.start...cycle.end, calendar) * (1 - UrgencyRoom.share) + 1e-9)
    }

    /// Everybody who holds a place in Product Ops that day, in the order of their names for ever.
    package var opsTeam: [Person] { Set(opsPlaces.map(\.person)).sorted().compactMap { people[$0] } }

    /// Working days that one of them can plan in a quarter, with the days off that they said.
    package func plannedOpsDays(
        of person: Identifier<Person>, daysOff: Int = Load.leaveDays, in cycle: Cycle, _ calendar: WorkCalendar
    ) -> Double {
        opsPlaces.filter { $0.person == person }.reduce(0) {
            $0 + $1.opsDays(in: cycle.start...cycle.end, off: daysOff, calendar)
        } * (1 - UrgencyRoom.share)
    }

    /// The most working days that one of Product Ops, who is not new, can plan in a quarter.
    package func mostOpsDays(in cycle: Cycle, on day: Day, _ calendar: WorkCalendar) -> Double {
        opsTeam.filter { !isNewInOps($0.id, in: cycle, on: day, calendar) }
            .map { plannedOpsDays(of: $0.id, in: cycle, calendar) }.max() ?? 0
    }

    /// Whether somebody has so few days in Product Ops that they lead nothing alone yet, when a quarter begins or on a day
    /// after that.
    package func isNewInOps(
        _ person: Identifier<Person>, in cycle: Cycle, on day: Day, _ calendar: WorkCalendar
    ) -> Bool {
        let since = opsPlaces.filter { $0.person == person }.map { $0.from ?? people[person]?.joinedOn }
        guard let first = since.compactMap(\.self).min(), !since.contains(nil) else { return false }
        return max(day, cycle.start) < calendar.adding(workingDays: DutyWeek.shield, to: first)
    }
}

extension Membership {
    /// Working days that the place gives in a stretch: (days it is held − days off) · fte, times focus; 0 or more.
    func opsDays(in stretch: ClosedRange<Day>, off: Int, _ calendar: WorkCalendar) -> Double {
        Double(max(0, workingDays(in: stretch, calendar) - off)) * fte * Load.focus
    }

    /// Working days of a stretch on which the place is held.
    func workingDays(in stretch: ClosedRange<Day>, _ calendar: WorkCalendar) -> Int {
        let first = max(stretch.lowerBound, from ?? stretch.lowerBound)
        return calendar.workingDays(after: first - 1, upTo: min(stretch.upperBound, to ?? stretch.upperBound))
    }
}
