import Foundation
package import Storage
import Synchronization

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
        let address = free()
        if self == .postgres { try server.createDatabase(Self.name(in: address)) }
        return address
    }

    /// The address of a new database with what `fill` writes into the first of that name: the others are copies of it,
    /// which costs a fraction of writing it again for each test.
    package func address(copiedFrom name: String, filledBy fill: (Store) throws -> Void) throws -> String {
        let mould = try Self.moulds.withLock { moulds in
            if let mould = moulds["\(self) \(name)"] { return mould }
            let mould = try address()
            let store = try Store.open(mould)
            try fill(store)
            store.close()
            moulds["\(self) \(name)"] = mould
            return mould
        }
        let copy = free()
        switch self {
        case .sqlite: try FileManager.default.copyItem(atPath: mould, toPath: copy)
        case .postgres: try server.createDatabase(Self.name(in: copy), copiedFrom: Self.name(in: mould))
        }
        return copy
    }

    package func store() throws -> Store { try Store.open(address(copiedFrom: "empty") { _ in }) }

    private func free() -> String {
        let name = "t\(UInt64.random(in: .min ... .max))"
        switch self {
        case .sqlite: return Self.folder.appendingPathComponent("rouage-\(name).sqlite").path
        case .postgres: return Self.host + name
        }
    }

    private static func name(in address: String) -> String { String(address.dropFirst(host.count)) }

    private static var host: String { ProcessInfo.processInfo.environment["ROUAGE_TEST_POSTGRES"]! }

    private var server: PostgresEngine { get throws { try PostgresEngine(address: Self.host + "postgres") } }

    private static let moulds = Mutex<[String: String]>([:])

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
