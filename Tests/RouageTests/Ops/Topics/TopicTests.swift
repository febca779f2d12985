import Rouage
import Testing

@Suite("Topics")
struct TopicTests {
    @Test(
        "each move, from each state, by each of the cast: done, closed, or not theirs", arguments: TopicMove.allCases)
    func table(move: TopicMove) { move.checkTable() }

    @Test("nothing needs Product Ops, and the product raises nothing by itself", arguments: TopicMove.allCases)
    func others(move: TopicMove) {
        #expect(!move.able.subtracting([.ops, .opsInTeam]).isEmpty)
        var topic = Cast.topic(move.ways.keys.first ?? .idea)
        #expect(throws: Refusal.notAllowed) {
            try move.apply(to: &topic, by: Actor.system(in: Cast.organisation).deed)
        }
    }

    @Test("what follows from the vote: ranked, then selected or left out, which may be raised again")
    func vote() throws {
        var topic = Cast.topic(.tabled)
        #expect(throws: Refusal.closed) { _ = try topic.select(at: Cast.now) }
        #expect(try topic.rank(at: Cast.now).action == .ranked)
        var other = topic
        #expect(try topic.select(at: Cast.now).action == .selected && topic.state == .selected)
        #expect(throws: Refusal.closed) { _ = try topic.leaveOut(at: Cast.now) }
        #expect(try other.leaveOut(at: Cast.now).action == .leftOut && other.state == .notSelected)
        _ = try other.proposeAgain(by: Cast.engineer.deed)
        #expect(other.state == .idea && other.cycle == nil)
    }

    @Test("a title is enough to raise one; to be ready it says the problem, the crafts and the effort")
    func ready() throws {
        var (topic, activity) = try propose(Topic.Content(title: "Moins de réunions"))
        #expect(activity.action == .proposed && topic.state == .idea && topic.proposedBy == Cast.salesOps.id)
        #expect(topic.content.gaps.map(\.field) == ["problem", "crafts", "effort_days"])
        #expect(throws: Refusal.invalid(topic.content.gaps)) {
            _ = try topic.makeReady(by: Cast.salesOps.deed)
        }
        var whole = topic.content
        whole.problem = "4 h 10 de réunions communes par semaine."
        whole.targetCrafts = [.product]
        whole.effortDays = 15
        _ = try topic.edit(whole, in: [Cast.cycle()], by: Cast.salesOps.deed)
        _ = try topic.makeReady(by: Cast.salesOps.deed)
        whole.effortDays = nil
        #expect(throws: Refusal.invalid("effort_days", .missing)) {
            _ = try topic.edit(whole, in: [Cast.cycle()], by: Cast.salesOps.deed)
        }
    }

    @Test("each field has its limit, and there is no quarter after the next")
    func limits() throws {
        let wrong: [(Topic.Content, Flaw)] = [
            (Topic.Content(title: " "), Flaw(field: "title", reason: .missing)),
            (Topic.Content(title: String(repeating: "a", count: 81)), Flaw(field: "title", reason: .tooLong(by: 1))),
            (
                Topic.Content(title: "a", problem: String(repeating: "a", count: 902)),
                Flaw(field: "problem", reason: .tooLong(by: 2))
            ),
            (Topic.Content(title: "a", effortDays: 0), Flaw(field: "effort_days", reason: .outOfRange(1...400))),
            (Topic.Content(title: "a", sponsor: Cast.left.id), Flaw(field: "sponsor", reason: .unknown)),
            (
                Topic.Content(title: "a", cycle: Identifier(high: 3, low: 9)),
                Flaw(field: "cycle", reason: .outsideTheCycle)
            ),
        ]
        for (content, flaw) in wrong {
            #expect(throws: Refusal.invalid([flaw])) { try propose(content) }
        }
        let topic = Cast.topic()
        let other = Identifier<Cycle>(high: 3, low: 2)
        #expect(topic.horizon(running: other, preparing: topic.cycle) == .next)
        #expect(topic.horizon(running: topic.cycle, preparing: other) == .thisCycle)
        #expect(topic.horizon(running: other, preparing: nil) == .undated)
    }

    @Test("it becomes a part of another that is alive, not of itself")
    func merge() throws {
        var topic = Cast.topic()
        for other in [topic, Cast.topic(.withdrawn, number: 2), Cast.topic(.selected, number: 2)] {
            #expect(throws: Refusal.invalid("into", .unknown)) {
                _ = try topic.merge(into: other, by: Cast.ops.deed)
            }
        }
        _ = try topic.merge(into: Cast.topic(number: 2), by: Cast.ops.deed)
        #expect(topic.mergedInto == Cast.topic(number: 2).id)
    }

    private func propose(_ content: Topic.Content) throws -> (Topic, Activity) {
        try Topic.propose(
            content, ref: "t", id: Identifier(high: 20, low: 9), in: [Cast.cycle()], by: Cast.salesOps.deed)
    }
}
