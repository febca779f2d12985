package import Storage
import Synchronization

/// An engine that notes each statement that runs through it, once a text, with the values it ran with first.
package final class WatchedEngine: Engine {
    private let engine: any Engine
    private let noted = Mutex<[String: SQL]>([:])

    package init(_ engine: any Engine) { self.engine = engine }

    /// What ran, by its text.
    package var statements: [SQL] { noted.withLock { $0.values.sorted { $0.text < $1.text } } }

    package func forget() { noted.withLock { $0.removeAll() } }

    package var dialect: Dialect { engine.dialect }
    package func describe() throws -> String { try engine.describe() }
    package func listen(_ heard: @escaping @Sendable (String) -> Void) { engine.listen(heard) }
    package func close() { engine.close() }

    package func read<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
        try engine.read { try body(Watched(connection: $0, engine: self)) }
    }

    package func write<Value>(
        announcing body: (any Connection) throws -> (value: Value, message: String?)
    ) throws -> Value {
        try engine.write(announcing: { try body(Watched(connection: $0, engine: self)) })
    }

    private func note(_ sql: SQL) { noted.withLock { if $0[sql.text] == nil { $0[sql.text] = sql } } }

    private final class Watched: Connection {
        let connection: any Connection
        let engine: WatchedEngine

        init(connection: any Connection, engine: WatchedEngine) {
            self.connection = connection
            self.engine = engine
        }

        var dialect: Dialect { connection.dialect }

        func each(_ sql: SQL, _ body: (any Row) throws -> Void) throws {
            engine.note(sql)
            try connection.each(sql, body)
        }

        @discardableResult
        func run(_ sql: SQL) throws -> Int {
            engine.note(sql)
            return try connection.run(sql)
        }
    }
}
