import HTTPTypes
package import Rouage
import Storage
package import WebCore

extension Mercato.State: SchemaValue {}
extension Mercato.Origin: SchemaValue {}
extension Mercato.Visibility: SchemaValue {}

/// The directors' vote. Before it closes a program learns how many ballots there are, and nothing else of them.
extension WebCore.Operation {
    package static let mercato: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/mercatos", name: "listMercatos", about: "Sessions of the mercato.",
                filters: [Schema.Property("state", Mercato.State.schema), Schema.Property("cycle", .text())],
                result: Mercato.pageSchema, work: .read(list)),
            WebCore.Operation(
                method: .get, path: "/mercatos/{ref}", name: "getMercato",
                about: "A session: its table, its electors, how many ballots there are.", result: Mercato.schema,
                work: .read(one)),
            WebCore.Operation(
                method: .get, path: "/mercatos/{ref}/ballot", name: "getBallot",
                about: "The elector's own ballot as it is saved; nobody else's.", result: .of(BallotJSON.self),
                work: .read(ownBallot)),
            WebCore.Operation(
                method: .get, path: "/mercatos/{ref}/ranking", name: "getRanking",
                about: "What the vote came to, the first topic first; refused before it is published to all.",
                result: .of(PageJSON<RankingLineJSON>.self), work: .read(ranking)),
            WebCore.Operation(
                method: .get, path: "/mercatos/{ref}/ballots", name: "listBallots",
                about: """
                    Who gave what: for electors, the CPO and Product Ops, once the ranking is public, unless the session shows \
                    the distribution only.
                    """,
                result: .of(PageJSON<BallotJSON>.self), work: .read(ballots)),
        ]
        + Mercato.acts.operations()

    private static func known(_ call: APICall) throws -> MercatoScene {
        _ = try call.member()
        return try MercatoScene(call.visit)
    }

    private static func list(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let state = try call.choice("state", Mercato.State.self)
        let cycle = try call.cycle("cycle")
        return try call.records(
            Mercato.self,
            where: .all([state.map { "state = \($0.rawValue)" }, cycle.map { "cycle = \($0)" }]))
    }

    private static func one(_ call: APICall) throws -> APIResult {
        try APIResult(known(call).mercato, for: call.visit)
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
