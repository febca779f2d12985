import Foundation
package import Rouage

/// The write door: every change of a record goes through here and leaves a line of activity.
package final class Transaction: Reading {
    package let actor: Identifier<Person>?
    package let now: Instant
    private var touched: [Change] = []

    /// What was added or changed so far, in order.
    package var changes: [Change] { touched }

    init(_ connection: any Connection, actor: Identifier<Person>?, now: Instant) {
        self.actor = actor
        self.now = now
        super.init(connection)
    }

    /// A name for a new record.
    package func newID<Record: Noun>(_: Record.Type = Record.self) -> Identifier<Record> {
        Identifier(at: now, random: .random(in: .min ... .max), .random(in: .min ... .max))
    }

    /// Adds a record that was just made.
    package func add<Record: Noun>(_ record: Record, _ activity: Activity) throws {
        let columns = try RecordEncoder.columns(of: record)
        let names = columns.map(\.name).joined(separator: ", ")
        var values: SQL = ""
        for (index, column) in columns.enumerated() {
            values = index == 0 ? "\(column.value)" : "\(values), \(column.value)"
        }
        try connection.run("INSERT INTO \(SQL(trusted: Record.table)) (\(SQL(trusted: names))) VALUES (\(values))")
        try note(record, activity)
    }

    /// Changes a record by one of its verbs, and returns it as it now is.
    /// - Parameter version: the version the person had before their eyes; an older one is refused.
    @discardableResult
    package func change<Record: Noun>(
        _ id: Identifier<Record>, version: Int? = nil, by verb: (inout Record) throws -> Activity?
    ) throws -> Record {
        var record = try get(id)
        if let version, version != record.version { throw Refusal.outdated }
        guard let activity = try verb(&record) else { return record }
        try save(&record, activity)
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
        try note(record, activity)
    }

    private func save<Record: Noun>(_ record: inout Record, _ activity: Activity) throws {
        let before = record.version
        record.version += 1
        var assignments: SQL = ""
        for column in try RecordEncoder.columns(of: record) where column.name != "id" {
            let assignment: SQL = "\(SQL(trusted: column.name)) = \(column.value)"
            assignments = assignments.text.isEmpty ? assignment : "\(assignments), \(assignment)"
        }
        let changed = try connection.run(
            "UPDATE \(SQL(trusted: Record.table)) SET \(assignments) WHERE id = \(record.id) AND version = \(before)")
        guard changed == 1 else { throw ChangedMeanwhile() }
        try note(record, activity)
    }

    private func note<Record: Noun>(_ record: Record, _ activity: Activity) throws {
        let body = try RecordEncoder.document(record)
        try connection.run(
            """
            INSERT INTO activity (id, at, actor, action, subject, subject_id, version, reason, body)
            VALUES (\(Identifier<Activity>(at: now, random: .random(in: .min ... .max), .random(in: .min ... .max))),
                \(now), \(actor.sqlValue), \(activity.action), \(Record.kind), \(record.id.description), \(record.version),
                \(activity.reason), \(body))
            """)
        if let searchable = record as? any Searchable {
            try Search.index(searchable, kind: Record.kind, id: record.id.description, on: connection)
        }
        touched.append(Change(kind: Record.kind, id: record.id.description, version: record.version, actor: actor))
    }

    /// Tells all nodes what this transaction touches, once it is kept; a long list is told as "many".
    func announce() throws {
        guard !touched.isEmpty else { return }
        try connection.announce(Change.message(touched.count > 50 ? [.many] : touched))
    }
}
