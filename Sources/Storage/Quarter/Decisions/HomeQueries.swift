package import Rouage

/// A decision that was taken, with its reason and who took it.
package struct Settled: Sendable {
    package enum Matter: Sendable {
        case initiative(Decision, Briefing.Outcome)
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
        let log: [Decision] = try records(
            where: """
                cycle IN \(in: ids) AND kind = 'initiative'
                ORDER BY decided_on DESC, created_at DESC, id DESC LIMIT \(2 * limit)
                """)
        // What was decided otherwise later is in the log; the home says what holds.
        let replaced = Set(log.compactMap(\.supersedes))
        let initiatives = log.filter { !replaced.contains($0.id) }.compactMap { decision in
            decision.outcome.map {
                Settled(
                    matter: .initiative(decision, $0), reason: decision.reason, by: decision.by, on: decision.decidedOn)
            }
        }
        let dates = try shifts(of: ids).map {
            Settled(matter: .dates(of: $0.cycle), reason: $0.reason, by: $0.by, on: $0.at.day(in: WorkCalendar.zone))
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
