import HTTPTypes
import Rouage
import Storage
package import WebCore

/// Brainstorms. Before the wall a program learns how many ideas there are, and of them only its own person's.
extension Operation {
    package static let brainstorms: [Operation] =
        [
            Operation(
                method: .get, path: "/brainstorms", name: "listBrainstorms", about: "Sessions, one a quarter at most.",
                filters: [Schema.Property("state", Brainstorm.State.schema)],
                result: .of(PageJSON<BrainstormJSON>.self), work: .read(list)),
            Operation(
                method: .post, path: "/brainstorms", name: "planBrainstorm",
                about: "Prepares the session of a quarter to come, on the day that its calendar sets aside.",
                body: .object(name: "NewBrainstorm", [Schema.Property("cycle", .text(), required: true)]),
                example: ["cycle": "2026-Q2"], result: .of(BrainstormJSON.self),
                work: .write(form: "/brainstorms", made: .brainstorm, planned)),
            Operation(
                method: .get, path: "/brainstorms/{label}", name: "getBrainstorm",
                about: "A session: its step, its guests, how many ideas there are, its groups once they hang.",
                result: .of(BrainstormJSON.self), work: .read(one)),
            Operation(
                method: .get, path: "/brainstorms/{label}/ideas", name: "listIdeas",
                about: "The ideas on the wall; while everybody writes, one's own only.",
                result: .of(PageJSON<IdeaJSON>.self), work: .read(ideas)),
            step(
                "plan", "arrangeBrainstorm", "Its day and length until it begins, its guests until it is over.",
                .object(
                    name: "BrainstormPlan",
                    [
                        Schema.Property("held_on", .text(format: "date")),
                        Schema.Property("minutes", .integer, "How long everybody writes, 5 to 60."),
                        Schema.Property("invited", .list(.text()), field: "guest", "Codes; replaces the list."),
                    ]), example: ["minutes": 20, "invited": ["camille.aubrac"]]),
            step("beginning", "beginBrainstorm", "The silence begins."),
            step("wall", "hangIdeas", "The silence ends: all ideas hang on the wall."),
            step(
                "writing", "writeAgain", "Everybody writes once more; the wall is turned round meanwhile.",
                why("WritingAgain"), example: ["reason": "Le support n’était pas encore là."]),
            step("closing", "closeBrainstorm", "It is over."),
            step(
                "reopening", "reopenBrainstorm", "Goes on putting ideas in order.", why("BrainstormReopening"),
                example: ["reason": "Un groupe reste à partager."]),
        ] + brainstormIdeas + brainstormClusters

    private static let brainstormIdeas = [
        idea(
            .post, "", "writeIdea", "Writes an idea; one’s own are read with the list.", text(isNew: true),
            ["text": "Une astreinte qui tourne."]),
        idea(.patch, "/{id}", "editIdea", "Changes one's own idea.", text(isNew: false), ["source": "incident"]),
        idea(.post, "/{id}/removal", "withdrawIdea", "Takes one's own idea back, while everybody writes."),
        idea(.post, "/{id}/signature", "signIdea", "Says that an idea on the wall is one's own."),
    ]

    private static let brainstormClusters = [
        step(
            "moves", "moveIdeas", "Puts ideas into a group, a new one, or none; refused when one moved meanwhile.",
            .object(
                name: "IdeaMoves",
                [
                    Schema.Property(
                        "ideas", .list(.text()), required: true, field: "idea",
                        "Each `number@group`, with the group in which it was read: `12@3`, or `12@` for none."),
                    Schema.Property("to", .text(), "The key of a group, `new`, or empty for none."),
                    Schema.Property("title", .text(), "Of a new group; else the first idea gives it."),
                ]), example: ["ideas": ["1@"], "to": "new", "title": "Astreintes"]),
        step(
            "clusters/{key}", "renameCluster", "Gives a group another title.",
            .object(name: "ClusterTitle", [Schema.Property("title", .text(), required: true)]),
            example: ["title": "Qui appeler la nuit"]),
        step(
            "clusters/{key}/merger", "mergeClusters", "Puts a group into another, which stays.",
            .object(name: "ClusterMerger", [Schema.Property("into", .integer, required: true)]), example: ["into": 2]),
        step(
            "clusters/{key}/topic", "makeClusterTopic", "Makes a topic of a group, or names one that is there.",
            .object(
                name: "ClusterTopic",
                [Schema.Property("topic", .text(format: "uuid"), "An idea or a ready topic; a new one when left out.")]
            )),
    ]

    private static func step(
        _ noun: String, _ name: String, _ about: String, _ body: Schema? = nil, example: JSONValue? = nil
    ) -> Operation {
        let route = noun.replacing("{key}", with: ":key")
        return Operation(
            method: .post, path: "/brainstorms/{label}/\(noun)", name: name, about: about, body: body,
            example: example, result: .of(BrainstormJSON.self),
            work: .write(form: "/brainstorms/:label/\(route)", made: nil, one))
    }

    private static func idea(
        _ method: HTTPRequest.Method, _ place: String, _ name: String, _ about: String, _ body: Schema? = nil,
        _ example: JSONValue? = nil
    ) -> Operation {
        Operation(
            method: method, path: "/brainstorms/{label}/ideas\(place)", name: name, about: about, body: body,
            example: example, result: .of(BrainstormJSON.self),
            work: .write(
                form: "/brainstorms/:label/ideas\(place.replacing("{id}", with: ":id"))", made: nil, one))
    }

    private static func text(isNew: Bool) -> Schema {
        .object(
            name: isNew ? "NewIdea" : "IdeaChange",
            [
                Schema.Property("text", .text(), required: isNew, "140 characters at most."),
                Schema.Property("source", Topic.Source.schema),
            ])
    }

    private static func why(_ name: String) -> Schema {
        .object(name: name, [Schema.Property("reason", .text(), required: true)])
    }

    private static func list(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let state = try call.choice("state", Brainstorm.State.self)
        let fitting: SQL = state.map { "state = \($0.rawValue)" } ?? "1 = 1"
        let counts = try call.reading.ideaCounts()
        return APIResult(
            try call.list(Brainstorm.self, where: fitting) {
                BrainstormJSON($0, call.visit, ideas: counts[$0.id] ?? 0)
            })
    }

    private static func one(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let session = try BrainstormScene(call.visit).session
        return APIResult(BrainstormJSON(session, call.visit, ideas: try call.reading.ideaCount(in: session.id)))
    }

    private static func planned(_ call: APICall) throws -> APIResult {
        guard let cycle = call.visit.cycles.first(where: { $0.label == call.visit.exchange.form["cycle"] }),
            let session = try call.reading.brainstorm(of: cycle.id)
        else { throw Refusal.notFound }
        return APIResult(BrainstormJSON(session, call.visit, ideas: 0))
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
