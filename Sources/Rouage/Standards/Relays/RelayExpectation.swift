extension Relay {
    /// The director who has it answers for what is left.
    package func expectation(of actor: Actor, _ outlook: Outlook) -> Expectation? {
        guard state == .created, let director, director == actor.id else { return nil }
        let due = due ?? outlook.after(Self.daysToAnswer, offeredOn)
        return Expectation(.answerRelay(self), of: .person(director), since: offeredOn, due: due)
    }
}
