import Rouage
import Testing

@Suite("The table of dependency transitions")
struct DependencyTableTests {
    /// Bulletins asks: everyone in it, its lead and deputy, the lead of its tribe.
    private let askers: Set<Cast> = [.camille, .designer, .engineer, .builder, .lead, .deputy, .tribeLead]
    /// Congés gives: its product managers, its lead, the lead of its tribe. The person named, once there is one.
    private let givers: Set<Cast> = [.giverManager, .giverLead, .giverTribeLead]

    private func may(_ move: DependencyMove, _ dependency: Dependency) -> Set<Cast> {
        switch move.side {
        case .asking: askers
        case .giving: dependency.contact == Cast.namedContact.id ? givers.union([.namedContact]) : givers
        }
    }

    @Test(
        "each move, from each state, by each of the cast: done, closed, or not theirs",
        arguments: DependencyMove.allCases)
    func table(move: DependencyMove) throws {
        for situation in Situation.allCases {
            let before = situation.dependency()
            for member in Cast.allCases {
                var dependency = before
                let place: Testing.Comment = "\(move) from \(situation) by \(member)"
                guard may(move, before).contains(member) else {
                    #expect(throws: Refusal.notAllowed, place) { try move.apply(to: &dependency, by: member.deed) }
                    #expect(dependency == before, place)
                    continue
                }
                guard let end = move.ways[situation] else {
                    #expect(throws: Refusal.closed, place) { try move.apply(to: &dependency, by: member.deed) }
                    #expect(dependency == before, place)
                    continue
                }
                try move.apply(to: &dependency, by: member.deed)
                #expect(dependency.state == end, place)
            }
        }
    }

    @Test("nothing is done by the product itself, nor by Product Ops in any seat", arguments: DependencyMove.allCases)
    func never(move: DependencyMove) {
        let actors = [Actor.system(in: Cast.organisation), Cast.ops.actor, Cast.opsInTeam.actor]
        for situation in Situation.allCases {
            for actor in actors {
                var dependency = situation.dependency()
                dependency.contact = actor.id ?? dependency.contact
                #expect(throws: Refusal.notAllowed) { try move.apply(to: &dependency, by: actor.deed) }
            }
        }
    }

    @Test("each move can be made by somebody who is not of Product Ops", arguments: DependencyMove.allCases)
    func nobodyStuck(move: DependencyMove) throws {
        for situation in move.ways.keys {
            let able = Cast.allCases.filter { member in
                var dependency = situation.dependency()
                return !member.actor.isOps && (try? move.apply(to: &dependency, by: member.deed)) != nil
            }
            #expect(!able.isEmpty)
        }
    }

    @Test("the asking team writes down what a giver outside the company answers", arguments: DependencyMove.allCases)
    func external(move: DependencyMove) throws {
        for situation in Situation.allCases {
            for member in Cast.allCases {
                var dependency = situation.dependency(giver: nil)
                dependency.contact = Cast.camille.id
                let result = Result { try move.apply(to: &dependency, by: member.deed, contact: .camille) }
                switch (askers.contains(member), move.ways[situation]) {
                case (false, _): #expect(throws: Refusal.notAllowed) { try result.get() }
                case (true, nil): #expect(throws: Refusal.closed) { try result.get() }
                case (true, let end?):
                    _ = try result.get()
                    #expect(dependency.state == end)
                }
            }
        }
    }

    @Test("another Ops team that gives answers by anyone in it", arguments: DependencyMove.allCases)
    func otherOps(move: DependencyMove) throws {
        for (situation, end) in move.ways where move.side == .giving {
            var dependency = situation.dependency(giver: "sales-ops")
            dependency.contact = nil
            if move == .commit { dependency.contact = Cast.salesOps.id }
            try move.apply(to: &dependency, by: Cast.salesOps.deed, contact: .salesOps)
            #expect(dependency.state == end)
        }
    }
}
