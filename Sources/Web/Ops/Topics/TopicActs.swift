import Rouage
import Storage
import WebCore

/// What can be done to a topic.
extension Topic {
    static let acts = Acts<Topic>(
        at: "/topics",
        [
            .making(
                "proposeTopic", "Raises a topic; a title is enough.",
                .init("Proposer ce sujet", "Raise this topic", done: "Le sujet est proposé.", "The topic is raised."),
                of: Topic.Content(), body: "NewTopic", notes: notes, example: example, .topic(.propose)
            ) { content, call in
                try call.visit.check(content.axis, keeping: nil)
                let id = call.transaction.newID(Topic.self)
                let (topic, activity) = try Topic.propose(
                    content, ref: "\(id.description.suffix(12))", id: id, in: call.visit.openCycles, by: call.deed)
                try call.transaction.add(topic, activity)
                return id
            },
            .editing(
                "editTopic", "Changes its words; what is left out stays.",
                .init("Enregistrer", "Save", done: "C’est enregistré.", "It is saved."),
                \.content, body: "TopicChange", notes: notes, example: ["effort_days": 25], { .topic(.edit($0)) }
            ) { topic, content, call in
                try call.visit.check(content.axis, keeping: topic.axis)
                return try topic.edit(content, in: call.visit.openCycles, by: call.deed)
            },
            .act(
                "readiness", "makeTopicReady", "It says enough to be voted on.",
                .init(
                    "Ce sujet est prêt", "This topic is ready", done: "Le sujet est prêt pour le vote.",
                    "The topic is ready for the vote.", .first),
                { .topic(.edit($0)) }, { try $0.makeReady(by: $1) }),
            .work(
                "merger", "mergeTopic", "It becomes a part of another topic.",
                .init(
                    "Réunir avec un autre sujet", "Join with another topic",
                    done: "Les deux sujets n’en font plus qu’un.", "The two topics are one now."),
                of: TopicMerger(), body: "Merger", undo: "separation", { .topic(.edit($0)) },
                suits: { topic, _ in topic.state.isOpen }
            ) { topic, merger, call in
                guard let into = merger.into, try call.transaction.find(into) != nil else {
                    throw Refusal.invalid("into", .unknown)
                }
                try call.transaction.merge(topic.id, into: into, version: call.version, by: call.deed)
            },
            .work(
                "separation", "separateTopic",
                "It is a topic of its own again, while the one it became a part of is not on the table yet.",
                .init(
                    "En refaire un sujet à part", "Make it a topic of its own again",
                    done: "C’est de nouveau un sujet à part.", "It is a topic of its own again.", .first),
                { .topic(.edit($0)) }, suits: mayBeSeparated
            ) { topic, call in
                try call.transaction.separate(topic.id, version: call.version, by: call.deed)
            },
            .act(
                "withdrawal", "withdrawTopic", "Takes it back, with the reason.",
                .init(
                    "Retirer ce sujet", "Withdraw this topic", done: "Le sujet est retiré.", "The topic is withdrawn.",
                    .grave),
                of: Reason(), body: "TopicWithdrawal", example: ["reason": "Réglé par l’équipe elle-même."],
                undo: "renewal", { .topic(.edit($0)) },
                { try $0.withdraw(reason: $1.reason, by: $2) }),
            .act(
                "renewal", "renewTopic", "Raises again what was set aside or withdrawn.",
                .init(
                    "Proposer à nouveau", "Raise it again", done: "Le sujet est proposé à nouveau.",
                    "The topic is raised again.", .first),
                { _ in .topic(.propose) }, { try $0.proposeAgain(by: $1) }),
        ])

    private static let notes = [
        "crafts": "Crafts concerned.", "effort_days": "Person-days of Product Ops, 1 to 400.",
        "sponsor": "The code of a person.", "axis": "The code of a strategic axis.",
        "cycle": "The quarter that runs or the next; empty for later.",
    ]

    private static let example: JSONValue = [
        "title": "Écrire les décisions", "problem": "6 décisions sur 10 ne sont écrites nulle part.",
        "source": "field", "kind": "improve", "crafts": ["product", "design"], "effort_days": 20, "cycle": "2026-Q2",
    ]

    @Sendable private static func mayBeSeparated(_ topic: Topic, _ visit: Visit) throws -> Bool {
        guard topic.state == .merged, let whole = try topic.mergedInto.flatMap({ try visit.reading.find($0) }) else {
            return false
        }
        return whole.state.isOpen && visit.actor?.may(.topic(.edit(whole))) == true
    }
}

/// The topic that another becomes a part of.
struct TopicMerger: Drafted {
    enum Name: String, CaseIterable, Sendable { case into }
    static let fields: [Field<TopicMerger>] = [.record(.into, \.into, required: true)]

    var into: Identifier<Topic>?
}
