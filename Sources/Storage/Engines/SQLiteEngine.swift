import Foundation
import GRDB
import Rouage
import Synchronization

/// The embedded engine: one file in write-ahead mode, many readers beside one writer.
package final class SQLiteEngine: Engine {
    package var dialect: Dialect { .sqlite }
    private let pool: DatabasePool
    private let heard = Mutex<[@Sendable (String) -> Void]>([])

    package init(path: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 8
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
        pool = try Self.translating { try DatabasePool(path: path, configuration: configuration) }
    }

    package func describe() throws -> String {
        try read { connection in
            var version = ""
            try connection.each("SELECT sqlite_version()") { version = $0.text(0) }
            return "SQLite \(version)"
        }
    }

    package func read<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
        try Self.translating { try pool.read { try body(SQLiteConnection($0)) } }
    }

    package func write<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
        var said: [String] = []
        let value = try Self.translating {
            try pool.write { database in
                let connection = SQLiteConnection(database)
                let value = try body(connection)
                said = connection.announcements
                return value
            }
        }
        let listeners = heard.withLock { $0 }
        for message in said { for listener in listeners { listener(message) } }
        return value
    }

    package func listen(_ heard: @escaping @Sendable (String) -> Void) { self.heard.withLock { $0.append(heard) } }

    package func close() { try? pool.close() }

    /// Says in the product's words what SQLite reports of locks and disks.
    private static func translating<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            let cause: StorageFailure.Cause
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: cause = .locked
            case .SQLITE_FULL, .SQLITE_IOERR: cause = .full
            case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_NOTADB, .SQLITE_CORRUPT: cause = .unavailable
            default: cause = .statement
            }
            throw StorageFailure(cause: cause, description: "\(error)")
        }
    }
}

private final class SQLiteConnection: Connection {
    var dialect: Dialect { .sqlite }
    private let database: Database
    var announcements: [String] = []

    init(_ database: Database) { self.database = database }

    func each(_ sql: SQL, _ body: (any Storage.Row) throws -> Void) throws {
        let statement = try database.cachedStatement(sql: sql.text)
        let rows = try GRDB.Row.fetchCursor(statement, arguments: Self.arguments(sql))
        let columns = statement.columnNames
        while let row = try rows.next() { try body(SQLiteRow(row: row, columns: columns)) }
    }

    @discardableResult
    func run(_ sql: SQL) throws -> Int {
        let statement = try database.cachedStatement(sql: sql.text)
        try statement.execute(arguments: Self.arguments(sql))
        return database.changesCount
    }

    func announce(_ message: String) { announcements.append(message) }

    /// By name, so that `$1` means the same whatever the order of its first use.
    private static func arguments(_ sql: SQL) -> StatementArguments {
        var named: [String: (any DatabaseValueConvertible)?] = [:]
        for (index, value) in sql.values.enumerated() {
            named.updateValue(value.sqlite, forKey: String(index + 1))
        }
        return StatementArguments(named)
    }
}

extension SQLValue {
    fileprivate var sqlite: (any DatabaseValueConvertible)? {
        switch self {
        case .null: nil
        case .text(let text): text
        case .integer(let integer): integer
        case .real(let real): real
        case .boolean(let boolean): boolean
        }
    }
}

private struct SQLiteRow: Storage.Row {
    let row: GRDB.Row
    let columns: [String]
    func isNull(_ column: Int) -> Bool { row.hasNull(atIndex: column) }
    func text(_ column: Int) -> String { row[column] ?? "" }
    func integer(_ column: Int) -> Int { row[column] ?? 0 }
    func real(_ column: Int) -> Double { row[column] ?? 0 }
    func boolean(_ column: Int) -> Bool { row[column] ?? false }
}
