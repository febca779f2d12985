import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// Topics that Product Ops could take on.
extension WebCore.Operation {
    package static let topics: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/topics", name: "listTopics", about: "Topics, oldest first.",
                filters: [
                    Schema.Property("state", Topic.State.schema), Schema.Property("source", Topic.Source.schema),
                    Schema.Property("kind", Topic.Sort.schema),
                    Schema.Property("cycle", .text(), "A label such as `2026-Q2`."),
                ], result: Topic.pageSchema, work: .read(topicList)),
            Topic.one(at: "/topics/{id}", "getTopic", "One topic."),
        ]
        + Topic.acts.operations()

    private static func topicList(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let state = try call.choice("state", Topic.State.self)
        let source = try call.choice("source", Topic.Source.self)
        let sort = try call.choice("kind", Topic.Sort.self)
        let cycle = try call.cycle("cycle")
        return try call.records(
            Topic.self,
            where: .all([
                state.map { "state = \($0.rawValue)" }, source.map { "source = \($0.rawValue)" },
                sort.map { "sort = \($0.rawValue)" }, cycle.map { "cycle = \($0)" },
            ]))
    }
}

extension Topic: Shaped {
    package static let shape = Shape<Topic>(
        renamed: ["sort": "kind", "targetCrafts": "crafts"],
        // When it could be taken on, seen from today.
        adding: [.init("horizon", { topic, visit in visit.horizon(of: topic) }, always: true)])
}

extension Topic.Source: SchemaValue {}
extension Topic.Sort: SchemaValue {}
extension Topic.State: SchemaValue {}
extension Topic.Horizon: SchemaValue {}
