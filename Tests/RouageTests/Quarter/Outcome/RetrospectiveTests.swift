import Testing

@testable import Rouage

@Suite("A team's retrospective")
struct RetrospectiveTests {
    private let answers = Retrospective.Answers(helped: "Des réponses en trois jours.", slowed: "", changes: "")
    private let team = Cast.units.first { $0.code == "bulletins" }!

    private func write(
        _ answers: Retrospective.Answers, by deed: Deed = Cast.camille.deed, in state: Cycle.State = .running
    ) throws -> Retrospective {
        try Retrospective.write(answers, of: team, id: Identifier(high: 1, low: 1), in: Cast.cycle(state), by: deed).0
    }

    @Test("is written by its people, from the presentation on")
    func who() throws {
        #expect(try write(answers).author == Cast.camille.id)
        #expect(throws: Refusal.closed) { try write(answers, in: .frozen) }
        for other in [Cast.ops, .opsInTeam, .director, .giverManager, .stranger, .left] {
            #expect(throws: Refusal.notAllowed) { try write(answers, by: other.deed) }
        }
        for person in [Cast.designer, .builder, .lead, .tribeLead] {
            #expect(throws: Never.self) { try write(answers, by: person.deed) }
        }
    }

    @Test("says something, in at most 600 characters an answer")
    func limits() {
        #expect(throws: Refusal.invalid("helped", .missing)) {
            try write(.init(helped: " ", slowed: "", changes: "\n"))
        }
        #expect(throws: Refusal.invalid("changes", .tooLong(by: 1))) {
            try write(.init(helped: "", slowed: "", changes: String(repeating: "a", count: 601)))
        }
    }

    @Test("is read by its team at once, by members once the quarter is closed")
    func readers() {
        let (open, closed) = (Cast.cycle(.running), Cast.cycle(.closed))
        for (person, early, late) in [
            (Cast.camille, true, true), (.lead, true, true), (.director, false, true), (.ops, false, true),
            (.giverManager, false, true), (.stranger, false, false), (.guest, false, false),
        ] {
            #expect(person.actor.may(.readRetrospective(of: team.id, open)) == early, "\(person)")
            #expect(person.actor.may(.readRetrospective(of: team.id, closed)) == late, "\(person)")
        }
    }
}
