/// What happens to a briefing by date alone.
extension Briefing {
    /// Becomes part of what was presented; `nil` when it was not validated.
    package mutating func present(at now: Instant) -> Activity? {
        guard state == .validated else { return nil }
        state = .presented
        updatedAt = now
        return Activity(.presented)
    }

    /// Starts with its quarter; `nil` when it was not presented.
    package mutating func start(at now: Instant) -> Activity? {
        guard state == .presented else { return nil }
        state = .inProgress
        updatedAt = now
        return Activity(.started)
    }
}

extension Briefing {
    /// A draft of the same text for the next cycle: what was postponed is not written twice.
    package func copied(to cycle: Cycle, id: Identifier<Briefing>, at now: Instant) -> Briefing {
        var copy = Briefing(
            id: id, ref: "\(ref)-\(cycle.label)", cycle: cycle.id, team: team, owner: owner, text: text, at: now)
        copy.contributors = contributors
        copy.appetiteDays = appetiteDays
        copy.axis = axis
        copy.tribeValues = tribeValues
        copy.carriedFrom = self.id
        return copy
    }
}

extension Cycle {
    /// The last day on which a briefing counts as submitted on time: three working days after drafts are due.
    package func lastDayOnTime(_ calendar: WorkCalendar) -> Day {
        calendar.adding(workingDays: 3, to: phases.draftsDue)
    }
}
