import Foundation
package import Rouage

/// A decision that was taken, with its reason and who took it.
package struct Settled: Sendable {
    package enum Matter: Sendable {
        case initiative(Identifier<Briefing>, title: String, Briefing.State)
        case dates(of: Identifier<Cycle>)
    }

    package let matter: Matter
    package let reason: String
    package let by: Identifier<Person>?
    package let on: Day
}

extension Reading {
    /// The last decisions on initiatives and dates, newest first.
    package func decisions(in cycles: [Cycle], limit: Int) throws -> [Settled] {
        let ids = cycles.map(\.id)
        // SQLite reads a part of a document out of plain text, and takes a cast to JSON for one to a number.
        let on: SQL = connection.dialect == .sqlite ? "decision ->> 'on'" : "CAST(decision AS json) ->> 'on'"
        let initiatives = try all(
            """
            SELECT id, title, state, decision FROM briefing
            WHERE cycle IN \(in: ids) AND decision IS NOT NULL ORDER BY \(on) DESC, id LIMIT \(limit)
            """
        ) { row in
            let decision = try JSONDecoder().decode(Briefing.Decision.self, from: Data(row.text(3).utf8))
            return Settled(
                matter: .initiative(try row.id(0), title: row.text(1), try row.choice(2)), reason: decision.reason,
                by: decision.by, on: decision.on)
        }
        let dates = try shifts(of: ids).map {
            Settled(matter: .dates(of: $0.cycle), reason: $0.reason, by: $0.by, on: $0.at.day(in: .gmt))
        }
        return Array((initiatives + dates).sorted { $0.on > $1.on }.prefix(limit))
    }

    /// The moves of the dates of these cycles, newest first.
    package func shifts(of cycles: [Identifier<Cycle>]) throws -> [Shift] {
        try all(
            """
            SELECT subject_id, at, actor, reason FROM activity
            WHERE subject_id IN \(in: cycles) AND action = 'shifted' ORDER BY at DESC
            """
        ) { Shift(cycle: try $0.id(0), at: try $0.instant(1), by: try $0.optionalID(2), reason: $0.text(3)) }
    }
}

/// The dates of a cycle were moved, and why.
package struct Shift: Sendable {
    package let cycle: Identifier<Cycle>
    package let at: Instant
    package let by: Identifier<Person>?
    package let reason: String
}
