/// What a team can do in a quarter, and what it has taken on for it, in working days of one person.
package struct Load: Sendable, Equatable {
    /// Share of working time left beside meetings and support.
    package static let focus = 0.70
    /// Share kept for maintenance, incidents and what nobody planned.
    package static let reserve = 0.15
    /// Days off a person takes in a quarter, when nobody said otherwise.
    package static let leaveDays = 5

    package enum Zone: String, Sendable, CaseIterable {
        case comfortable, tight, overloaded
    }

    /// Days the team can give: the sum over its members of (working days − leave) · fte, times focus, less the reserve.
    package let capacity: Double
    /// Days its own initiatives ask for.
    package let own: Double
    /// Days it gives to other teams, each weighted by how firm the promise is.
    package let given: Double
    /// Whether an effort or an appetite was not known and a median stands for it.
    package let isEstimated: Bool

    package init(capacity: Double, own: Double, given: Double, isEstimated: Bool = false) {
        self.capacity = capacity
        self.own = own
        self.given = given
        self.isEstimated = isEstimated
    }

    /// - Parameters:
    ///   - fte: the sum of the members' shares of working time.
    ///   - workingDays: working days of the quarter.
    package static func capacity(fte: Double, workingDays: Int, leaveDays: Int = Load.leaveDays) -> Double {
        Double(workingDays - leaveDays) * fte * focus * (1 - reserve)
    }

    package var days: Double { own + given }

    /// Load over capacity; nothing when nobody is in the team.
    package var ratio: Double? { capacity > 0 ? days / capacity : nil }

    /// The load in percent of the capacity.
    package var percent: Int? { ratio.map { Int(($0 * 100).rounded()) } }

    package var zone: Zone? {
        ratio.map { ratio in
            switch ratio {
            case ...0.85: .comfortable
            case ...1: .tight
            default: .overloaded
            }
        }
    }

    /// Whether others take more than 30 % of what the team has to do.
    package var givesMuch: Bool { days > 0 && given / days > 0.3 }
}

extension Load {
    /// An initiative of the team: its appetite, when it was said.
    package struct Initiative: Sendable {
        package let appetiteDays: Int?
        package let state: Briefing.State

        package init(appetiteDays: Int?, state: Briefing.State) {
            self.appetiteDays = appetiteDays
            self.state = state
        }
    }

    /// Something the team was asked to give: its effort, when it was said.
    package struct Gift: Sendable {
        package let effortDays: Int?
        package let sort: Dependency.Sort
        package let state: Dependency.State

        package init(effortDays: Int?, sort: Dependency.Sort, state: Dependency.State) {
            self.effortDays = effortDays
            self.sort = sort
            self.state = state
        }
    }

    /// The usual size of what nobody measured: medians of the same quarter, in days.
    package struct Medians: Sendable {
        package let appetite: Double
        package let effort: [Dependency.Sort: Double]

        package init(appetites: [Int], efforts: [(Dependency.Sort, Int)]) {
            appetite = appetites.median ?? 0
            effort = Dictionary(grouping: efforts, by: \.0).mapValues { $0.map(\.1).median ?? 0 }
        }
    }

    package init(capacity: Double, initiatives: [Initiative], gifts: [Gift], medians: Medians) {
        var isEstimated = false
        func known(_ days: Int?, or median: Double) -> Double {
            if days == nil { isEstimated = true }
            return days.map(Double.init) ?? median
        }
        let own = initiatives.filter(\.state.takesTime).map { known($0.appetiteDays, or: medians.appetite) }
        let given = gifts.filter { $0.state.firmness > 0 }.map {
            $0.state.firmness * known($0.effortDays, or: medians.effort[$0.sort] ?? 0)
        }
        self.init(
            capacity: capacity, own: own.reduce(0, +), given: given.reduce(0, +), isEstimated: isEstimated)
    }
}

extension Briefing.State {
    /// Whether the initiative takes time of its team: validated, or still in play.
    var takesTime: Bool {
        switch self {
        case .draft, .submitted, .aligning, .ready, .validated, .presented, .inProgress, .done: true
        case .postponed, .dropped, .abandoned: false
        }
    }
}

extension Dependency.State {
    /// How much of the effort counts in the giver's load, 0 to 1.
    var firmness: Double {
        switch self {
        case .committed, .delivered, .broken: 1
        case .acknowledged, .replanned: 0.5
        case .pointedOut: 0.25
        case .declined, .withdrawn: 0
        }
    }
}
