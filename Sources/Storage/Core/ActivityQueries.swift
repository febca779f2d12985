import Foundation
package import Rouage

/// One line of the activity, as a feed tells it.
package struct ActivityLine: Sendable {
    package let id: Identifier<Activity>
    package let at: Instant
    package let actor: Identifier<Person>?
    package let action: Action
    package let kind: Kind
    package let subject: String
    package let version: Int
    package let reason: String
}

extension Reading {
    /// Those of these lines that somebody hears of: what their kind says, and who may read the record as it stands.
    package func heard(_ lines: [ActivityLine], by actor: Actor) throws -> [ActivityLine] {
        let told = lines.filter { line in
            kinds[line.kind].places.contains(.feed)
                && (!line.action.isPrivate || line.actor == actor.id || actor.may(.administerAccounts))
        }
        let hearings = try hearings(of: told.map { RecordName(kind: $0.kind, id: $0.subject) })
        return told.filter { line in hearings[line.subject].map(actor.hears) ?? false }
    }

    /// Lines that fit, oldest first.
    package func activity(where fitting: SQL, limit: Int) throws -> [ActivityLine] {
        try activity("\(fitting) ORDER BY id LIMIT \(limit)")
    }

    /// The last lines that fit, newest first.
    package func activity(where fitting: SQL, newest limit: Int) throws -> [ActivityLine] {
        try activity("\(fitting) ORDER BY at DESC, id DESC LIMIT \(limit)")
    }

    private func activity(_ fitting: SQL) throws -> [ActivityLine] {
        try all(
            """
            SELECT id, at, actor, action, subject, subject_id, version, reason FROM activity
            WHERE \(fitting)
            """
        ) { row in
            ActivityLine(
                id: try row.id(0), at: try row.instant(1), actor: try row.optionalID(2), action: try row.choice(3),
                kind: try row.choice(4), subject: row.text(5), version: row.integer(6), reason: row.text(7))
        }
    }
}
