import Foundation
import Rouage
import TestSupport
import Testing

@testable import Storage

@Suite("An engine")
struct EngineTests {
    private let now = Instant("2026-03-05T09:00:00.000Z")!

    @Test("binds values in the order in which the text names them", arguments: TestDatabase.all)
    func binding(database: TestDatabase) throws {
        let store = try database.store()
        let inner: SQL = "lower(\("B"))"
        let row = try store.readNow { reading in
            try reading.first("SELECT CAST(\("a") AS TEXT), \(inner), CAST(\(3) AS INTEGER), CAST(\("d") AS TEXT)") {
                "\($0.text(0))\($0.text(1))\($0.integer(2))\($0.text(3))"
            }
        }
        #expect(row == "ab3d")
    }

    @Test("finds the same in lists of any length, the empty one included", arguments: TestDatabase.all)
    func lists(database: TestDatabase) throws {
        let store = try database.store()
        try store.writeNow(as: nil, at: now) { transaction in
            for index in 0..<20 { try transaction.set("s\(index)", to: "") }
        }
        for count in 0...20 {
            let names = (0..<count).map { "s\($0)" }
            let found = try store.readNow { try $0.count("SELECT count(*) FROM setting WHERE name IN \(in: names)") }
            #expect(found == count)
        }
    }

    @Test("refuses a text with a NUL, which PostgreSQL would cut", arguments: TestDatabase.all)
    func nul(database: TestDatabase) throws {
        let store = try database.store()
        #expect(throws: StorageFailure.self) {
            try store.writeNow(as: nil, at: now) { try $0.set("name", to: "a\u{0}b") }
        }
        #expect(try store.readNow { try $0.setting("name") } == nil)
    }

    @Test("keeps quotes, backslashes and every letter as they are", arguments: TestDatabase.all)
    func letters(database: TestDatabase) throws {
        let store = try database.store()
        let text = "'; DROP TABLE setting; -- \\ \" \u{1F3AF} œ é \n\r\t <b>"
        try store.writeNow(as: nil, at: now) { try $0.set("name", to: text) }
        #expect(try store.readNow { try $0.setting("name") } == text)
    }

    @Test("says which value is taken", arguments: TestDatabase.all)
    func taken(database: TestDatabase) throws {
        let store = try database.store()
        func add(_ code: String, _ email: String) throws {
            try store.writeNow(as: nil, at: now) { transaction in
                let person = Person(id: transaction.newID(), code: code, name: code, email: email, craft: .product)
                try transaction.add(person, Activity(.created))
            }
        }
        try add("camille.aubrac", "camille.aubrac@emargo.example")
        #expect(throws: Refusal.invalid("code", .taken)) { try add("camille.aubrac", "autre@emargo.example") }
        #expect(throws: Refusal.invalid("email", .taken)) { try add("hana.diallo", "Camille.Aubrac@emargo.example") }
    }

    @Test("does not pretend to keep a transaction in which a statement failed", arguments: TestDatabase.server)
    func swallowed(database: TestDatabase) throws {
        let store = try database.store()
        #expect(throws: StorageFailure.self) {
            try store.writeNow(as: nil, at: now) { transaction in
                try transaction.set("name", to: "kept?")
                _ = try? transaction.connection.run("SELECT no_such_column FROM setting")
            }
        }
        #expect(try store.readNow { try $0.setting("name") } == nil)
    }

    @Test("reads one state of the database however long it looks", arguments: TestDatabase.all)
    func snapshot(database: TestDatabase) throws {
        let store = try database.store()
        try store.readNow { (reading: Reading) throws -> Void in
            #expect(try reading.setting("name") == nil)
            try store.writeNow(as: nil, at: now) { try $0.set("name", to: "new") }
            #expect(try reading.setting("name") == nil)
        }
        #expect(try store.readNow { try $0.setting("name") } == "new")
    }

    @Test("lets nothing be written while reading", arguments: TestDatabase.all)
    func readOnly(database: TestDatabase) throws {
        let store = try database.store()
        #expect(throws: StorageFailure.self) {
            try store.engine.read { try $0.run("DELETE FROM setting") }
        }
    }

    @Test("keeps a bounded number of statements prepared", arguments: TestDatabase.server)
    func prepared(database: TestDatabase) throws {
        let engine = try PostgresEngine(address: database.address(), most: 1)
        defer { engine.close() }
        let count = try engine.read { connection in
            for index in 0..<600 { try connection.run(SQL(trusted: "SELECT \(index)")) }
            var count = 0
            try connection.each("SELECT count(*) FROM pg_prepared_statements") { count = $0.integer(0) }
            return count
        }
        #expect((1...PostgresConnection.mostPrepared).contains(count))
    }

    @Test("opens a bounded number of connections and says so when all are in use", arguments: TestDatabase.server)
    func pool(database: TestDatabase) throws {
        let engine = try PostgresEngine(address: database.address(), most: 1, patience: 0.1)
        defer { engine.close() }
        _ = try engine.read { _ in
            do {
                _ = try engine.read { _ in Issue.record("a second connection was opened") }
            } catch let failure as StorageFailure { #expect(failure.cause == .locked) }
        }
        #expect(try engine.describe().hasPrefix("PostgreSQL 1"))
    }

    @Test("says that it cannot be reached")
    func unreachable() {
        do {
            _ = try PostgresEngine(address: "host=/nonexistent dbname=rouage")
            Issue.record("it connected")
        } catch { #expect((error as? StorageFailure)?.cause == .unavailable) }
        do {
            _ = try SQLiteEngine(path: "/nonexistent/rouage.sqlite")
            Issue.record("it opened")
        } catch { #expect((error as? StorageFailure)?.cause == .unavailable) }
    }
}
