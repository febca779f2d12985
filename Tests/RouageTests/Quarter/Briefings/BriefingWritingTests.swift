import Testing

@testable import Rouage

@Suite("Writing a briefing")
struct BriefingWritingTests {

    private func begin(in state: Cycle.State, by deed: Deed = Cast.camille.deed) throws(Refusal) -> Briefing {
        try Briefing.begin(
            "Un titre", team: Cast.unit("bulletins"), ref: "b9", id: Identifier(high: 4, low: 9), in: Cast.cycle(state),
            by: deed
        ).0
    }

    @Test(
        "begins as a draft of its author, on the cycle while it is prepared",
        arguments: [
            Cycle.State.planned, .drafting, .aligning,
        ])
    func begins(state: Cycle.State) throws {
        let briefing = try begin(in: state)
        #expect(briefing.state == .draft)
        #expect(briefing.owner == Cast.camille.id)
        #expect(!briefing.offCycle)
    }

    @Test("begins off the cycle once its quarter runs, and not between freeze and start or after the end")
    func offCycle() throws {
        #expect(try begin(in: .running).offCycle)
        for state in [Cycle.State.frozen, .presented, .closed] {
            #expect(throws: Refusal.closed) { try begin(in: state) }
        }
    }

    @Test(
        "is for the team's people only", arguments: [Cast.ops, .opsInTeam, .cpo, .director, .giverManager, .stranger])
    func notTheirs(person: Cast) {
        #expect(throws: Refusal.notAllowed) { try begin(in: .drafting, by: person.deed) }
    }

    @Test("keeps what is too long in the draft, and refuses what is longer than many pages")
    func tooLong() throws {
        var briefing = Cast.briefing(.draft)
        var content = briefing.content
        content.text.problem = String(repeating: "a", count: 938)
        #expect(
            try briefing.revise(content, by: Cast.camille.deed, in: Cast.cycle(.drafting))?.action == .revised
        )
        #expect(briefing.text.flaws == [Flaw(field: "problem", reason: .tooLong(by: 38))])
        content.text.problem = String(repeating: "a", count: 8_001)
        #expect(throws: Refusal.invalid("problem", .tooLong(by: 7_101))) {
            try briefing.revise(content, by: Cast.camille.deed, in: Cast.cycle(.drafting))
        }
    }

    @Test("leaves no trace when nothing changed")
    func nothingChanged() throws {
        var briefing = Cast.briefing(.draft)
        #expect(
            try briefing.revise(briefing.content, by: Cast.camille.deed, in: Cast.cycle(.drafting)) == nil)
    }

    @Test("an owner is of the department and never of Product Ops", arguments: [Cast.ops, .opsInTeam, .inactive])
    func owner(person: Cast) {
        var briefing = Cast.briefing(.draft)
        var content = briefing.content
        content.owner = person.id
        #expect(throws: Refusal.invalid("owner", .unknown)) {
            try briefing.revise(content, by: Cast.camille.deed, in: Cast.cycle(.drafting))
        }
    }

    @Test("the owner is not listed among those who write with them")
    func ownerTwice() throws {
        var briefing = Cast.briefing(.draft)
        var content = briefing.content
        content.owner = Cast.designer.id
        content.contributors = [Cast.designer.id, Cast.engineer.id]
        _ = try briefing.revise(content, by: Cast.camille.deed, in: Cast.cycle(.drafting))
        #expect(briefing.contributors == [Cast.engineer.id])
    }

    @Test("somebody named on the page takes their own name off, and nobody else's")
    func leaves() throws {
        var briefing = Cast.briefing(.aligning)
        briefing.contributors = [Cast.namedContact.id, Cast.engineer.id]
        _ = try briefing.leave(by: Cast.namedContact.deed)
        #expect(briefing.contributors == [Cast.engineer.id])
        #expect(throws: Refusal.notAllowed) { try briefing.leave(by: Cast.camille.deed) }
    }

    @Test("a signature that nobody is needed is given and taken back until something is decided")
    func signature() throws {
        var briefing = Cast.briefing(.draft)
        _ = try briefing.declareNoDependency(by: Cast.designer.deed)
        #expect(briefing.noDependency?.by == Cast.designer.id)
        _ = try briefing.withdrawNoDependency(by: Cast.camille.deed)
        #expect(briefing.noDependency == nil)
        #expect(throws: Refusal.closed) { try briefing.withdrawNoDependency(by: Cast.camille.deed) }
        var decided = Cast.briefing(.validated)
        #expect(throws: Refusal.closed) { try decided.declareNoDependency(by: Cast.camille.deed) }
    }

    @Test("three working days after the date still count as on time: 18 February for 13 February 2026")
    func grace() throws {
        let cycle = Cast.cycle()
        #expect(cycle.phases.draftsDue == Day(2026, 2, 13))
        #expect(cycle.lastDayOnTime(.french) == Day(2026, 2, 18))
        for (day, isLate) in [(Day(2026, 2, 18), false), (Day(2026, 2, 19), true)] {
            var briefing = Cast.briefing(.draft)
            _ = try briefing.submit(
                dependencies: 1, by: Cast.camille.deed.on(day), in: cycle, grace: cycle.lastDayOnTime(.french))
            #expect(briefing.late == isLate)
        }
    }

    @Test("off the cycle nothing is late")
    func offCycleIsNotLate() throws {
        var briefing = Cast.briefing(.draft)
        briefing.offCycle = true
        _ = try briefing.submit(
            dependencies: 1, by: Cast.camille.deed.on(Day(2026, 5, 4)), in: Cast.cycle(.running),
            grace: Day(2026, 2, 18))
        #expect(!briefing.late)
        #expect(briefing.state == .aligning)
    }

    @Test("a tribe field beyond its limit is kept in the draft and holds the submission back")
    func tribeField() {
        var briefing = Cast.briefing(.draft)
        briefing.tribeValues = ["risque": String(repeating: "x", count: 12)]
        let field = TribeField(
            id: Identifier(high: 9, low: 1), tribe: Cast.unit("paie"), key: "risque", labelFr: "Risque",
            labelEn: "Risk", sort: .text, limit: 10, position: 1)
        #expect(throws: Refusal.invalid("field-risque", .tooLong(by: 2))) {
            try briefing.submit(
                dependencies: 1, fields: [field], by: Cast.camille.deed.on(Day(2026, 2, 10)), in: Cast.cycle(.drafting),
                grace: Day(2026, 2, 18))
        }
    }
}
