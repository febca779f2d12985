package import Rouage

extension Reading {
    /// The records that differ from the last line of their activity: somebody changed them with other tools.
    package func changedBehindTheDoor() throws -> [String] {
        try strays(Person.self) + strays(Unit.self) + strays(Membership.self) + strays(RoleGrant.self)
            + strays(Axis.self) + strays(TribeField.self) + strays(Cycle.self) + strays(Briefing.self)
            + strays(Dependency.self) + strays(Comment.self) + strays(Review.self)
    }

    private func strays<Record: Noun>(_: Record.Type) throws -> [String] {
        var known: [String: String] = [:]
        try each(
            """
            SELECT a.subject_id, a.body FROM activity a
            JOIN \(SQL(trusted: Record.table)) r ON r.id = a.subject_id AND r.version = a.version
            """
        ) { known[$0.text(0)] = $0.text(1) }
        return try records(Record.self).compactMap { record in
            let body = try RecordEncoder.document(record)
            return known[record.id.description] == body ? nil : "\(Record.kind.rawValue) \(record.id)"
        }
    }

    /// How far the newest activity lies after a moment, in seconds; negative when it lies before.
    package func secondsAhead(of now: Instant) throws -> Int {
        let newest = try first("SELECT at FROM activity ORDER BY at DESC LIMIT 1") { try $0.instant(0) }
        return newest.map { ($0.milliseconds - now.milliseconds) / 1_000 } ?? 0
    }
}
