package import Rouage

/// One line of the portfolio.
package struct BriefingLine: Sendable {
    package let id: Identifier<Briefing>
    package let title: String
    package let team: Identifier<Unit>
    package let owner: Identifier<Person>?
    package let state: Briefing.State
    package let late: Bool
    package let appetiteDays: Int?
    /// Dependencies that are not withdrawn, and those of them without an agreement.
    package let dependencies: Int
    package let unsettled: Int
}

extension Reading {
    /// The portfolio of a cycle, in no order: names are sorted where the language is known.
    /// - Parameter drafts: whether pages that are not submitted are listed too.
    package func briefingLines(of cycle: Identifier<Cycle>) throws -> [BriefingLine] {
        try all(
            """
            SELECT b.id, b.title, b.team, b.owner, b.state, b.late, b.appetite_days, coalesce(d.known, 0),
                coalesce(d.unsettled, 0)
            FROM briefing b LEFT JOIN (
                SELECT briefing, count(*) AS known,
                    count(*) FILTER (WHERE state IN ('pointed_out', 'acknowledged', 'replanned', 'declined')) AS unsettled
                FROM dependency WHERE cycle = \(cycle) AND state <> 'withdrawn' GROUP BY briefing
            ) d ON d.briefing = b.id
            WHERE b.cycle = \(cycle)
            """
        ) { row in
            BriefingLine(
                id: try row.id(0), title: row.text(1), team: try row.id(2), owner: try row.optionalID(3),
                state: try row.choice(4), late: row.boolean(5), appetiteDays: row.optionalInteger(6),
                dependencies: row.integer(7), unsettled: row.integer(8))
        }
    }

    package func comments(on briefing: Identifier<Briefing>) throws -> [Comment] {
        try records(Comment.self, where: "briefing = \(briefing) ORDER BY created_at, id")
    }

    /// What was done to a record, newest first.
    package func history(of id: String, limit: Int = 12) throws -> [HistoryLine] {
        try all(
            """
            SELECT at, actor, action, version, reason FROM activity WHERE subject_id = \(id)
            ORDER BY version DESC LIMIT \(limit)
            """
        ) {
            HistoryLine(
                at: try $0.instant(0), actor: try $0.optionalID(1), action: try $0.choice(2), version: $0.integer(3),
                reason: $0.text(4))
        }
    }
}

/// One line of a record's history.
package struct HistoryLine: Sendable {
    package let at: Instant
    package let actor: Identifier<Person>?
    package let action: Action
    package let version: Int
    package let reason: String
}
