package import Rouage

extension Reading {
    /// The records that differ from the last line of their activity: somebody changed them with other tools.
    package func changedBehindTheDoor() throws -> [String] {
        try kinds.all(in: .doctor).flatMap { try strays(kinds[$0].noun) }
    }

    private func strays<Record: Noun>(_: Record.Type) throws -> [String] {
        let table = SQL(trusted: Record.table)
        var known: [String: String] = [:]
        try each(
            """
            SELECT a.subject_id, a.body FROM activity a
            JOIN \(table) r ON r.id = a.subject_id AND r.version = a.version
            """
        ) { known[$0.text(0)] = $0.text(1) }
        let changed = try records(Record.self).map { record -> String? in
            let body = try RecordEncoder.document(record)
            return known[record.id.description] == body ? nil : record.id.description
        }
        let removed = try all(
            """
            SELECT subject_id FROM activity a
            WHERE subject = \(Record.kind) AND NOT EXISTS (SELECT 1 FROM \(table) r WHERE r.id = a.subject_id)
            GROUP BY subject_id HAVING count(*) FILTER (WHERE action = \(Action.removed)) = 0
            """
        ) { $0.text(0) }
        return (changed.compactMap(\.self) + removed).map { "\(Record.kind.rawValue) \($0)" }
    }

    /// How far the clock of a database server goes ahead of a moment, in seconds; nothing for a file, which has none.
    package func serverSecondsAhead(of now: Instant) throws -> Int? {
        guard connection.dialect == .postgres else { return nil }
        return try first("SELECT clock_timestamp()") { (try $0.instant(0).milliseconds - now.milliseconds) / 1_000 }
    }

    /// How far the newest activity lies after a moment, in seconds; negative when it lies before.
    package func secondsAhead(of now: Instant) throws -> Int {
        let newest = try first("SELECT at FROM activity ORDER BY id DESC LIMIT 1") { try $0.instant(0) }
        return newest.map { ($0.milliseconds - now.milliseconds) / 1_000 } ?? 0
    }
}
