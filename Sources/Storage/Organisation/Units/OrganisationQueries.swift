import Foundation
package import Rouage

extension Reading {
    /// The department as it stands on a day that is today or close to it.
    package func organisation(on day: Day) throws -> Organisation {
        Organisation(
            on: day, units: try records(), people: try records(), memberships: try records(), grants: try records())
    }

    /// The department as it stood at the end of a day: places and roles by their dates, units by what held of them
    /// then, so that a reorganisation leaves the past as it was. On a day to come, what is planned has happened.
    package func organisation(asOf day: Day, until moment: Instant) throws -> Organisation {
        let units: [Rouage.Unit] = try records()
        let past = try pastUnits(on: day, until: moment)
        return Organisation(
            on: day, units: units.map { (past[$0.id] ?? $0).standing(on: day) }, people: try records(),
            memberships: try records(),
            grants: try records())
    }

    /// Each unit by the last line that held on a day, or by its first line when that came later.
    private func pastUnits(on day: Day, until moment: Instant) throws -> [Identifier<Rouage.Unit>: Rouage.Unit] {
        let decoder = JSONDecoder()
        var units: [Identifier<Rouage.Unit>: Rouage.Unit] = [:]
        try each(
            """
            SELECT a.body FROM activity a JOIN (
                SELECT b.subject_id, max(b.version) AS version FROM activity b JOIN (
                    SELECT subject_id, min(at) AS at FROM activity
                    WHERE subject_id IN (SELECT id FROM unit) GROUP BY subject_id
                ) first ON first.subject_id = b.subject_id
                WHERE (b.holds_from IS NULL AND b.at <= \(moment)) OR b.holds_from <= \(day) OR b.at = first.at GROUP BY b.subject_id
            ) last ON last.subject_id = a.subject_id AND last.version = a.version
            """
        ) { row in
            let unit = try decoder.decode(Rouage.Unit.self, from: Data(row.text(0).utf8))
            units[unit.id] = unit
        }
        return units
    }

    /// All places of a person or of a unit, past ones too, the latest first.
    package func memberships(ofPerson person: Identifier<Person>) throws -> [Membership] {
        try records(Membership.self, where: "person = \(person)").sorted(by: Membership.isLater)
    }

    package func memberships(inUnit unit: Identifier<Rouage.Unit>) throws -> [Membership] {
        try records(Membership.self, where: "unit = \(unit)").sorted(by: Membership.isLater)
    }

    package func grants(ofPerson person: Identifier<Person>) throws -> [RoleGrant] {
        try records(RoleGrant.self, where: "person = \(person)").sorted {
            ($0.from ?? .distantPast) > ($1.from ?? .distantPast)
        }
    }

    /// The briefings of a team in a quarter.
    package func briefings(of team: Identifier<Rouage.Unit>, in cycle: Identifier<Cycle>) throws -> [Briefing] {
        try records(Briefing.self, where: "cycle = \(cycle) AND team = \(team) ORDER BY title, id")
    }

    /// The briefings that a person owns, as lines of a list: title, quarter, state.
    package func briefings(ownedBy person: Identifier<Person>) throws -> [OwnedBriefing] {
        try all(
            "SELECT id, cycle, title, team, state FROM briefing WHERE owner = \(person) ORDER BY created_at DESC, id"
        ) {
            OwnedBriefing(
                id: try $0.id(0), cycle: try $0.id(1), title: $0.text(2), team: try $0.id(3), state: try $0.choice(4))
        }
    }

    /// What was done to a unit, newest first, each line with the unit after it.
    package func story(of unit: Identifier<Rouage.Unit>, limit: Int = 20) throws -> [UnitChapter] {
        let decoder = JSONDecoder()
        return try all(
            """
            SELECT at, actor, action, version, reason, body, holds_from FROM activity WHERE subject_id = \(unit)
            ORDER BY version DESC LIMIT \(limit)
            """
        ) { row in
            let line = HistoryLine(
                subject: .unit, subjectID: unit.description, at: try row.instant(0), actor: try row.optionalID(1),
                action: try row.choice(2),
                version: row.integer(3), reason: row.text(4))
            return UnitChapter(
                line: line, unit: try decoder.decode(Rouage.Unit.self, from: Data(row.text(5).utf8)),
                holdsFrom: try row.optionalDay(6))
        }
    }
}

/// One thing that happened to a unit, and the unit after it.
package struct UnitChapter: Sendable {
    package let line: HistoryLine
    package let unit: Rouage.Unit
    /// From when it held, when that is not the day on which it was written.
    package let holdsFrom: Day?
}

/// A briefing in the list of those a person owns.
package struct OwnedBriefing: Sendable {
    package let id: Identifier<Briefing>
    package let cycle: Identifier<Cycle>
    package let title: String
    package let team: Identifier<Rouage.Unit>
    package let state: Briefing.State
}

extension Membership {
    fileprivate static func isLater(_ a: Membership, _ b: Membership) -> Bool {
        (a.from ?? .distantPast, a.id) > (b.from ?? .distantPast, b.id)
    }
}

extension Day {
    /// Before any day of a department.
    fileprivate static let distantPast = Day(number: -100_000)
}
