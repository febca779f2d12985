import Foundation
package import Rouage

/// One line of the portfolio.
package struct BriefingLine: Sendable {
    package let id: Identifier<Briefing>
    package let title: String
    package let team: Identifier<Rouage.Unit>
    package let owner: Identifier<Person>?
    /// Read for drafts only, which are not open to everybody.
    package let contributors: [Identifier<Person>]
    package let state: Briefing.State
    package let late: Bool
    package let offCycle: Bool
    package let slowed: Bool
    package let appetiteDays: Int?
    /// Dependencies that are not withdrawn, and those of them without an agreement.
    package let dependencies: Int
    package let unsettled: Int
    package let axis: Identifier<Axis>?
}

extension Reading {
    /// The portfolio of a cycle with its drafts, in no order: names are sorted where the language is known.
    package func briefingLines(of cycle: Identifier<Cycle>) throws -> [BriefingLine] {
        try all(
            """
            SELECT b.id, b.title, b.team, b.owner, b.state, b.late, b.appetite_days, coalesce(d.known, 0),
                coalesce(d.unsettled, 0), b.off_cycle, b.slowed,
                CASE WHEN b.state = 'draft' THEN b.contributors ELSE '' END, b.axis
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
                contributors: try people(row.text(11)), state: try row.choice(4), late: row.boolean(5),
                offCycle: row.boolean(9), slowed: row.boolean(10), appetiteDays: row.optionalInteger(6),
                dependencies: row.integer(7), unsettled: row.integer(8), axis: try row.optionalID(12))
        }
    }

    private func people(_ document: String) throws -> [Identifier<Person>] {
        document.utf8.count < 3 ? [] : try JSONDecoder().decode([Identifier<Person>].self, from: Data(document.utf8))
    }

    /// The briefing with that stable name, or nothing.
    package func briefing(ref: String) throws -> Briefing? {
        try records(Briefing.self, where: "ref = \(ref)").first
    }

    package func comments(on briefing: Identifier<Briefing>) throws -> [Comment] {
        try records(Comment.self, where: "briefing = \(briefing) ORDER BY created_at, id")
    }

    /// What the tribe above the briefing's team asks beside the standard fields.
    package func tribeFields(of briefing: Briefing, in organisation: Organisation) throws -> [TribeField] {
        guard let tribe = organisation.tribe(of: briefing.team) else { return [] }
        return try tribeFields(of: tribe.id)
    }

    package func tribeFields(of tribe: Identifier<Rouage.Unit>) throws -> [TribeField] {
        try records(TribeField.self, where: "tribe = \(tribe) ORDER BY position, key")
    }
}
