import Foundation
import Rouage
import TestSupport
import Testing

@testable import Storage

@Suite("Migrations")
struct MigratorTests {
    @Test("have numbers of their own, and every step one file an engine")
    func numbers() {
        for dialect in [Dialect.sqlite, .postgres] {
            let numbers = Migrator.migrations(dialect).map(\.number)
            #expect(Set(numbers).count == numbers.count)
            #expect(numbers.first == 0)
        }
        #expect(Migrator.migrations(.sqlite).map(\.number) == Migrator.migrations(.postgres).map(\.number))
    }

    @Test("leave a database that has all steps as it is", arguments: TestDatabase.all)
    func again(database: TestDatabase) throws {
        let address = try database.address()
        try Store.open(address).close()
        let store = try Store.open(address)
        defer { store.close() }
        let steps = try store.readNow { try $0.count("SELECT count(*) FROM schema_migration") }
        #expect(steps == Migrator.migrations(store.engine.dialect).count)
    }

    @Test("refuse a database that a newer version wrote", arguments: TestDatabase.all)
    func newer(database: TestDatabase) throws {
        let address = try database.address()
        let store = try Store.open(address)
        _ = try store.engine.write { connection in
            try connection.run("INSERT INTO schema_migration (number, name, checksum) VALUES (9999, 'later', 'x')")
        }
        store.close()
        try expectRefusal(of: address, saying: "newer version of Rouage (step 9999)")
    }

    @Test("refuse a database in which a step was another", arguments: TestDatabase.all)
    func changed(database: TestDatabase) throws {
        let address = try database.address()
        let store = try Store.open(address)
        _ = try store.engine.write { connection in
            try connection.run("UPDATE schema_migration SET checksum = 'x' WHERE number = 1")
        }
        store.close()
        try expectRefusal(of: address, saying: "Step 1 of this database differs")
    }

    private func expectRefusal(of address: String, saying words: String) throws {
        do {
            try Store.open(address).close()
            Issue.record("the database was opened")
        } catch let failure as StorageFailure {
            #expect(failure.cause == .newerVersion)
            #expect(failure.description.contains(words))
        }
    }

    @Test("are taken once when nodes start together", arguments: TestDatabase.all)
    func together(database: TestDatabase) async throws {
        let address = try database.address()
        let stores = try await withThrowingTaskGroup(of: Store.self) { group in
            for _ in 0..<6 { group.addTask { try Store.open(address) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for store in stores {
            #expect(try store.readNow { try $0.count("SELECT count(*) FROM unit") } == 0)
            store.close()
        }
    }
}
