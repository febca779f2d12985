import Rouage
import Testing

@Suite("What comes of a meeting")
struct MeetingOutcomeTests {
    private func act(
        _ what: String = "Envoyer le jeu d’essai", owner: Cast? = .giverManager, due: Day? = Cast.today + 7,
        in state: Meeting.State = .open, by member: Cast = .camille
    ) throws -> MeetingAction {
        try MeetingAction.agree(
            what, owner: owner?.id, due: due, ref: "a1", id: Identifier(high: 12, low: 1), in: Cast.meeting(state),
            by: member.deed
        ).0
    }

    @Test("an action says what, who and until when; its owner is of the teams or above them, never Product Ops")
    func action() throws {
        #expect(try act().owner == Cast.giverManager.id)
        #expect(try act(owner: .director, in: .held).owner == Cast.director.id)
        for owner in [Cast.ops, .opsInTeam, .otherDirector, .stranger, .left, .inactive] {
            #expect(throws: Refusal.invalid("owner", .unknown), "\(owner)") { try act(owner: owner) }
        }
        #expect(throws: Refusal.invalid("owner", .missing)) { try act(owner: nil) }
        #expect(throws: Refusal.invalid("what", .missing)) { try act(" ") }
        #expect(throws: Refusal.invalid("due", .notADay)) { try act(due: nil) }
        #expect(throws: Refusal.invalid("due", .tooEarly(before: Cast.today))) { try act(due: Cast.today - 1) }
        for state in [Meeting.State.proposed, .planned, .cancelled] {
            #expect(throws: Refusal.closed) { try act(in: state) }
        }
    }

    @Test("who notes an action or a decision, and who says that it is done")
    func who() throws {
        let meeting = Cast.meeting(.open)
        for member in Cast.allCases {
            let may = MeetingMove.holders.contains(member)
            let action = Result { try act(by: member) }
            let decision = Result {
                try Decision.agree(
                    "On garde le 15 avril.", reason: "", ref: "r", id: Identifier(high: 13, low: 1), in: meeting,
                    by: member.deed)
            }
            var known = try act()
            let done = Result { try known.finish(in: meeting, by: member.deed) }
            if may {
                #expect(throws: Never.self, "\(member)") {
                    _ = (try action.get(), try decision.get(), try done.get())
                }
            } else {
                #expect(throws: Refusal.notAllowed, "\(member)") { try action.get() }
                #expect(throws: Refusal.notAllowed, "\(member)") { try decision.get() }
                #expect(throws: Refusal.notAllowed, "\(member)") { try done.get() }
            }
        }
        var known = try act()
        _ = try known.finish(in: meeting, by: Cast.giverManager.deed)
        #expect(known.doneOn == Cast.today)
        #expect(throws: Refusal.closed) {
            _ = try known.finish(in: meeting, by: Cast.giverManager.deed)
        }
    }

    @Test("what teams agree goes into the log of decisions, with its reason, within its limits")
    func decision() throws {
        func agree(_ what: String, _ reason: String = "Moins cher.", in state: Meeting.State = .open) throws -> Decision
        {
            try Decision.agree(
                what, reason: reason, ref: "r", id: Identifier(high: 13, low: 1), in: Cast.meeting(state),
                by: Cast.camille.deed
            ).0
        }
        let decision = try agree("Le solde en fichier d’abord.")
        #expect(decision.sort == .meeting && decision.outcome == nil && decision.teams.count == 2)
        #expect(decision.by == Cast.camille.id && decision.decidedOn == Cast.today)
        #expect(throws: Refusal.invalid("decision", .missing)) { try agree("") }
        #expect(throws: Refusal.invalid("decision", .tooLong(by: 1))) {
            try agree(String(repeating: "a", count: Decision.limit + 1))
        }
        #expect(throws: Refusal.invalid("reason", .tooLong(by: 1))) {
            try agree("Oui.", String(repeating: "a", count: Decision.reasonLimit + 1))
        }
        #expect(throws: Refusal.closed) { try agree("Oui.", in: .planned) }
    }
}
