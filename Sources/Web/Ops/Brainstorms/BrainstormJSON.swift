import Rouage
import Storage
import WebCore

extension Brainstorm.State: SchemaValue {}

/// A brainstorm as the API shows it.
struct BrainstormJSON: APIRecord {
    let id: Identifier<Brainstorm>
    let version: Int
    let cycle: String
    let state: Brainstorm.State
    let heldOn: Day
    let minutes: Int
    let invited: [String]
    let writingEndsAt: Instant?
    /// How many ideas there are; not whose.
    let ideas: Int
    /// The groups, once the ideas hang on the wall.
    let clusters: [ClusterJSON]
    let reopening: String
    let createdAt: Instant

    init(_ session: Brainstorm, _ visit: Visit, ideas count: Int) {
        id = session.id
        version = session.version
        cycle = visit.label(session.cycle)
        state = session.state
        heldOn = session.heldOn
        minutes = session.minutes
        invited = session.invited.compactMap { visit.code($0) }
        writingEndsAt = session.writingEndsAt
        ideas = count
        clusters = session.state.showsIdeas ? session.clusters.map(ClusterJSON.init) : []
        reopening = session.reopening
        createdAt = session.createdAt
    }
}

struct ClusterJSON: Codable, Sendable {
    let key: Int
    let title: String
    /// Numbers of ideas.
    let ideas: [Int]
    let topic: Identifier<Topic>?

    init(_ cluster: Brainstorm.Cluster) {
        key = cluster.key
        title = cluster.title
        ideas = cluster.ideas
        topic = cluster.topic
    }
}

struct IdeaJSON: Codable, Sendable {
    /// For one's own ideas only.
    let id: Identifier<Idea>?
    /// Its place on the wall.
    let number: Int?
    let text: String
    let source: Topic.Source
    /// The key of its group.
    let cluster: Int?
    /// Who signed it.
    let author: String?

    init(_ idea: Idea, in session: Brainstorm, _ visit: Visit) {
        let isOwn = idea.author != nil && idea.author == visit.actor?.id
        id = isOwn ? idea.id : nil
        number = session.state.showsIdeas ? idea.number : nil
        text = idea.text
        source = idea.source
        cluster = session.state.showsIdeas ? idea.number.flatMap { session.cluster(of: $0)?.key } : nil
        author = idea.isSigned ? visit.code(idea.author) : nil
    }
}
