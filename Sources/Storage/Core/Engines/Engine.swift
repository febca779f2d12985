import Rouage

/// A database that keeps the product's tables. There are two: SQLite in a file, and PostgreSQL.
package protocol Engine: Sendable {
    var dialect: Dialect { get }
    /// A word for people: engine and version.
    func describe() throws -> String
    /// Runs `body` on one consistent state of the database; blocks the thread.
    func read<Value>(_ body: (any Connection) throws -> Value) throws -> Value
    /// Runs `body` in one transaction that is kept entirely or not at all; blocks the thread. When it is kept, every
    /// node is told the message: this one before the call returns, so that nobody reads what was before their own write.
    func write<Value>(announcing body: (any Connection) throws -> (value: Value, message: String?)) throws -> Value
    /// Calls `heard` once for each message that any node announced, until the store closes.
    func listen(_ heard: @escaping @Sendable (String) -> Void)
    /// Rewrites what these tables lie in, so that nothing is left there of rows that were changed or deleted.
    func leaveNoTrace(in tables: Set<String>) throws
    func close()
}

extension Engine {
    package func leaveNoTrace(in tables: Set<String>) throws {}

    /// Writes without a word to anybody.
    package func write<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
        try write(announcing: { (try body($0), nil) })
    }
}

package enum Dialect: Sendable { case sqlite, postgres }

/// An open connection inside a transaction.
package protocol Connection: AnyObject {
    var dialect: Dialect { get }
    /// Walks the rows of a statement.
    func each(_ sql: SQL, _ body: (any Row) throws -> Void) throws
    /// Runs a statement and returns how many rows it changed.
    @discardableResult func run(_ sql: SQL) throws -> Int
    /// What follows in this transaction may take as long as it needs: nobody waits for it at a page.
    func takeTime() throws
}

extension Connection {
    /// Where there is no limit, there is none to lift.
    package func takeTime() throws {}
}

/// The database could not do what was asked.
package struct StorageFailure: Error, CustomStringConvertible {
    package enum Cause: Sendable {
        /// It is away, or its disk fails.
        case unavailable
        /// Others held it for longer than one waits.
        case locked
        /// Its disk is full; nothing of the transaction was kept.
        case full
        /// A newer, or another, version of the product wrote it.
        case newerVersion
        /// It refused a statement: a fault of the product.
        case statement
    }
    package let cause: Cause
    package let description: String
}
