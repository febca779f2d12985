extension Meeting {
    /// Days before a meeting from which its teams are told of it.
    static let daysAhead = 7
    /// Working days in which what came of it is written down.
    static let daysToMinute = 2

    /// What the people of its teams do about it now.
    package func expectations(of actor: Actor, _ outlook: Outlook) -> [Expectation] {
        let mine = teams.filter(actor.worksFor)
        guard state.isAlive, let team = mine.first else { return [] }
        let called = outlook.day(createdAt)
        let day = startsAt.map(outlook.day) ?? revealOn ?? outlook.today
        if state == .proposed {
            guard outlook.today <= day else { return [] }
            return [Expectation(.takeUp(self), of: .unit(team), since: called, due: day)]
        }
        if takesViews(on: outlook.today) {
            return mine.filter { !heard.contains($0) }.compactMap { actor.organisation.units[$0] }.map { team in
                Expectation(.writeView(self, team), of: .unit(team.id), since: called, due: day)
            }
        }
        if isOver(outlook) {
            guard writesMinutes(actor, mine) else { return [] }
            return [
                Expectation(
                    .writeMinutes(self), of: .unit(team), since: day, due: outlook.after(Self.daysToMinute, day))
            ]
        }
        guard mode == .sync, (day - Self.daysAhead...day).contains(outlook.today) else { return [] }
        return [Expectation(.meet(self), of: .unit(team), since: max(called, day - Self.daysAhead), due: day)]
    }

    /// Its hour has passed, or the views are shown, and nobody has ended it.
    private func isOver(_ outlook: Outlook) -> Bool {
        switch mode {
        case .sync: endsAt.map { $0 <= outlook.now } ?? false
        case .async: isRevealed(on: outlook.today)
        }
    }

    /// Who called it, when they are of its teams; else those whom its teams name.
    private func writesMinutes(_ actor: Actor, _ mine: [Identifier<Unit>]) -> Bool {
        let caller = calledBy.flatMap { actor.organisation.people[$0] }.map { Actor($0, in: actor.organisation) }
        if let caller, caller.id != nil, teams.contains(where: caller.worksFor) { return caller.id == actor.id }
        return mine.contains(where: actor.isNamed)
    }
}

extension MeetingAction {
    /// Days before it is due from which it is asked for.
    static let daysAhead = 14

    package func expectation(of actor: Actor, _ outlook: Outlook) -> Expectation? {
        guard doneOn == nil, owner == actor.id, due <= outlook.today + Self.daysAhead else { return nil }
        return Expectation(.finishAction(self), of: .person(owner), since: outlook.day(createdAt), due: due)
    }
}
