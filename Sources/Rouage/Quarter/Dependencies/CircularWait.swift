/// Dependencies that wait for one another in a circle: none of the givers can start.
package struct CircularWait: Sendable, Equatable {
    /// How sure it is that the givers cannot start.
    package enum Sort: String, Sendable {
        /// Each giver named the initiative that waits: it must be broken, by another date, a split or a withdrawal.
        case deadlock
        /// Only the teams wait for one another, perhaps for initiatives that have nothing to do with each other.
        case mutual
    }

    package let sort: Sort
    /// All that wait for one another, by the day they are needed.
    package let dependencies: [Identifier<Dependency>]
    /// The shortest circle among them: the giver of each is the asker of the next, and of the last the first's.
    package let circle: [Identifier<Dependency>]
    /// The teams of that circle, in its order: the first waits for the second, and so on round.
    package let teams: [Identifier<Unit>]
    /// Whether every giver of it has promised a day nevertheless: the teams know, and have agreed.
    package let isAgreed: Bool
}

extension WaitGraph {
    /// The circular waits, deadlocks first, then by the day they are needed. A mutual wait around a deadlock is told
    /// once the deadlock is broken.
    package var circularWaits: [CircularWait] {
        let deadlocks = circles(.deadlock, certain)
        let stuck = Set(deadlocks.flatMap(\.dependencies))
        return deadlocks + circles(.mutual, successors).filter { stuck.isDisjoint(with: $0.dependencies) }
    }

    private func circles(_ sort: CircularWait.Sort, _ edges: [[Int]]) -> [CircularWait] {
        let found = StrongComponents(edges).components
            .map { component in (members: component.filter(isWait).sorted(), component) }
            .filter { $0.members.count > 1 }
            .sorted { $0.members[0] < $1.members[0] }
        return found.map { members, component in
            let circle = ShortestCircle(in: component, edges).nodes.filter(isWait)
            let told = Self.turned(Array(circle.reversed())).map { waits[$0] }
            return CircularWait(
                sort: sort, dependencies: members.map { waits[$0].id }, circle: told.map(\.id),
                teams: told.map(\.askingTeam), isAgreed: members.allSatisfy { waits[$0].state == .committed })
        }
    }

    /// The same circle, told from the dependency that is needed first.
    private static func turned(_ circle: [Int]) -> [Int] {
        guard let first = circle.min(), let start = circle.firstIndex(of: first) else { return [] }
        return Array(circle[start...] + circle[..<start])
    }
}

/// The shortest circle of a strongly connected component, by breadth first search. It looks from at most 64 nodes, so
/// that the time stays linear: exact up to there, which is more teams than wait for one another anywhere; beyond, the
/// shortest through those.
struct ShortestCircle {
    private(set) var nodes: [Int] = []
    /// The edges within the component, its nodes numbered from 0.
    private let successors: [[Int]]
    private var before: [Int]

    init(in component: [Int], _ edges: [[Int]]) {
        // Every circle passes a team or an initiative; these have the higher numbers.
        let members = component.sorted(by: >)
        let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
        successors = members.map { edges[$0].compactMap { places[$0] } }
        before = Array(repeating: -1, count: members.count)
        for start in members.indices.prefix(64) where nodes.count != 4 { search(from: start) }
        nodes = nodes.map { members[$0] }
    }

    private mutating func search(from start: Int) {
        for node in before.indices { before[node] = -1 }
        var ring = [start]
        var length = 1
        while !ring.isEmpty, nodes.isEmpty || length < nodes.count {
            var next: [Int] = []
            for node in ring {
                for successor in successors[node] {
                    if successor == start { return nodes = way(from: start, to: node) }
                    if before[successor] < 0 {
                        before[successor] = node
                        next.append(successor)
                    }
                }
            }
            ring = next
            length += 1
        }
    }

    private func way(from start: Int, to end: Int) -> [Int] {
        var way = [end]
        while let last = way.last, last != start { way.append(before[last]) }
        return way.reversed()
    }
}
