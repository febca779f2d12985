extension Incident {
    /// Those whom it calls while it goes on; afterwards who writes what was learnt.
    package func expectation(of actor: Actor, _ outlook: Outlook) -> Expectation? {
        guard let me = actor.id, actor.isMember else { return nil }
        switch call(of: actor) {
        case .coordinate:
            return Expectation(.coordinate(self), of: .person(me), since: startedOn, due: outlook.today)
        case .follow: return Expectation(.follow(self), of: .person(me), since: startedOn, due: outlook.today)
        case nil: break
        }
        guard owesPostmortem, lead == me || (lead == nil && actor.holds(.incidentManager)) else { return nil }
        // One that is reported after it was over is not late on its first day.
        let reported = outlook.day(createdAt)
        let due = postmortemDue(outlook.calendar) ?? outlook.today
        return Expectation(
            .writePostmortem(self), of: lead.map { .person($0) } ?? .role(.incidentManager),
            since: max(resolvedOn ?? reported, reported),
            due: reported > due ? outlook.after(Outlook.daysOfGrace, reported) : due)
    }
}

extension IncidentAction {
    /// Days before it is due from which it is asked for.
    static let daysAhead = 14

    /// What its owner does so that the incident does not come back.
    package func expectation(of actor: Actor, after incident: Incident, _ outlook: Outlook) -> Expectation? {
        guard state == .open, owner == actor.id, due <= outlook.today + Self.daysAhead else { return nil }
        return Expectation(
            .settleAction(self, incident), of: .person(owner), since: outlook.day(createdAt), due: due)
    }
}
