extension Axis {
    /// Working days after which a proposal should have its answer.
    static let daysToAnswer = 10

    /// A proposal waits for the word of the CPO and the VPs.
    package func expectation(of actor: Actor, _ outlook: Outlook) -> Expectation? {
        guard let proposal, proposal.outcome == nil, actor.may(.axis(.set)) else { return nil }
        return Expectation(
            .answerAxis(self), of: .role(.cpo), since: proposal.on,
            due: outlook.calendar.adding(workingDays: Self.daysToAnswer, to: proposal.on))
    }
}
