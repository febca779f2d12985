import Rouage
import Testing

@Suite("Questions, confidence and what is reworked")
struct AudienceTests {
    private func ask(_ text: String, _ team: String? = nil, state: Presentation.State = .live) throws
        -> AudienceQuestion
    {
        try AudienceQuestion.ask(
            text, of: team.map(Cast.unit), id: Identifier(high: 12, low: 1),
            in: PresentationMove.presentation(state), by: nil, at: Cast.now
        ).0
    }

    @Test("a question is asked while it is live, of the whole or of a team that presents")
    func ask() throws {
        #expect(try ask("Et pour les apprentis ?", "bulletins").team == Cast.unit("bulletins"))
        for state in Presentation.State.allCases where state != .live {
            #expect(throws: Refusal.closed) { try ask("Et après ?", state: state) }
        }
        #expect(throws: Refusal.invalid("text", .missing)) { try ask("  ") }
        #expect(throws: Refusal.invalid("text", .tooLong(by: 2))) { try ask(String(repeating: "x", count: 282)) }
        #expect(throws: Refusal.invalid("team", .unknown)) { try ask("Et vous ?", "dsn") }
    }

    @Test("whoever presents marks it as answered, once")
    func answer() throws {
        let presentation = PresentationMove.presentation(.live)
        for member in Cast.allCases {
            var question = try ask("Et pour les apprentis ?", "bulletins")
            let may = member.actor.may(.runPresentation(presentation))
            let done = (try? question.answer(by: member.deed, in: presentation)) != nil
            #expect(done == may, "\(member)")
        }
        var question = try ask("Et pour les apprentis ?")
        _ = try question.answer(by: Cast.camille.deed, in: presentation)
        #expect(throws: Refusal.closed) {
            try question.answer(by: Cast.camille.deed, in: presentation)
        }
    }

    @Test("a mean is shown from five votes, its split from ten; under 3 there is something to rework")
    func confidence() {
        #expect(Confidence(counts: [0, 0, 1, 2, 1]).mean == nil)
        #expect(Confidence(counts: [0, 0, 1, 3, 1]).mean == 4)
        #expect(Confidence(counts: [0, 0, 1, 3, 1]).split == nil)
        #expect(Confidence(counts: [1, 1, 1, 6, 1]).split == [1, 1, 1, 6, 1])
        #expect(!Confidence(counts: [0, 0, 5, 0, 0]).needsRework)
        #expect(Confidence(counts: [0, 1, 4, 0, 0]).needsRework)
        #expect(!Confidence(counts: [4, 0, 0, 0, 0]).needsRework, "four votes tell nothing")
    }

    @Test("the team's director says what changes; for the whole it is the CPO")
    func rework() throws {
        for (team, holders) in [("bulletins", [Cast.director, .cpo]), (nil, [.cpo])] as [(String?, [Cast])] {
            for member in Cast.allCases {
                var rework = Rework(
                    id: Identifier(high: 13, low: 1), of: PresentationMove.presentation(.published).id,
                    team: team.map(Cast.unit), mean: 2.6, due: Cast.today)
                let done = (try? rework.answer("Nous livrons en deux fois.", by: member.deed)) != nil
                #expect(done == holders.contains(member), "\(member)")
            }
        }
    }
}
