/// Product Ops, and those they invite, look for topics together once a quarter: first each alone and in silence, then all
/// at one wall, where ideas are put together.
package struct Brainstorm: Noun, Equatable {
    package static let kind = Kind.brainstorm

    package enum State: String, Codable, Sendable, CaseIterable {
        /// It has a date, and people who are invited.
        case planned
        /// Everybody writes; nobody reads what another wrote.
        case writing
        /// All ideas hang on the wall.
        case clustering
        case closed

        /// Whether the ideas hang on the wall for all to read.
        package var showsIdeas: Bool { self == .clustering || self == .closed }
    }

    /// Ideas that speak of one thing.
    package struct Cluster: Codable, Sendable, Equatable {
        /// What it is called in forms, files and the API: a number that stays with it.
        package let key: Int
        package var title: String
        /// The numbers of its ideas on the wall, in their order.
        package var ideas: [Int]
        /// The topic that came of it.
        package var topic: Identifier<Topic>?

        package init(key: Int, title: String, ideas: [Int] = [], topic: Identifier<Topic>? = nil) {
            self.key = key
            self.title = title
            self.ideas = ideas
            self.topic = topic
        }
    }

    package static let titleLimit = Topic.titleLimit
    package static let reasonLimit = 400
    /// How long the silence may last, in minutes.
    package static let lengths = 5...60
    package static let usualLength = 15
    package static let mostInvited = 40

    package let id: Identifier<Brainstorm>
    package var version = 1
    /// The quarter whose topics are sought.
    package let cycle: Identifier<Cycle>
    package var state = State.planned
    package var heldOn: Day
    /// How long everybody writes.
    package var minutes = usualLength
    /// Who takes part beside Product Ops.
    package var invited: [Identifier<Person>] = []
    /// When the silence is meant to end; somebody ends it, and what is written until then counts.
    package var writingEndsAt: Instant?
    /// How many ideas hang on the wall: they are numbered from 1, by lot.
    package var hung = 0
    package var clusters: [Cluster] = []
    /// Why it went back a step, the last time.
    package var reopening = ""
    package let createdAt: Instant

    package init(id: Identifier<Brainstorm>, cycle: Identifier<Cycle>, heldOn: Day, at now: Instant) {
        self.id = id
        self.cycle = cycle
        self.heldOn = heldOn
        createdAt = now
    }

    package func cluster(_ key: Int) -> Cluster? { clusters.first { $0.key == key } }

    /// Where an idea hangs; nothing while it is in no cluster.
    package func cluster(of idea: Int) -> Cluster? { clusters.first { $0.ideas.contains(idea) } }

    /// The ideas that are in no cluster, by number.
    package var loose: [Int] {
        let placed = Set(clusters.flatMap(\.ideas))
        return hung == 0 ? [] : (1...hung).filter { !placed.contains($0) }
    }

    /// Seconds until the silence is meant to end; negative once it is longer than meant.
    package func secondsLeft(at now: Instant) -> Int? {
        guard state == .writing, let writingEndsAt else { return nil }
        return (writingEndsAt.milliseconds - now.milliseconds) / 1_000
    }
}
