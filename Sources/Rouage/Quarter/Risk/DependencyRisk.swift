/// How likely it is that a dependency is there when it is needed, and what makes it so. An estimate for sorting and for
/// talking about it; each of its four factors is shown beside it.
package struct DependencyRisk: Sendable, Equatable {
    /// Low below 34, medium below 60, high from there.
    package enum Level: String, Sendable, CaseIterable {
        case low, medium, high
    }

    /// The room its dates leave, in working days.
    package enum Room: Sendable, Equatable {
        /// From the day promised to the day needed; negative when it is promised for later.
        case promised(Int)
        /// From today to the day needed, less the effort; negative when there is not enough time.
        case left(Int)

        package var factor: Double {
            switch self {
            case .promised(let days): days >= 5 ? 1 : 0.9
            case .left(let days):
                switch days {
                case 20...: 1
                case 10...: 0.8
                case 0...: 0.5
                default: 0.2
                }
            }
        }
    }

    package let state: Dependency.State
    /// The chance that one in this state is there on time, 0 to 1, before anything else is known.
    package let base: Double
    package let room: Room
    /// The giver's load over its capacity; nothing when it is not known, which costs nothing.
    package let load: Double?
    /// The giver's promises in the two quarters before.
    package let track: TrackRecord
    /// Whether nobody said the effort, so that a median stands for it.
    package let isEstimated: Bool

    package init(
        _ state: Dependency.State, base: Double, room: Room, load: Double?, track: TrackRecord,
        isEstimated: Bool = false
    ) {
        self.state = state
        self.base = base
        self.room = room
        self.load = load
        self.track = track
        self.isEstimated = isEstimated
    }

    /// 1 up to 85 % of load, then less by each point, 0.5 at the least.
    package var loadFactor: Double { load.map { $0 <= 0.85 ? 1 : min(max(1 - ($0 - 0.85), 0.5), 1) } ?? 1 }

    /// The chance of being there on time: 0.02 to 0.98, and 1 once delivered.
    package var probability: Double {
        switch state {
        case .delivered, .withdrawn: 1
        case .pointedOut, .acknowledged, .replanned, .committed, .declined, .broken:
            min(max(base * room.factor * loadFactor * track.factor, 0.02), 0.98)
        }
    }

    /// The chance of being late, in percent.
    package var percent: Int { Int((100 * (1 - probability)).rounded()) }

    package var level: Level {
        switch percent {
        case ..<34: .low
        case ..<60: .medium
        default: .high
        }
    }

    /// What it puts at stake, for sorting: the chance of being late, times 3, 2 or 1 by criticality, times one more than
    /// the initiatives that wait behind the one that asks.
    package func exposure(_ criticality: Dependency.Criticality, downstream: Int) -> Double {
        (1 - probability) * criticality.weight * Double(1 + downstream)
    }
}

/// How many of a number of promises were there on time.
package struct TrackRecord: Sendable, Equatable {
    package var onTime: Int
    package var count: Int

    package init(onTime: Int = 0, of count: Int = 0) {
        self.onTime = onTime
        self.count = count
    }

    /// Four promises, eight tenths of them kept, are added before comparing with eight tenths: few say little. 0.7 to 1.1.
    package var factor: Double { min(max((Double(onTime) + 3.2) / Double(count + 4) / 0.8, 0.7), 1.1) }
}
