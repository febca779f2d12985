/// The strongly connected components of a directed graph (Tarjan, "Depth-first search and linear graph algorithms",
/// 1972), in time linear in nodes and edges. It keeps its own stack: a circle of a hundred thousand nodes does not
/// exhaust the thread's.
package struct StrongComponents: Sendable {
    /// The nodes of each component; a component comes after all those it leads to.
    package private(set) var components: [[Int]] = []
    /// How many nodes and edges were looked at: nodes + edges, whatever the graph.
    package private(set) var steps = 0

    private var order: [Int]
    private var low: [Int]
    private var isWaiting: [Bool]
    private var waiting: [Int] = []
    private var seen = 0

    /// - Parameter successors: for each node, the nodes its edges lead to.
    package init(_ successors: [[Int]]) {
        order = Array(repeating: -1, count: successors.count)
        low = order
        isWaiting = Array(repeating: false, count: successors.count)
        for root in successors.indices where order[root] < 0 { walk(from: root, successors) }
    }

    private mutating func walk(from root: Int, _ successors: [[Int]]) {
        var path = [(node: root, next: 0)]
        enter(root)
        while let (node, next) = path.last {
            guard next < successors[node].count else {
                path.removeLast()
                if let before = path.last?.node { low[before] = min(low[before], low[node]) }
                leave(node)
                continue
            }
            path[path.count - 1].next += 1
            steps += 1
            let successor = successors[node][next]
            if order[successor] < 0 {
                enter(successor)
                path.append((successor, 0))
            } else if isWaiting[successor] {
                low[node] = min(low[node], order[successor])
            }
        }
    }

    private mutating func enter(_ node: Int) {
        order[node] = seen
        low[node] = seen
        seen += 1
        steps += 1
        waiting.append(node)
        isWaiting[node] = true
    }

    /// The first node of a component is left last: all that still waits above it belongs together.
    private mutating func leave(_ node: Int) {
        guard low[node] == order[node] else { return }
        var component: [Int] = []
        while let last = waiting.popLast() {
            isWaiting[last] = false
            component.append(last)
            if last == node { break }
        }
        components.append(component)
    }
}
