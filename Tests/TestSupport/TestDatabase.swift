import Foundation
package import Storage

/// A fresh database for one test, on each engine that is there: SQLite always, PostgreSQL when the script started one.
package enum TestDatabase: String, CaseIterable, Sendable, CustomStringConvertible {
    case sqlite, postgres

    package static var all: [TestDatabase] {
        ProcessInfo.processInfo.environment["ROUAGE_TEST_POSTGRES"] == nil ? [.sqlite] : allCases
    }

    package var description: String { rawValue }

    /// The address of a new empty database.
    package func address() throws -> String {
        let name = "t\(UInt64.random(in: .min ... .max))"
        switch self {
        case .sqlite:
            return FileManager.default.temporaryDirectory.appendingPathComponent("rouage-\(name).sqlite").path
        case .postgres:
            let server = ProcessInfo.processInfo.environment["ROUAGE_TEST_POSTGRES"]!
            try PostgresEngine(address: server + "postgres").createDatabase(name)
            return server + name
        }
    }

    package func store() throws -> Store { try Store.open(address()) }
}
