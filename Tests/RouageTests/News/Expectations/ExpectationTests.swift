import Foundation
import Rouage
import Testing

private typealias Expectation = Rouage.Expectation

@Suite("What is expected of a person")
struct ExpectationTests {
    /// What is expected, and by when.
    private struct Line: Equatable {
        let task: Expectation.Task
        let due: Day

        init(_ task: Expectation.Task, due: Day) {
            self.task = task
            self.due = due
        }
    }

    private func outlook(on day: Day = Cast.today) -> Outlook {
        Outlook([Cast.cycle()], .french, on: day, at: Instant(day, hour: 9, in: WorkCalendar.zone))
    }

    private func list(
        _ person: Cast, dependencies: [Dependency] = [], briefings: [Briefing] = [], tallies: [Tally] = [],
        on day: Day = Cast.today
    ) -> [Line] {
        let outlook = outlook(on: day)
        let all =
            dependencies.compactMap { $0.expectation(of: person.actor, outlook) }
            + briefings.compactMap { $0.expectation(of: person.actor, outlook) }
            + [Cast.cycle().decisions(of: tallies, by: person.actor, outlook)].compactMap(\.self)
        return all.sorted(by: Expectation.comesFirst).map { Line($0.task, due: $0.due) }
    }

    @Test("an unanswered request is for those who may answer, three working days after it was pointed out")
    func answer() {
        let asked = Cast.dependency(.pointedOut)
        #expect(list(.giverLead, dependencies: [asked]) == [Line(.answer(asked), due: Day(2026, 3, 3))])
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
        #expect(list(.camille, dependencies: [claimed]) == [Line(.confirm(claimed), due: Day(2026, 3, 12))])
        #expect(list(.giverLead, dependencies: [claimed]).isEmpty)
    }

    @Test("a promise is asked for in the two weeks before its day, a broken one at once")
    func deliver() {
        var promised = Cast.dependency(.committed)
        #expect(list(.giverLead, dependencies: [promised]).isEmpty, "10 April is far")
        promised.committedFor = Cast.today + 14
        #expect(list(.giverLead, dependencies: [promised]) == [Line(.deliver(promised), due: Cast.today + 14)])
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
        #expect(list(.engineer, briefings: [draft]) == [Line(.submit(draft), due: Day(2026, 2, 13))])
        let aligning = Cast.briefing(.aligning)
        #expect(list(.camille, briefings: [aligning]) == [Line(.prepare(aligning), due: Day(2026, 3, 23))])
        #expect(list(.engineer, briefings: [aligning]).isEmpty)
        #expect(list(.ops, briefings: [draft, aligning]).isEmpty)
    }

    @Test("a draft begun after drafts were due has three working days, and is not late on its first day")
    func grace() throws {
        let begun = Cast.briefing(.draft, begun: Cast.today)
        let expected = try #require(begun.expectation(outlook()))
        #expect(expected.since == Cast.today && expected.due == Day(2026, 3, 10))
        let duty = try #require(begun.duty(outlook()))
        for day in [Cast.today, Day(2026, 3, 6), Day(2026, 3, 9), Day(2026, 3, 10), Day(2026, 3, 11)] {
            #expect(duty.step(on: day, .french) == nil, "\(day)")
        }
        #expect(duty.step(on: Day(2026, 3, 12), .french) == .afterwards)
        let last = Cast.briefing(.draft, begun: Day(2026, 3, 20))
        #expect(last.expectation(outlook(on: Day(2026, 3, 20)))?.due == Day(2026, 3, 23), "not beyond the freeze")
    }

    @Test("nothing is expected since a day on which it was not there, nor before drafting opens")
    func since() throws {
        let early = Cast.briefing(.draft, begun: Day(2026, 1, 5))
        #expect(early.expectation(outlook(on: Day(2026, 1, 12))) == nil)
        let open = try #require(early.expectation(outlook(on: Day(2026, 2, 2))))
        #expect(open.since == Cast.cycle().phases.draftingOpens)
        let later = Cast.briefing(.draft, begun: Day(2026, 2, 10))
        #expect(later.expectation(outlook(on: Day(2026, 2, 11)))?.since == Day(2026, 2, 10))
        #expect(Cast.dependency(.pointedOut).expectation(outlook())?.since == Cast.today - 7)
    }

    @Test("after the freeze no page is waited for, but for one written off-cycle")
    func frozenPages() {
        func after(_ briefing: Briefing) -> [Line] {
            list(.camille, briefings: [briefing], on: Day(2026, 3, 24))
        }
        #expect(after(Cast.briefing(.aligning)).isEmpty && after(Cast.briefing(.draft)).isEmpty)
        var offCycle = Cast.briefing(.draft)
        offCycle.offCycle = true
        #expect(after(offCycle).map(\.task) == [.submit(offCycle)])
    }

    @Test("its owner is asked how an initiative ended once its quarter is over")
    func outcome() {
        let running = Cast.briefing(.inProgress)
        #expect(list(.camille, briefings: [running], on: Day(2026, 6, 30)).isEmpty)
        #expect(
            list(.camille, briefings: [running], on: Day(2026, 7, 1)) == [
                Line(.tellOutcome(running), due: Day(2026, 7, 15))
            ])
    }

    @Test("decisions are for the director of the teams until the freeze, then for the CPO")
    func decisions() {
        let tallies = [
            Tally(team: Cast.unit("bulletins"), state: .ready, count: 1),
            Tally(team: Cast.unit("conges"), state: .aligning, count: 2),
            Tally(team: Cast.unit("dsn"), state: .ready, count: 4),
        ]
        let cycle = Cast.cycle()
        #expect(
            list(.director, tallies: tallies) == [Line(.decide(cycle, ready: 1, aligning: 2), due: Day(2026, 3, 23))])
        #expect(list(.camille, tallies: tallies).isEmpty)
        func frozen(_ person: Cast) -> [Line] { list(person, tallies: tallies, on: Day(2026, 3, 24)) }
        #expect(frozen(.director).isEmpty)
        #expect(list(.cpo, tallies: tallies).isEmpty, "before the freeze it is the directors’")
        #expect(frozen(.cpo) == [Line(.decide(cycle, ready: 5, aligning: 2), due: Day(2026, 3, 23))])
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
