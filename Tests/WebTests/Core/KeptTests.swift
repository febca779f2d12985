import Rouage
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Web
@testable import WebCore

@Suite("What is kept in memory")
struct KeptTests {
    private let now = Instant("2026-03-05T09:00:00.000Z")!

    /// Counts how often a value was loaded.
    private final class Loads: Sendable {
        private let count = Mutex(0)
        func next() -> Int {
            count.withLock {
                $0 += 1; return $0
            }
        }
    }

    private func rename(_ code: String, in store: Store) throws {
        try store.writeNow(as: nil, at: now) { transaction in
            let unit = Rouage.Unit(id: transaction.newID(), code: code, sort: .team, name: "Bulletins")
            try transaction.add(unit, Activity(.created))
        }
    }

    @Test("is loaded once for each key, and again after a change of its kinds", arguments: TestDatabase.all)
    func kept(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        let (units, briefings) = (Kept<String, Int>(store.changes, until: [.unit]), Loads())
        let others = Kept<String, Int>(store.changes, until: [.briefing])
        func value(_ kept: Kept<String, Int>, _ key: String) throws -> Int {
            try store.readNow { kept.value(key, $0) { briefings.next() } }
        }
        #expect(try value(units, "a") == 1 && value(units, "a") == 1 && value(units, "b") == 2)
        #expect(try value(others, "a") == 3)
        try rename("paie", in: store)
        #expect(try value(units, "a") == 4 && value(others, "a") == 3)
    }

    @Test("is never what a reading saw that began before the change", arguments: TestDatabase.all)
    func old(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        let kept = Kept<String, Int>(store.changes, until: [.unit])
        func count(_ reading: Reading) throws -> Int { try reading.count("SELECT count(*) FROM unit") }
        try store.readNow { reading in
            #expect(try count(reading) == 0)
            try rename("paie", in: store)
            // This reading still sees nothing, and may not leave that behind for the others.
            #expect(try kept.value("units", reading) { try count(reading) } == 0)
        }
        #expect(try store.readNow { reading in try kept.value("units", reading) { try count(reading) } } == 1)
    }

    @Test("makes room for new keys", arguments: TestDatabase.all)
    func room(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        let (kept, loads) = (Kept<Int, Int>(store.changes, until: [.unit], most: 3), Loads())
        try store.readNow { reading in
            for key in 1...4 { #expect(kept.value(key, reading) { loads.next() } == key) }
            #expect(kept.value(4, reading) { loads.next() } == 4)
            #expect(kept.value(1, reading) { loads.next() } == 5)
        }
    }
}
