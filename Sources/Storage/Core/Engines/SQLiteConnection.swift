import GRDB
import GRDBSQLite
import Rouage

/// SQLite inside one transaction.
final class SQLiteConnection: Connection {
    var dialect: Dialect { .sqlite }
    private let database: Database

    init(_ database: Database) { self.database = database }

    func each(_ sql: SQL, _ body: (any Storage.Row) throws -> Void) throws {
        let statement = try prepared(sql)
        // What writes goes through GRDB, which follows the transaction; what reads is walked here, twice as fast.
        guard statement.isReadonly else {
            let rows = try GRDB.Row.fetchCursor(statement)
            while try rows.next() != nil { try body(SQLiteRow(statement: statement.sqliteStatement)) }
            return
        }
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: try body(SQLiteRow(statement: handle))
            case SQLITE_DONE: return
            case let code:
                throw DatabaseError(
                    resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage, sql: sql.text)
            }
        }
    }

    @discardableResult
    func run(_ sql: SQL) throws -> Int {
        // Said at once, so that a refusal can be caught inside the transaction as on the other engine.
        try translatingSQLite { try prepared(sql).execute() }
        return database.changesCount
    }

    /// SQLite counts `$1`, `$2` … by their first appearance in the text, and `SQL` numbers them in just that order.
    private func prepared(_ sql: SQL) throws -> Statement {
        try sql.refuseNUL()
        var statement = try database.cachedStatement(sql: sql.text)
        // A query inside the walk of the same query.
        if sqlite3_stmt_busy(statement.sqliteStatement) != 0 { statement = try database.makeStatement(sql: sql.text) }
        try statement.setArguments(StatementArguments(sql.values.map(\.sqlite)))
        return statement
    }
}

extension SQLValue {
    fileprivate var sqlite: DatabaseValue {
        switch self {
        case .null: .null
        case .text(let text): text.databaseValue
        case .integer(let integer): integer.databaseValue
        case .real(let real): real.databaseValue
        case .boolean(let boolean): boolean.databaseValue
        }
    }
}

private struct SQLiteRow: Storage.Row {
    let statement: OpaquePointer

    var columns: [String] {
        (0..<sqlite3_column_count(statement)).map { String(cString: sqlite3_column_name(statement, $0)) }
    }

    var columnCount: Int { Int(sqlite3_column_count(statement)) }

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL }
    func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }
    func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(statement, Int32(column))) }
    func real(_ column: Int) -> Double { sqlite3_column_double(statement, Int32(column)) }
    func boolean(_ column: Int) -> Bool { sqlite3_column_int64(statement, Int32(column)) != 0 }

    func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_text(statement, Int32(column))
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column))))
    }
}
