import Foundation

/// Whether serious incidents of a quarter are more than chance would bring, seen from the four quarters before.
///
/// Incidents that have nothing to do with each other fall like rain: their number in a quarter follows the law of
/// Poisson. With the mean of the four quarters before, it says how likely it is to see as many or more; below one in
/// twenty something has changed. It suggests a topic and decides nothing.
package struct IncidentSurge: Sendable, Equatable {
    /// The quarters that make the mean.
    package static let quarters = 4
    /// Below this probability it is a surge.
    package static let threshold = 0.05
    /// The least mean: one incident in four quarters. After four quiet quarters a single incident is no surge; two are.
    package static let leastMean = 0.25

    /// Incidents of severity 1 or 2 in the quarter.
    package let seen: Int
    /// Those of the quarters before, the oldest first; as many as are known, four at most.
    package let before: [Int]

    package init(seen: Int, before: [Int]) {
        self.seen = seen
        self.before = Array(before.suffix(Self.quarters))
    }

    /// What a quarter brings by the four before it; nothing while fewer are known, since a mean of two or three would
    /// cry wolf.
    package var mean: Double? {
        guard before.count == Self.quarters else { return nil }
        return Double(before.reduce(0, +)) / Double(Self.quarters)
    }

    /// The probability, 0 to 1, of at least as many by chance; nothing while the history is too short.
    package var probability: Double? { mean.map { Self.probability(ofAtLeast: seen, mean: max($0, Self.leastMean)) } }

    package var isSurge: Bool { probability.map { $0 < Self.threshold } ?? false }

    /// The upper tail of the law of Poisson: P(X ≥ count) = 1 − Σ mean^i e^−mean / i!, i from 0 to count − 1.
    /// - Parameter mean: above 0.
    package static func probability(ofAtLeast count: Int, mean: Double) -> Double {
        guard count > 0 else { return 1 }
        let below = (0..<count).reduce(0.0) { sum, number in
            sum + exp(Double(number) * log(mean) - mean - lgamma(Double(number) + 1))
        }
        return min(1, max(0, 1 - below))
    }
}
