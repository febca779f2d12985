import CPostgres
import Foundation

/// One connection to PostgreSQL over libpq; used by one thread at a time.
final class PostgresConnection: Connection, @unchecked Sendable {
    var dialect: Dialect { .postgres }
    private let handle: OpaquePointer
    private var prepared: [String: String] = [:]

    init(_ address: String) throws {
        guard let handle = PQconnectdb(address), PQstatus(handle) == CONNECTION_OK else {
            throw StorageFailure(cause: .unavailable, description: "PostgreSQL does not answer")
        }
        self.handle = handle
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try simple("SET TimeZone = 'UTC'; SET datestyle = 'ISO, YMD'; SET lock_timeout = '5s'")
    }

    deinit { PQfinish(handle) }

    var isAlive: Bool { PQstatus(handle) == CONNECTION_OK }
    var socket: Int32 { PQsocket(handle) }

    func each(_ sql: SQL, _ body: (any Row) throws -> Void) throws {
        let result = try execute(sql)
        defer { PQclear(result) }
        let columns = (0..<PQnfields(result)).map { String(cString: PQfname(result, $0)) }
        for row in 0..<PQntuples(result) { try body(PostgresRow(result: result, row: row, columns: columns)) }
    }

    @discardableResult
    func run(_ sql: SQL) throws -> Int {
        let result = try execute(sql)
        defer { PQclear(result) }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    func announce(_ message: String) throws { try run("SELECT pg_notify('rouage', \(message))") }

    /// Runs text without values, several statements at once if need be.
    func simple(_ text: String) throws {
        let result = PQexec(handle, text)
        defer { PQclear(result) }
        try check(result, text)
    }

    /// The messages that other connections announced since the last call.
    func notifications() -> [String] {
        PQconsumeInput(handle)
        var messages: [String] = []
        while let notice = PQnotifies(handle) {
            messages.append(String(cString: notice.pointee.extra))
            PQfreemem(notice)
        }
        return messages
    }

    private func execute(_ sql: SQL) throws -> OpaquePointer? {
        let name = try statement(sql.text)
        // PostgreSQL text cannot hold a NUL; the edges refuse it before it comes here.
        var copies: [UnsafeMutablePointer<CChar>?] = sql.values.map { $0.postgres.map { strdup($0) } ?? nil }
        defer { for copy in copies { free(copy) } }
        let result = copies.withUnsafeMutableBufferPointer { buffer in
            buffer.withMemoryRebound(to: UnsafePointer<CChar>?.self) {
                PQexecPrepared(handle, name, Int32($0.count), $0.baseAddress, nil, nil, 0)
            }
        }
        do { try check(result, sql.text) } catch {
            PQclear(result)
            throw error
        }
        return result
    }

    private func statement(_ text: String) throws -> String {
        if let name = prepared[text] { return name }
        let name = "s\(prepared.count)"
        let result = PQprepare(handle, name, text, 0, nil)
        defer { PQclear(result) }
        try check(result, text)
        prepared[text] = name
        return name
    }

    private func check(_ result: OpaquePointer?, _ text: String) throws {
        let status = PQresultStatus(result)
        guard status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK else { return }
        let code = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
        let message = String(cString: PQerrorMessage(handle))
        let cause: StorageFailure.Cause
        switch code {
        case "55P03", "40P01", "40001": cause = .locked
        case "53100", "53200", "58030": cause = .full
        case let code where code.isEmpty || code.hasPrefix("08") || code.hasPrefix("57P"): cause = .unavailable
        default: cause = .statement
        }
        throw StorageFailure(cause: cause, description: "\(code) \(message) in: \(text.prefix(400))")
    }
}

extension SQLValue {
    fileprivate var postgres: String? {
        switch self {
        case .null: nil
        case .text(let text): text
        case .integer(let integer): String(integer)
        case .real(let real): String(real)
        case .boolean(let boolean): boolean ? "t" : "f"
        }
    }
}

private struct PostgresRow: Row {
    let result: OpaquePointer?
    let row: Int32
    let columns: [String]

    private func bytes(_ column: Int) -> UnsafeMutablePointer<CChar> { PQgetvalue(result, row, Int32(column)) }

    func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, Int32(column)) == 1 }
    func text(_ column: Int) -> String { String(cString: bytes(column)) }
    func integer(_ column: Int) -> Int { strtol(bytes(column), nil, 10) }
    func real(_ column: Int) -> Double { strtod(bytes(column), nil) }
    func boolean(_ column: Int) -> Bool { bytes(column).pointee == 116 }
}
