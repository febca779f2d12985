import Foundation
import Rouage
import TestSupport
import Testing

@testable import Storage

@Suite("A presentation, from the freeze to its publication")
struct PresentationTests {
    private let drafting = Day(2026, 1, 27)
    private let aligning = Day(2026, 2, 16)
    private let freeze = Day(2026, 3, 23)
    private let show = Day(2026, 3, 26)

    private func preparation(_ database: TestDatabase, briefings: Int = 3) throws -> Preparation {
        let preparation = try Preparation(database, on: drafting)
        try preparation.turn(on: drafting)
        for number in 1...briefings {
            try preparation.submit("b\(number)", to: "2026-Q2", neededBy: Day(2026, 4, 20), on: drafting)
        }
        try preparation.turn(on: aligning)
        return preparation
    }

    private func cycle(_ preparation: Preparation) throws -> Cycle {
        try preparation.store.readNow { try preparation.cycle("2026-Q2", $0) }
    }

    private func presentation(_ preparation: Preparation) throws -> Presentation? {
        let cycle = try cycle(preparation).id
        return try preparation.store.readNow { try $0.presentation(of: cycle) }
    }

    @Test(
        "is built at the freeze, follows the last decisions, and is published without anybody",
        arguments: TestDatabase.all)
    func byDate(database: TestDatabase) throws {
        let preparation = try preparation(database)
        try preparation.decide("b1", .validated, on: aligning)
        try preparation.turn(on: freeze - 1)
        #expect(try presentation(preparation) == nil)
        try preparation.turn(on: freeze)
        var built = try #require(try presentation(preparation))
        #expect(built.state == .preparing)
        #expect(built.runOfShow.map(\.initiatives.count) == [1])
        // Decided on the day of the freeze itself: the run of show follows at once.
        try preparation.settle("b2", .validated, on: freeze)
        built = try #require(try presentation(preparation))
        #expect(built.runOfShow.map(\.initiatives.count) == [2])
        // Changed behind the verbs, as by a file: the next turn follows.
        _ = try preparation.store.engine.write { try $0.run("UPDATE briefing SET state = 'dropped' WHERE ref = 'b1'") }
        try preparation.turn(on: freeze + 1)
        built = try #require(try presentation(preparation))
        #expect(built.runOfShow.map(\.initiatives.count) == [1])
        try preparation.turn(on: show)
        #expect(try presentation(preparation)?.state == .ready)
        #expect(try preparation.state(of: "b2") == .presented)
        try preparation.turn(on: show + 1)
        let published = try #require(try presentation(preparation))
        #expect(published.state == .published)
        let snapshot = try #require(try preparation.store.readNow { try $0.snapshot(of: published.id) })
        #expect(snapshot.hash == published.hash)
        #expect(Secret.hash(snapshot.text) == snapshot.hash)
        #expect(try snapshot.deck().slots.flatMap(\.initiatives).map(\.ref) == ["b2"])
        #expect(try preparation.store.readNow { try $0.changedBehindTheDoor() }.count == 1, "the one of this test")
    }

    @Test(
        "catches up in one turn when the server was off from the decisions to the next quarter",
        arguments: TestDatabase.all)
    func off(database: TestDatabase) throws {
        let preparation = try preparation(database)
        try preparation.decide("b1", .validated, on: aligning)
        try preparation.turn(on: Day(2026, 4, 20))
        let published = try #require(try presentation(preparation))
        #expect(published.state == .published)
        #expect(published.runOfShow.count == 1)
        let version = published.version
        try preparation.turn(on: Day(2026, 4, 20))
        #expect(try presentation(preparation)?.version == version)
    }

    @Test("keeps what was shown: later edits reach the briefing and not the snapshot", arguments: TestDatabase.all)
    func snapshot(database: TestDatabase) throws {
        let preparation = try preparation(database)
        try preparation.decide("b1", .validated, on: aligning)
        try preparation.turn(on: show + 1)
        let id = try #require(try presentation(preparation)).id
        let before = try #require(try preparation.store.readNow { try $0.snapshot(of: id) })
        try preparation.store.writeNow(as: nil, at: Preparation.instant(show + 2)) { transaction -> Void in
            let page = try #require(try transaction.briefing(ref: "b1"))
            try transaction.change(page.id) { (briefing: inout Briefing) in
                briefing.text.title = "Autre chose"
                return Activity(.revised)
            }
        }
        let after = try #require(try preparation.store.readNow { try $0.snapshot(of: id) })
        #expect(after == before)
        #expect(!after.text.contains("Autre chose"))
    }

    @Test("is built and published once when several nodes turn at the same moment", arguments: TestDatabase.all)
    func nodes(database: TestDatabase) async throws {
        let address = try database.address()
        let stores = try (0..<4).map { _ in try Store.open(address) }
        defer { for store in stores { store.close() } }
        let preparation = try Preparation(stores[0], filledOn: drafting)
        try preparation.turn(on: drafting)
        try preparation.submit("b1", to: "2026-Q2", neededBy: Day(2026, 4, 20), on: drafting)
        try preparation.turn(on: aligning)
        try preparation.decide("b1", .validated, on: aligning)
        let day = show + 1
        try await withThrowingTaskGroup(of: [Clockwork.Stuck].self) { group in
            for store in stores {
                group.addTask { try Clockwork(store).turn(at: Preparation.instant(day), on: day) }
            }
            for try await stuck in group { #expect(stuck.isEmpty, "\(stuck)") }
        }
        let kept = try stores[0].readNow { try $0.count("SELECT count(*) FROM presentation_snapshot") }
        #expect(kept == 1)
        #expect(try presentation(preparation)?.state == .published)
    }
}
