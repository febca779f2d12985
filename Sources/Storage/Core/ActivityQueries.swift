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
    /// The briefing that a comment or a review stands beside.
    package let briefing: String?
}

extension Reading {
    /// Lines that fit, oldest first.
    package func activity(where fitting: SQL, limit: Int) throws -> [ActivityLine] {
        try all(
            """
            SELECT id, at, actor, action, subject, subject_id, version, reason,
                CASE WHEN subject IN ('comment', 'review', 'dismissal') THEN CAST(body AS json) ->> 'briefing' END
            FROM activity WHERE \(fitting) ORDER BY id LIMIT \(limit)
            """
        ) { row in
            ActivityLine(
                id: try row.id(0), at: try row.instant(1), actor: try row.optionalID(2), action: try row.choice(3),
                kind: try row.choice(4), subject: row.text(5), version: row.integer(6), reason: row.text(7),
                briefing: row.optionalText(8))
        }
    }
}
