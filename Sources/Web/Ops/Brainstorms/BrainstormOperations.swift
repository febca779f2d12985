import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// Brainstorms. Before the wall a program learns how many ideas there are, and of them only its own person's.
extension WebCore.Operation {
    package static let brainstorms: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/brainstorms", name: "listBrainstorms", about: "Sessions, one a quarter at most.",
                filters: [Schema.Property("state", Brainstorm.State.schema)], result: Brainstorm.pageSchema,
                work: .read(list)),
            WebCore.Operation(
                method: .get, path: "/brainstorms/{label}", name: "getBrainstorm",
                about: "A session: its step, its guests, how many ideas there are, its groups once they hang.",
                result: Brainstorm.schema,
                work: .read { call in
                    _ = try call.member()
                    return try APIResult(BrainstormScene(call.visit).session, for: call.visit)
                }),
            WebCore.Operation(
                method: .get, path: "/brainstorms/{label}/ideas", name: "listIdeas",
                about: "The ideas on the wall; while everybody writes, one's own only.",
                result: .of(PageJSON<IdeaJSON>.self), work: .read(ideas)),
        ]
        + Brainstorm.acts.operations()

    private static func list(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let state = try call.choice("state", Brainstorm.State.self)
        return try call.records(Brainstorm.self, where: .all([state.map { "state = \($0.rawValue)" }]))
    }

    private static func ideas(_ call: APICall) throws -> APIResult {
        let actor = try call.member()
        let session = try BrainstormScene(call.visit).session
        let ideas =
            session.state.showsIdeas
            ? try call.reading.wall(of: session, for: actor.id)
            : try actor.id.map { try call.reading.ownIdeas(of: $0, in: session.id) } ?? []
        return APIResult(try call.part(of: ideas.map { IdeaJSON($0, in: session, call.visit) }))
    }
}

extension Brainstorm: Shaped {
    package static let shape = Shape<Brainstorm>(
        hidden: ["hung", "clusters"],
        adding: [
            // How many ideas there are; not whose.
            .init("ideas", { try $1.reading.ideaCount(in: $0.id) }, always: true),
            // The groups, once the ideas hang on the wall.
            .init("clusters", { session, _ in session.state.showsIdeas ? session.clusters : [] }, always: true),
        ])
}

/// What is told of an idea to who asks: it is no record.
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

extension Brainstorm.State: SchemaValue {}
