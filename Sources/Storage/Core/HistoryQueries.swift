import Foundation
package import Rouage

/// One line of a record's history.
package struct HistoryLine: Sendable {
    package let subject: Kind
    package let subjectID: String
    package let at: Instant
    /// Nobody when the product moved by date.
    package let actor: Identifier<Person>?
    package let action: Action
    package let version: Int
    package let reason: String
}

extension Reading {
    /// What was done to a record, newest first.
    package func history(of id: String, limit: Int = 12) throws -> [HistoryLine] {
        try history(of: [id], limit: limit)
    }

    /// What was done to several records, newest first.
    package func history(of ids: [String], limit: Int) throws -> [HistoryLine] {
        try all(
            """
            SELECT at, actor, action, version, reason, subject, subject_id FROM activity WHERE subject_id IN \(in: ids)
            ORDER BY at DESC, version DESC LIMIT \(limit)
            """
        ) {
            HistoryLine(
                subject: try $0.choice(5), subjectID: $0.text(6), at: try $0.instant(0), actor: try $0.optionalID(1),
                action: try $0.choice(2), version: $0.integer(3), reason: $0.text(4))
        }
    }

    /// The record as one of its versions left it, or nothing when there is no such version.
    package func version<Record: Noun>(_ number: Int, of id: Identifier<Record>) throws -> Record? {
        try body(of: id, "version = \(number)")
    }

    /// The record as it stood at a moment; nothing when it was not there yet.
    package func find<Record: Noun>(_ id: Identifier<Record>, asOf moment: Instant) throws -> Record? {
        try body(of: id, "at <= \(moment)")
    }

    private func body<Record: Noun>(of id: Identifier<Record>, _ fitting: SQL) throws -> Record? {
        let body = try first(
            "SELECT body FROM activity WHERE subject_id = \(id) AND \(fitting) ORDER BY version DESC LIMIT 1"
        ) { $0.text(0) }
        return try body.map { try JSONDecoder().decode(Record.self, from: Self.parted($0, Record.inlinedPart)) }
    }

    /// The body of a version that was written before its part had a name of its own: the part is the whole.
    private static func parted(_ body: String, _ part: String?) throws -> Data {
        let data = Data(body.utf8)
        guard let part, var object = try JSONSerialization.jsonObject(with: data) as? [String: Any],
            object[part] == nil
        else { return data }
        object[part] = object
        return try JSONSerialization.data(withJSONObject: object)
    }
}
