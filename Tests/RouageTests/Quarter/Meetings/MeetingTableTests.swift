import Rouage
import Testing

@Suite("The table of meeting transitions")
struct MeetingTableTests {
    @Test(
        "each move, from each state, by each of the cast: done, closed, or not theirs", arguments: MeetingMove.allCases)
    func table(move: MeetingMove) { move.checkTable() }

    @Test("nothing is done by the product itself, and nothing needs Product Ops", arguments: MeetingMove.allCases)
    func never(move: MeetingMove) {
        for state in Meeting.State.allCases {
            var meeting = move.meeting(state)
            #expect(throws: Refusal.notAllowed) {
                try move.apply(to: &meeting, by: Actor.system(in: Cast.organisation).deed)
            }
            let able = move.able(from: state).subtracting([.ops, .opsInTeam])
            #expect(!able.isEmpty)
        }
    }

    @Test("Product Ops propose an hour and may take their proposal back; one of the teams takes it up")
    func proposal() throws {
        var (meeting, activity) = try Meeting.call(
            Cast.plan(.sync), ref: "m", id: Identifier(high: 10, low: 2), in: Cast.cycle(), by: Cast.ops.deed)
        #expect(meeting.state == .proposed && activity.action == .proposed)
        #expect(throws: Refusal.notAllowed) {
            _ = try meeting.accept(by: Cast.ops.deed)
        }
        var other = meeting
        _ = try other.cancel(reason: "Doublon.", isSettled: false, by: Cast.ops.deed)
        #expect(other.state == .cancelled)
        _ = try meeting.accept(by: Cast.giverEngineer.deed)
        #expect(meeting.state == .planned && meeting.sequence == 1)
        #expect(throws: Refusal.notAllowed) {
            _ = try meeting.cancel(reason: "Non.", isSettled: false, by: Cast.ops.deed)
        }
    }

    @Test("who calls a meeting: the teams, those above them, and Product Ops as a proposal")
    func call() {
        let able = MeetingMove.holders.union([.ops, .opsInTeam])
        for member in Cast.allCases {
            let result = Result {
                try Meeting.call(
                    Cast.plan(.sync), ref: "m", id: Identifier(high: 10, low: 2), in: Cast.cycle(), by: member.deed)
            }
            if able.contains(member) {
                #expect(throws: Never.self, "\(member)") { try result.get() }
            } else {
                #expect(throws: Refusal.notAllowed, "\(member)") { try result.get() }
            }
        }
    }
}
