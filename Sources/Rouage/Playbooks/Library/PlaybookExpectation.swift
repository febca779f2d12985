extension Playbook {
    /// Working days in which somebody who was asked gives their word, and in which a playbook that slips is looked at.
    static let daysToAnswer = 10

    /// Whether its review day has passed.
    package func isDue(on day: Day) -> Bool { state == .toReview || (state == .inForce && reviewOn < day) }

    /// Agree, review, look at one that slips, answer what people said of it.
    /// - Parameters:
    ///   - relapse: why it slips, when it does.
    ///   - voices: what people said that waits for an answer, the first said first.
    package func expectations(of actor: Actor, _ relapse: Relapse?, _ voices: [PlaybookFeedback], _ outlook: Outlook)
        -> [Expectation]
    {
        guard let me = actor.id, state != .retired else { return [] }
        var expected: [Expectation] = []
        func expect(_ task: Expectation.Task, from since: Day, within days: Int = Playbook.daysToAnswer) {
            let due = days == 0 ? since : outlook.after(days, since)
            expected.append(Expectation(task, of: .person(me), since: since, due: due))
        }
        for consent in openConsents(of: actor) where consent != .director || actor.isTold(of: handover?.to) {
            expect(.consent(self, consent), from: handover?.offeredOn ?? outlook.today)
        }
        if owner == me, isDue(on: outlook.today) {
            expect(.reviewPlaybook(self), from: max(reviewOn, outlook.day(createdAt)), within: 0)
        }
        if let relapse, let relapsedOn, hears(actor, me) { expect(.lookAt(self, relapse), from: relapsedOn) }
        if owner == me || deputy == me, let first = voices.first {
            expect(.answerFeedback(self, voices), from: first.givenOn, within: PlaybookFeedback.daysToAnswer)
        }
        return expected
    }

    /// Its owner, its deputy and the director who answers for the owner; the CPO where there is none. Product Ops are told
    /// nothing of what slips after they gave it back: they read it among the suggested topics alone.
    private func hears(_ actor: Actor, _ me: Identifier<Person>) -> Bool {
        guard actor.may(.playbook(.watch(self))) else { return false }
        return owner == me || deputy == me || handover?.director == me || actor.isTold(of: owner)
    }
}
