import GRDB
import Rouage

/// Hears what other processes write into the same file: SQLite tells nobody, but knows that something changed.
struct SQLiteTail {
    private let queue: DatabaseQueue
    private var dataVersion = 0
    private var last = 0
    /// What this process announced itself and was not met yet.
    private var own: Set<String> = []

    init(path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(1)
        queue = try DatabaseQueue(path: path, configuration: configuration)
        _ = try look()
    }

    mutating func skip(_ message: String) {
        own.formUnion(message.split(separator: "\n").map(String.init))
    }

    /// What others changed since the last look, in the words of `Change.message`.
    mutating func messages() -> [String] {
        guard let changes = try? look(), !changes.isEmpty else { return [] }
        guard changes.count <= Change.most else {
            own.removeAll()
            return [Change.message([.many])]
        }
        let others = changes.filter { own.remove(Change.message([$0])) == nil }
        return others.isEmpty ? [] : [Change.message(others)]
    }

    private mutating func look() throws -> [Change] {
        let version = try queue.read { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
        guard version != dataVersion else { return [] }
        let isFirst = dataVersion == 0
        let since = last
        let (newest, changes) = try queue.read { database in
            let newest = try Int.fetchOne(database, sql: "SELECT max(rowid) FROM activity") ?? 0
            // The first look only learns where the end is. A VACUUM may have numbered the lines again.
            guard !isFirst, newest - since <= Change.most, newest >= since else {
                return (newest, isFirst || newest == since ? [] : Array(repeating: Change.many, count: Change.most + 1))
            }
            let rows = try GRDB.Row.fetchAll(
                database,
                sql: "SELECT subject, subject_id, version, actor FROM activity WHERE rowid > ? ORDER BY rowid",
                arguments: [since])
            return (newest, rows.compactMap(Self.change))
        }
        last = newest
        dataVersion = version
        return changes
    }

    private static func change(_ row: GRDB.Row) -> Change? {
        guard let kind = Kind(rawValue: row[0]) else { return nil }
        let actor: String? = row[3]
        return Change(kind: kind, id: row[1], version: row[2], actor: actor.flatMap(Identifier<Person>.init))
    }
}
