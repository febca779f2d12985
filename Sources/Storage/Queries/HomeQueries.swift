import Foundation
package import Rouage

/// One line of what a team waits for, or owes.
package struct Need: Sendable {
    package let id: Identifier<Dependency>
    package let cycle: Identifier<Cycle>
    package let askingTeam: Identifier<Rouage.Unit>
    package let givingTeam: Identifier<Rouage.Unit>?
    package let externalParty: String
    package let what: String
    package let state: Dependency.State
    package let neededBy: Day
    package let isClaimed: Bool
}

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
    /// What is open between these teams and others.
    package func needs(of teams: [Identifier<Rouage.Unit>], in cycles: [Identifier<Cycle>]) throws -> [Need] {
        try needs(where: "cycle IN \(in: cycles) AND (asking_team IN \(in: teams) OR giving_team IN \(in: teams))")
    }

    /// Blocking dependencies of a cycle that nobody has promised, the first needed first.
    package func blockingNeeds(in cycle: Identifier<Cycle>) throws -> [Need] {
        try needs(
            where:
                "cycle = \(cycle) AND criticality = 'blocking' AND state IN ('pointed_out', 'acknowledged', 'replanned')"
        )
    }

    /// Dependencies of a cycle without any answer, the longest waiting first.
    package func unansweredNeeds(in cycle: Identifier<Cycle>) throws -> [Need] {
        try needs(where: "cycle = \(cycle) AND state = 'pointed_out'", by: "pointed_out_on, id")
    }

    private func needs(where fitting: SQL, by order: SQL = "needed_by, id") throws -> [Need] {
        try all(
            """
            SELECT id, cycle, asking_team, giving_team, external_party, what, state, needed_by, claimed_on
            FROM dependency WHERE \(fitting) AND state NOT IN ('delivered', 'withdrawn', 'declined') ORDER BY \(order)
            """
        ) { row in
            Need(
                id: try row.id(0), cycle: try row.id(1), askingTeam: try row.id(2), givingTeam: try row.optionalID(3),
                externalParty: row.text(4), what: row.text(5), state: try row.choice(6), neededBy: try row.day(7),
                isClaimed: !row.isNull(8))
        }
    }

    /// The dependencies in which somebody of these teams, or this person, may have something to do.
    package func pendingDependencies(
        of teams: [Identifier<Rouage.Unit>], contact: Identifier<Person>, in cycles: [Identifier<Cycle>],
        promisedUpTo day: Day
    ) throws -> [Dependency] {
        try records(
            where: """
                cycle IN \(in: cycles) AND (
                    ((giving_team IN \(in: teams) OR contact = \(contact) OR (giving_team IS NULL AND asking_team IN \(in: teams)))
                        AND (state IN ('pointed_out', 'acknowledged', 'broken')
                            OR (state = 'committed' AND claimed_on IS NULL AND committed_for <= \(day))))
                    OR (asking_team IN \(in: teams)
                        AND (state = 'replanned' OR (state = 'declined' AND mitigation = '')
                            OR (state = 'committed' AND claimed_on IS NOT NULL))))
                """)
    }

    /// The briefings of these teams, or of this person, that are not settled.
    package func pendingBriefings(
        of teams: [Identifier<Rouage.Unit>], owner: Identifier<Person>, in cycles: [Identifier<Cycle>]
    ) throws -> [Briefing] {
        try records(
            where: """
                cycle IN \(in: cycles) AND (team IN \(in: teams) OR owner = \(owner))
                AND (state = 'draft' OR (state = 'aligning' AND owner = \(owner)))
                """)
    }

    /// How many initiatives of each team are in which state.
    package func tallies(of cycle: Identifier<Cycle>) throws -> [Tally] {
        try all("SELECT team, state, count(*) FROM briefing WHERE cycle = \(cycle) GROUP BY team, state") {
            Tally(team: try $0.id(0), state: try $0.choice(1), count: $0.integer(2))
        }
    }

    /// All dependencies of a cycle but the withdrawn, and those without an answer.
    package func dependencyCounts(of cycle: Identifier<Cycle>) throws -> (all: Int, unanswered: Int) {
        try first(
            """
            SELECT count(*), count(*) FILTER (WHERE state = 'pointed_out') FROM dependency
            WHERE cycle = \(cycle) AND state <> 'withdrawn'
            """
        ) { ($0.integer(0), $0.integer(1)) } ?? (0, 0)
    }

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
