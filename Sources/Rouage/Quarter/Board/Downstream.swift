extension WaitGraph {
    /// How many other initiatives wait behind the one that asks, for each open dependency: those whose givers said that
    /// it is that initiative which delivers. Initiatives of one circle wait behind one another. Sets of bits, passed
    /// backwards along the edges.
    package var downstream: [Identifier<Dependency>: Int] {
        let found = StrongComponents(certain).components
        let words = (certain.count - waits.count + 63) / 64
        var home = Array(repeating: 0, count: certain.count)
        for (index, component) in found.enumerated() { for node in component { home[node] = index } }
        var behind: [[UInt64]] = []
        behind.reserveCapacity(found.count)
        var counts: [Identifier<Dependency>: Int] = [:]
        // A component comes after all those it leads to.
        for (index, component) in found.enumerated() {
            var set = Array(repeating: UInt64(0), count: words)
            for node in component {
                if !isWait(node) { set[(node - waits.count) / 64] |= 1 << UInt64((node - waits.count) % 64) }
                for next in certain[node] where home[next] != index {
                    for word in set.indices { set[word] |= behind[home[next]][word] }
                }
            }
            behind.append(set)
            let initiatives = set.reduce(0) { $0 + $1.nonzeroBitCount }
            for node in component where isWait(node) { counts[waits[node].id] = initiatives - 1 }
        }
        return counts
    }
}
