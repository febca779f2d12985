import Foundation
import NIOPosix
package import Rouage
import Synchronization

/// The product's memory: consistent reads, and the single door through which records change.
package final class Store: Sendable {
    package let engine: any Engine
    package let changes = ChangeHub()
    /// What the kinds of records say of themselves.
    package let kinds: Kinds
    private let readers: NIOThreadPool
    /// Those who write wait for each other and for other processes; nobody who reads waits behind them.
    private let writers: NIOThreadPool
    /// Tables in which something is left of rows that nobody is to find.
    private let traces = Mutex<Set<String>>([])

    /// How many seconds one waits for others who write.
    package static let patience = 5.0

    /// Opens the database, brings it to this version's shape, and starts to hear what other nodes change.
    package init(_ engine: any Engine, threads count: Int = 8, kinds: Kinds = .declared) throws {
        self.engine = engine
        self.kinds = kinds
        readers = NIOThreadPool(numberOfThreads: count)
        writers = NIOThreadPool(numberOfThreads: count)
        readers.start()
        writers.start()
        if try Migrator(engine).migrate() { try indexNewcomers() }
        engine.listen { [changes] message in changes.publish(message) }
    }

    /// Opens `sqlite:path` or `postgres://…`.
    package static func open(_ address: String) throws -> Store { try Store(engine(at: address)) }

    package static func engine(at address: String) throws -> any Engine {
        let postgres = ["postgres://", "postgresql://", "host=", "dbname=", "service=", "user="]
        if postgres.contains(where: address.hasPrefix) { return try PostgresEngine(address: address) }
        let path = address.hasPrefix("sqlite:") ? String(address.dropFirst("sqlite:".count)) : address
        return try SQLiteEngine(path: path)
    }

    /// Reads on one consistent state, away from the event loop.
    package func read<Value: Sendable>(_ body: @escaping @Sendable (Reading) throws -> Value) async throws -> Value {
        try await readers.runIfActive { try self.readNow(body) }
    }

    /// Changes records and writes their activity in one transaction, away from the event loop.
    /// - Parameters:
    ///   - actor: who acts; `nil` is the product itself.
    ///   - now: the one instant of the transaction.
    @discardableResult
    package func write<Value: Sendable>(
        as actor: Identifier<Person>?, at now: Instant, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        let asked = ContinuousClock.now
        return try await writers.runIfActive {
            // Who stood in line for as long as one waits for the database is told so, and does not wait again.
            guard asked.duration(to: .now) < .seconds(Self.patience) else {
                throw StorageFailure(cause: .locked, description: "others have been writing for \(Self.patience) s")
            }
            return try self.writeNow(as: actor, at: now, body)
        }
    }

    /// The same as `read`, on the thread that calls.
    package func readNow<Value>(_ body: (Reading) throws -> Value) throws -> Value {
        let moment = changes.moment
        return try engine.read { try body(Reading($0, moment: moment, kinds)) }
    }

    /// The same as `write`, on the thread that calls. When another node changed a record in between, the whole
    /// transaction runs again on what is there now, so that the verb decides on the truth.
    @discardableResult
    package func writeNow<Value>(
        as actor: Identifier<Person>?, at now: Instant, _ body: (Transaction) throws -> Value
    ) throws -> Value {
        var tries = 0
        while true {
            do {
                let moment = changes.moment
                var secret: Set<String> = []
                let value = try engine.write(announcing: { connection in
                    let transaction = Transaction(connection, actor: actor, now: now, moment: moment, kinds)
                    let value = try body(transaction)
                    secret = transaction.tablesWithoutTrace
                    return (value, transaction.message)
                })
                if !secret.isEmpty {
                    traces.withLock { $0.formUnion(secret) }
                    wipeTraces()
                }
                return value
            } catch is ChangedMeanwhile {
                tries += 1
                guard tries < 10 else { throw Refusal.outdated }
                // Those who collided do not come back all at once.
                Thread.sleep(forTimeInterval: .random(in: 0...0.002) * Double(tries))
            }
        }
    }

    /// Wipes what is left of rows that nobody is to find. What somebody's reading holds is tried again at the next turn:
    /// what was written is kept whether or not this is done.
    package func wipeTraces() {
        let tables = traces.withLock { tables in
            defer { tables = [] }
            return tables
        }
        guard !tables.isEmpty else { return }
        do { try engine.leaveNoTrace(in: tables) } catch { traces.withLock { $0.formUnion(tables) } }
    }

    package func close() {
        try? readers.syncShutdownGracefully()
        try? writers.syncShutdownGracefully()
        engine.close()
    }

    deinit {
        readers.shutdownGracefully { _ in }
        writers.shutdownGracefully { _ in }
        engine.close()
    }
}

/// Another transaction changed the record between this one's look and its write.
struct ChangedMeanwhile: Error {}
