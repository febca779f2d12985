import HTTPTypes
import Rouage
import Storage
package import WebCore

/// Topics that Product Ops could take on.
extension Operation {
    package static let topics: [Operation] = [
        Operation(
            method: .get, path: "/topics", name: "listTopics", about: "Topics, oldest first.",
            filters: [
                Schema.Property("state", Topic.State.schema), Schema.Property("source", Topic.Source.schema),
                Schema.Property("kind", Topic.Sort.schema),
                Schema.Property("cycle", .text(), "A label such as `2026-Q2`."),
            ], result: .of(PageJSON<TopicJSON>.self), work: .read(topicList)),
        Operation(
            method: .post, path: "/topics", name: "proposeTopic", about: "Raises a topic; a title is enough.",
            body: .object(name: "NewTopic", topicFields(needsTitle: true)),
            example: [
                "title": "Écrire les décisions", "problem": "6 décisions sur 10 ne sont écrites nulle part.",
                "source": "field", "kind": "improve", "crafts": ["product", "design"], "effort_days": 20,
                "cycle": "2026-Q2",
            ], result: .of(TopicJSON.self), work: .write(form: "/topics", made: .topic, topicMade)),
        Operation(
            method: .get, path: "/topics/{id}", name: "getTopic", about: "One topic.", result: .of(TopicJSON.self),
            work: .read(topic)),
        Operation(
            method: .patch, path: "/topics/{id}", name: "editTopic",
            about: "Changes its words; what is left out stays.",
            body: .object(name: "TopicChange", topicFields(needsTitle: false)), example: ["effort_days": 25],
            result: .of(TopicJSON.self), needsVersion: true, work: .write(form: "/topics/:id", made: nil, topic)),
        topicMove("readiness", "makeTopicReady", "It says enough to be voted on."),
        topicMove(
            "merger", "mergeTopic", "It becomes a part of another topic.",
            .object(name: "Merger", [Schema.Property("into", .text(format: "uuid"), required: true)])),
        topicMove(
            "separation", "separateTopic",
            "It is a topic of its own again, while the one it became a part of is not on the table yet."),
        topicMove(
            "withdrawal", "withdrawTopic", "Takes it back, with the reason.",
            .object(name: "TopicWithdrawal", [Schema.Property("reason", .text(), required: true)]),
            example: ["reason": "Réglé par l’équipe elle-même."]),
        topicMove("renewal", "renewTopic", "Raises again what was set aside or withdrawn."),
    ]

    private static func topicFields(needsTitle: Bool) -> [Schema.Property] {
        [
            Schema.Property("title", .text(), required: needsTitle), Schema.Property("problem", .text()),
            Schema.Property("source", Topic.Source.schema), Schema.Property("source_notes", .text()),
            Schema.Property("kind", Topic.Sort.schema),
            Schema.Property("crafts", .list(.text()), field: "craft", "Crafts concerned."),
            Schema.Property("effort_days", .integer, "Person-days of Product Ops, 1 to 400."),
            Schema.Property("sponsor", .text(), "The code of a person."),
            Schema.Property("axis", .text(), "The code of a strategic axis."),
            Schema.Property("cycle", .text(), "The quarter that runs or the next; empty for later."),
        ]
    }

    private static func topicMove(
        _ noun: String, _ name: String, _ about: String, _ body: Schema? = nil, example: JSONValue? = nil
    ) -> Operation {
        Operation(
            method: .post, path: "/topics/{id}/\(noun)", name: name, about: about, body: body, example: example,
            result: .of(TopicJSON.self), work: .write(form: "/topics/:id/\(noun)", made: nil, topic))
    }

    private static func topic(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let topic: Topic = try call.reading.get(try call.visit.parameter("id"))
        return APIResult(TopicJSON(topic, call.visit, axes: try call.topicAxes()))
    }

    private static func topicMade(_ call: APICall) throws -> APIResult {
        guard let id = call.made.first(where: { $0.kind == .topic }).flatMap({ Identifier<Topic>($0.id) }) else {
            throw Refusal.notFound
        }
        return APIResult(TopicJSON(try call.reading.get(id), call.visit, axes: try call.topicAxes()))
    }

    private static func topicList(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let state = try call.choice("state", Topic.State.self)
        let source = try call.choice("source", Topic.Source.self)
        let sort = try call.choice("kind", Topic.Sort.self)
        let cycle = try call.cycle("cycle")
        let axes = try call.topicAxes()
        let fitting = SQL.all([
            state.map { "state = \($0.rawValue)" }, source.map { "source = \($0.rawValue)" },
            sort.map { "sort = \($0.rawValue)" }, cycle.map { "cycle = \($0)" },
        ])
        return APIResult(try call.list(Topic.self, where: fitting) { TopicJSON($0, call.visit, axes: axes) })
    }
}

extension APICall {
    fileprivate func topicAxes() throws -> [Identifier<Axis>: String] {
        Dictionary(try reading.records(Axis.self).map { ($0.id, $0.code) }, uniquingKeysWith: { $1 })
    }
}

struct TopicJSON: APIRecord {
    let id: Identifier<Topic>
    let version: Int
    let ref: String
    let title: String
    let problem: String
    let source: Topic.Source
    let sourceNotes: String
    let kind: Topic.Sort
    let crafts: [Craft]
    let effortDays: Int?
    let sponsor: String?
    let axis: String?
    let cycle: String?
    /// When it could be taken on, seen from today.
    let horizon: Topic.Horizon
    let state: Topic.State
    let proposedBy: String?
    let mergedInto: Identifier<Topic>?
    let createdAt: Instant
    let updatedAt: Instant

    init(_ topic: Topic, _ visit: Visit, axes: [Identifier<Axis>: String]) {
        id = topic.id
        version = topic.version
        ref = topic.ref
        title = topic.title
        problem = topic.problem
        source = topic.source
        sourceNotes = topic.sourceNotes
        kind = topic.sort
        crafts = topic.targetCrafts
        effortDays = topic.effortDays
        sponsor = visit.code(topic.sponsor)
        axis = topic.axis.flatMap { axes[$0] }
        cycle = topic.cycle.map(visit.label)
        horizon = visit.horizon(of: topic)
        state = topic.state
        proposedBy = visit.code(topic.proposedBy)
        mergedInto = topic.mergedInto
        createdAt = topic.createdAt
        updatedAt = topic.updatedAt
    }
}

extension Topic.Source: SchemaValue {}
extension Topic.Sort: SchemaValue {}
extension Topic.State: SchemaValue {}
extension Topic.Horizon: SchemaValue {}
