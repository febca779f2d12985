package import Rouage

/// One line of a dependency table.
package struct DependencyLine: Sendable {
    package let id: Identifier<Dependency>
    package let briefing: Identifier<Briefing>
    package let briefingTitle: String
    package let askingTeam: Identifier<Unit>
    package let givingTeam: Identifier<Unit>?
    package let externalParty: String
    package let what: String
    package let criticality: Dependency.Criticality
    package let neededBy: Day
    package let state: Dependency.State
    package let pointedOutOn: Day
    package let committedFor: Day?
}

extension Reading {
    package func dependencyLines(of cycle: Identifier<Cycle>) throws -> [DependencyLine] {
        try dependencyLines(where: "d.cycle = \(cycle)")
    }

    package func dependencyLines(of team: Identifier<Unit>, in cycle: Identifier<Cycle>) throws -> [DependencyLine] {
        try dependencyLines(
            where: "d.cycle = \(cycle) AND (d.asking_team = \(team) OR d.giving_team = \(team))")
    }

    private func dependencyLines(where fitting: SQL) throws -> [DependencyLine] {
        try all(
            """
            SELECT d.id, d.briefing, b.title, d.asking_team, d.giving_team, d.external_party, d.what, d.criticality,
                d.needed_by, d.state, d.pointed_out_on, d.committed_for
            FROM dependency d JOIN briefing b ON b.id = d.briefing
            WHERE \(fitting) ORDER BY d.needed_by, d.id
            """
        ) { row in
            DependencyLine(
                id: try row.id(0), briefing: try row.id(1), briefingTitle: row.text(2), askingTeam: try row.id(3),
                givingTeam: try row.optionalID(4), externalParty: row.text(5), what: row.text(6),
                criticality: try row.choice(7), neededBy: try row.day(8), state: try row.choice(9),
                pointedOutOn: try row.day(10), committedFor: try row.optionalDay(11))
        }
    }

    package func dependencies(of briefing: Identifier<Briefing>) throws -> [Dependency] {
        try records(Dependency.self, where: "briefing = \(briefing) ORDER BY needed_by, id")
    }
}
