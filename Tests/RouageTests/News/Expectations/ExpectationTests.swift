import Foundation
import Rouage
import Testing

private typealias Expectation = Rouage.Expectation

@Suite("What is expected of a person")
struct ExpectationTests {
    private func list(
        _ person: Cast, dependencies: [Dependency] = [], briefings: [Briefing] = [], tallies: [Tally] = []
    ) -> [Expectation] {
        Expectations(of: person.actor, in: [Cast.cycle()], .french, on: Cast.today).list(
            dependencies: dependencies, briefings: briefings, tallies: tallies, prepared: Cast.cycle())
    }

    @Test("an unanswered request is for those who may answer, three working days after it was pointed out")
    func answer() {
        let asked = Cast.dependency(.pointedOut)
        #expect(list(.giverLead, dependencies: [asked]) == [Expectation(.answer(asked), due: Day(2026, 3, 3))])
        #expect(list(.giverManager, dependencies: [asked]).count == 1)
        for person in [Cast.camille, .giverEngineer, .ops, .cpo, .stranger] {
            #expect(list(person, dependencies: [asked]).isEmpty, "\(person)")
        }
    }

    @Test("a counter-proposal is for the team that asked")
    func settle() {
        let countered = Cast.dependency(.replanned)
        #expect(list(.engineer, dependencies: [countered]).map(\.task) == [.settle(countered)])
        #expect(list(.giverLead, dependencies: [countered]).isEmpty)
    }

    @Test("a claimed delivery is for the asker until it counts as received, ten working days later")
    func confirm() {
        var claimed = Cast.dependency(.committed)
        claimed.claimedOn = Day(2026, 2, 26)
        #expect(list(.camille, dependencies: [claimed]) == [Expectation(.confirm(claimed), due: Day(2026, 3, 12))])
        #expect(list(.giverLead, dependencies: [claimed]).isEmpty)
    }

    @Test("a promise is asked for in the two weeks before its day, a broken one at once")
    func deliver() {
        var promised = Cast.dependency(.committed)
        #expect(list(.giverLead, dependencies: [promised]).isEmpty, "10 April is far")
        promised.committedFor = Cast.today + 14
        #expect(list(.giverLead, dependencies: [promised]) == [Expectation(.deliver(promised), due: Cast.today + 14)])
        let broken = Cast.dependency(.broken)
        #expect(list(.giverLead, dependencies: [broken]).map(\.task) == [.promiseAgain(broken)])
    }

    @Test("what was declined asks for a way round it, once")
    func mitigate() {
        var declined = Cast.dependency(.declined)
        #expect(list(.camille, dependencies: [declined]).map(\.task) == [.mitigate(declined)])
        declined.mitigation = "Nous commençons sans."
        #expect(list(.camille, dependencies: [declined]).isEmpty)
    }

    @Test("a draft is for its team, an initiative in alignment for its owner")
    func briefings() {
        let draft = Cast.briefing(.draft)
        #expect(list(.engineer, briefings: [draft]) == [Expectation(.submit(draft), due: Day(2026, 2, 13))])
        let aligning = Cast.briefing(.aligning)
        #expect(list(.camille, briefings: [aligning]) == [Expectation(.prepare(aligning), due: Day(2026, 3, 23))])
        #expect(list(.engineer, briefings: [aligning]).isEmpty)
        #expect(list(.ops, briefings: [draft, aligning]).isEmpty)
    }

    @Test("after the freeze no page is waited for, but for one written off-cycle")
    func frozenPages() {
        func after(_ briefing: Briefing) -> [Expectation] {
            Expectations(of: Cast.camille.actor, in: [Cast.cycle()], .french, on: Day(2026, 3, 24)).list(
                dependencies: [], briefings: [briefing], tallies: [], prepared: Cast.cycle())
        }
        #expect(after(Cast.briefing(.aligning)).isEmpty && after(Cast.briefing(.draft)).isEmpty)
        var offCycle = Cast.briefing(.draft)
        offCycle.offCycle = true
        #expect(after(offCycle).map(\.task) == [.submit(offCycle)])
    }

    @Test("decisions are for the director of the teams until the freeze, then for the CPO")
    func decisions() {
        let tallies = [
            Tally(team: Cast.unit("bulletins"), state: .ready, count: 1),
            Tally(team: Cast.unit("conges"), state: .aligning, count: 2),
            Tally(team: Cast.unit("dsn"), state: .ready, count: 4),
        ]
        #expect(
            list(.director, tallies: tallies)
                == [Expectation(.decide(ready: 1, aligning: 2), due: Day(2026, 3, 23))])
        #expect(list(.camille, tallies: tallies).isEmpty)
        func frozen(_ person: Cast) -> [Expectation] {
            Expectations(of: person.actor, in: [Cast.cycle()], .french, on: Day(2026, 3, 24)).list(
                dependencies: [], briefings: [], tallies: tallies, prepared: Cast.cycle())
        }
        #expect(frozen(.director).isEmpty)
        #expect(list(.cpo, tallies: tallies).isEmpty, "before the freeze it is the directors’")
        #expect(frozen(.cpo) == [Expectation(.decide(ready: 5, aligning: 2), due: Day(2026, 3, 23))])
    }

    @Test("the most urgent comes first; of one day, what blocks others")
    func order() {
        var blocking = Cast.dependency(.pointedOut)
        blocking.criticality = .blocking
        let slowing = Cast.dependency(.pointedOut)
        let later = Cast.dependency(.acknowledged)
        let tasks = list(.giverLead, dependencies: [later, slowing, blocking]).map(\.task)
        #expect(tasks == [.answer(blocking), .answer(slowing), .promise(later)])
    }
}

@Suite("From where a person looks at the department")
struct StandpointTests {
    private func codes(_ person: Cast) -> [String]? {
        switch Standpoint(of: person.actor) {
        case .teams(let teams): teams.map(\.code)
        case .above(let units, let teams): units.map(\.code) + ["|"] + teams.map(\.code).sorted()
        case .department: nil
        }
    }

    @Test("a team, what one directs, or the whole")
    func standpoints() {
        #expect(codes(.camille) == ["bulletins"])
        #expect(codes(.salesOps) == ["sales-ops"])
        #expect(codes(.tribeLead) == ["paie", "|", "bulletins", "variables"])
        #expect(codes(.giverTribeLead) == ["temps", "|", "conges"])
        #expect(codes(.director) == ["north", "|", "bulletins", "conges", "variables"])
        #expect(codes(.cpo) == nil && codes(.ops) == nil)
    }
}

@Suite("Moving the dates of a quarter")
struct ShiftTests {
    private func shift(_ change: (inout Phases) -> Void, reason: String = "Le comité", by person: Cast = .cpo) throws {
        var cycle = Cast.cycle()
        var phases = cycle.phases
        change(&phases)
        _ = try cycle.shift(to: phases, reason: reason, by: person.deed)
        #expect(cycle.phases == phases)
    }

    @Test("leaves ten working days of alignment, and no deadline on a closed day")
    func rules() throws {
        try shift { $0.freeze = Day(2026, 3, 24) }
        try shift { $0.freeze = Day(2026, 3, 5) }
        #expect(throws: Refusal.invalid("freeze", .noDeadline)) { try shift { $0.freeze = Day(2026, 3, 22) } }
        #expect(throws: Refusal.invalid("freeze", .tooEarly(before: Cast.today))) {
            try shift { $0.freeze = Day(2026, 2, 24) }
        }
        #expect(throws: Refusal.invalid("drafts_due", .passed)) { try shift { $0.draftsDue = Day(2026, 3, 9) } }
        #expect(throws: Refusal.invalid("presentation", .tooEarly(before: Day(2026, 3, 27)))) {
            try shift { $0.freeze = Day(2026, 3, 26) }
        }
        #expect(throws: Refusal.invalid("presentation", .tooLate(than: Day(2026, 3, 31)))) {
            try shift { $0.presentation = Day(2026, 4, 1) }
        }
        #expect(throws: Refusal.invalid("reason", .missing)) {
            try shift({ $0.freeze = Day(2026, 3, 24) }, reason: " ")
        }
        try shift { _ in }
    }

    @Test("a freeze moved before drafts are due keeps ten working days between")
    func alignment() throws {
        var cycle = Cast.cycle(.planned)
        var phases = cycle.phases
        phases.freeze = Day(2026, 2, 27)
        let day = Day(2026, 1, 5)
        #expect(throws: Refusal.invalid("freeze", .tooEarly(before: Day(2026, 3, 2)))) {
            try cycle.shift(to: phases, reason: "Plus tôt", by: Cast.cpo.deed.on(day))
        }
        phases.freeze = Day(2026, 3, 2)
        _ = try cycle.shift(to: phases, reason: "Plus tôt", by: Cast.ops.deed.on(day))
    }

    @Test("is for the CPO, and for Ops while nothing has begun", arguments: Cast.allCases)
    func who(person: Cast) throws {
        var begun = Cast.cycle(.drafting)
        var phases = begun.phases
        phases.presentation = Day(2026, 3, 27)
        let may = person == .cpo
        let attempt = Result { try begun.shift(to: phases, reason: "x", by: person.deed) }
        #expect(((try? attempt.get()) != nil) == may)
    }
}
