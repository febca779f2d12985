package import Foundation
package import Rouage

extension Reading {
    /// The dependencies of a quarter and the risk of each, as things stand on a day.
    package func risks(
        of cycle: Cycle, _ organisation: Organisation, base: BaseProbabilities, on today: Day
    ) throws -> CycleRisks {
        try risks(of: cycle, lines(of: cycle.id), organisation, base: base, on: today)
    }

    /// The same, from lines that are already there: one query.
    package func risks(
        of cycle: Cycle, _ lines: CycleLines, _ organisation: Organisation, base: BaseProbabilities, on today: Day
    ) throws -> CycleRisks {
        let model = RiskModel(
            base: base, loads: lines.loads(in: cycle, organisation), tracks: try tracks(before: cycle),
            medians: lines.medians, in: cycle, on: today)
        return CycleRisks(lines.dependencies, model, in: cycle)
    }

    /// What each team had promised in the two quarters before, and how much of it was there on time.
    func tracks(before cycle: Cycle) throws -> [Identifier<Rouage.Unit>: TrackRecord] {
        var tracks: [Identifier<Rouage.Unit>: TrackRecord] = [:]
        try each(
            """
            SELECT giving_team, count(*) FILTER (WHERE \(onTime)), count(*) FROM dependency
            WHERE cycle IN (SELECT id FROM cycle WHERE starts < \(cycle.start) ORDER BY starts DESC LIMIT 2)
                AND giving_team IS NOT NULL AND state IN ('delivered', 'broken') GROUP BY giving_team
            """
        ) { tracks[try $0.id(0)] = TrackRecord(onTime: $0.integer(1), of: $0.integer(2)) }
        return tracks
    }

    /// The base probabilities as the department's last closed quarters correct them: how each dependency stood at the
    /// freeze of its quarter, and whether it was there on time. What was withdrawn, or pointed out later, says nothing.
    /// - Parameter cycles: the department's quarters; the last eight that are closed are looked at.
    package func baseProbabilities(_ cycles: [Cycle], in zone: TimeZone) throws -> BaseProbabilities {
        let closed = cycles.filter { $0.state == .closed }.suffix(8)
        guard closed.count >= BaseProbabilities.leastCycles else { return .judged }
        var past: [Dependency.State: TrackRecord] = [:]
        // SQLite reads a part of a document out of plain text, and takes a cast to JSON for one to a number.
        let state: SQL = connection.dialect == .sqlite ? "a.body ->> 'state'" : "CAST(a.body AS json) ->> 'state'"
        var known = 0
        for cycle in closed {
            let freeze = Instant(cycle.phases.freeze, hour: 0, in: zone)
            var isKnown = false
            try each(
                """
                SELECT stood, count(*) FILTER (WHERE kept), count(*) FROM (
                    SELECT \(onTime) AS kept, (
                        SELECT \(state) FROM activity a WHERE a.subject_id = dependency.id AND a.at < \(freeze)
                        ORDER BY a.version DESC LIMIT 1) AS stood
                    FROM dependency WHERE cycle = \(cycle.id) AND state <> 'withdrawn') AS past
                WHERE stood IS NOT NULL GROUP BY stood
                """
            ) { row in
                let state: Dependency.State = try row.choice(0)
                past[state, default: TrackRecord()].onTime += row.integer(1)
                past[state, default: TrackRecord()].count += row.integer(2)
                isKnown = true
            }
            if isKnown { known += 1 }
        }
        return BaseProbabilities(past, cycles: known)
    }

    /// There when it was needed, at the first promise.
    private var onTime: SQL { "(state = 'delivered' AND delivered_on <= needed_by AND breaks = 0)" }
}
