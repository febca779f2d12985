/// The chance that a dependency in a state is there on time, before its dates, its giver's load and its giver's past are
/// looked at. A judgement at first; from two closed quarters on, the department's own past weighs in.
package struct BaseProbabilities: Sendable, Equatable {
    /// How many closed quarters it takes.
    package static let leastCycles = 2
    /// As many dependencies as the judgement counts for.
    package static let weight = 10.0
    /// Nothing but the judgement.
    package static let judged = BaseProbabilities([:], cycles: 0)

    /// How those that stood in each state at the freeze of their quarter ended.
    private let past: [Dependency.State: TrackRecord]
    /// Closed quarters that were looked at.
    package let cycles: Int

    package init(_ past: [Dependency.State: TrackRecord], cycles: Int) {
        self.past = past
        self.cycles = cycles
    }

    /// What the department's past adds to the judgement; nothing before two quarters are closed.
    package func record(of state: Dependency.State) -> TrackRecord? {
        cycles >= Self.leastCycles ? past[state].flatMap { $0.count > 0 ? $0 : nil } : nil
    }

    /// (k + 10 · b₀) / (n + 10), with k on time of n in the past and the judgement b₀.
    package subscript(state: Dependency.State) -> Double {
        guard let record = record(of: state) else { return state.judgedProbability }
        return (Double(record.onTime) + Self.weight * state.judgedProbability) / (Double(record.count) + Self.weight)
    }
}

extension Dependency.State {
    /// The judgement, before there is a past to look at.
    package var judgedProbability: Double {
        switch self {
        case .pointedOut: 0.30
        case .acknowledged: 0.50
        case .replanned: 0.40
        case .committed: 0.85
        case .declined, .broken: 0.05
        case .delivered, .withdrawn: 1
        }
    }
}
