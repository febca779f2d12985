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

    /// - Parameters:
    ///   - address: `postgres://…`, or libpq's own `host=… dbname=…`.
    ///   - most: connections open at once; who finds none free waits.
    ///   - patience: how many seconds one waits before being told that the database is busy.
    package init(address: String, most: Int = 16, patience: Double = 5) throws {
        self.address = address
        self.patience = patience
        free = DispatchSemaphore(value: most)
        give(back: try PostgresConnection(address))
    }

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

    package func write<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
        try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ", body)
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

    /// A connection with its transaction open. One that the server closed while idle is replaced.
    private func begun(_ begin: String) throws -> PostgresConnection {
        while let connection = idle.withLock({ $0.popLast() }) {
            if (try? connection.simple(begin)) != nil { return connection }
        }
        let connection = try PostgresConnection(address)
        try connection.simple(begin)
        return connection
    }

    private func give(back connection: PostgresConnection) {
        guard connection.isAlive, !closed.load(ordering: .relaxed) else { return }
        idle.withLock { $0.append(connection) }
    }

    package func listen(_ heard: @escaping @Sendable (String) -> Void) {
        let first = try? listener()
        // Holds the engine for a quarter of a second at a time, so that one nobody uses any more ends.
        Thread { [weak self] in
            var connection = first
            while let self, !self.closed.load(ordering: .relaxed) {
                if let current = connection, current.isAlive {
                    self.hear(current, heard)
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
        let connection = try PostgresConnection(address)
        try connection.simple("LISTEN rouage")
        return connection
    }

    private func hear(_ connection: PostgresConnection, _ heard: (String) -> Void) {
        var wait = pollfd(fd: connection.socket, events: Int16(POLLIN), revents: 0)
        if poll(&wait, 1, 250) > 0 { for message in connection.notifications() { heard(message) } }
    }

    /// Makes a database beside this one, as tests and the first start on a server need.
    package func createDatabase(_ name: String) throws {
        try PostgresConnection(address).simple("CREATE DATABASE \"\(name)\"")
    }

    package func close() {
        closed.store(true, ordering: .relaxed)
        idle.withLock { $0.removeAll() }
    }
}
