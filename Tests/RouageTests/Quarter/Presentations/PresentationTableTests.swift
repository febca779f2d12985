import Rouage
import Testing

@Suite("The states of a presentation")
struct PresentationTableTests {
    /// The day of the presentation.
    private static let day = Day(2026, 3, 26)
    private static let presenting: Set<Cast> = [
        .camille, .designer, .engineer, .builder, .lead, .deputy, .giverManager, .giverEngineer, .giverLead,
        .namedContact, .tribeLead, .giverTribeLead,
    ]
    private static let above: Set<Cast> = [.director, .otherDirector, .cpo, .ops, .opsInTeam]

    private func holders(of move: PresentationMove) -> Set<Cast> {
        switch move {
        case .order, .begin: [.cpo, .ops, .opsInTeam]
        case .prepare: [.camille, .designer, .engineer, .builder, .lead, .deputy, .tribeLead]
        case .declareReady, .start, .next, .previous, .pause, .resume, .goTo, .end, .record:
            Self.presenting.union(Self.above)
        }
    }

    @Test("each move, from each state, by each of the cast", arguments: PresentationMove.allCases)
    func table(move: PresentationMove) {
        for state in Presentation.State.allCases {
            for member in Cast.allCases {
                var presentation = move.presentation(state)
                let before = presentation
                let fits = holders(of: move).contains(member) && move.from.contains(state)
                let activity = try? move.apply(to: &presentation, by: member.deed.on(Self.day))
                #expect((activity ?? nil != nil) == fits, "\(move) from \(state) by \(member)")
                if fits {
                    #expect(presentation.state == move.to ?? state)
                    #expect(presentation != before)
                } else {
                    #expect(presentation == before)
                }
            }
        }
    }

    @Test("no move waits for Product Ops, and the product itself presses no key", arguments: PresentationMove.allCases)
    func withoutOps(move: PresentationMove) throws {
        let state = try #require(move.from.first)
        let others = holders(of: move).filter { !$0.actor.isOps }
        #expect(!others.isEmpty)
        for member in others {
            var presentation = move.presentation(state)
            #expect(try move.apply(to: &presentation, by: member.deed.on(Self.day)) != nil, "\(move) by \(member)")
        }
        var presentation = move.presentation(state)
        #expect(throws: Refusal.notAllowed) {
            try move.apply(to: &presentation, by: Actor.system(in: Cast.organisation).deed.on(Self.day))
        }
    }

    @Test("dates alone lead from the first state to the last")
    func byDate() {
        var presentation = PresentationMove.presentation(.preparing)
        #expect(presentation.comeToItsDay() != nil)
        #expect(presentation.state == .ready)
        #expect(presentation.comeToItsDay() == nil)
        #expect(presentation.publish(hash: "abc", at: Cast.now) != nil)
        #expect(presentation.state == .published)
        #expect(presentation.publish(hash: "def", at: Cast.now + 60) == nil)
        #expect(presentation.hash == "abc")
    }

    @Test("nothing begins or ends before the day of the presentation", arguments: [PresentationMove.start, .end])
    func day(move: PresentationMove) {
        var presentation = move.presentation(.ready)
        #expect(throws: Refusal.closed) {
            try move.apply(to: &presentation, by: Cast.camille.deed.on(Self.day - 1))
        }
    }
}
