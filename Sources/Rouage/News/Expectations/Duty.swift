/// An obligation that is not met: whose it is, since when and until when.
package struct Duty: Sendable, Equatable {
    package let obligation: Obligation
    /// The team that owes it; for a decision, the part of the department that the director answers for.
    package let team: Identifier<Unit>
    package let cycle: Identifier<Cycle>
    package let since: Day
    package let due: Day

    package init(
        _ obligation: Obligation, of team: Identifier<Unit>, in cycle: Identifier<Cycle>, since: Day, due: Day
    ) {
        self.obligation = obligation
        self.team = team
        self.cycle = cycle
        self.since = since
        self.due = due
    }
}

extension Duty {
    /// A draft is to be submitted until drafts are due, and stays owed until the freeze; nothing outside these weeks.
    package static func submit(
        _ id: Identifier<Briefing>, by team: Identifier<Unit>, in cycle: Cycle, on today: Day
    ) -> Duty? {
        guard [.drafting, .aligning].contains(cycle.state(on: today)) else { return nil }
        return Duty(
            .submit(id), of: team, in: cycle.id, since: cycle.phases.draftingOpens, due: cycle.phases.draftsDue)
    }

    /// A request is to be acknowledged by its giver within three working days.
    package static func acknowledge(
        _ id: Identifier<Dependency>, by giver: Identifier<Unit>, in cycle: Identifier<Cycle>, pointedOutOn day: Day,
        _ calendar: WorkCalendar
    ) -> Duty {
        Duty(
            .acknowledge(id), of: giver, in: cycle, since: day,
            due: calendar.adding(workingDays: Dependency.daysToAnswer, to: day))
    }

    /// A delivery is to be confirmed by its asker within ten working days.
    package static func confirm(
        _ id: Identifier<Dependency>, by asker: Identifier<Unit>, in cycle: Identifier<Cycle>, claimedOn day: Day,
        _ calendar: WorkCalendar
    ) -> Duty {
        Duty(
            .confirm(id), of: asker, in: cycle, since: day,
            due: calendar.adding(workingDays: Dependency.daysToConfirm, to: day))
    }
}

extension Briefing {
    /// What its team owes as long as it is a draft of the quarter being prepared.
    package func duty(in cycle: Cycle, on today: Day) -> Duty? {
        state == .draft && !offCycle ? .submit(id, by: team, in: cycle, on: today) : nil
    }
}

extension Dependency {
    /// What one of its two teams owes by a day. A party outside is reminded of nothing.
    package func duty(_ calendar: WorkCalendar) -> Duty? {
        if state == .pointedOut, let givingTeam {
            return .acknowledge(id, by: givingTeam, in: cycle, pointedOutOn: pointedOutOn, calendar)
        }
        if state == .committed, let claimedOn {
            return .confirm(id, by: askingTeam, in: cycle, claimedOn: claimedOn, calendar)
        }
        return nil
    }
}

extension Organisation {
    /// What the directors have to decide on before the freeze, one duty a director.
    /// - Parameter waiting: the teams with initiatives in alignment or ready.
    package func decisions(of waiting: Set<Identifier<Unit>>, in cycle: Cycle, on today: Day) -> [Duty] {
        guard cycle.state(on: today) == .aligning else { return [] }
        let directors = people.values.filter { $0.acts(on: day) }.sorted { $0.id < $1.id }
        return directors.compactMap { person in
            let actor = Actor(person, in: self)
            let grant = grants(of: person.id).first { $0.role == .director }
            guard let grant, !actor.isOps, let unit = grant.unit ?? department?.id,
                waiting.contains(where: { actor.holds(.director, for: $0) })
            else { return nil }
            return Duty(
                .decide(cycle.id, person.id), of: unit, in: cycle.id, since: cycle.phases.draftsDue,
                due: cycle.phases.freeze)
        }
    }
}
