/// What became of a quarter's initiatives and dependencies between two moments.
package struct CycleChanges: Sendable {
    /// A record before and after; nothing before when it was not there yet.
    package struct Pair<Record: Noun>: Sendable {
        package let before: Record?
        package let after: Record
    }

    /// Every record of the second moment that differs from the first, the initiatives in no order.
    package let briefings: [Pair<Briefing>]
    package let dependencies: [Pair<Dependency>]

    package init(
        briefings: (before: [Briefing], after: [Briefing]), dependencies: (before: [Dependency], after: [Dependency])
    ) {
        self.briefings = Self.pairs(briefings.before, briefings.after)
        self.dependencies = Self.pairs(dependencies.before, dependencies.after)
    }

    private static func pairs<Record: Noun & Equatable>(_ before: [Record], _ after: [Record]) -> [Pair<Record>] {
        let known = Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0) })
        return after.map { Pair(before: known[$0.id], after: $0) }.filter { $0.before != $0.after }
    }

    // MARK: Initiatives

    /// Pages that were not there before.
    package var added: [Pair<Briefing>] { briefings.filter { $0.before == nil } }
    /// Pages handed to the department in between.
    package var submitted: [Pair<Briefing>] {
        briefings.filter { $0.after.state.isPublic && !($0.before?.state.isPublic ?? false) }
    }
    /// Pages on which something was decided, or decided anew.
    package var decided: [Pair<Briefing>] {
        briefings.filter { $0.after.decision != nil && $0.before?.decision != $0.after.decision }
    }
    /// Initiatives that went on by themselves or by their team: aligning, ready, started, slowed, ended.
    package var moved: [Pair<Briefing>] {
        let told = Set((submitted + decided).map(\.after.id))
        return briefings.filter { pair in
            guard let before = pair.before, !told.contains(pair.after.id) else { return false }
            return before.state != pair.after.state || before.slowed != pair.after.slowed
        }
    }
    /// Pages that had been submitted before, and whose text changed since.
    package var rewritten: [Pair<Briefing>] {
        briefings.filter { pair in
            guard let before = pair.before, before.state.isPublic else { return false }
            return before.text != pair.after.text
        }
    }

    // MARK: Dependencies

    /// Needs that nobody had pointed out before.
    package var pointedOut: [Pair<Dependency>] { dependencies.filter { $0.before == nil } }
    /// Those among them that came after the freeze.
    package var late: [Pair<Dependency>] { pointedOut.filter(\.after.isLate) }
    /// Dependencies that reached a state in between and are still in it.
    package func reached(_ state: Dependency.State) -> [Pair<Dependency>] {
        dependencies.filter { $0.after.state == state && $0.before?.state != state }
    }
}
