package import Rouage

/// One consistent state of the database.
package class Reading {
    package let connection: any Connection
    /// The moment of the store's changes before this state was looked at.
    package let moment: Int
    package let kinds: Kinds

    init(_ connection: any Connection, moment: Int, _ kinds: Kinds) {
        self.connection = connection
        self.moment = moment
        self.kinds = kinds
    }

    /// Walks the rows of a query.
    package func each(_ sql: SQL, _ body: (any Row) throws -> Void) throws { try connection.each(sql, body) }

    /// The rows of a query, each turned into a value.
    package func all<Value>(_ sql: SQL, _ body: (any Row) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try connection.each(sql) { values.append(try body($0)) }
        return values
    }

    /// The first row of a query, turned into a value.
    package func first<Value>(_ sql: SQL, _ body: (any Row) throws -> Value) throws -> Value? {
        var value: Value?
        try connection.each(sql) { if value == nil { value = try body($0) } }
        return value
    }

    package func count(_ sql: SQL) throws -> Int { try first(sql) { $0.integer(0) } ?? 0 }

    /// The records of a table that fit; `fitting` is what follows `WHERE`.
    package func records<Record: Noun>(_: Record.Type = Record.self, where fitting: SQL = "1 = 1") throws -> [Record] {
        var decoder: RecordDecoder?
        return try all("SELECT * FROM \(SQL(trusted: Record.table)) WHERE \(fitting)") { row in
            let known = decoder ?? RecordDecoder.of(Record.kind, row)
            decoder = known
            return try known.decode(Record.self, from: row)
        }
    }

    /// The records of these names, in no order.
    package func records<Record: Noun>(_ ids: [Identifier<Record>]) throws -> [Record] {
        ids.isEmpty ? [] : try records(where: "id IN \(in: ids)")
    }

    /// The record of that name, or nothing.
    package func find<Record: Noun>(_ id: Identifier<Record>) throws -> Record? {
        try records(Record.self, where: "id = \(id)").first
    }

    /// The record of that name; refuses when there is none.
    package func get<Record: Noun>(_ id: Identifier<Record>) throws -> Record {
        guard let record = try find(id) else { throw Refusal.notFound }
        return record
    }
}

extension Noun {
    /// A table is called like its noun.
    static var table: String { kind == .role ? "role_grant" : kind.rawValue }
}
