package import Rouage
import Synchronization

extension Reading {
    /// The database as it stood at a moment that is past: the same queries find cycles, briefings, dependencies,
    /// reviews and comments as they were then, and the activity until then. The organisation has a way of its own,
    /// `organisation(asOf:until:)`; everything else is as it is now.
    package func past(at instant: Instant) -> Reading {
        Reading(PastConnection(connection, at: instant), moment: moment, kinds)
    }
}

/// Puts a table of the past before each query, under the name of the table it stands for.
private final class PastConnection: Connection {
    private let present: any Connection
    private let moment: Instant

    init(_ present: any Connection, at moment: Instant) {
        self.present = present
        self.moment = moment
    }

    var dialect: Dialect { present.dialect }

    func each(_ sql: SQL, _ body: (any Row) throws -> Void) throws {
        let tables = try PastTable.all.filter { sql.text.contains($0.name) }.map { table -> SQL in
            "\(SQL(trusted: table.name)) AS NOT MATERIALIZED (\(try table.selection(at: moment, present)))"
        }
        guard let first = tables.first else { return try present.each(sql, body) }
        let all = tables.dropFirst().reduce(first) { "\($0), \($1)" }
        try present.each("WITH \(all) \(sql)", body)
    }

    @discardableResult
    func run(_: SQL) throws -> Int { throw Self.isOver }

    private static let isOver = StorageFailure(cause: .statement, description: "the past is not written")
}

/// A table as it stood at a moment, made from the bodies in the activity: for each of its rows of today, one look into
/// an index.
private struct PastTable {
    let name: String
    /// Columns that never change: taken from the row of today, so that its indexes serve the past too.
    var fixed: Set<String> = []
    /// Columns of a part that the body keeps under a name of its own.
    var part: (name: String, columns: Set<String>) = ("", [])
    /// The instant by which rows are there, for tables whose rows never change.
    var instant: String?

    static let all = [
        PastTable(name: "activity", instant: "at"), PastTable(name: "comment", instant: "created_at"),
        PastTable(name: "cycle", fixed: ["id"]),
        PastTable(
            name: "briefing", fixed: ["id", "ref", "cycle"],
            part: (
                "text",
                [
                    "title", "problem", "source", "source_kind", "problem_size", "people", "frequency", "cost",
                    "intention",
                ]
            )), PastTable(name: "dependency", fixed: ["id", "ref", "cycle", "briefing"]),
        PastTable(name: "review", fixed: ["id", "briefing", "craft"]),
        PastTable(name: "retrospective", fixed: ["id", "cycle", "team"]),
    ]

    func selection(at moment: Instant, _ connection: any Connection) throws -> SQL {
        // SQLite takes a name for the part of `WITH` that it is defined in, unless it says whose table it is.
        let home = connection.dialect == .sqlite ? "main." : ""
        if let instant {
            return "SELECT * FROM \(SQL(trusted: home + name)) WHERE \(SQL(trusted: instant)) <= \(moment)"
        }
        let columns = try self.columns(on: connection)
        let activity = SQL(trusted: home + "activity")
        let bodies: SQL =
            connection.dialect == .sqlite
            ? "" : "CROSS JOIN LATERAL json_to_record(CAST(a.body AS json)) AS b (\(SQL(trusted: record(columns))))"
        return """
            SELECT \(SQL(trusted: columns.map { value(of: $0, connection.dialect) }.joined(separator: ", "))) \
            FROM \(SQL(trusted: home + name)) p JOIN \(activity) a ON a.subject_id = p.id AND a.version = (\
            SELECT h.version FROM \(activity) h WHERE h.subject_id = p.id AND h.at <= \(moment) \
            ORDER BY h.at DESC, h.version DESC LIMIT 1) \(bodies)
            """
    }

    private func value(of column: Column, _ dialect: Dialect) -> String {
        if fixed.contains(column.name) { return "p.\(column.name)" }
        let property = ColumnNames.property(column.name)
        let isInPart = part.columns.contains(column.name)
        switch dialect {
        case .sqlite:
            let body = isInPart ? "a.body -> '\(part.name)'" : "a.body"
            return "\(body) ->> '\(property)' AS \(column.name)"
        case .postgres:
            let value = isInPart ? "CAST(b.\"\(part.name)\" ->> '\(property)' AS \(column.type))" : "b.\"\(property)\""
            return "\(value) AS \(column.name)"
        }
    }

    /// The shape of a body, for PostgreSQL, which reads it once a row.
    private func record(_ columns: [Column]) -> String {
        let own = columns.filter { !fixed.contains($0.name) && !part.columns.contains($0.name) }
            .map { "\"\(ColumnNames.property($0.name))\" \($0.type)" }
        return (own + (part.columns.isEmpty ? [] : ["\"\(part.name)\" json"])).joined(separator: ", ")
    }

    // MARK: Columns

    private struct Column {
        let name: String
        let type: String
    }

    /// A table only grows when the product starts, before anything is read.
    private static let known = Mutex<[String: [Column]]>([:])

    /// The columns of the table of today, in its order.
    private func columns(on connection: any Connection) throws -> [Column] {
        let key = "\(connection.dialect) \(name)"
        if let columns = Self.known.withLock({ $0[key] }) { return columns }
        let query: SQL =
            switch connection.dialect {
            case .sqlite: "SELECT name, type FROM pragma_table_info(\(name)) ORDER BY cid"
            case .postgres:
                """
                SELECT column_name, data_type FROM information_schema.columns
                WHERE table_name = \(name) AND table_schema = current_schema() ORDER BY ordinal_position
                """
            }
        var columns: [Column] = []
        try connection.each(query) { columns.append(Column(name: $0.text(0), type: $0.text(1))) }
        Self.known.withLock { $0[key] = columns }
        return columns
    }
}
