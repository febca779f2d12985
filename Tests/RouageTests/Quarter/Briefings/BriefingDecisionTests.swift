import Testing

@testable import Rouage

@Suite("Deciding on a briefing")
struct BriefingDecisionTests {
    private func decide(
        _ briefing: inout Briefing, _ outcome: Briefing.Outcome, reason: String = "Une raison.",
        by person: Cast = .director, in state: Cycle.State = .aligning,
        on day: Day = Cast.today
    ) throws(Refusal) {
        _ = try briefing.decide(
            outcome, code: .capacity, reason: reason, by: person.deed.on(day), in: Cast.cycle(state))
    }

    @Test("is for the director above its team or the CPO", arguments: Cast.allCases)
    func who(person: Cast) {
        var briefing = Cast.briefing(.ready)
        if [.director, .cpo].contains(person) {
            #expect(throws: Never.self) { try decide(&briefing, .validated, by: person) }
            #expect(briefing.decision?.by == person.id)
        } else {
            #expect(throws: Refusal.notAllowed) { try decide(&briefing, .validated, by: person) }
        }
    }

    @Test("validates what is not ready only with the accepted risk in writing")
    func risk() {
        var briefing = Cast.briefing(.aligning)
        #expect(throws: Refusal.invalid("reason", .missing)) { try decide(&briefing, .validated, reason: " ") }
        var ready = Cast.briefing(.ready)
        #expect(throws: Never.self) { try decide(&ready, .validated, reason: "") }
        #expect(throws: Refusal.invalid("reason", .missing)) { try decide(&ready, .postponed, reason: "") }
    }

    @Test("from each state", arguments: Briefing.State.allCases)
    func states(state: Briefing.State) {
        var briefing = Cast.briefing(state)
        if [.aligning, .ready, .validated, .postponed].contains(state) {
            #expect(throws: Never.self) { try decide(&briefing, .dropped) }
            #expect(briefing.state == .dropped)
        } else {
            #expect(throws: Refusal.closed) { try decide(&briefing, .dropped) }
        }
    }

    @Test("after the freeze is for the CPO alone, but for what began off the cycle")
    func frozen() {
        var briefing = Cast.briefing(.ready)
        let frozen = Cast.cycle().phases.freeze + 1
        #expect(throws: Refusal.notAllowed) { try decide(&briefing, .validated, in: .frozen, on: frozen) }
        #expect(throws: Never.self) { try decide(&briefing, .validated, by: .cpo, in: .frozen, on: frozen) }
        var off = Cast.briefing(.aligning)
        off.offCycle = true
        #expect(throws: Never.self) { try decide(&off, .validated, in: .running, on: frozen) }
    }

    @Test("gives a reason of at most 400 characters")
    func length() {
        var briefing = Cast.briefing(.ready)
        #expect(throws: Refusal.invalid("reason", .tooLong(by: 1))) {
            try decide(&briefing, .dropped, reason: String(repeating: "a", count: 401))
        }
    }

    @Test("an initiative that runs is slowed down, taken up again, and ends with a cause")
    func running() throws {
        var briefing = Cast.briefing(.inProgress)
        let camille = Cast.camille.deed
        func slow(_ text: String) throws -> Activity {
            try briefing.slow(.init(code: .capacity, text: text), among: [], by: camille)
        }
        _ = try slow("Un arrêt.")
        #expect(briefing.slowed)
        #expect(throws: Refusal.closed) { try slow("Encore.") }
        _ = try briefing.resume(by: camille)
        #expect(!briefing.slowed)
        #expect(throws: Refusal.invalid("reason", .missing)) {
            try briefing.finish(" ", by: camille)
        }
        _ = try briefing.abandon(.init(code: .priority, text: "Le besoin a disparu."), among: [], by: camille)
        #expect(briefing.state == .abandoned && briefing.cause?.code == .priority)
    }
}
