import Foundation
import Rouage
import Storage
import TestSupport
import Testing

@Suite("The write door")
struct WriteDoorTests {
    private let now = Instant("2026-03-05T09:00:00.000Z")!

    private func unit(_ transaction: Transaction, _ code: String) -> Rouage.Unit {
        Rouage.Unit(
            id: transaction.newID(), code: code, sort: .team, name: "Équipe \(code)", foundedOn: Day(2024, 2, 29))
    }

    @Test("keeps a record and reads it back as it was", arguments: TestDatabase.all)
    func roundTrip(database: TestDatabase) throws {
        let store = try database.store()
        let written = try store.writeNow(as: nil, at: now) { transaction in
            let unit = unit(transaction, "paie")
            try transaction.add(unit, Activity(.created))
            return unit
        }
        let read = try store.readNow { try $0.get(written.id) }
        #expect(read == written)
    }

    @Test("leaves one line of activity for each change", arguments: TestDatabase.all)
    func activity(database: TestDatabase) throws {
        let store = try database.store()
        let id = try store.writeNow(as: nil, at: now) { transaction in
            let unit = unit(transaction, "paie")
            try transaction.add(unit, Activity(.created))
            return unit.id
        }
        try store.writeNow(as: nil, at: now) { transaction in
            try transaction.change(id) { (unit: inout Rouage.Unit) in
                unit.name = "Paie"
                return Activity(.edited, reason: "plus court")
            }
        }
        let lines = try store.readNow { reading in
            try reading.all("SELECT action, version, reason FROM activity ORDER BY version") {
                "\($0.text(0)) \($0.integer(1)) \($0.text(2))"
            }
        }
        #expect(lines == ["created 1 ", "edited 2 plus court"])
    }

    @Test("refuses a version that somebody else has changed", arguments: TestDatabase.all)
    func outdated(database: TestDatabase) throws {
        let store = try database.store()
        let id = try store.writeNow(as: nil, at: now) { transaction in
            let unit = unit(transaction, "paie")
            try transaction.add(unit, Activity(.created))
            return unit.id
        }
        func rename(_ name: String) throws {
            try store.writeNow(as: nil, at: now) { transaction in
                try transaction.change(id, version: 1) { (unit: inout Rouage.Unit) in
                    unit.name = name
                    return Activity(.edited)
                }
            }
        }
        try rename("first")
        #expect(throws: Refusal.outdated) { try rename("second") }
        #expect(try store.readNow { try $0.get(id).name } == "first")
    }

    @Test("keeps nothing of a transaction that fails", arguments: TestDatabase.all)
    func rollback(database: TestDatabase) throws {
        let store = try database.store()
        #expect(throws: Refusal.closed) {
            try store.writeNow(as: nil, at: now) { transaction in
                try transaction.add(unit(transaction, "paie"), Activity(.created))
                throw Refusal.closed
            }
        }
        #expect(try store.readNow { try $0.count("SELECT count(*) FROM unit") } == 0)
        #expect(try store.readNow { try $0.count("SELECT count(*) FROM activity") } == 0)
    }

    @Test("loses no change when many write at once", arguments: TestDatabase.all)
    func concurrent(database: TestDatabase) async throws {
        let store = try database.store()
        let id = try store.writeNow(as: nil, at: now) { transaction in
            let unit = unit(transaction, "paie")
            try transaction.add(unit, Activity(.created))
            return unit.id
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { for _ in 0..<10 { try await addDot(to: id, in: store) } } }
            try await group.waitForAll()
        }
        let kept = try store.readNow { try $0.get(id) }
        #expect(kept.name.filter { $0 == "." }.count == 40)
        #expect(kept.version == 41)
    }

    /// Tries until the change is kept, as a person would.
    private func addDot(to id: Identifier<Rouage.Unit>, in store: Store) async throws {
        while true {
            do {
                try await store.write(as: nil, at: now) { transaction -> Void in
                    try transaction.change(id) { (unit: inout Rouage.Unit) in
                        unit.name += "."
                        return Activity(.edited)
                    }
                }
                return
            } catch Refusal.outdated { continue }
        }
    }
}
