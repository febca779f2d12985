import Rouage
import Storage
import WebCore

/// The groups on the wall: ideas put into one, groups renamed and joined, a topic made of one.
enum ClusterRoutes {
    static func add(to routes: Routes) {
        BrainstormRoutes.form("moves", routes, move)
        BrainstormRoutes.form("clusters/:key", routes) { scene, transaction in
            let key = try key(scene)
            let title = scene.visit.exchange.form.text("title")
            try transaction.change(scene.session.id) { (session: inout Brainstorm) in
                try session.rename(key, to: title, by: scene.visit.deed)
            }
        }
        BrainstormRoutes.form("clusters/:key/merger", routes) { scene, transaction in
            let key = try key(scene)
            let into = scene.visit.exchange.form["into"].flatMap(Int.init) ?? 0
            try transaction.change(scene.session.id) { (session: inout Brainstorm) in
                try session.join(key, into: into, by: scene.visit.deed)
            }
        }
        BrainstormRoutes.form("clusters/:key/topic", routes, makeTopic)
    }

    private static func key(_ scene: BrainstormScene) throws -> Int {
        guard let key = scene.visit.exchange.parameters["key"].flatMap(Int.init) else { throw Refusal.notFound }
        return key
    }

    @Sendable private static func move(_ scene: BrainstormScene, _ transaction: Transaction) throws {
        let form = scene.visit.exchange.form
        let moved = try form.all("idea").map { text in
            guard let moved = Brainstorm.Moved(text) else { throw Refusal.invalid("ideas", .unknown) }
            return moved
        }
        let title = form.text("title")
        let to = form["to"] ?? ""
        let ideas = try transaction.wall(of: scene.session, for: nil)
        let first = ideas.first { $0.number == moved.first?.idea }?.text ?? ""
        try transaction.change(scene.session.id) { (session: inout Brainstorm) in
            if to == "new" { return try session.group(moved, as: title, first: first, by: scene.visit.deed) }
            if let number = Int(to) { return try session.put(moved, into: number, by: scene.visit.deed) }
            guard to.isEmpty else { throw Refusal.invalid("to", .unknown) }
            return try session.put(moved, into: nil, by: scene.visit.deed)
        }
    }

    /// A new topic with what the group says, or a topic that is there already.
    @Sendable private static func makeTopic(_ scene: BrainstormScene, _ transaction: Transaction) throws {
        guard scene.takesPart else { throw Refusal.notAllowed }
        guard scene.session.state == .clustering else { throw Refusal.closed }
        let key = try key(scene)
        guard let cluster = scene.session.cluster(key) else { throw Refusal.notFound }
        guard cluster.topic == nil else { throw Refusal.invalid("topic", .taken) }
        let id: Identifier<Topic>
        if let chosen = scene.visit.exchange.form["topic"] {
            guard let known = Identifier<Topic>(chosen), let topic = try transaction.find(known),
                topic.state == .idea || topic.state == .ready
            else { throw Refusal.invalid("topic", .unknown) }
            id = known
        } else {
            id = transaction.newID()
            let ideas = try transaction.wall(of: scene.session, for: nil).filter {
                cluster.ideas.contains($0.number ?? 0)
            }
            let (topic, activity) = try Topic.propose(
                ClusterTopic(scene, cluster, ideas).content, ref: "\(id.description.suffix(12))", id: id,
                in: scene.visit.openCycles, by: scene.visit.deed)
            try transaction.add(topic, activity)
        }
        try transaction.change(scene.session.id) { (session: inout Brainstorm) in
            try session.link(key, to: id, by: scene.visit.deed)
        }
    }
}

/// The topic that a group says: its title, its ideas as the problem, its most frequent source.
struct ClusterTopic {
    let content: Topic.Content

    init(_ scene: BrainstormScene, _ cluster: Brainstorm.Cluster, _ ideas: [Idea]) {
        let mix = SourceMix(ideas.map(\.source))
        var lines: [String] = []
        var room = Topic.problemLimit - 40
        for idea in ideas {
            room -= idea.text.count + 3
            guard room >= 0 else { break }
            lines.append("• \(idea.text)")
        }
        let left = ideas.count - lines.count
        if left > 0 { lines.append(scene.say("… et \(left) autres au mur.", "… and \(left) more on the wall.")) }
        let notes = scene.say(
            "\(scene.title), « \(cluster.title) » : \(scene.words(mix))",
            "\(scene.title), “\(cluster.title)”: \(scene.words(mix))")
        let isOpen = scene.visit.openCycles.contains { $0.id == scene.cycle.id }
        content = Topic.Content(
            title: cluster.title, problem: lines.joined(separator: "\n"), source: mix.main ?? .ops,
            sourceNotes: String(notes.prefix(Topic.notesLimit)), cycle: isOpen ? scene.cycle.id : nil)
    }
}
