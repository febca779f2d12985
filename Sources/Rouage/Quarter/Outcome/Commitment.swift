/// What a team stood by on the day of the final presentation: an initiative of its own, or what it gives to another
/// team's. Made once for a quarter, and never changed after.
package struct Commitment: Noun, Equatable {
    package static let kind = Kind.commitment

    package let id: Identifier<Commitment>
    package var version = 1
    package let cycle: Identifier<Cycle>
    /// Who stands by it.
    package let team: Identifier<Unit>
    package let briefing: Identifier<Briefing>
    /// What is given to the initiative; nothing when it is the team's own.
    package let dependency: Identifier<Dependency>?
    /// The title, or what is given, as it read that day.
    package let text: String
    package let due: Day
    /// Working days of one person.
    package let effortDays: Int?
    package let madeOn: Day

    package init(
        id: Identifier<Commitment>, cycle: Identifier<Cycle>, team: Identifier<Unit>, briefing: Identifier<Briefing>,
        dependency: Identifier<Dependency>?, text: String, due: Day, effortDays: Int?, madeOn: Day
    ) {
        self.id = id
        self.cycle = cycle
        self.team = team
        self.briefing = briefing
        self.dependency = dependency
        self.text = text
        self.due = due
        self.effortDays = effortDays
        self.madeOn = madeOn
    }

    /// A presented initiative, due with its quarter.
    package init(id: Identifier<Commitment>, _ briefing: Briefing, in cycle: Cycle) {
        self.init(
            id: id, cycle: cycle.id, team: briefing.team, briefing: briefing.id, dependency: nil,
            text: briefing.text.title, due: cycle.end, effortDays: briefing.appetiteDays,
            madeOn: cycle.phases.presentation)
    }

    /// What a team promised to another; nothing when no team of the department did.
    package init?(id: Identifier<Commitment>, _ dependency: Dependency, in cycle: Cycle) {
        guard let giver = dependency.givingTeam, dependency.state == .committed || dependency.state == .delivered else {
            return nil
        }
        self.init(
            id: id, cycle: cycle.id, team: giver, briefing: dependency.briefing, dependency: dependency.id,
            text: dependency.what, due: dependency.committedFor ?? dependency.neededBy,
            effortDays: dependency.effortDays, madeOn: cycle.phases.presentation)
    }
}
