import Rouage
import Testing

@Suite("Views that teams write before they read the others’")
struct TeamViewTests {
    private let bulletins = Cast.unit("bulletins")

    private func write(
        _ text: String = "Le 15 avril nous suffit.", for team: String = "bulletins", in meeting: Meeting, by deed: Deed
    ) throws -> TeamView {
        try TeamView.write(
            text, for: Cast.unit(team), replacing: nil, id: Identifier(high: 11, low: 1), in: meeting, by: deed
        ).0
    }

    @Test("each team's own people write it, and the lead it names; nobody above, nobody beside, never Product Ops")
    func writers() {
        let meeting = Cast.meeting(.open, .async)
        for member in Cast.allCases {
            let result = Result { try write(in: meeting, by: member.deed) }
            if MeetingMove.bulletins.contains(member) {
                #expect(throws: Never.self, "\(member)") { try result.get() }
            } else {
                #expect(throws: Refusal.notAllowed, "\(member)") { try result.get() }
            }
        }
        #expect(throws: Refusal.notAllowed) {
            try write(for: "dsn", in: meeting, by: Cast.formerMember.deed)
        }
    }

    @Test("it says something, within its limit, while the others are hidden")
    func fields() throws {
        let meeting = Cast.meeting(.open, .async)
        let camille = Cast.camille.deed
        #expect(throws: Refusal.invalid("text", .missing)) { try write(" ", in: meeting, by: camille) }
        let long = String(repeating: "a", count: TeamView.limit + 1)
        #expect(throws: Refusal.invalid("text", .tooLong(by: 1))) { try write(long, in: meeting, by: camille) }
        #expect(throws: Refusal.closed) { try write(in: meeting, by: camille.on(Cast.today + 5)) }
        for state in [Meeting.State.proposed, .planned, .held, .cancelled] {
            #expect(throws: Refusal.closed) { try write(in: Cast.meeting(state, .async), by: camille) }
        }
        #expect(throws: Refusal.closed) { try write(in: Cast.meeting(.open), by: camille) }
    }

    @Test(
        "before all may read it, it is open to its team alone: not to the lead of both tribes, the CPO or Product Ops")
    func readers() throws {
        var meeting = Cast.meeting(.open, .async)
        let view = try write(in: meeting, by: Cast.camille.deed)
        for member in Cast.allCases {
            let may = member.actor.may(.readView(view, meeting))
            #expect(may == MeetingMove.bulletins.contains(member), "\(member)")
        }
        meeting.revealedAt = Cast.now
        for member in Cast.allCases {
            #expect(member.actor.may(.readView(view, meeting)) == member.actor.isMember, "\(member)")
        }
    }
}
