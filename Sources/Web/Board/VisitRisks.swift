import Rouage
import Storage

extension Visit {
    /// The dependencies of a quarter with their risks, as of today.
    func risks(of cycle: Cycle) throws -> CycleRisks {
        try reading.risks(
            of: cycle, organisation,
            base: site.cache.base(cycles, on: today, in: site.clock.zone, reading), on: today)
    }
}
