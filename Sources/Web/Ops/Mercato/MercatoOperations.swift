import HTTPTypes
import Rouage
import Storage
package import WebCore

extension Mercato.State: SchemaValue {}
extension Mercato.Origin: SchemaValue {}
extension Mercato.Visibility: SchemaValue {}

/// The directors' vote. Before it closes a program learns how many ballots there are, and nothing else of them.
extension Operation {
    package static let mercato: [Operation] = [
        Operation(
            method: .get, path: "/mercatos", name: "listMercatos", about: "Sessions of the mercato.",
            filters: [Schema.Property("state", Mercato.State.schema), Schema.Property("cycle", .text())],
            result: .of(PageJSON<MercatoJSON>.self), work: .read(list)),
        Operation(
            method: .get, path: "/mercatos/{ref}", name: "getMercato",
            about: "A session: its table, its electors, how many ballots there are.", result: .of(MercatoJSON.self),
            work: .read(one)),
        Operation(
            method: .put, path: "/mercatos/{ref}/ballot", name: "saveBallot",
            about: "Saves scores and words on the elector's own ballot; a topic that is left out stays as it was.",
            body: .object(
                name: "BallotScores",
                [
                    Schema.Property(
                        "scores", .texts,
                        "By the code of each topic: `3`, `2`, `1`, or `0` for no opinion; empty takes it back."),
                    Schema.Property(
                        "words", .texts, field: "words",
                        "By the code of each topic: what the elector says beside it, at most 280 characters."),
                    Schema.Property(
                        "concerned", .list(.text()),
                        "Codes of topics in which the elector has a stake; replaces the list."
                    ),
                ]),
            example: ["scores": ["S1": "3", "S2": "0"], "words": ["S1": "Avant tout le reste."], "concerned": ["S1"]],
            result: .of(MercatoJSON.self),
            work: .write(form: "/mercato/:ref/ballot", made: nil, one)),
        Operation(
            method: .get, path: "/mercatos/{ref}/ballot", name: "getBallot",
            about: "The elector's own ballot as it is saved; nobody else's.", result: .of(BallotJSON.self),
            work: .read(ownBallot)),
        Operation(
            method: .get, path: "/mercatos/{ref}/ranking", name: "getRanking",
            about: "What the vote came to, the first topic first; refused before it is published to all.",
            result: .of(PageJSON<RankingLineJSON>.self), work: .read(ranking)),
        Operation(
            method: .get, path: "/mercatos/{ref}/ballots", name: "listBallots",
            about: """
                Who gave what: for electors, the CPO and Product Ops, once the ranking is public, unless the session shows \
                the distribution only.
                """,
            result: .of(PageJSON<BallotJSON>.self), work: .read(ballots)),
        press(
            "dates", "shiftMercato", "Moves its dates before it opens.",
            body: .object(
                name: "MercatoDates",
                [
                    Schema.Property("opens", .text(format: "date"), "It opens at 9 am."),
                    Schema.Property("closes", .text(format: "date"), "It closes at 6 pm."),
                    Schema.Property("reason", .text(), required: true),
                ]),
            example: ["opens": "2026-03-09", "closes": "2026-03-13", "reason": "La moitié des directions est absente."]),
        press(
            "table", "setMercatoTable", "Says which topics are on the table, until it opens.",
            body: .object(
                name: "MercatoTable",
                [
                    Schema.Property(
                        "topics", .list(.text()), required: true, field: "topic",
                        "Refs of ready topics; the others go back to the ready ones.")
                ]), example: ["topics": ["S1", "S2"]]),
        press(
            "settings", "setMercatoRules", "Sets the rules of the vote, until it opens; what is left out stays.",
            body: .object(
                name: "MercatoRules",
                [
                    Schema.Property("cpo_votes", .boolean, "Whether the CPO and the VPs vote beside the directors."),
                    Schema.Property(
                        "visibility", Mercato.Visibility.schema, "Who gave what by name, or the distribution only."),
                    Schema.Property("session_quorum", .integer, "In percent of the electors, 10 to 100."),
                    Schema.Property("craft_minimum", .integer, "Ballots of each craft, 0 to 10."),
                    Schema.Property("item_quorum", .integer, "In percent of the ballots, 10 to 100."),
                ]), example: ["visibility": "distribution", "session_quorum": 70]),
        press(
            "ruling", "ruleMercato", "The CPO says what is taken on where the count leaves it open.",
            body: .object(
                name: "MercatoRuling",
                [
                    Schema.Property("selected", .list(.text()), required: true, "Codes of topics."),
                    Schema.Property("reason", .text(), required: true),
                ]), example: ["selected": ["S1"], "reason": "Le plus partagé."]),
    ]

    private static func press(
        _ noun: String, _ name: String, _ about: String, body: Schema, example: JSONValue? = nil
    ) -> Operation {
        Operation(
            method: .post, path: "/mercatos/{ref}/\(noun)", name: name, about: about, body: body, example: example,
            result: .of(MercatoJSON.self), work: .write(form: "/mercato/:ref/\(noun)", made: nil, one))
    }

    private static func known(_ call: APICall) throws -> MercatoScene {
        _ = try call.member()
        return try MercatoScene(call.visit)
    }

    private static func list(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let state = try call.choice("state", Mercato.State.self)
        let cycle = try call.cycle("cycle")
        let inState: SQL? = state.map { "state = \($0.rawValue)" }
        let inCycle: SQL? = cycle.map { "cycle = \($0)" }
        let page = try call.list(Mercato.self, where: SQL.all([inState, inCycle])) {
            (mercato: Mercato) -> MercatoName in
            MercatoName(id: mercato.id)
        }
        let items = try page.items.map { try MercatoJSON(call.reading.get($0.id), call.visit) }
        return APIResult(PageJSON(items: items, next: page.next))
    }

    private struct MercatoName: Codable { let id: Identifier<Mercato> }

    private static func one(_ call: APICall) throws -> APIResult {
        APIResult(try MercatoJSON(known(call).mercato, call.visit))
    }

    private static func ranking(_ call: APICall) throws -> APIResult {
        let scene = try known(call)
        guard scene.readsResult, let ranking = try call.reading.ranking(of: scene.mercato) else {
            throw Refusal.notFound
        }
        let items = ranking.lines.map { RankingLineJSON($0, ranking, scene.mercato) }
        return APIResult(try call.part(of: items))
    }

    private static func ballots(_ call: APICall) throws -> APIResult {
        let scene = try known(call)
        guard scene.readsBallots else { throw Refusal.notAllowed }
        let items = try call.reading.ballots(of: scene.mercato).map { BallotJSON($0, scene.mercato, call.visit) }
        return APIResult(try call.part(of: items))
    }

    private static func ownBallot(_ call: APICall) throws -> APIResult {
        let scene = try known(call)
        guard scene.isElector, let id = scene.actor.id else { throw Refusal.notAllowed }
        guard let ballot = try call.reading.ownBallot(of: id, in: scene.mercato) else { throw Refusal.notFound }
        return APIResult(plain: BallotJSON(ballot, scene.mercato, call.visit))
    }
}
