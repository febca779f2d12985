extension Brainstorm {
    /// Days before it from which those who take part are told.
    static let daysAhead = 7

    /// A brainstorm of the coming days for who takes part in it, and one that is under way.
    package func expectation(of actor: Actor, _ outlook: Outlook) -> Expectation? {
        guard state != .closed, let me = actor.id, actor.isOps || invited.contains(me),
            state != .planned || heldOn <= outlook.today + Self.daysAhead
        else { return nil }
        let bearer: Expectation.Bearer = invited.contains(me) ? .person(me) : .role(.ops)
        return Expectation(
            .takePart(self), of: bearer, since: max(outlook.day(createdAt), heldOn - Self.daysAhead),
            due: max(heldOn, outlook.today))
    }

    /// Product Ops call the brainstorm of the quarter being prepared, before its day by the calendar.
    package static func planning(of cycle: Cycle, by actor: Actor, _ outlook: Outlook) -> Expectation? {
        guard actor.isOps else { return nil }
        let plan = PreparationPlan(preparing: cycle.start...cycle.end, outlook.calendar)
        let since = plan.brainstorm - daysAhead
        guard since <= outlook.today, outlook.today < plan.mercatoOpens else { return nil }
        return Expectation(.planBrainstorm(cycle), of: .role(.ops), since: since, due: plan.brainstorm)
    }
}
