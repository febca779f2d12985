/// How much the audience believes in what a team announced, from 1 to 5: counters only, never who or when.
package struct Confidence: Sendable, Equatable {
    /// 1 "I do not believe in it" to 5 "I am sure of it".
    package static let values = 1...5
    /// The fewest votes of which a mean is shown: with fewer, it would tell who thinks what.
    package static let least = 5
    /// The fewest votes of which the split is shown.
    package static let leastSplit = 10
    /// A mean under this is to be reworked (fist of five).
    package static let bar = 3.0

    /// How much somebody believes, in a team or in the whole.
    package struct Vote: Drafted {
        package enum Name: String, CaseIterable, Sendable { case team, value }
        package static let fields: [Field<Self>] = [
            .record(.team, \.team), .number(.value, \.value, in: values, required: true),
        ]

        package var team: Identifier<Unit>?
        package var value: Int?

        package init() {}
    }

    /// How many gave 1, 2, 3, 4 and 5.
    package let counts: [Int]

    package init(counts: [Int]) { self.counts = counts }

    package var votes: Int { counts.reduce(0, +) }

    /// Between 1 and 5; nothing when too few voted.
    package var mean: Double? {
        guard votes >= Self.least else { return nil }
        let sum = zip(Self.values, counts).reduce(0) { $0 + $1.0 * $1.1 }
        return Double(sum) / Double(votes)
    }

    /// The counters, when they tell nothing of anybody.
    package var split: [Int]? { votes >= Self.leastSplit ? counts : nil }

    package var needsRework: Bool { mean.map { $0 < Self.bar } ?? false }
}
