import Demo
import Foundation
import Rouage
import TestSupport
import Testing

@testable import Storage

/// The database of an older version, opened by this one.
@Suite("An upgrade")
struct UpgradeTests {
    private static let day = Day(2026, 3, 5)
    /// The last step of the version before the rooms.
    private static let last = 21
    private static let oldBinary = ProcessInfo.processInfo.environment["ROUAGE_OLD_BINARY"]

    @Test("keeps all that a department wrote, from the steps as they were", arguments: TestDatabase.all)
    func steps(database: TestDatabase) throws {
        let today = try database.store()
        defer { today.close() }
        try DemoCompany.load(into: today, at: Instant("2026-03-05T09:00:00.000Z")!, on: Self.day, pinned: Self.day)
        try forgetNewerMembers(of: today)
        let address = try database.address()
        let old = try Store.engine(at: address)
        try Migrator(old).migrate(through: Self.last)
        let copied = try copy(today.engine, to: old)
        #expect(copied > 3_000)
        old.close()
        let upgraded = try Store.open(address)
        defer { upgraded.close() }
        #expect(try export(upgraded) == export(today))
        #expect(try upgraded.readNow { try $0.changedBehindTheDoor() } == [])
        let activity: SQL = "SELECT id, body FROM activity ORDER BY id"
        let (before, after) = try (lines(activity, today), lines(activity, upgraded))
        #expect(before == after)
    }

    @Test("takes what was marked as read for read until then", arguments: TestDatabase.all)
    func marks(database: TestDatabase) throws {
        let today = try database.store()
        defer { today.close() }
        try DemoCompany.load(into: today, at: Instant("2026-03-05T09:00:00.000Z")!, on: Self.day, pinned: Self.day)
        let address = try database.address()
        let old = try Store.engine(at: address)
        try Migrator(old).migrate(through: Self.last)
        _ = try copy(today.engine, to: old)
        let (id, other) = ("00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002")
        let camille = try today.readNow { try $0.records(Person.self, where: "code = 'camille.aubrac'")[0] }
        let (team, cycle) = try today.readNow { reading in
            let page: Briefing = try reading.records(where: "owner = \(camille.id)")[0]
            return (page.team, page.cycle)
        }
        try old.write { connection in
            for (number, id) in [id, other].enumerated() {
                try connection.run(
                    """
                    INSERT INTO reminder (id, version, obligation, team, cycle, addressee, number, step, sent_on, created_at)
                    VALUES (\(id), 1, 'submit x', \(team), \(cycle), \(camille.id), \(number + 1), 'by_hand',
                        \(Self.day), \(Instant(Self.day, hour: 8 + number, in: .gmt)))
                    """)
            }
            try connection.run("INSERT INTO inbox_mark (person, item) VALUES (\(camille.id), \(id))")
        }
        old.close()
        let upgraded = try Store.open(address)
        defer { upgraded.close() }
        let seen = try upgraded.readNow { try $0.seenUntil(by: camille.id) }
        #expect(seen == Instant(Self.day, hour: 8, in: .gmt))
    }

    /// `ROUAGE_OLD_BINARY` names the program of an older version, which then makes the database itself.
    @Test(
        "keeps all that an older program wrote", .enabled(if: Self.oldBinary != nil),
        arguments: TestDatabase.all)
    func binary(database: TestDatabase) throws {
        let address = try database.address()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rouage-upgrade-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try old("demo", "--on", Self.day.description, "--hour", "9", "--database", address)
        try old("export", folder.path, "--database", address)
        let store = try Store.open(address)
        defer { store.close() }
        let files = try export(store)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.count > 30)
        for name in names {
            let before = try CSV([UInt8](Data(contentsOf: folder.appendingPathComponent(name))))
            let after = try CSV(Array(try #require(files[name.replacing(".csv", with: "")], "\(name) is gone").utf8))
            #expect(before.rows.count == after.rows.count, "\(name)")
            for (column, heading) in before.header.enumerated() {
                let place = try #require(after.header.firstIndex(of: heading), "\(heading) of \(name) is gone")
                #expect(
                    before.rows.map { $0.cells[column] } == after.rows.map { $0.cells[place] }, "\(name) \(heading)")
            }
        }
        #expect(try store.readNow { try $0.changedBehindTheDoor() } == [])
        #expect(try store.readNow { try $0.count("SELECT count(*) FROM search_entry") } > 100)
    }

    private func old(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.oldBinary))
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(arguments)")
    }

    /// Axes as an older version wrote them: neither quarters, nor conditions, nor proposals.
    private func forgetNewerMembers(of store: Store) throws {
        _ = try store.engine.write { connection in
            try connection.run(
                "UPDATE axis SET from_quarter = NULL, to_quarter = NULL, conditions = NULL, proposal = NULL")
        }
        let axes = try store.readNow { try $0.records(Axis.self) }
        for axis in axes {
            for version in 1...axis.version {
                var before = axis
                before.version = version
                let body = try RecordEncoder.document(before)
                _ = try store.engine.write {
                    try $0.run(
                        "UPDATE activity SET body = \(body) WHERE subject_id = \(axis.id) AND version = \(version)")
                }
            }
        }
    }

    private func lines(_ sql: SQL, _ store: Store) throws -> [String] {
        try store.readNow { try $0.all(sql) { "\($0.text(0)) \($0.text(1))" } }
    }

    /// Copies every row, with the columns that the older tables have, and returns how many.
    private func copy(_ new: any Engine, to old: any Engine) throws -> Int {
        let known = try tables(of: new)
        return try old.write { target -> Int in
            // Whatever the order of the tables.
            try target.run(
                target.dialect == .sqlite
                    ? "PRAGMA defer_foreign_keys = ON" : "SET LOCAL session_replication_role = replica")
            var count = 0
            for (table, columns) in try tables(of: target) where table != "schema_migration" {
                let kept = columns.filter { known[table]?.contains($0) == true }
                guard !kept.isEmpty else { continue }
                let names = SQL(trusted: kept.joined(separator: ", "))
                var rows: [[SQLValue]] = []
                try new.read { source in
                    try source.each("SELECT \(names) FROM \(SQL(trusted: table))") { row in
                        rows.append(kept.indices.map { row.isNull($0) ? .null : .text(row.text($0)) })
                    }
                }
                for row in rows {
                    try target.run("INSERT INTO \(SQL(trusted: table)) (\(names)) VALUES \(rows: [row])")
                }
                count += rows.count
            }
            return count
        }
    }

    private func tables(of engine: any Engine) throws -> [String: [String]] { try engine.read(tables) }

    /// The columns of each table; the search's own tables are made of the others.
    private func tables(of connection: any Connection) throws -> [String: [String]] {
        let sql: SQL =
            connection.dialect == .sqlite
            ? """
            SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
            WHERE m.type = 'table' ORDER BY m.name, c.cid
            """
            : """
            SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'
            ORDER BY table_name, ordinal_position
            """
        var tables: [String: [String]] = [:]
        try connection.each(sql) { row in
            if !row.text(0).hasPrefix("search_") { tables[row.text(0), default: []].append(row.text(1)) }
        }
        return tables
    }
}
