import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// What was stood by, what became of it, and what teams say of it.
extension WebCore.Operation {
    package static let outcome: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/commitments", name: "listCommitments",
                about: "What each team stood by at the presentation of a quarter; never changed after.",
                filters: [
                    Schema.Property("cycle", .text(), "A label such as `2026-Q2`."),
                    Schema.Property("team", .text(), "The code of the team that stands by it."),
                ], result: Commitment.pageSchema,
                work: .read { call in
                    _ = try call.member()
                    let (cycle, team) = (try call.cycle("cycle"), try call.unit("team"))
                    let fitting = SQL.all([cycle.map { "cycle = \($0)" }, team.map { "team = \($0)" }])
                    return try call.records(Commitment.self, where: fitting)
                }),
            WebCore.Operation(
                method: .get, path: "/cycles/{label}/report", name: "getReport",
                about:
                    "The report of a quarter: figures K2 to K5, planned and done by team, setbacks, surprises, pairs.",
                result: .of(ReportJSON.self),
                work: .read { call in
                    let cycle = try call.visit.cycleOfAddress()
                    return APIResult(plain: ReportJSON(try call.reading.report(of: cycle), call.visit))
                }),
            WebCore.Operation(
                method: .get, path: "/retrospectives", name: "listRetrospectives",
                about: "What teams wrote about their quarters; one’s own at once, all once the quarter is closed.",
                filters: [Schema.Property("cycle", .text()), Schema.Property("team", .text())],
                result: Retrospective.pageSchema,
                work: .read { call in
                    let actor = try call.member()
                    let (cycle, team) = (try call.cycle("cycle"), try call.unit("team"))
                    let fitting = SQL.all([cycle.map { "cycle = \($0)" }, team.map { "team = \($0)" }])
                    return try call.records(
                        Retrospective.self, where: fitting,
                        open: { page in
                            call.visit.cycles.first { $0.id == page.cycle }.map {
                                actor.may(.readRetrospective(of: page.team, $0))
                            } ?? false
                        })
                }),
        ]
        + Retrospective.acts.operations()
}

extension Commitment: Shaped {
    package static let shape = Shape<Commitment>()
}

extension Retrospective: Shaped {
    package static let shape = Shape<Retrospective>()
}
