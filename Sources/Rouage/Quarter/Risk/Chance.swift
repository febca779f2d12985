/// The chance that an initiative has on time all it waits for: the product of its dependencies' chances, a blocking one
/// counting whole, a slowing one by its square root, comfort not at all. It takes them to be independent, which is said
/// where it is shown. After Magennis: each dependency that may as well fail halves the odds.
package struct Chance: Sendable, Equatable {
    /// 0 to 1.
    package private(set) var probability = 1.0
    /// How many dependencies count.
    package private(set) var count = 0

    package init(_ parts: [(criticality: Dependency.Criticality, probability: Double)]) {
        for part in parts { add(part.criticality, part.probability) }
    }

    package mutating func add(_ criticality: Dependency.Criticality, _ probability: Double) {
        switch criticality {
        case .blocking: self.probability *= probability
        case .slowing: self.probability *= probability.squareRoot()
        case .comfort: return
        }
        count += 1
    }

    /// « 1 chance sur N ».
    package var oneIn: Int { Int((1 / max(probability, 0.000_1)).rounded()) }

    /// In tenths, 1 to 9, for what is more likely than one in two.
    package var tenths: Int { min(max(Int((probability * 10).rounded()), 1), 9) }
}
