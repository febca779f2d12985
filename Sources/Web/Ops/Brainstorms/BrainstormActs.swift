import HTTPTypes
import Rouage
import Storage
import WebCore

/// What can be done to a brainstorm: by who leads it, by who writes, by who puts in order.
extension Brainstorm {
    /// Many change the wall at once: no form but that of its date holds to the version that was seen.
    static let acts = Acts<Brainstorm>(
        at: "/brainstorms", by: "label", called: { session, visit in visit.label(session.cycle) },
        holdsVersion: false, find: { try BrainstormScene($0).session }, [planning] + steps + ideas + clusters)

    private static let planning = Act<Brainstorm>.making(
        "planBrainstorm", "Prepares the session of a quarter to come, on the day that its calendar sets aside.",
        .init(
            "Préparer la séance", "Prepare the session", done: "La séance est prévue.", "The session is planned.",
            .first),
        of: Calling(), body: "NewBrainstorm", example: ["cycle": "2026-Q2"], .brainstorm(.lead)
    ) { calling, call in
        guard let cycle = call.visit.cycles.first(where: { $0.id == calling.cycle }) else {
            throw Refusal.invalid(calling.flaws)
        }
        if let known = try call.transaction.planned(for: cycle.id) { return known.id }
        let (session, activity) = try Brainstorm.plan(
            for: cycle, id: call.transaction.newID(), by: call.deed, .french)
        try call.transaction.add(session, activity)
        return session.id
    }

    private static let steps: [Act<Brainstorm>] = [
        .work(
            "plan", "arrangeBrainstorm", "Its day and length until it begins, its guests until it is over.",
            .init("Enregistrer", "Save", done: "C’est enregistré.", "It is saved."),
            over: { session, _ in Arrangement(of: session) }, body: "BrainstormPlan",
            notes: ["minutes": "How long everybody writes, 5 to 60.", "invited": "Codes; replaces the list."],
            example: ["minutes": 20, "invited": ["camille.aubrac"]], lead,
            suits: { session, _ in session.state != .closed }
        ) { session, plan, call in
            try call.change(session) {
                try $0.arrange(heldOn: plan.heldOn, minutes: plan.minutes ?? 0, invited: plan.invited, by: call.deed)
            }
        },
        .act(
            "beginning", "beginBrainstorm", "The silence begins.",
            .init(
                "Commencer l’écriture", "Begin the writing", done: "L’écriture a commencé.", "The writing has begun.",
                .first), lead, { try $0.begin(by: $1) }),
        .work(
            "wall", "hangIdeas", "The silence ends: all ideas hang on the wall.",
            .init(
                "Clore l’écriture, tout mettre au mur", "End the writing, hang it all",
                done: "Les idées sont au mur.", "The ideas hang on the wall.", .first),
            lead, suits: { session, _ in session.state == .writing }
        ) { session, call in
            try call.transaction.hang(session.id, version: call.version, by: call.deed)
        },
        .work(
            "closing", "closeBrainstorm", "It is over, and nothing tells any more who wrote what they did not sign.",
            .init(
                "Clore la séance", "Close the session", done: "La séance est close.", "The session is closed.",
                .first), lead, suits: { session, _ in session.state == .clustering }
        ) { session, call in
            try call.transaction.close(session.id, version: call.version, by: call.deed)
        },
        .act(
            "writing", "writeAgain", "Everybody writes once more; the wall is turned round meanwhile.",
            .init("Écrire encore", "Write some more", done: "L’écriture reprend.", "The writing goes on."),
            of: Reason(), body: "WritingAgain", example: ["reason": "Le support n’était pas encore là."], lead
        ) { try $0.writeAgain(reason: $1.reason, by: $2) },
        .act(
            "reopening", "reopenBrainstorm", "Goes on putting ideas in order.",
            .init(
                "Rouvrir la séance", "Reopen the session", done: "La séance est rouverte.",
                "The session is open again."),
            of: Reason(), body: "BrainstormReopening", example: ["reason": "Un groupe reste à partager."], lead
        ) { try $0.reopen(reason: $1.reason, by: $2) },
    ]

    @Sendable private static func lead(_: Brainstorm) -> Permission { .brainstorm(.lead) }
    @Sendable private static func takePart(_ session: Brainstorm) -> Permission { .brainstorm(.takePart(session)) }

    // MARK: One's own ideas

    /// To who did not write it an idea is not there; what its author may, the rule says.
    @Sendable private static func yours(_: Brainstorm) -> Permission? { nil }

    private static let ideas: [Act<Brainstorm>] = [
        .work(
            "ideas", "writeIdea", "Writes an idea; one’s own are read with the list.",
            .init("Ajouter", "Add", done: "Votre idée est gardée.", "Your idea is kept."), of: Idea.Content(),
            body: "NewIdea", notes: ["text": "140 characters at most."], example: ["text": "Une astreinte qui tourne."],
            takePart, suits: { session, _ in session.state == .writing }
        ) { session, idea, call in
            _ = try call.transaction.write(idea.text, idea.source, in: session.id, by: call.deed)
        },
        .work(
            "ideas/:id", "editIdea", "Changes one's own idea.",
            .init("Enregistrer", "Save", done: "C’est enregistré.", "It is saved."),
            over: { session, visit in
                let idea = try own(session, visit)
                return Idea.Content(text: idea.text, source: idea.source)
            }, body: "IdeaChange", notes: ["text": "140 characters at most."], example: ["source": "incident"],
            yours, suits: { session, _ in session.state == .writing }
        ) { session, content, call in
            var idea = try own(session, call.visit)
            try idea.edit(content.text, content.source, in: session, by: call.deed)
            try call.transaction.keep(idea, in: session)
        }.by(.patch),
        .work(
            "ideas/:id/removal", "withdrawIdea", "Takes one's own idea back, while everybody writes.",
            .init("Retirer", "Take back", done: "Votre idée est retirée.", "Your idea is taken back."),
            yours, suits: { session, _ in session.state == .writing }
        ) { session, call in
            try call.transaction.withdraw(own(session, call.visit), in: session, by: call.deed)
        },
        .work(
            "ideas/:id/signature", "signIdea", "Says that an idea on the wall is one's own.",
            .init("Signer", "Sign", done: "Votre idée est signée.", "Your idea is signed."), yours,
            suits: { session, _ in session.state.showsIdeas }
        ) { session, call in
            var idea = try own(session, call.visit)
            try idea.sign(in: session, by: call.deed)
            try call.transaction.keep(idea, in: session)
        },
    ]

    /// The idea that the address names, for its author; for everybody else it is not there.
    private static func own(_ session: Brainstorm, _ visit: Visit) throws -> Idea {
        let idea = try visit.reading.ownIdea(visit.parameter("id"), of: visit.actor?.id)
        guard idea.brainstorm == session.id else { throw Refusal.notFound }
        return idea
    }

    // MARK: The groups on the wall

    private static let clusters: [Act<Brainstorm>] = [
        .work(
            "moves", "moveIdeas",
            "Puts ideas into a group, a new one, or none; refused when one moved meanwhile.",
            .init("Ranger", "Put there", done: "C’est rangé.", "It is in order."), of: Moves(), body: "IdeaMoves",
            notes: [
                "ideas": "Each `number@group`, with the group in which it was read: `12@3`, or `12@` for none.",
                "to": "The key of a group, `new`, or empty for none.",
                "title": "Of a new group; else the first idea gives it.",
            ], example: ["ideas": ["1@"], "to": "new", "title": "Astreintes"], takePart, suits: isSorting
        ) { session, moves, call in
            let wall = try call.transaction.wall(of: session, for: nil)
            let first = wall.first { $0.number == moves.ideas.first?.idea }?.text ?? ""
            try call.change(session) { session in
                switch moves.to {
                case .new: try session.group(moves.ideas, as: moves.title, first: first, by: call.deed)
                case .cluster(let key): try session.put(moves.ideas, into: key, by: call.deed)
                case .none: try session.put(moves.ideas, into: nil, by: call.deed)
                }
            }
        },
        .work(
            "clusters/:key", "renameCluster", "Gives a group another title.",
            .init("Renommer", "Rename", done: "Le groupe est renommé.", "The group is renamed."), of: ClusterTitle(),
            body: "ClusterTitle", example: ["title": "Qui appeler la nuit"], takePart, suits: isSorting
        ) { session, cluster, call in
            let key = try key(call)
            try call.change(session) { try $0.rename(key, to: cluster.title, by: call.deed) }
        },
        .work(
            "clusters/:key/merger", "mergeClusters", "Puts a group into another, which stays.",
            .init("Réunir", "Join", done: "Les groupes sont réunis.", "The groups are joined."), of: Merger(),
            body: "ClusterMerger", example: ["into": 2], takePart, suits: isSorting
        ) { session, merger, call in
            let key = try key(call)
            try call.change(session) { try $0.join(key, into: merger.into ?? 0, by: call.deed) }
        },
        .work(
            "clusters/:key/topic", "makeClusterTopic", "Makes a topic of a group, or names one that is there.",
            .init("En faire un sujet", "Make it a topic", done: "Le groupe est un sujet.", "The group is a topic."),
            of: Link(), body: "ClusterTopic", notes: ["topic": "An idea or a ready topic; a new one when left out."],
            takePart, suits: isSorting
        ) { session, link, call in
            guard session.state == .clustering else { throw Refusal.closed }
            let key = try key(call)
            guard let cluster = session.cluster(key) else { throw Refusal.notFound }
            guard cluster.topic == nil else { throw Refusal.invalid("topic", .taken) }
            let topic = try topic(of: cluster, link, call)
            try call.change(session) { try $0.link(key, to: topic, by: call.deed) }
        },
    ]

    @Sendable private static func isSorting(_ session: Brainstorm, _: Visit) -> Bool { session.state == .clustering }

    private static func key(_ call: ActCall) throws -> Int {
        guard let key = call.visit.exchange.parameters["key"].flatMap(Int.init) else { throw Refusal.notFound }
        return key
    }

    /// A new topic with what the group says, or a topic that is there already.
    private static func topic(of cluster: Cluster, _ link: Link, _ call: ActCall) throws -> Identifier<Topic> {
        if call.entries["topic"] != nil {
            guard let topic = try link.topic.flatMap({ try call.transaction.find($0) }),
                topic.state == .idea || topic.state == .ready
            else { throw Refusal.invalid("topic", .unknown) }
            return topic.id
        }
        let id = call.transaction.newID(Topic.self)
        let scene = try BrainstormScene(call.visit)
        let ideas = try call.transaction.wall(of: scene.session, for: nil).filter {
            cluster.ideas.contains($0.number ?? 0)
        }
        let (topic, activity) = try Topic.propose(
            ClusterTopic(scene, cluster, ideas).content, ref: "\(id.description.suffix(12))", id: id,
            in: call.visit.openCycles, by: call.deed)
        try call.transaction.add(topic, activity)
        return id
    }
}
