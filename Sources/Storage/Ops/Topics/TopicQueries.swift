package import Rouage

extension Reading {
    /// The topics that are meant for one of these quarters or for none yet, and those that still wait for their vote; the
    /// newest first.
    package func topics(openTo cycles: [Identifier<Cycle>]) throws -> [Topic] {
        let waiting: [Topic.State] = [.idea, .ready, .tabled, .ranked]
        return try records(
            where: """
                cycle IS NULL OR cycle IN \(in: cycles) OR state IN \(in: waiting.map(\.rawValue)) \
                ORDER BY created_at DESC, id DESC
                """)
    }

    /// The topics that were meant for one quarter, the newest first.
    package func topics(of cycle: Identifier<Cycle>) throws -> [Topic] {
        try records(where: "cycle = \(cycle) ORDER BY created_at DESC, id DESC")
    }

    /// The quarters for which topics were meant.
    package func cyclesOfTopics() throws -> Set<Identifier<Cycle>> {
        Set(try all("SELECT DISTINCT cycle FROM topic WHERE cycle IS NOT NULL") { try $0.id(0) })
    }

    /// The topics in these states, in the order in which they were raised.
    package func topics(in states: [Topic.State]) throws -> [Topic] {
        states.isEmpty ? [] : try records(where: "state IN \(in: states.map(\.rawValue)) ORDER BY created_at, id")
    }

    /// The selected topics that may begin as a project in a quarter: meant for it or for none, or taken on by its vote.
    /// Each project they had was stopped or put back on the table. In the order in which they were raised.
    package func topicsToBegin(in cycle: Identifier<Cycle>) throws -> [Topic] {
        let voted = try selectedTopics(of: cycle).map(\.id)
        return try records(
            where: """
                state = 'selected' AND (cycle IS NULL OR cycle = \(cycle) OR id IN \(in: voted)) AND id NOT IN (
                    SELECT topic FROM ops_project WHERE topic IS NOT NULL AND standing NOT IN ('stopped', 'retabled'))
                ORDER BY created_at, id
                """)
    }

    /// The topic, or what it became a part of.
    package func wholeTopic(_ id: Identifier<Topic>) throws -> Topic? {
        var topic = try find(id)
        while let next = topic?.mergedInto, let whole = try find(next) { topic = whole }
        return topic
    }

    /// The topics that became a part of one.
    package func topics(mergedInto topic: Identifier<Topic>) throws -> [Topic] {
        try records(where: "merged_into = \(topic) ORDER BY created_at, id")
    }
}

extension Transaction {
    /// Makes one topic a part of another. Of two mergers at once that would make a circle the second sees the first.
    package func merge(_ id: Identifier<Topic>, into other: Identifier<Topic>, version: Int? = nil, by deed: Deed)
        throws
    {
        try takeTurn(at: .topic)
        let target = try get(other)
        try change(id, version: version) { (topic: inout Topic) in try topic.merge(into: target, by: deed) }
    }

    /// Makes a topic of its own again of what became a part of another.
    package func separate(_ id: Identifier<Topic>, version: Int? = nil, by deed: Deed) throws {
        try takeTurn(at: .topic)
        guard let other = try get(id).mergedInto else { throw Refusal.closed }
        let whole = try get(other)
        try change(id, version: version) { (topic: inout Topic) in try topic.separate(from: whole, by: deed) }
    }
}
