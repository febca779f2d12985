extension Mercato {
    /// Working days before it opens from which an empty table is told to Product Ops.
    static let daysToSetTable = 5

    /// Electors vote while it is open; the CPO decides what the count leaves open.
    /// - Parameters:
    ///   - answered: how many topics the person has scored.
    ///   - isUnsettled: whether the count leaves something open.
    package func expectation(of actor: Actor, answered: Int, isUnsettled: Bool, _ outlook: Outlook) -> Expectation? {
        guard let me = actor.id else { return nil }
        if takesBallots(at: outlook.now), actor.may(.mercato(.vote(self))), answered < topics.count {
            return Expectation(
                .vote(self, answered: answered), of: .person(me), since: day(opensAt), due: day(closesAt))
        }
        guard state == .closed, isUnsettled, actor.may(.mercato(.rule)) else { return nil }
        return Expectation(
            .rule(self), of: .role(.cpo), since: min(day(closesAt), outlook.today), due: day(publishesAt))
    }

    /// Product Ops put topics on a table that is still empty when the vote is near.
    package func setting(isEmpty: Bool, by actor: Actor, _ outlook: Outlook) -> Expectation? {
        guard state == .preparing, isEmpty, actor.isOps else { return nil }
        let opens = day(opensAt)
        let since = max(day(createdAt), outlook.before(Self.daysToSetTable, opens))
        guard since <= outlook.today else { return nil }
        return Expectation(.setTable(self), of: .role(.ops), since: since, due: opens)
    }
}
