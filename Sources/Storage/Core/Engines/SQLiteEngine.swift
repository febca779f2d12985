import Foundation
import GRDB
import Rouage
import Synchronization

/// The embedded engine: one file in write-ahead mode, many readers beside one writer.
package final class SQLiteEngine: Engine {
    package var dialect: Dialect { .sqlite }
    private let path: String
    private let pool: DatabasePool
    private let tail = Mutex<SQLiteTail?>(nil)
    private let heard = Mutex<[@Sendable (String) -> Void]>([])
    /// One writes at a time; the others wait their turn, and no longer than one waits for another process.
    private let turn = DispatchSemaphore(value: 1)
    private let patience: Double
    private let closed = Atomic<Bool>(false)

    /// - Parameter patience: how many seconds one waits before being told that the database is busy.
    package init(path: String, patience: Double = Store.patience) throws {
        self.patience = patience
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(patience)
        configuration.maximumReaderCount = 8
        configuration.prepareDatabase { database in
            // FULL waits until the disk holds each commit, so that not even a power cut loses what was acknowledged.
            // It costs milliseconds of waiting and no computing; NORMAL would survive a crash of the process only.
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // What is deleted is overwritten: a file holds no more than what the product shows.
            try database.execute(sql: "PRAGMA secure_delete = ON")
            // The log of a large import is cut back, not kept for ever.
            try database.execute(sql: "PRAGMA journal_size_limit = 67108864")
        }
        self.path = path
        do {
            pool = try translatingSQLite { try Self.open(path, configuration) }
        } catch let failure as StorageFailure {
            throw StorageFailure(cause: failure.cause, description: "\(path): \(failure.description)")
        }
    }

    /// Of two that open a new file at once, each turns it to write-ahead mode; SQLite does not wait for that by itself.
    private static func open(_ path: String, _ configuration: Configuration) throws -> DatabasePool {
        let patience = ContinuousClock.now + .seconds(5)
        while true {
            do {
                return try DatabasePool(path: path, configuration: configuration)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && .now < patience {
                Thread.sleep(forTimeInterval: 0.02)
            }
        }
    }

    package func describe() throws -> String {
        try read { connection in
            var version = ""
            try connection.each("SELECT sqlite_version()") { version = $0.text(0) }
            return "SQLite \(version)"
        }
    }

    package func read<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
        try translatingSQLite { try pool.read { try body(SQLiteConnection($0)) } }
    }

    package func write<Value>(
        announcing body: (any Connection) throws -> (value: Value, message: String?)
    ) throws -> Value {
        let (value, message) = try inTurn {
            try pool.write { database in
                let (value, message) = try body(SQLiteConnection(database))
                // Before it is kept, so that the tail cannot meet it first.
                if let message { tail.withLock { $0?.skip(message) } }
                return (value, message)
            }
        }
        if let message { tell(message) }
        return value
    }

    private func inTurn<Value>(_ body: () throws -> Value) throws -> Value {
        guard turn.wait(timeout: .now() + patience) == .success else {
            throw StorageFailure(cause: .locked, description: "others have been writing for \(patience) s")
        }
        defer { turn.signal() }
        return try translatingSQLite(body)
    }

    private func tell(_ message: String) {
        for listener in heard.withLock({ $0 }) { listener(message) }
    }

    package func listen(_ heard: @escaping @Sendable (String) -> Void) {
        self.heard.withLock { $0.append(heard) }
        let isFirst = tail.withLock { tail in
            guard tail == nil else { return false }
            tail = try? SQLiteTail(path: path)
            return tail != nil
        }
        guard isFirst else { return }
        // Commands such as `rouage import` write into the same file beside the server.
        Thread { [weak self] in
            while let self, let messages = self.tail.withLock({ $0?.messages() }) {
                for message in messages { self.tell(message) }
                Thread.sleep(forTimeInterval: 0.5)
            }
        }.start()
    }

    /// Brings all that was written into the file itself and empties the log, which still held what was there before.
    package func leaveNoTrace(in _: Set<String>) throws {
        try translatingSQLite { try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) } }
    }

    package func close() {
        tail.withLock { $0 = nil }
        guard !closed.exchange(true, ordering: .relaxed) else { return }
        // The file alone is then the whole database, for whoever copies it.
        try? leaveNoTrace(in: [])
        try? pool.close()
    }
}

/// Says in the product's words what SQLite reports of locks and disks.
func translatingSQLite<Value>(_ body: () throws -> Value) throws -> Value {
    do {
        return try body()
    } catch let error as DatabaseError {
        let cause: StorageFailure.Cause
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY:
            throw Refusal.invalid(taken(error.message ?? ""), .taken)
        // The file of the write-ahead log's index cannot grow.
        case .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_WRITE: cause = .full
        default:
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: cause = .locked
            case .SQLITE_FULL: cause = .full
            case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_PERM:
                cause = .unavailable
            default: cause = .statement
            }
        }
        throw StorageFailure(cause: cause, description: "\(error)")
    }
}

/// The column of a value that is taken, from `UNIQUE constraint failed: person.email` or `…: index 'person_email'`.
private func taken(_ message: String) -> String {
    if let index = message.split(separator: "'").dropFirst().first {
        return String(index.drop { $0 != "_" }.dropFirst())
    }
    return message.split(separator: ".").last.map(String.init) ?? ""
}
