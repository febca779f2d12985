import HTTPTypes
import Rouage
import Storage
package import WebCore

/// Requests to Product Ops, who is on duty, and the room for urgencies.
extension Operation {
    package static let requests: [Operation] = [
        Operation(
            method: .get, path: "/requests", name: "listRequests",
            about: "Requests to Product Ops. With `q`, those that hold all the words.",
            filters: [
                Schema.Property("state", OpsRequest.State.schema),
                Schema.Property("outcome", OpsRequest.Outcome.schema),
                Schema.Property("topic", .text(format: "uuid"), "The topic that it became."),
                Schema.Property("team", .text(), "The code of the team it is for."),
                Schema.Property("requester", .text(), "The code of who asked."),
                Schema.Property("q", .text(), "Words of the title, of what hurts or of the answer."),
            ], result: .of(PageJSON<RequestJSON>.self), work: .read(list)),
        Operation(
            method: .post, path: "/requests", name: "askRequest", about: "Asks Product Ops for something.",
            body: .object(
                name: "NewRequest",
                [
                    Schema.Property("title", .text(), required: true, "At most 80 characters."),
                    Schema.Property("what_hurts", .text(), required: true, "The problem, not the solution."),
                    Schema.Property("since", .text()),
                    Schema.Property("if_we_wait", .text(), "What happens when nothing is done for two weeks."),
                    Schema.Property("people_hit", .integer), Schema.Property("team", .text(), "The code of a team."),
                    Schema.Property("hot_potato", .boolean, "Urgent, and nobody’s."),
                ] + owners),
            example: [
                "title": "Qui valide un accès à la base de production ?",
                "what_hurts": "Trois équipes attendent depuis lundi.", "since": "lundi", "people_hit": 12,
                "team": "bulletins", "hot_potato": true,
            ], result: .of(RequestJSON.self), work: .write(form: "/requests", made: .request, made)),
        Operation(
            method: .get, path: "/requests/{id}", name: "getRequest", about: "One request.",
            result: .of(RequestJSON.self), work: .read(one)),
        requestMove(
            "triage", "triageRequest", "Says how much it weighs and presses, 1 to 3 each: its first word.",
            .object(
                name: "RequestTriage",
                [
                    Schema.Property("impact", .integer, required: true, "1 to 3."),
                    Schema.Property("urgency", .integer, required: true, "1 to 3."),
                    Schema.Property("hot_potato", .boolean, "Urgent, and nobody’s; left out, it stays as it is."),
                ]), example: ["impact": 3, "urgency": 2]),
        requestMove(
            "taking", "takeRequest",
            "Takes it in hand. A hot potato needs who decides and who takes it back, both outside Product Ops.",
            .object(name: "RequestOwners", owners),
            example: ["decider": "hana.diallo", "return_owner": "camille.aubrac"]),
        requestMove(
            "days", "countRequestDays", "Writes down the days it took so far.",
            .object(name: "RequestDays", [Schema.Property("spent_days", .number, required: true)]),
            example: ["spent_days": 1]),
        requestMove(
            "closing", "closeRequest",
            """
            Closes it with what came of it. An urgent project has to fit into the room for urgencies of the quarter. What \
            becomes a topic makes a new one, or joins one that is there.
            """,
            .object(
                name: "RequestClosing",
                [
                    Schema.Property("outcome", OpsRequest.Outcome.schema, required: true),
                    Schema.Property("answer", .text(), "The answer, where to go instead, or why not."),
                    Schema.Property("spent_days", .number, "Days in all; those set aside for an urgent project."),
                    Schema.Property(
                        "in_exchange", .text(), "What the CPO drops for an urgent project beyond the room."),
                    Schema.Property(
                        "topic", .text(format: "uuid"), "The topic that it joins; left out, it makes a new one."),
                    Schema.Property("topic_title", .text(), "Of a new topic; left out, that of the request."),
                    Schema.Property("topic_problem", .text(), "Of a new topic; left out, what the request tells."),
                ]),
            example: ["outcome": "answered", "answer": "Votre direction, en un jour. Le formulaire est dans l’aide."]),
        requestMove(
            "satisfaction", "rateRequest", "Who asked says how happy they are with it, 1 to 5.",
            .object(
                name: "RequestSatisfaction", [Schema.Property("satisfaction", .integer, required: true, "1 to 5.")]),
            example: ["satisfaction": 4]),
        Operation(
            method: .get, path: "/urgency-room", name: "getUrgencyRoom",
            about: "How much of the quarter Product Ops keep for what nobody planned, and how much is used.",
            result: .of(UrgencyRoomJSON.self),
            work: .read { call in
                _ = try call.member()
                return APIResult(
                    plain: UrgencyRoomJSON(try call.reading.urgencyRoom(in: call.visit.organisation, .french)))
            }),
        Operation(
            method: .get, path: "/duty-weeks", name: "listDutyWeeks",
            about: "Who of Product Ops is on duty in which week.", result: .of(PageJSON<DutyWeekJSON>.self),
            work: .read { call in
                _ = try call.member()
                return APIResult(try call.list(DutyWeek.self, where: "1 = 1") { DutyWeekJSON($0, call.visit) })
            }),
        Operation(
            method: .post, path: "/duty-weeks/{id}", name: "swapDutyWeek",
            about: "Gives a week to somebody else: never two weeks running, nobody who has just joined.",
            body: .object(
                name: "DutySwap",
                [Schema.Property("person", .text(), required: true, "The code of somebody of Product Ops.")]),
            result: .of(DutyWeekJSON.self),
            work: .write(form: "/duty-weeks/:id", made: nil) { call in
                _ = try call.member()
                let week: DutyWeek = try call.reading.get(try call.visit.parameter("id"))
                return APIResult(DutyWeekJSON(week, call.visit))
            }),
    ]

    private static let owners = [
        Schema.Property("decider", .text(), "The code of who decides on its content."),
        Schema.Property("return_owner", .text(), "The code of who takes it back."),
    ]

    private static func requestMove(
        _ noun: String, _ name: String, _ about: String, _ body: Schema, example: JSONValue
    ) -> Operation {
        Operation(
            method: .post, path: "/requests/{id}/\(noun)", name: name, about: about, body: body, example: example,
            result: .of(RequestJSON.self), work: .write(form: "/requests/:id/\(noun)", made: nil, one))
    }

    private static func one(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        return APIResult(RequestJSON(try call.reading.get(try call.visit.parameter("id")), call.visit))
    }

    private static func made(_ call: APICall) throws -> APIResult {
        guard let id = call.made.first(where: { $0.kind == .request }).flatMap({ Identifier<OpsRequest>($0.id) }) else {
            throw Refusal.invalid("title", .alreadyThere)
        }
        return APIResult(RequestJSON(try call.reading.get(id), call.visit))
    }

    private static func list(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let state = try call.choice("state", OpsRequest.State.self)
        let outcome = try call.choice("outcome", OpsRequest.Outcome.self)
        let team = try call.unit("team")
        let requester = try call.person("requester")
        let topic = try call.id("topic", Topic.self)
        let found = try call.query["q"].map { try call.reading.requests(saying: $0).map(\.id) }
        let fitting = SQL.all([
            state.map { "state = \($0.rawValue)" }, outcome.map { "outcome = \($0.rawValue)" },
            team.map { "team = \($0)" }, topic.map { "topic = \($0)" }, requester.map { "requester = \($0)" },
            found.map { "id IN \(in: $0)" },
        ])
        return APIResult(try call.list(OpsRequest.self, where: fitting) { RequestJSON($0, call.visit) })
    }
}
