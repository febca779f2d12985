import Crypto
import Foundation
import Rouage

/// Brings a database to the shape this version writes: forward only, each step in its own transaction.
struct Migrator {
    private let engine: any Engine

    init(_ engine: any Engine) { self.engine = engine }

    struct Migration {
        let number: Int
        let name: String
        let text: String
        var checksum: String { SHA256.hash(data: Data(text.utf8)).map { Int($0).hex }.joined() }
    }

    static let migrations: [Migration] = Asset.all.compactMap { asset in
        guard asset.path.hasPrefix("Migrations/"), let name = asset.path.split(separator: "/").last,
            let number = Int(name.prefix(4))
        else { return nil }
        return Migration(number: number, name: String(name), text: asset.text)
    }.sorted { $0.number < $1.number }

    static let search = Migration(number: 0, name: "search", text: "search 1")

    func migrate() throws {
        _ = try engine.write { connection in
            try connection.run(
                """
                CREATE TABLE IF NOT EXISTS schema_migration (
                    number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TIMESTAMPTZ)
                """)
        }
        for migration in [Self.search] + Self.migrations {
            try engine.write { connection in
                // Two nodes may start at once: the second waits here, then sees that it is done.
                if connection.dialect == .postgres {
                    try connection.run("LOCK TABLE schema_migration IN EXCLUSIVE MODE")
                }
                let applied = try Self.applied(connection)
                try Self.check(applied)
                guard applied[migration.number] == nil else { return }
                if migration.number == 0 {
                    try Search.create(on: connection)
                } else {
                    for statement in migration.text.statements { try connection.run(SQL(trusted: statement)) }
                }
                try connection.run(
                    """
                    INSERT INTO schema_migration (number, name, checksum, applied_at)
                    VALUES (\(migration.number), \(migration.name), \(migration.checksum), \(Instant(Date())))
                    """)
            }
        }
    }

    /// Number and checksum of the steps the database has gone through.
    static func applied(_ connection: any Connection) throws -> [Int: String] {
        var applied: [Int: String] = [:]
        try connection.each("SELECT number, checksum FROM schema_migration") { applied[$0.integer(0)] = $0.text(1) }
        return applied
    }

    private static func check(_ applied: [Int: String]) throws {
        let known = Dictionary(uniqueKeysWithValues: ([search] + migrations).map { ($0.number, $0.checksum) })
        for (number, checksum) in applied where known[number] != checksum {
            throw StorageFailure(
                cause: .newerVersion,
                description: "This database was written by a newer or another version of Rouage (step \(number)). "
                    + "Start that version, or choose another database.")
        }
    }
}

extension String {
    /// The statements of a migration: each ends with a semicolon at the end of a line; lines of comment are left out.
    fileprivate var statements: [String] {
        split(separator: "\n").filter { !$0.hasPrefix("--") }.joined(separator: "\n").components(separatedBy: ";\n")
            .map { $0.trimmingCharacters(in: .whitespacesAndNewlines.union([";"])) }.filter { !$0.isEmpty }
    }
}

extension Int {
    fileprivate var hex: String { (self < 16 ? "0" : "") + String(self, radix: 16) }
}
