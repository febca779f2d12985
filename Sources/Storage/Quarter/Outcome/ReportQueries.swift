import Foundation
package import Rouage

extension Reading {
    /// The report of a cycle, with up to three cycles before it to hold it against.
    package func report(of cycle: Cycle) throws -> CycleReport {
        let before: [Cycle] = try records(where: "starts < \(cycle.start) ORDER BY starts DESC LIMIT 3")
        let cycles = [cycle] + before
        let ids = cycles.map(\.id)
        let briefings = Dictionary(
            grouping: try records(Briefing.self, where: "cycle IN \(in: ids) ORDER BY id"), by: \.cycle)
        let dependencies = Dictionary(
            grouping: try records(Dependency.self, where: "cycle IN \(in: ids) ORDER BY needed_by, id"), by: \.cycle)
        let answered = try firstAnswers(in: ids)
        return CycleReport(
            cycles.map {
                CycleReport.Record(
                    cycle: $0, briefings: briefings[$0.id] ?? [], dependencies: dependencies[$0.id] ?? [],
                    answered: answered)
            }, commitments: try commitments(of: cycle.id))
    }

    /// What was stood by at the presentation of a cycle.
    package func commitments(of cycle: Identifier<Cycle>) throws -> [Commitment] {
        try records(where: "cycle = \(cycle) ORDER BY id")
    }

    /// The day on which each dependency was first promised or declined.
    private func firstAnswers(in cycles: [Identifier<Cycle>]) throws -> [Identifier<Dependency>: Day] {
        Dictionary(
            uniqueKeysWithValues: try all(
                """
                SELECT a.subject_id, min(a.at) FROM dependency d JOIN activity a ON a.subject_id = d.id
                WHERE d.cycle IN \(in: cycles) AND a.action IN ('committed', 'declined', 'counter_accepted')
                GROUP BY a.subject_id
                """
            ) { (try $0.id(0), try $0.instant(1).day(in: .gmt)) })
    }

    /// What the teams wrote about a cycle.
    package func retrospectives(of cycle: Identifier<Cycle>) throws -> [Retrospective] {
        try records(where: "cycle = \(cycle)")
    }

    package func retrospective(of team: Identifier<Rouage.Unit>, in cycle: Identifier<Cycle>) throws -> Retrospective? {
        try records(Retrospective.self, where: "cycle = \(cycle) AND team = \(team)").first
    }
}

extension Retrospective: Guarded {
    static func permissions(to records: [Retrospective], _ reading: Reading) throws
        -> [Identifier<Retrospective>: Permission]
    {
        let cycles = try reading.records(Array(Set(records.map(\.cycle))))
        return Dictionary(
            uniqueKeysWithValues: records.compactMap { page in
                cycles.first { $0.id == page.cycle }.map { (page.id, .readRetrospective(of: page.team, $0)) }
            })
    }
}
