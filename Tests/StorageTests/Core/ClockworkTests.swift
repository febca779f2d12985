import Rouage
import Storage
import TestSupport
import Testing

@Suite("What the dates move")
struct ClockworkTests {
    private let drafting = Day(2026, 1, 27)
    private let aligning = Day(2026, 2, 16)

    private func preparation(_ database: TestDatabase, briefings: Int = 1) throws -> Preparation {
        let preparation = try Preparation(database, on: drafting)
        try preparation.turn(on: drafting)
        for number in 1...briefings {
            try preparation.submit("b\(number)", to: "2026-Q2", neededBy: Day(2026, 4, 20), on: drafting)
        }
        return preparation
    }

    private func lines(_ store: Store) throws -> [String] {
        try store.readNow { reading in
            try reading.all("SELECT subject_id, action FROM activity WHERE actor IS NULL ORDER BY subject_id, version")
            {
                "\($0.text(0)) \($0.text(1))"
            }
        }
    }

    @Test("opens the quarter that runs and the next one in an empty database", arguments: TestDatabase.all)
    func first(database: TestDatabase) throws {
        let store = try database.store()
        try Clockwork(store).turn(at: Preparation.instant(aligning), on: aligning)
        let cycles: [Cycle] = try store.readNow { try $0.records(where: "1 = 1 ORDER BY starts") }
        #expect(cycles.map(\.label) == ["2026-Q1", "2026-Q2"])
        #expect(cycles.map(\.state) == [.running, .aligning])
    }

    @Test("follows the month in which the fiscal year starts", arguments: TestDatabase.all)
    func fiscalYear(database: TestDatabase) throws {
        let store = try database.store()
        try store.writeNow(as: nil, at: Preparation.instant(aligning)) { try $0.set(fiscalStart: 2) }
        try Clockwork(store).turn(at: Preparation.instant(aligning), on: aligning)
        let cycles: [Cycle] = try store.readNow { try $0.records(where: "1 = 1 ORDER BY starts") }
        #expect(cycles.map(\.label) == ["2026-Q1", "2026-Q2"])
        #expect(cycles.map(\.start) == [Day(2026, 2, 1), Day(2026, 5, 1)])
        #expect(throws: Refusal.invalid("fiscal_start", .outOfRange(1...12))) {
            try store.writeNow(as: nil, at: Preparation.instant(aligning)) { try $0.set(fiscalStart: 13) }
        }
    }

    @Test("does nothing twice on the same day", arguments: TestDatabase.all)
    func idempotent(database: TestDatabase) throws {
        let preparation = try preparation(database)
        try preparation.turn(on: aligning)
        let once = try lines(preparation.store)
        try preparation.turn(on: aligning)
        #expect(try lines(preparation.store) == once)
    }

    @Test("is done once when several nodes turn at the same moment", arguments: TestDatabase.all)
    func nodes(database: TestDatabase) async throws {
        let address = try database.address()
        let stores = try (0..<4).map { _ in try Store.open(address) }
        defer { for store in stores { store.close() } }
        let preparation = try Preparation(stores[0], filledOn: drafting)
        try preparation.turn(on: drafting)
        for number in 1...20 {
            try preparation.submit("b\(number)", to: "2026-Q2", neededBy: Day(2026, 4, 20), on: drafting)
        }
        // Into April: briefings enter the alignment, the quarter starts, the one after it is opened.
        let april = Day(2026, 4, 2)
        try await withThrowingTaskGroup(of: [Clockwork.Stuck].self) { group in
            for store in stores {
                group.addTask { try Clockwork(store).turn(at: Preparation.instant(april), on: april) }
            }
            for try await stuck in group { #expect(stuck.isEmpty, "\(stuck)") }
        }
        #expect(try preparation.cycles() == ["2026-Q1": .closed, "2026-Q2": .running, "2026-Q3": .planned])
        let done = try lines(stores[0])
        #expect(Set(done).count == done.count, "each move once")
        #expect(done.count { $0.hasSuffix("alignment_started") } == 20)
    }

    @Test("goes on when one row cannot be read, and says which", arguments: TestDatabase.all)
    func badRow(database: TestDatabase) throws {
        let preparation = try preparation(database, briefings: 3)
        _ = try preparation.store.engine.write {
            try $0.run("UPDATE briefing SET contributors = 'no list' WHERE ref = 'b2'")
        }
        let stuck = try preparation.turn(on: aligning)
        #expect(stuck.count == 1)
        #expect(stuck.first?.description.hasPrefix("align briefing ") == true)
        #expect(try preparation.state(of: "b1") == .aligning)
        #expect(try preparation.state(of: "b3") == .aligning)
        #expect(try preparation.cycles()["2026-Q2"] == .aligning)
        #expect(try preparation.turn(on: aligning).count == 1, "tried again at the next turn")
    }

    @Test("goes on when one quarter cannot be read", arguments: TestDatabase.all)
    func badCycle(database: TestDatabase) throws {
        let preparation = try preparation(database)
        _ = try preparation.store.engine.write { try $0.run("UPDATE cycle SET phases = '{' WHERE label = '2026-Q1'") }
        #expect(try preparation.turn(on: aligning).map(\.move).allSatisfy { $0.hasPrefix("read cycle ") })
        #expect(try preparation.state(of: "b1") == .aligning)
    }

    @Test("finds running promises by their index, not by walking through history")
    func plan() throws {
        let store = try TestDatabase.sqlite.store()
        let plan = try store.readNow { reading in
            try reading.all(
                """
                EXPLAIN QUERY PLAN SELECT id FROM dependency
                WHERE state = 'committed' AND claimed_on IS NULL AND committed_for < '2026-03-05'
                """
            ) { $0.text(3) }
        }
        #expect(plan.contains { $0.contains("dependency_promised") }, "\(plan)")
    }

    @Test("withdraws what a dropped initiative of a file still asks for", arguments: TestDatabase.all)
    func orphans(database: TestDatabase) throws {
        let preparation = try preparation(database)
        _ = try preparation.store.engine.write { try $0.run("UPDATE briefing SET state = 'dropped' WHERE ref = 'b1'") }
        try preparation.turn(on: drafting + 1)
        #expect(try preparation.promise("b1").state == .withdrawn)
    }
}
