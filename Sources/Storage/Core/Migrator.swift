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

    private static let all: [Migration] = Asset.all.compactMap { asset in
        guard asset.path.hasPrefix("Migrations/"), let name = asset.path.split(separator: "/").last,
            let number = Int(name.prefix(4))
        else { return nil }
        return Migration(number: number, name: String(name), text: asset.text)
    }.sorted { $0.number < $1.number }

    /// The tables of the search, which each engine has its own way to make.
    private static func search(_ dialect: Dialect) -> Migration {
        Migration(number: 0, name: "search", text: Search.tables(dialect).map { $0 + ";\n" }.joined())
    }

    /// A step is one text for both engines, or one for each: `0025_states.sqlite.sql` and `0025_states.postgres.sql`.
    static func migrations(_ dialect: Dialect) -> [Migration] {
        let other = dialect == .sqlite ? ".postgres.sql" : ".sqlite.sql"
        return [search(dialect)] + all.filter { !$0.name.hasSuffix(other) }
    }

    /// Takes the steps that are missing. Nodes that start at once wait for each other.
    /// - Parameter last: the number of the last step to take, for a database as an older version left it.
    /// - Returns: whether there were any.
    @discardableResult
    func migrate(through last: Int = .max) throws -> Bool {
        let all = Self.migrations(engine.dialect).filter { $0.number <= last }
        let applied = try engine.write { connection in
            try Self.waitForOthers(connection)
            try connection.run(
                """
                CREATE TABLE IF NOT EXISTS schema_migration (
                    number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TIMESTAMPTZ)
                """)
            return try Self.applied(connection)
        }
        try Self.check(applied, all)
        let missing = all.filter { applied[$0.number] == nil }
        for migration in missing {
            try engine.write { connection in
                try Self.waitForOthers(connection)
                let applied = try Self.applied(connection)
                try Self.check(applied, all)
                guard applied[migration.number] == nil else { return }
                for statement in migration.text.statements { try connection.run(SQL(trusted: statement)) }
                try connection.run(
                    """
                    INSERT INTO schema_migration (number, name, checksum, applied_at)
                    VALUES (\(migration.number), \(migration.name), \(migration.checksum), \(Instant(Date())))
                    """)
            }
        }
        return !missing.isEmpty
    }

    /// SQLite has one writer anyway; on PostgreSQL a lock does the same until the transaction ends, which then sees
    /// what the others did meanwhile.
    private static func waitForOthers(_ connection: any Connection) throws {
        guard connection.dialect == .postgres else { return }
        try connection.run("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
        try connection.takeTime()
        try connection.run("SELECT pg_advisory_xact_lock(7687243)")
    }

    /// Number and checksum of the steps the database has gone through.
    static func applied(_ connection: any Connection) throws -> [Int: String] {
        var applied: [Int: String] = [:]
        try connection.each("SELECT number, checksum FROM schema_migration") { applied[$0.integer(0)] = $0.text(1) }
        return applied
    }

    private static func check(_ applied: [Int: String], _ known: [Migration]) throws {
        let checksums = Dictionary(known.map { ($0.number, $0.checksum) }, uniquingKeysWith: { first, _ in first })
        for (number, checksum) in applied.sorted(by: { $0.key > $1.key }) where checksums[number] != checksum {
            let what =
                checksums[number] == nil
                ? "This database was written by a newer version of Rouage (step \(number))."
                : "Step \(number) of this database differs from this version's: another version of Rouage wrote it."
            throw StorageFailure(
                cause: .newerVersion, description: "\(what) Start that version, or choose another database.")
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
