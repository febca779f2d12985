import Rouage
import Storage
import TestSupport
import Testing

@Suite("What is stood by at the presentation")
struct CommitmentTests {
    @Test("is written down once, and stays when the promise moves", arguments: TestDatabase.all)
    func frozen(database: TestDatabase) throws {
        let drafting = Day(2026, 1, 27)
        let preparation = try Preparation(database, on: drafting)
        try preparation.turn(on: drafting)
        try preparation.submit("b1", to: "2026-Q2", neededBy: Day(2026, 4, 20), on: drafting)
        try preparation.submit("b2", to: "2026-Q2", neededBy: Day(2026, 4, 20), on: drafting)
        let store = preparation.store
        let cycle = try store.readNow { try $0.records(Cycle.self).first { $0.label == "2026-Q2" }! }
        try store.writeNow(as: nil, at: Preparation.instant(Day(2026, 3, 20))) { transaction -> Void in
            for briefing in try transaction.records(Briefing.self) where briefing.ref == "b1" {
                try transaction.change(briefing.id) { (briefing: inout Briefing) in
                    briefing.state = .validated
                    return Activity(.validated)
                }
                for need in try transaction.dependencies(of: briefing.id) {
                    try transaction.change(need.id) { (dependency: inout Dependency) in
                        dependency.state = .committed
                        dependency.committedFor = Day(2026, 4, 15)
                        return Activity(.committed)
                    }
                }
            }
        }
        try preparation.turn(on: cycle.phases.presentation - 1)
        #expect(try store.readNow { try $0.commitments(of: cycle.id) }.isEmpty)
        // A node that was off since before the presentation catches up.
        try preparation.turn(on: cycle.start + 1)
        let made = try store.readNow { try $0.commitments(of: cycle.id) }
        #expect(made.count == 2 && made.allSatisfy { $0.madeOn == cycle.phases.presentation })
        #expect(made.filter { $0.dependency == nil }.map(\.due) == [cycle.end])
        #expect(made.filter { $0.dependency != nil }.map(\.due) == [Day(2026, 4, 15)])
        try store.writeNow(as: nil, at: Preparation.instant(cycle.start + 2)) { transaction -> Void in
            try transaction.change(made.compactMap(\.dependency)[0]) { (dependency: inout Dependency) in
                dependency.committedFor = Day(2026, 5, 30)
                return Activity(.replanned)
            }
            try transaction.recordCommitments(of: cycle)
        }
        try preparation.turn(on: cycle.start + 3)
        #expect(try store.readNow { try $0.commitments(of: cycle.id) } == made)
    }
}
