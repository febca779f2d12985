/// What Product Ops can give in a quarter; three quarters of it are planned, the rest is the room for urgencies.
extension Organisation {
    /// The places held in Product Ops that day.
    package var opsPlaces: [Membership] {
        units.values.filter { $0.sort == .opsTeam && ($0.closedOn.map { day <= $0 } ?? true) }
            .flatMap { members(of: $0.id) }.filter { isHere($0.person) }.sorted { $0.id < $1.id }
    }

    /// Working days: the sum over its members of (working days − leave) · fte, times focus.
    package func opsCapacity(in quarter: ClosedRange<Day>, _ calendar: WorkCalendar) -> Double {
        opsPlaces.reduce(0) { sum, place in
            let days = place.workingDays(in: quarter, calendar)
            return sum + Double(days - min(Load.leaveDays, days)) * place.fte * Load.focus
        }
    }

    /// Working days that Product Ops can plan in a quarter, rounded down.
    package func plannedOpsDays(in cycle: Cycle, _ calendar: WorkCalendar) -> Int {
        Int(opsCapacity(in: cycle.start...cycle.end, calendar) * (1 - UrgencyRoom.share) + 1e-9)
    }
}

extension Membership {
    /// Working days of a stretch on which the place is held.
    func workingDays(in stretch: ClosedRange<Day>, _ calendar: WorkCalendar) -> Int {
        let first = max(stretch.lowerBound, from ?? stretch.lowerBound)
        return calendar.workingDays(after: first - 1, upTo: min(stretch.upperBound, to ?? stretch.upperBound))
    }
}
