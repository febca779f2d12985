extension Dependency {
    /// Days before its promised day from which a delivery is asked for.
    package static let daysToDeliver = 14

    /// What it waits for now, and from which team; nothing once it has ended, or while its promise is far.
    package func expectation(_ outlook: Outlook) -> Expectation? {
        guard let side = turn else { return nil }
        let (task, since, due): (Expectation.Task, Day, Day)
        switch state {
        case .pointedOut:
            (task, since, due) = (.answer(self), pointedOutOn, outlook.after(Self.daysToAnswer, pointedOutOn))
        case .acknowledged: (task, since, due) = (.promise(self), pointedOutOn, alignmentEnd(outlook))
        case .replanned:
            let proposed = outlook.day(updatedAt)
            (task, since, due) = (.settle(self), proposed, outlook.after(Self.daysToAnswer, proposed))
        case .declined: (task, since, due) = (.mitigate(self), outlook.day(updatedAt), alignmentEnd(outlook))
        case .committed:
            if let claimedOn {
                (task, since, due) = (.confirm(self), claimedOn, outlook.after(Self.daysToConfirm, claimedOn))
            } else {
                guard let promised = committedFor, promised <= outlook.today + Self.daysToDeliver else { return nil }
                (task, since, due) = (.deliver(self), max(pointedOutOn, promised - Self.daysToDeliver), promised)
            }
        case .broken:
            let promised = committedFor ?? outlook.today
            // A promise may be taken back before its day.
            (task, since, due) = (.promiseAgain(self), min(promised, outlook.today), promised)
        case .delivered, .withdrawn: return nil
        }
        // What an outside party owes is followed by who asked for it.
        let team = side == .asking ? askingTeam : givingTeam ?? askingTeam
        return Expectation(task, of: .unit(team), since: since, due: due)
    }

    /// The same, for somebody who may do it.
    package func expectation(of actor: Actor, _ outlook: Outlook) -> Expectation? {
        guard actor.may(turn == .asking ? .ask(self) : .give(self)) else { return nil }
        return expectation(outlook)
    }

    /// What reminders may say of it.
    package func duty(_ outlook: Outlook) -> Duty? { expectation(outlook).flatMap(Duty.init) }

    /// The freeze of its quarter; the day it is needed once the quarter runs.
    private func alignmentEnd(_ outlook: Outlook) -> Day {
        guard let cycle = outlook.cycle(cycle), outlook.today <= cycle.phases.freeze else { return neededBy }
        return min(cycle.phases.freeze, neededBy)
    }
}
