/// What one open dependency makes wait for what; a light copy, as lists of hundreds read it.
package struct Wait: Sendable, Equatable {
    package let id: Identifier<Dependency>
    package let briefing: Identifier<Briefing>
    package let askingTeam: Identifier<Unit>
    package let givingTeam: Identifier<Unit>?
    /// The initiative of the giving team that delivers it, when the giver has said.
    package let givingBriefing: Identifier<Briefing>?
    package let state: Dependency.State
    package let neededBy: Day
    package let committedFor: Day?
    /// Working days of one person, when the giver has said.
    package let effortDays: Int?
    package let sort: Dependency.Sort

    package init(
        id: Identifier<Dependency>, briefing: Identifier<Briefing>, askingTeam: Identifier<Unit>,
        givingTeam: Identifier<Unit>?, givingBriefing: Identifier<Briefing>?, state: Dependency.State, neededBy: Day,
        committedFor: Day?, effortDays: Int? = nil, sort: Dependency.Sort = .deliverable
    ) {
        self.id = id
        self.briefing = briefing
        self.askingTeam = askingTeam
        self.givingTeam = givingTeam
        self.givingBriefing = givingBriefing
        self.state = state
        self.neededBy = neededBy
        self.committedFor = committedFor
        self.effortDays = effortDays
        self.sort = sort
    }

    package init(_ dependency: Dependency) {
        self.init(
            id: dependency.id, briefing: dependency.briefing, askingTeam: dependency.askingTeam,
            givingTeam: dependency.givingTeam, givingBriefing: dependency.givingBriefing, state: dependency.state,
            neededBy: dependency.neededBy, committedFor: dependency.committedFor, effortDays: dependency.effortDays,
            sort: dependency.sort)
    }
}

/// Which dependency must be delivered before which: what a giver itself waits for comes first. What is delivered,
/// declined or withdrawn holds up nobody and is left out.
///
/// A dependency leads to the initiative that asked for it, an initiative to the dependencies it delivers; the same by
/// team where the giver has not named the initiative. So there are at most three edges a dependency, however many
/// dependencies two teams share.
package struct WaitGraph: Sendable {
    /// The dependencies, by the day they are needed; their positions are the first nodes.
    let waits: [Wait]
    /// All edges, and those that are certain: where the giver named the initiative.
    private(set) var successors: [[Int]]
    let certain: [[Int]]
    let positions: [Identifier<Dependency>: Int]

    private enum Point: Hashable {
        case briefing(Identifier<Briefing>)
        case team(Identifier<Unit>)
    }

    package init(_ all: [Wait]) {
        let waits = all.filter(\.state.isOpen).sorted { ($0.neededBy, $0.id) < ($1.neededBy, $1.id) }
        var successors: [[Int]] = Array(repeating: [], count: waits.count)
        var certain = successors
        var points: [Point: Int] = [:]
        func node(of point: Point) -> Int {
            if let known = points[point] { return known }
            points[point] = successors.count
            successors.append([])
            certain.append([])
            return successors.count - 1
        }
        for (position, wait) in waits.enumerated() {
            let briefing = node(of: .briefing(wait.briefing))
            successors[position] = [briefing, node(of: .team(wait.askingTeam))]
            certain[position] = [briefing]
            if let giving = wait.givingBriefing {
                let giver = node(of: .briefing(giving))
                successors[giver].append(position)
                certain[giver].append(position)
            } else if let team = wait.givingTeam {
                successors[node(of: .team(team))].append(position)
            }
        }
        self.waits = waits
        self.successors = successors
        self.certain = certain
        positions = Dictionary(uniqueKeysWithValues: waits.enumerated().map { ($1.id, $0) })
    }

    package init(_ dependencies: [Dependency]) { self.init(dependencies.map(Wait.init)) }

    /// The same without what is only guessed from the teams: what givers have named themselves.
    package var named: WaitGraph {
        var graph = self
        graph.successors = certain
        return graph
    }

    /// Whether a node is a dependency, not a team or an initiative.
    func isWait(_ node: Int) -> Bool { node < waits.count }

    /// How many edges the graph has: what a walk through it costs, beside its nodes.
    package var edges: Int { successors.reduce(0) { $0 + $1.count } }
}
