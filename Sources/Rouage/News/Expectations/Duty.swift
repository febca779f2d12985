/// What reminders may speak of: an obligation that is not met, whose it is, from when it may be said and until when.
package struct Duty: Sendable, Equatable {
    package let obligation: Obligation
    /// The team that owes it; for a decision, the part of the department that the director answers for.
    package let team: Identifier<Unit>
    package let cycle: Identifier<Cycle>
    /// No reminder comes up to this day.
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

    /// Nothing for what nobody is reminded of: what is outside a quarter, or outside the department.
    package init?(_ expectation: Expectation) {
        let (team, cycle): (Identifier<Unit>?, Identifier<Cycle>)
        switch expectation.task {
        case .submit(let page) where !page.offCycle: (team, cycle) = (page.team, page.cycle)
        case .answer(let need): (team, cycle) = (need.givingTeam, need.cycle)
        case .confirm(let need): (team, cycle) = (need.askingTeam, need.cycle)
        default: return nil
        }
        guard let obligation = expectation.obligation, let team else { return nil }
        self.init(obligation, of: team, in: cycle, since: expectation.quietUntil, due: expectation.due)
    }

    /// What a director decides on, for the part of the department that they answer for.
    package init?(deciding expectation: Expectation, in organisation: Organisation) {
        guard case .decide(let cycle, _, _) = expectation.task, case .person(let director) = expectation.bearer,
            let obligation = expectation.obligation,
            let grant = organisation.grants(of: director).first(where: { $0.role == .director }),
            let part = grant.unit ?? organisation.department?.id
        else { return nil }
        self.init(obligation, of: part, in: cycle.id, since: expectation.quietUntil, due: expectation.due)
    }
}

extension Expectation {
    /// The obligation that reminders speak of, where there is one.
    package var obligation: Obligation? {
        switch (task, bearer) {
        case (.submit(let page), _): .submit(page.id)
        case (.answer(let need), _): .acknowledge(need.id)
        case (.confirm(let need), _): .confirm(need.id)
        case (.decide(let cycle, _, _), .person(let director)): .decide(cycle.id, director)
        default: nil
        }
    }
}
