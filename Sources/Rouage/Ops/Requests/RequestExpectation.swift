extension OpsRequest {
    /// Working days after its close in which its requester is asked how happy they are.
    static let daysToRate = 5
    /// Days after its close in which a hot potato comes back, and that question is asked.
    package static let daysAfterClose = 14

    /// What who asked it, decides on it or takes it back has to do about it now.
    package func expectations(of actor: Actor, _ outlook: Outlook) -> [Expectation] {
        guard let me = actor.id, actor.may(.request(.read)) else { return [] }
        if state == .inHand, self.hotPotato, self.decider == me, let due = nextStepBy(outlook.calendar) {
            let since = takenOn ?? askedOn
            return [Expectation(.decideHotPotato(self), of: .person(me), since: since, due: due)]
        }
        guard state == .closed, let closedOn, outlook.today <= closedOn + Self.daysAfterClose, handledBy != me else {
            return []
        }
        let due = outlook.after(Self.daysToRate, closedOn)
        var expected: [Expectation] = []
        if self.hotPotato, self.returnOwner == me {
            expected.append(Expectation(.takeBack(self), of: .person(me), since: closedOn, due: due))
        }
        if satisfaction == nil, requester == me {
            expected.append(Expectation(.rate(self), of: .person(me), since: closedOn, due: due))
        }
        return expected
    }

    /// What is expected of who is on duty: a first word to each new request, by the day of the most pressing.
    package static func firstWord(
        of open: [OpsRequest], onDuty: Identifier<Person>?, by actor: Actor, _ outlook: Outlook
    ) -> Expectation? {
        let new = open.filter { $0.state == .new }
        guard let onDuty, onDuty == actor.id, let since = new.map(\.askedOn).min(),
            let due = new.map({ $0.acknowledgeBy(outlook.calendar) }).min()
        else { return nil }
        return Expectation(.firstWord(count: new.count), of: .person(onDuty), since: since, due: due)
    }

    /// As many as are named one by one; more than that are one line.
    private static let most = 4

    /// What waits past its day is open to the CPO too, so that nothing waits for Product Ops alone.
    package static func stuck(_ open: [OpsRequest], by actor: Actor, _ outlook: Outlook) -> [Expectation] {
        guard actor.holds(.cpo), !actor.isOps else { return [] }
        let stuck = open.filter { $0.isStuck(outlook.calendar, on: outlook.today) && actor.may(.request(.move($0))) }
        let groups = stuck.count > most ? [stuck] : stuck.map { [$0] }
        return groups.compactMap { requests in
            guard let due = requests.compactMap({ $0.nextStepBy(outlook.calendar) }).min() else { return nil }
            return Expectation(.unblock(requests), of: .role(.cpo), since: due, due: due)
        }
    }
}
