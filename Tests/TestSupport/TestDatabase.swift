import Foundation
package import Storage

/// A fresh database for one test, on each engine that is there: SQLite always, PostgreSQL when the script started one.
package enum TestDatabase: String, CaseIterable, Sendable, CustomStringConvertible {
    case sqlite, postgres

    package static var all: [TestDatabase] {
        ProcessInfo.processInfo.environment["ROUAGE_TEST_POSTGRES"] == nil ? [.sqlite] : allCases
    }

    /// PostgreSQL, when it is there.
    package static var server: [TestDatabase] { all.filter { $0 == .postgres } }

    package var description: String { rawValue }

    /// The address of a new empty database.
    package func address() throws -> String {
        let name = "t\(UInt64.random(in: .min ... .max))"
        switch self {
        case .sqlite: return Self.folder.appendingPathComponent("rouage-\(name).sqlite").path
        case .postgres:
            let server = ProcessInfo.processInfo.environment["ROUAGE_TEST_POSTGRES"]!
            try PostgresEngine(address: server + "postgres").createDatabase(name)
            return server + name
        }
    }

    package func store() throws -> Store { try Store.open(address()) }

    /// Memory, where the machine offers enough of it as a file system: tests need no disk that waits.
    private static let folder: URL = {
        let memory = URL(fileURLWithPath: "/dev/shm")
        let free = try? FileManager.default.attributesOfFileSystem(forPath: memory.path)[.systemFreeSize] as? NSNumber
        let folder = ((free?.int64Value ?? 0) > 2_000_000_000 ? memory : FileManager.default.temporaryDirectory)
            .appendingPathComponent("rouage-tests-\(ProcessInfo.processInfo.processIdentifier)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        atexit { TestDatabase.sweep() }
        return folder
    }()

    private static func sweep() { try? FileManager.default.removeItem(at: folder) }
}
