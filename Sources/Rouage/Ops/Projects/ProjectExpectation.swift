extension OpsProject {
    /// Working days in which those concerned answer, and in which what is left of a quarter is settled.
    static let daysToAnswer = 5

    /// Take it over or agree to that, say whether its problem is theirs, settle what is left of a quarter.
    package func expectations(of actor: Actor, _ legacy: Legacy?, _ outlook: Outlook) -> [Expectation] {
        guard let me = actor.id, actor.may(.opsWork(.readProjects)), let cycle = outlook.cycle(cycle) else { return [] }
        let since = startedOn ?? outlook.day(createdAt)
        var expected: [Expectation] = []
        func expect(_ task: Expectation.Task, from day: Day, by due: Day) {
            expected.append(Expectation(task, of: .person(me), since: day, due: due))
        }
        if stage == .handingOver, standing == .active {
            let due = endsOn ?? cycle.end
            if !isAcceptedByOwner(legacy), actor.may(.opsWork(.accept(self))) {
                expect(.takeOver(self), from: since, by: due)
            } else if !isAcceptedByDirector(legacy), actor.may(.opsWork(.acceptAsDirector(self))),
                actor.isTold(of: receiver)
            {
                expect(.agreeToTakeOver(self), from: since, by: due)
            }
        }
        if coBuilders.contains(me), takesAnswers(by: actor) {
            expect(.sayIfConcerned(self), from: since, by: outlook.after(Self.daysToAnswer, since))
        }
        if lead == me, isLeftOver(on: outlook.today, in: cycle) {
            expect(.settleProject(self), from: cycle.end + 1, by: outlook.after(Self.daysToAnswer, cycle.end))
        }
        return expected
    }
}

extension Actor {
    /// Whether one hears, as a director, of what somebody takes over: the director who answers for them, each director for
    /// the CPO, and the CPO where there is none.
    func isTold(of receiver: Identifier<Person>?) -> Bool {
        guard let receiver else { return holds(.cpo) }
        if organisation.grants(of: receiver).contains(where: { $0.role == .cpo }) { return holds(.director) }
        let director = organisation.director(of: receiver)
        return director == nil ? holds(.cpo) : director == id
    }
}
