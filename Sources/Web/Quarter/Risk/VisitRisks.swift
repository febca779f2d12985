package import Rouage
package import Storage
import WebCore

extension Visit {
    /// The dependencies of a quarter with their risks, as of today; from memory when nothing changed.
    package func risks(of cycle: Cycle) throws -> CycleRisks {
        // Another day, or the department of another day, is not what memory keeps.
        guard past == nil, organisation.day == today else {
            let base = try reading.baseProbabilities(cycles, in: site.clock.zone)
            return try reading.risks(of: cycle, lines(of: cycle), organisation, base: base, on: today)
        }
        return try site.risks.value(QuarterDay(cycle: cycle.id, day: today), reading) {
            let base = try site.cache.base(cycles, on: today, in: site.clock.zone, reading)
            return try reading.risks(of: cycle, lines(of: cycle), organisation, base: base, on: today)
        }
    }

    /// The quarter of a dependency, among those that every page has at hand.
    package func cycle(of dependency: Dependency) throws -> Cycle {
        try cycles.first { $0.id == dependency.cycle } ?? reading.get(dependency.cycle)
    }
}

/// A quarter as it stands on a day.
struct QuarterDay: Hashable {
    let cycle: Identifier<Cycle>
    let day: Day

    /// What changes the picture of it.
    static let kinds: Set<Kind> = [.briefing, .dependency, .person, .unit, .membership, .role, .cycle]
}

extension Site {
    fileprivate var risks: Kept<QuarterDay, CycleRisks> {
        shelf.item { Kept(store.changes, until: QuarterDay.kinds) }
    }

    /// What is to be settled in each quarter, as it is today.
    var alignments: Kept<QuarterDay, Alignment> { shelf.item { Kept(store.changes, until: QuarterDay.kinds) } }
}
