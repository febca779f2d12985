import CPostgres
import Foundation
import Rouage
import Synchronization

/// The engine for a department that outgrew one machine: many nodes, one PostgreSQL.
package final class PostgresEngine: Engine {
    package var dialect: Dialect { .postgres }
    private let address: String
    private let idle = Mutex<[PostgresConnection]>([])
    private let closed = Atomic<Bool>(false)
    private let free: DispatchSemaphore
    private let patience: Double
    private let limit: Double
    private let heard = Mutex<[@Sendable (String) -> Void]>([])
    /// Stands before what this node announces, so that it does not hear from the server what it was told at once.
    private let node = UUID().uuidString

    /// - Parameters:
    ///   - address: `postgres://…`, or libpq's own `host=… dbname=…`.
    ///   - most: connections open at once; who finds none free waits.
    ///   - patience: how many seconds one waits before being told that the database is busy.
    ///   - limit: how many seconds one statement may take.
    package init(address: String, most: Int = 16, patience: Double = Store.patience, limit: Double = 15) throws {
        self.address = address
        self.patience = patience
        self.limit = limit
        free = DispatchSemaphore(value: most)
        give(back: try connect())
    }

    private func connect() throws -> PostgresConnection { try PostgresConnection(address, limit: limit) }

    /// How many seconds a connection that was idle has to show that the server is still at its other end.
    private var pulse: Double { min(patience, 2) }

    package func describe() throws -> String {
        try read { connection in
            var version = ""
            try connection.each("SHOW server_version") { version = $0.text(0) }
            return "PostgreSQL \(version)"
        }
    }

    package func read<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
        try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
    }

    package func write<Value>(
        announcing body: (any Connection) throws -> (value: Value, message: String?)
    ) throws -> Value {
        let (value, message) = try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ") { connection in
            let (value, message) = try body(connection)
            if let message { try connection.run("SELECT pg_notify('rouage', \("\(node) \(message)"))") }
            return (value, message)
        }
        if let message { tell(message) }
        return value
    }

    private func tell(_ message: String) {
        for listener in heard.withLock({ $0 }) { listener(message) }
    }

    private func transaction<Value>(_ begin: String, _ body: (any Connection) throws -> Value) throws -> Value {
        guard free.wait(timeout: .now() + patience) == .success else {
            throw StorageFailure(cause: .locked, description: "every connection to PostgreSQL is in use")
        }
        defer { free.signal() }
        let connection = try begun(begin)
        do {
            let value = try body(connection)
            try connection.commit()
            give(back: connection)
            return value
        } catch {
            if connection.rollback() { give(back: connection) }
            throw error
        }
    }

    /// A connection with its transaction open. One that the server closed while idle is replaced; where one is silent,
    /// those that were idle beside it went the same way.
    private func begun(_ begin: String) throws -> PostgresConnection {
        while let connection = idle.withLock({ $0.popLast() }) {
            if (try? connection.begin(begin, within: pulse)) != nil { return connection }
            if connection.isSilent { idle.withLock { $0.removeAll() } }
        }
        let connection = try connect()
        try connection.begin(begin)
        return connection
    }

    private func give(back connection: PostgresConnection) {
        guard connection.isAlive, !closed.load(ordering: .relaxed) else { return }
        idle.withLock { $0.append(connection) }
    }

    package func listen(_ heard: @escaping @Sendable (String) -> Void) {
        self.heard.withLock { $0.append(heard) }
        let first = try? listener()
        // Holds the engine for a quarter of a second at a time, so that one nobody uses any more ends.
        Thread { [weak self] in
            var connection = first
            var quiet = 0.0
            while let self, !self.closed.load(ordering: .relaxed) {
                if let current = connection, current.isAlive {
                    let messages = self.messages(current)
                    for message in messages { heard(message) }
                    quiet = messages.isEmpty ? quiet + Self.ear : 0
                    if quiet >= self.patience {
                        quiet = 0
                        try? current.simple("SELECT 1", within: self.pulse)
                    }
                } else if let fresh = try? self.listener() {
                    connection = fresh
                    // Nobody knows what was said before this connection heard.
                    heard(Change.message([.many]))
                } else {
                    Thread.sleep(forTimeInterval: 0.5)
                }
            }
        }.start()
    }

    private func listener() throws -> PostgresConnection {
        let connection = try connect()
        try connection.simple("LISTEN rouage")
        return connection
    }

    /// How long one listens at a time, in seconds.
    private static let ear = 0.25

    /// What other nodes announced within a quarter of a second.
    private func messages(_ connection: PostgresConnection) -> [String] {
        var wait = pollfd(fd: connection.socket, events: Int16(POLLIN), revents: 0)
        guard poll(&wait, 1, Int32(Self.ear * 1_000)) > 0 else { return [] }
        return connection.notifications().compactMap { notice in
            let parts = notice.split(separator: " ", maxSplits: 1)
            return parts.count == 2 && parts[0] != node ? String(parts[1]) : nil
        }
    }

    /// Makes a database beside this one, as tests need: an empty one, or the copy of one that nobody uses.
    package func createDatabase(_ name: String, copiedFrom model: String = "template1") throws {
        try PostgresConnection(address, limit: 600).simple("CREATE DATABASE \"\(name)\" TEMPLATE \"\(model)\"")
    }

    package func leaveNoTrace(in tables: Set<String>) throws {
        // Each waits for who reads the table, and holds up who wants to, for as long as a small table takes.
        let connection = try PostgresConnection(address, limit: 60)
        for table in tables.sorted() { try connection.simple("VACUUM (FULL) \(table)") }
    }

    package func close() {
        closed.store(true, ordering: .relaxed)
        idle.withLock { $0.removeAll() }
    }
}
