import Rouage
import Testing

@Suite("What a dependency's fields may hold")
struct DependencyFieldTests {
    private let giver = Cast.giverManager.deed
    private let asker = Cast.camille.actor
    private let today = Cast.today
    private let cycle = Cast.cycle()

    private func pointOut(
        _ request: Dependency.Request, of state: Briefing.State = .aligning, by deed: Deed? = nil,
        in cycle: Cycle? = nil
    ) throws -> Dependency {
        try Dependency.pointOut(
            request, id: Identifier(high: 9, low: 2), of: Cast.briefing(state), in: cycle ?? self.cycle,
            by: deed ?? asker.deed
        ).0
    }

    private func refused(_ request: Dependency.Request, _ field: String, _ reason: Flaw.Reason) {
        #expect(throws: Refusal.invalid(field, reason)) { try pointOut(request) }
    }

    @Test("it is needed within the cycle or before its start, not after it nor in the past")
    func neededBy() throws {
        for day in [today, cycle.start - 1, cycle.start, cycle.end] {
            #expect(try pointOut(Cast.request(neededBy: day)).neededBy == day)
        }
        refused(Cast.request(neededBy: cycle.end + 1), "needed_by", .outsideTheCycle)
        refused(Cast.request(neededBy: today - 1), "needed_by", .tooEarly(before: today))
    }

    @Test("it says what, from whom, and not from the own team")
    func request() {
        var request = Cast.request()
        request.what = "  "
        refused(request, "what", .missing)
        request.what = String(repeating: "é", count: 283)
        refused(request, "what", .tooLong(by: 3))
        request = Cast.request(giver: "bulletins")
        refused(request, "giving_team", .sameTeam)
        request = Cast.request(giver: nil)
        request.externalParty = ""
        refused(request, "giving_team", .missing)
    }

    @Test("it starts as a request of the day and the phase, with the first date kept")
    func starts() throws {
        let dependency = try pointOut(Cast.request())
        #expect(
            (dependency.state, dependency.pointedOutOn, dependency.pointedOutPhase) == (.pointedOut, today, .aligning))
        #expect(dependency.firstNeededBy == dependency.neededBy)
        #expect(!dependency.isLate)
        for state in [Cycle.State.frozen, .presented, .running] {
            #expect(try pointOut(Cast.request(), in: Cast.cycle(state)).isLate)
        }
    }

    @Test("it is not pointed out of an initiative that has ended")
    func ended() throws {
        for state in Briefing.State.allCases {
            let hasEnded = [.dropped, .postponed, .done, .abandoned].contains(state)
            if hasEnded {
                #expect(throws: Refusal.closed) { try pointOut(Cast.request(), of: state) }
            } else {
                #expect(try pointOut(Cast.request(), of: state).state == .pointedOut)
            }
        }
    }

    @Test("a collaboration has a last day, from today to the end of the cycle; nothing else has one")
    func collaboration() throws {
        func request(_ interaction: Dependency.Interaction, until day: Day?) -> Dependency.Request {
            Dependency.Request(
                ref: "d1", givingTeam: Cast.unit("conges"), what: "Le solde", interaction: interaction,
                collaboratesUntil: day, neededBy: Day(2026, 4, 15))
        }
        for day in [today, cycle.end] {
            #expect(try pointOut(request(.collaboration, until: day)).collaboratesUntil == day)
        }
        refused(request(.collaboration, until: nil), "collaborates_until", .missing)
        refused(request(.collaboration, until: today - 1), "collaborates_until", .tooEarly(before: today))
        refused(request(.collaboration, until: cycle.end + 1), "collaborates_until", .outsideTheCycle)
        for interaction in [Dependency.Interaction.asAService, .facilitating] {
            #expect(try pointOut(request(interaction, until: today)).collaboratesUntil == nil)
        }
    }

    @Test("the contact is of the giving team, or answers for it")
    func contact() throws {
        for (contact, isRight) in [
            (Cast.giverEngineer, true), (.giverLead, true), (.giverTribeLead, true), (.camille, false), (.ops, false),
            (.left, false),
        ] {
            var dependency = Situation.pointedOut.dependency()
            let result = Result { try dependency.acknowledge(contact: contact.id, by: giver) }
            if isRight {
                #expect(throws: Never.self) { try result.get() }
            } else {
                #expect(throws: Refusal.invalid("contact", .unknown)) { try result.get() }
            }
        }
    }

    @Test("a promise lies between today and the day needed, with an effort of 0 to 500 days and a contact")
    func commitment() {
        func refused(_ day: Day, effort: Int = 6, _ field: String, _ reason: Flaw.Reason, contact: Bool = true) {
            var dependency = Situation.acknowledged.dependency()
            if !contact { dependency.contact = nil }
            #expect(throws: Refusal.invalid(field, reason)) {
                try dependency.commit(for: day, effortDays: effort, contact: nil, by: giver)
            }
        }
        let needed = Situation.acknowledged.dependency().neededBy
        refused(needed + 1, "committed_for", .tooLate(than: needed))
        refused(today - 1, "committed_for", .tooEarly(before: today))
        refused(needed, effort: 501, "effort_days", .outOfRange(0...500))
        refused(needed, effort: -1, "effort_days", .outOfRange(0...500))
        refused(needed, "contact", .missing, contact: false)
    }

    @Test("a counter-proposal has a date within the cycle or a scope, and a reason")
    func counter() {
        func refused(
            _ date: Day?, scope: String = "", reason: String = "Migration.", _ field: String, _ why: Flaw.Reason
        ) {
            var dependency = Situation.acknowledged.dependency()
            #expect(throws: Refusal.invalid(field, why)) {
                try dependency.counter(date: date, scope: scope, reason: reason, by: giver, in: cycle)
            }
        }
        refused(nil, "counter_date", .missing)
        refused(today - 1, "counter_date", .tooEarly(before: today))
        refused(cycle.end + 1, "counter_date", .outsideTheCycle)
        refused(cycle.end, reason: "\n", "reason", .missing)
        refused(nil, scope: String(repeating: "x", count: 1_001), "scope", .tooLong(by: 1))
    }

    @Test("the giver names an initiative of its own, not of another team")
    func initiative() throws {
        var dependency = Situation.committed.dependency()
        let foreign = Cast.briefing()
        #expect(throws: Refusal.invalid("giving_briefing", .unknown)) {
            try dependency.deliver(within: foreign, by: giver)
        }
        var own = Cast.briefing()
        own.team = Cast.unit("conges")
        _ = try dependency.deliver(within: own, by: giver)
        #expect(dependency.givingBriefing == own.id)
    }

    @Test("the giver hears of it at once when less than ten working days are left")
    func pressing() throws {
        // From Thursday 5 March, the tenth working day is Thursday 19.
        #expect(try pointOut(Cast.request(neededBy: Day(2026, 3, 18))).isPressing(.french))
        #expect(try !pointOut(Cast.request(neededBy: Day(2026, 3, 19))).isPressing(.french))
    }
}
