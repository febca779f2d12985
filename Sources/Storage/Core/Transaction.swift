import Foundation
package import Rouage

/// The write door: every change of a record goes through here and leaves a line of activity.
package final class Transaction: Reading {
    package let actor: Identifier<Person>?
    package let now: Instant
    private var touched: [Change] = []
    private let chance = UInt64.random(in: .min ... .max)
    private var named = UInt64.random(in: 0..<1 << 61)

    /// Tables of which nothing may be left that this transaction changed or deleted, in files, logs or dead rows.
    private(set) var tablesWithoutTrace: Set<String> = []

    /// What was added or changed so far, in order.
    package var changes: [Change] { touched }

    init(_ connection: any Connection, actor: Identifier<Person>?, now: Instant, moment: Int, _ kinds: Kinds) {
        self.actor = actor
        self.now = now
        super.init(connection, moment: moment, kinds)
    }

    /// Sees to it, once this is kept, that nobody finds in the database's own files what was in these tables before.
    func leaveNoTrace(in tables: String...) { tablesWithoutTrace.formUnion(tables) }

    /// A name for a new record; what one transaction names later sorts later.
    package func newID<Record>(_: Record.Type = Record.self) -> Identifier<Record> {
        named += .random(in: 1...0xFFFF_FFFF)
        return Identifier(at: now, random: chance, named)
    }

    /// Adds a record that was just made.
    package func add<Record: Noun>(_ record: Record, _ activity: Activity) throws { try add([record], activity) }

    /// Adds many records at once, in few statements where a statement is a journey to a server.
    package func add<Record: Noun>(_ records: [Record], _ activity: Activity) throws {
        var rest = records[...]
        while !rest.isEmpty {
            // Powers of two, so that few different texts are prepared.
            let most = connection.dialect == .sqlite ? 1 : 128
            let count = min(most, 1 << (Int.bitWidth - 1 - rest.count.leadingZeroBitCount))
            let some = Array(rest.prefix(count))
            rest = rest.dropFirst(count)
            try connection.run(try RecordEncoder.insertion(of: some, into: Record.table))
            try note(some, activity)
            try Search.index(some, kinds, on: connection)
        }
    }

    /// Changes a record by one of its verbs, and returns it as it now is.
    /// - Parameter version: the version the person had before their eyes; an older one is refused.
    @discardableResult
    package func change<Record: Noun>(
        _ id: Identifier<Record>, version: Int? = nil, by verb: (inout Record) throws -> Activity?
    ) throws -> Record {
        let before = try get(id)
        if let version, version != before.version { throw Refusal.outdated }
        var record = before
        guard let activity = try verb(&record) else { return before }
        return try replace(before, by: record, activity)
    }

    /// Puts a record in the place of the version that was read in this transaction, and returns it as it now is.
    @discardableResult
    package func replace<Record: Noun>(_ before: Record, by record: Record, _ activity: Activity) throws -> Record {
        var record = record
        record.version = before.version + 1
        let update = try RecordEncoder.update(of: record, over: before, in: Record.table)
        guard try connection.run(update) == 1 else { throw ChangedMeanwhile() }
        try note([record], activity)
        if !Search.reads(record, as: before) { try Search.index([record], kinds, on: connection) }
        return record
    }

    /// Takes a record away by one of its verbs; its last state stays in the activity.
    package func remove<Record: Noun>(_ id: Identifier<Record>, by verb: (Record) throws -> Activity) throws {
        var record = try get(id)
        let activity = try verb(record)
        let removed = try connection.run(
            """
            DELETE FROM \(SQL(trusted: Record.table)) WHERE id = \(record.id) AND version = \(record.version)
            """)
        guard removed == 1 else { throw ChangedMeanwhile() }
        record.version += 1
        try note([record], activity)
        if record is any Searchable { try Search.forget(record.id.description, on: connection) }
    }

    /// Does something that may be refused and leaves nothing of it behind when it is.
    package func attempt<Value>(_ body: () throws -> Value) throws -> Value {
        let before = touched.count
        try connection.run("SAVEPOINT attempt")
        do {
            let value = try body()
            try connection.run("RELEASE SAVEPOINT attempt")
            return value
        } catch {
            touched.removeSubrange(before...)
            // A database that is full or away has undone the whole transaction by itself.
            if (try? connection.run("ROLLBACK TO SAVEPOINT attempt")) != nil {
                try connection.run("RELEASE SAVEPOINT attempt")
            }
            throw error
        }
    }

    private func note<Record: Noun>(_ records: [Record], _ activity: Activity) throws {
        var rows: [[SQLValue]] = []
        rows.reserveCapacity(records.count)
        for record in records {
            let id: Identifier<Activity> = newID()
            rows.append([
                id.sqlValue, now.sqlValue, actor.sqlValue, activity.action.sqlValue, Record.kind.sqlValue,
                record.id.sqlValue, .integer(record.version), activity.reason.sqlValue,
                .text(try RecordEncoder.document(record)), activity.holdsFrom.sqlValue,
            ])
            touched.append(Change(kind: Record.kind, id: record.id.description, version: record.version, actor: actor))
        }
        try connection.run(
            """
            INSERT INTO activity (id, at, actor, action, subject, subject_id, version, reason, body, holds_from)
            VALUES \(rows: rows)
            """
        )
    }

    /// Tells open pages of something that leaves no line of activity.
    func tell(_ change: Change) { touched.append(change) }

    /// What all nodes are told of this transaction once it is kept; a long list is told as "many".
    var message: String? {
        touched.isEmpty ? nil : Change.message(touched.count > Change.most ? [.many] : touched)
    }
}
