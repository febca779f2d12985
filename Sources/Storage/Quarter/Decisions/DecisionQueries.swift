package import Rouage

extension Reading {
    /// The log of a cycle, newest first.
    package func decisionLog(of cycle: Identifier<Cycle>) throws -> [Decision] {
        try records(where: "cycle = \(cycle) ORDER BY decided_on DESC, id DESC")
    }

    /// What was decided on an initiative, newest first; of one day, by the number at the end of their names.
    package func decisions(on briefing: Identifier<Briefing>) throws -> [Decision] {
        try records(where: "briefing = \(briefing) ORDER BY decided_on DESC, length(ref) DESC, ref DESC")
    }

    /// The drafts of later cycles that a postponed initiative waits in.
    package func carried(from briefing: Identifier<Briefing>) throws -> [Briefing] {
        try records(where: "carried_from = \(briefing) ORDER BY id")
    }

    /// What these teams need to give no longer since a day, because an initiative was decided against.
    package func released(
        _ teams: [Identifier<Rouage.Unit>], in cycles: [Identifier<Cycle>], since day: Day
    ) throws -> [(dependency: Dependency, decision: Decision)] {
        guard !teams.isEmpty else { return [] }
        let decisions: [Decision] = try records(
            where: "cycle IN \(in: cycles) AND decided_on >= \(day) AND withdrawn <> '[]' ORDER BY decided_on DESC, id")
        let ids = decisions.flatMap(\.withdrawn)
        guard !ids.isEmpty else { return [] }
        let dependencies: [Dependency] = try records(where: "id IN \(in: ids) AND giving_team IN \(in: teams)")
        return decisions.flatMap { decision in
            dependencies.filter { decision.withdrawn.contains($0.id) }.map { ($0, decision) }
        }
    }
}

extension Transaction {
    /// Enters what was decided on an initiative into the log.
    /// - Parameters:
    ///   - withdrawn: the dependencies that ended because of it.
    ///   - copy: the draft of the next cycle that it waits in.
    func log(
        _ briefing: Briefing, before: Briefing, in cycle: Cycle, withdrawn: [Identifier<Dependency>],
        carriedTo copy: Identifier<Briefing>?
    ) throws {
        let earlier = try decisions(on: briefing.id)
        let entry = Decision(
            on: briefing, before: before, superseding: earlier.first, ref: "\(briefing.ref)/\(earlier.count + 1)",
            id: newID(), in: cycle, at: now)
        guard var entry else { return }
        entry.withdrawn = withdrawn
        entry.carriedTo = copy
        try add(entry, Activity(.created))
    }
}
