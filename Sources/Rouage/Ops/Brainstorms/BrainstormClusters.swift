/// Putting ideas together. Whoever takes part may, and undo what another did; who moves what moved meanwhile is told.
extension Brainstorm {
    /// An idea, and where the one who moves it saw it.
    package struct Moved: Sendable, Equatable {
        package let idea: Int
        /// The cluster it hung in; nothing when it was in none.
        package let from: Int?

        package init(idea: Int, from: Int?) {
            self.idea = idea
            self.from = from
        }

        /// What forms and the API write: `12@3`, or `12@` for an idea in no cluster.
        package init?(_ text: String) {
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, let idea = Int(parts[0]) else { return nil }
            let from = Int(parts[1])
            guard from != nil || parts[1].isEmpty else { return nil }
            self.init(idea: idea, from: from)
        }

        package var text: String { "\(idea)@\(from.map(String.init) ?? "")" }
    }

    /// Puts ideas into a cluster, or into none.
    package mutating func put(_ moved: [Moved], into key: Int?, by deed: Deed) throws(Refusal) -> Activity? {
        try check(moved, by: deed)
        if let key, cluster(key) == nil { throw .invalid("to", .unknown) }
        let before = clusters
        place(moved, into: key)
        return clusters == before ? nil : Activity(.moved)
    }

    /// Makes a cluster of ideas; the first of them gives it its title when it has none.
    /// - Parameter first: the text of the first idea.
    /// - Returns: what was done; the new cluster is the last.
    package mutating func group(_ moved: [Moved], as title: String, first: String, by deed: Deed) throws(Refusal)
        -> Activity
    {
        try check(moved, by: deed)
        let title = title.isBlank ? String(first.prefix(Self.titleLimit)) : title
        try Refusal.check(title, "title", upTo: Self.titleLimit)
        let key = (clusters.map(\.key).max() ?? 0) + 1
        clusters.append(Cluster(key: key, title: title))
        place(moved, into: key)
        return Activity(.moved)
    }

    package mutating func rename(_ key: Int, to title: String, by deed: Deed) throws(Refusal) -> Activity? {
        let place = try open(key, by: deed)
        try Refusal.check(title, "title", upTo: Self.titleLimit)
        guard clusters[place].title != title else { return nil }
        clusters[place].title = title
        return Activity(.edited)
    }

    /// Puts a whole cluster into another, which keeps its title.
    package mutating func join(_ key: Int, into other: Int, by deed: Deed) throws(Refusal) -> Activity {
        let place = try open(key, by: deed)
        guard key != other, let target = clusters.firstIndex(where: { $0.key == other }) else {
            throw .invalid("into", .unknown)
        }
        // What became a topic stays one: two topics are joined where topics are.
        guard clusters[place].topic == nil else { throw .invalid("into", .taken) }
        clusters[target].ideas = (clusters[target].ideas + clusters[place].ideas).sorted()
        clusters.remove(at: place)
        return Activity(.merged)
    }

    /// Says which topic came of a cluster.
    package mutating func link(_ key: Int, to topic: Identifier<Topic>, by deed: Deed) throws(Refusal) -> Activity {
        let place = try open(key, by: deed)
        guard clusters[place].topic == nil else { throw .invalid("topic", .taken) }
        clusters[place].topic = topic
        return Activity(.selected)
    }

    private func open(_ key: Int, by deed: Deed) throws(Refusal) -> Int {
        guard deed.actor.may(.brainstorm(.takePart(self))) else { throw .notAllowed }
        guard state == .clustering else { throw .closed }
        guard let place = clusters.firstIndex(where: { $0.key == key }) else { throw .notFound }
        return place
    }

    private func check(_ moved: [Moved], by deed: Deed) throws(Refusal) {
        guard deed.actor.may(.brainstorm(.takePart(self))) else { throw .notAllowed }
        guard state == .clustering else { throw .closed }
        guard !moved.isEmpty else { throw .invalid("ideas", .missing) }
        guard moved.allSatisfy({ $0.idea >= 1 && $0.idea <= hung }), Set(moved.map(\.idea)).count == moved.count else {
            throw .invalid("ideas", .unknown)
        }
        guard moved.allSatisfy({ cluster(of: $0.idea)?.key == $0.from }) else { throw .outdated }
    }

    /// A cluster that loses its last idea is gone, unless a topic came of it.
    private mutating func place(_ moved: [Moved], into key: Int?) {
        let numbers = moved.map(\.idea)
        for index in clusters.indices where clusters[index].key != key {
            clusters[index].ideas.removeAll(where: numbers.contains)
        }
        if let key, let target = clusters.firstIndex(where: { $0.key == key }) {
            clusters[target].ideas = Set(clusters[target].ideas).union(numbers).sorted()
        }
        clusters.removeAll { $0.ideas.isEmpty && $0.topic == nil && $0.key != key }
    }
}
