import Rouage
import Storage
import WebCore

/// How much rested on Product Ops in one quarter.
struct QuarterReliance {
    /// How many quarters are looked back on.
    private static let most = 6

    let cycle: Cycle
    let reliance: Reliance
    let occurrences: Int

    /// The last quarters that have begun, in the order of time.
    static func last(_ visit: Visit) throws -> [Self] {
        try visit.cycles.filter { $0.start <= visit.today }.suffix(most).map { cycle in
            let held = try visit.reading.occurrences(from: cycle.start, to: cycle.end)
            return Self(cycle: cycle, reliance: Reliance(held), occurrences: held.count)
        }
    }
}
