import Foundation
package import Rouage

/// One line of a dependency table.
package struct DependencyLine: Sendable {
    package let id: Identifier<Dependency>
    package let cycle: Identifier<Cycle>
    package let briefing: Identifier<Briefing>
    package let briefingTitle: String
    /// Who writes the page that asks, and so the words of what is asked.
    package let owner: Identifier<Person>?
    package let askingTeam: Identifier<Rouage.Unit>
    package let givingTeam: Identifier<Rouage.Unit>?
    package let externalParty: String
    package let what: String
    package let sort: Dependency.Sort
    package let criticality: Dependency.Criticality
    package let neededBy: Day
    package let contact: Identifier<Person>?
    package let effortDays: Int?
    package let state: Dependency.State
    package let pointedOutOn: Day
    package let committedFor: Day?
    /// First pointed out after the freeze.
    package let isLate: Bool
    package let isClaimed: Bool
    package let hasMitigation: Bool
    package let givingBriefing: Identifier<Briefing>?

    package var turn: Dependency.Side? {
        Dependency.turn(state, isClaimed: isClaimed, hasMitigation: hasMitigation)
    }

    /// What it makes wait for what.
    package var wait: Wait {
        Wait(
            id: id, briefing: briefing, askingTeam: askingTeam, givingTeam: givingTeam, givingBriefing: givingBriefing,
            state: state, neededBy: neededBy, committedFor: committedFor, effortDays: effortDays, sort: sort)
    }
}

extension Reading {
    package func dependencyLines(of cycle: Identifier<Cycle>) throws -> [DependencyLine] {
        try dependencyLines(where: "d.cycle = \(cycle)")
    }

    /// What is still open of a team in quarters that have not ended.
    package func openDependencies(of team: Identifier<Rouage.Unit>, on today: Day) throws -> [Dependency] {
        try records(
            Dependency.self,
            where: """
                (giving_team = \(team) OR asking_team = \(team))
                AND state IN ('pointed_out', 'acknowledged', 'replanned', 'committed', 'broken')
                AND cycle IN (SELECT id FROM cycle WHERE ends >= \(today)) ORDER BY needed_by, id
                """)
    }

    /// What a person is the one to talk to about, newest quarter first.
    package func dependencies(withContact person: Identifier<Person>) throws -> [DependencyLine] {
        try dependencyLines(where: "d.contact = \(person)").reversed()
    }

    private func dependencyLines(where fitting: SQL) throws -> [DependencyLine] {
        try all(
            """
            SELECT d.id, d.briefing, b.title, d.asking_team, d.giving_team, d.external_party, d.what, d.criticality,
                d.needed_by, d.state, d.pointed_out_on, d.committed_for, d.pointed_out_phase, d.claimed_on,
                d.mitigation <> '', d.giving_briefing, d.type, d.contact, d.effort_days, d.cycle,
                b.owner
            FROM dependency d JOIN briefing b ON b.id = d.briefing
            WHERE \(fitting) ORDER BY d.needed_by, d.id
            """
        ) { row in
            DependencyLine(
                id: try row.id(0), cycle: try row.id(19), briefing: try row.id(1), briefingTitle: row.text(2),
                owner: try row.optionalID(20), askingTeam: try row.id(3), givingTeam: try row.optionalID(4),
                externalParty: row.text(5),
                what: row.text(6),
                sort: try row.choice(16), criticality: try row.choice(7), neededBy: try row.day(8),
                contact: try row.optionalID(17), effortDays: row.optionalInteger(18), state: try row.choice(9),
                pointedOutOn: try row.day(10), committedFor: try row.optionalDay(11),
                isLate: try row.choice(12, Cycle.State.self).isLate, isClaimed: !row.isNull(13),
                hasMitigation: row.boolean(14), givingBriefing: try row.optionalID(15))
        }
    }

    package func dependencies(of briefing: Identifier<Briefing>) throws -> [Dependency] {
        try records(Dependency.self, where: "briefing = \(briefing) ORDER BY needed_by, id")
    }

    /// What a team still has to answer in a quarter, the first needed first.
    package func dependencies(
        unansweredBy team: Identifier<Rouage.Unit>, in cycle: Identifier<Cycle>
    ) throws -> [Dependency] {
        try records(
            Dependency.self,
            where: """
                giving_team = \(team) AND cycle = \(cycle) AND state IN ('pointed_out', 'acknowledged')
                ORDER BY needed_by, id
                """)
    }

    /// What was done to a dependency, newest first, each line with the record as it stood after it.
    package func story(of dependency: Identifier<Dependency>, limit: Int = 30) throws -> [DependencyChapter] {
        let decoder = JSONDecoder()
        return try all(
            """
            SELECT at, actor, action, version, reason, body FROM activity WHERE subject_id = \(dependency)
            ORDER BY version DESC LIMIT \(limit)
            """
        ) { row in
            let line = HistoryLine(
                subject: .dependency, subjectID: dependency.description, at: try row.instant(0),
                actor: try row.optionalID(1), action: try row.choice(2),
                version: row.integer(3), reason: row.text(4))
            return DependencyChapter(
                line: line, dependency: try decoder.decode(Dependency.self, from: Data(row.text(5).utf8)))
        }
    }
}

/// One thing that happened to a dependency, and the dependency after it.
package struct DependencyChapter: Sendable {
    package let line: HistoryLine
    package let dependency: Dependency
}
