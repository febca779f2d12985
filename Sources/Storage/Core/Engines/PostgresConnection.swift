import CPostgres
import Foundation
import Rouage

/// One connection to PostgreSQL over libpq; used by one thread at a time.
final class PostgresConnection: Connection, @unchecked Sendable {
    var dialect: Dialect { .postgres }
    private let handle: OpaquePointer
    private var prepared: [String: String] = [:]
    private var hasFailed = false
    /// The server did not answer within the limit, and nobody knows what it did: the connection is of no more use.
    private(set) var isSilent = false
    /// How many seconds one statement may take; the server gives up first, and who waits for it a little later.
    private let limit: Double
    private var isUnhurried = false
    /// The most statements one connection keeps prepared: a list of ids makes a new text for each length.
    static let mostPrepared = 256

    init(_ address: String, limit: Double = 15) throws {
        self.limit = limit
        // What the address says comes last and therefore counts, but for the encoding.
        let names = [
            "connect_timeout", "application_name", "keepalives_idle", "keepalives_interval", "keepalives_count",
            "tcp_user_timeout", "dbname", "client_encoding",
        ]
        let values = ["5", "rouage", "10", "5", "3", "15000", address, "UTF8"]
        let opened = Self.withTexts(names) { names in Self.withTexts(values) { PQconnectdbParams(names, $0, 1) } }
        guard let opened else { throw StorageFailure(cause: .unavailable, description: "no memory to connect") }
        handle = opened
        guard PQstatus(handle) == CONNECTION_OK else {
            let reason = String(cString: PQerrorMessage(handle)).trimmingCharacters(in: .whitespacesAndNewlines)
            throw StorageFailure(cause: .unavailable, description: "PostgreSQL does not answer: \(reason)")
        }
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        PQsetnonblocking(handle, 1)
        try simple(
            """
            SET TimeZone = 'UTC'; SET datestyle = 'ISO, YMD'; SET lock_timeout = '5s';
            SET statement_timeout = \(Int(limit * 1_000))
            """)
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

    var isAlive: Bool { !isSilent && PQstatus(handle) == CONNECTION_OK }
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
    func simple(_ text: String, within seconds: Double? = nil) throws {
        let result = try answer(PQsendQuery(handle, text), within: seconds)
        defer { PQclear(result) }
        try check(result, text)
    }

    /// Opens a transaction. When much is prepared it is let go before, so that this is never done within: there it would
    /// count as a query, and what has to come before any query would be refused.
    func begin(_ text: String, within seconds: Double? = nil) throws {
        isUnhurried = false
        if prepared.count > Self.mostPrepared * 3 / 4 { try forget() }
        try simple(text, within: seconds)
    }

    func takeTime() throws {
        isUnhurried = true
        try simple("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0")
    }

    private func forget() throws {
        try simple("DEALLOCATE ALL")
        prepared.removeAll()
    }

    /// Keeps the transaction. A statement that failed inside it makes PostgreSQL undo it and still answer "done".
    func commit() throws {
        let result = try answer(PQsendQuery(handle, "COMMIT"))
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
        let sent = copies.withUnsafeMutableBufferPointer { buffer in
            buffer.withMemoryRebound(to: UnsafePointer<CChar>?.self) {
                PQsendQueryPrepared(handle, name, Int32($0.count), $0.baseAddress, nil, nil, 0)
            }
        }
        let result = try answer(sent)
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
        let result = try answer(PQsendPrepare(handle, name, text, 0, nil))
        defer { PQclear(result) }
        try check(result, text)
        prepared[text] = name
        return name
    }

    /// Waits for the answer to what was sent: the last result, or the first that failed; nothing where nothing could be
    /// sent. A network that swallows what is sent, without a word, holds nobody for longer than the limit.
    private func answer(_ sent: Int32, within seconds: Double? = nil) throws -> OpaquePointer? {
        let deadline: ContinuousClock.Instant? =
            isUnhurried ? nil : .now + .seconds(seconds ?? limit + min(limit, 2))
        var answer: OpaquePointer?
        guard sent == 1 else { return nil }
        while true {
            do { try wait(until: deadline) } catch {
                PQclear(answer)
                throw error
            }
            guard let next = PQgetResult(handle) else { return answer }
            if let answer, [PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE].contains(PQresultStatus(answer)) {
                PQclear(next)
            } else {
                PQclear(answer)
                answer = next
            }
        }
    }

    /// Waits until all is sent and a result is there whole, or the connection is broken.
    private func wait(until deadline: ContinuousClock.Instant?) throws {
        while true {
            let unsent = PQflush(handle) == 1
            if !unsent && PQisBusy(handle) == 0 { return }
            let left = deadline.map { ContinuousClock.now.duration(to: $0) / .milliseconds(1) } ?? -1
            var ready = pollfd(fd: socket, events: Int16(unsent ? POLLIN | POLLOUT : POLLIN), revents: 0)
            guard deadline == nil || left > 0, poll(&ready, 1, Int32(left.rounded(.up))) != 0 else {
                isSilent = true
                throw StorageFailure(cause: .unavailable, description: "PostgreSQL is silent")
            }
            // A connection that broke has no more to say: what is asked of it next tells why.
            guard PQconsumeInput(handle) == 1 else { return }
        }
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
