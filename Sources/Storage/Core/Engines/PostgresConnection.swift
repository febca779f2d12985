import CPostgres
import Foundation
import Rouage

/// One connection to PostgreSQL over libpq; used by one thread at a time.
final class PostgresConnection: Connection, @unchecked Sendable {
    var dialect: Dialect { .postgres }
    private let handle: OpaquePointer
    private var prepared: [String: String] = [:]
    private var hasFailed = false
    /// The most statements one connection keeps prepared: a list of ids makes a new text for each length.
    static let mostPrepared = 256

    init(_ address: String) throws {
        // What the address says comes last and therefore counts, but for the encoding.
        let names = ["connect_timeout", "application_name", "dbname", "client_encoding"]
        let values = ["5", "rouage", address, "UTF8"]
        let opened = Self.withTexts(names) { names in Self.withTexts(values) { PQconnectdbParams(names, $0, 1) } }
        guard let opened else { throw StorageFailure(cause: .unavailable, description: "no memory to connect") }
        handle = opened
        guard PQstatus(handle) == CONNECTION_OK else {
            let reason = String(cString: PQerrorMessage(handle)).trimmingCharacters(in: .whitespacesAndNewlines)
            throw StorageFailure(cause: .unavailable, description: "PostgreSQL does not answer: \(reason)")
        }
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try simple("SET TimeZone = 'UTC'; SET datestyle = 'ISO, YMD'; SET lock_timeout = '5s'")
    }

    private static func withTexts<Value>(
        _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value
    ) -> Value {
        let copies: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        let pointers: [UnsafePointer<CChar>?] = copies.map { UnsafePointer($0) } + [nil]
        return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }

    deinit { PQfinish(handle) }

    var isAlive: Bool { PQstatus(handle) == CONNECTION_OK }
    var socket: Int32 { PQsocket(handle) }

    func each(_ sql: SQL, _ body: (any Row) throws -> Void) throws {
        let result = try execute(sql)
        defer { PQclear(result) }
        for row in 0..<PQntuples(result) { try body(PostgresRow(result: result, row: row)) }
    }

    @discardableResult
    func run(_ sql: SQL) throws -> Int {
        let result = try execute(sql)
        defer { PQclear(result) }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    /// Runs text without values, several statements at once if need be.
    func simple(_ text: String) throws {
        let result = PQexec(handle, text)
        defer { PQclear(result) }
        try check(result, text)
    }

    /// Opens a transaction. When much is prepared it is let go before, so that this is never done within: there it would
    /// count as a query, and what has to come before any query would be refused.
    func begin(_ text: String) throws {
        if prepared.count > Self.mostPrepared * 3 / 4 { try forget() }
        try simple(text)
    }

    private func forget() throws {
        try simple("DEALLOCATE ALL")
        prepared.removeAll()
    }

    /// Keeps the transaction. A statement that failed inside it makes PostgreSQL undo it and still answer "done".
    func commit() throws {
        let result = PQexec(handle, "COMMIT")
        defer { PQclear(result) }
        try check(result, "COMMIT")
        guard String(cString: PQcmdStatus(result)) == "COMMIT" else {
            throw StorageFailure(cause: .statement, description: "the transaction had failed before it was kept")
        }
    }

    /// Undoes the transaction and whatever a failed statement left behind; false when the connection is of no more use.
    func rollback() -> Bool {
        guard isAlive, (try? simple("ROLLBACK")) != nil else { return false }
        guard hasFailed else { return true }
        // A statement prepared before another node migrated the table fails for ever: prepare all anew.
        hasFailed = false
        prepared.removeAll()
        return (try? simple("DEALLOCATE ALL")) != nil
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
        try sql.refuseNUL()
        let name = try statement(sql.text)
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
        if prepared.count == Self.mostPrepared { try forget() }
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
        hasFailed = true
        let code = field("C", of: result)
        switch code {
        case "40001", "40P01": throw ChangedMeanwhile()
        case "23505": throw Refusal.invalid(taken(result), .taken)
        default: break
        }
        let cause: StorageFailure.Cause
        switch code {
        case "55P03": cause = .locked
        case "53100": cause = .full
        case "58030", "53200", "53300": cause = .unavailable
        case let code where code.isEmpty || code.hasPrefix("08") || code.hasPrefix("57P"): cause = .unavailable
        default: cause = .statement
        }
        let message = String(cString: PQerrorMessage(handle)).trimmingCharacters(in: .whitespacesAndNewlines)
        throw StorageFailure(cause: cause, description: "\(code) \(message) in: \(text.prefix(400))")
    }

    /// A part of an error: its code (C), table (t) or constraint (n).
    private func field(_ letter: Unicode.Scalar, of result: OpaquePointer?) -> String {
        PQresultErrorField(result, Int32(letter.value)).map { String(cString: $0) } ?? ""
    }

    /// The column of a value that is taken: PostgreSQL calls the constraint `person_email_key`.
    private func taken(_ result: OpaquePointer?) -> String {
        let column = field("n", of: result).dropFirst(field("t", of: result).count + 1)
        return String(column.hasSuffix("_key") ? column.dropLast(4) : column)
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

    var columns: [String] { (0..<PQnfields(result)).map { String(cString: PQfname(result, $0)) } }
    var columnCount: Int { Int(PQnfields(result)) }

    private func value(_ column: Int) -> UnsafeMutablePointer<CChar> { PQgetvalue(result, row, Int32(column)) }

    func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, Int32(column)) == 1 }
    func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }
    func integer(_ column: Int) -> Int { strtol(value(column), nil, 10) }
    func real(_ column: Int) -> Double { strtod(value(column), nil) }
    func boolean(_ column: Int) -> Bool { value(column).pointee == 116 }

    func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        let start = UnsafeRawPointer(value(column)).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: start, count: Int(PQgetlength(result, row, Int32(column))))
    }
}
