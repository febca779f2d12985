package import Foundation
package import Rouage

/// What a team leaves behind when it closes, and who takes it over.
extension Reading {
    /// The first day from which a change of a unit may hold: after what was changed last, so that each day has one truth.
    package func firstDayOfChange(
        of unit: Identifier<Rouage.Unit>, noEarlierThan first: Day, in zone: TimeZone
    ) throws -> Day {
        let last = try story(of: unit, limit: 2)
        guard last.count == 2 else { return first }
        return max(first, last[0].holdsFrom ?? last[0].line.at.day(in: zone))
    }

    /// The pages of a team that are not ended, of quarters that have not.
    package func briefingsUnderWay(of team: Identifier<Rouage.Unit>, on today: Day) throws -> [Briefing] {
        try records(
            Briefing.self,
            where: """
                team = \(team) AND state NOT IN ('postponed', 'dropped', 'done', 'abandoned')
                AND cycle IN (SELECT id FROM cycle WHERE ends >= \(today)) ORDER BY created_at, id
                """)
    }
}

extension Transaction {
    /// Another team takes a page over, with all it waits for.
    package func handOver(_ id: Identifier<Briefing>, to unit: Rouage.Unit, by deed: Deed) throws {
        let briefing = try change(id) { (briefing: inout Briefing) in
            try briefing.handOver(to: unit, by: deed)
        }
        for dependency in try dependencies(of: id) {
            try change(dependency.id) { (dependency: inout Dependency) in dependency.follow(briefing, at: now) }
        }
    }

    /// A page ends with its team, and needs nobody any more.
    package func endWithTeam(_ id: Identifier<Briefing>, reason: String, by deed: Deed) throws {
        let before = try get(id)
        let briefing = try change(id) { (briefing: inout Briefing) in
            try briefing.endWithTeam(reason: reason, by: deed)
        }
        let withdrawn = try withdrawDependencies(of: id, reason: reason)
        guard briefing.state == .dropped else { return }
        try log(briefing, before: before, in: get(before.cycle), withdrawn: withdrawn, carriedTo: nil)
    }
}
