import HTTPTypes
import Rouage
import Storage
package import WebCore

/// What was stood by, what became of it, and what teams say of it.
extension Operation {
    package static let outcome: [Operation] = [
        Operation(
            method: .get, path: "/commitments", name: "listCommitments",
            about: "What each team stood by at the presentation of a quarter; never changed after.",
            filters: [
                Schema.Property("cycle", .text(), "A label such as `2026-Q2`."),
                Schema.Property("team", .text(), "The code of the team that stands by it."),
            ], result: .of(PageJSON<CommitmentJSON>.self),
            work: .read { call in
                _ = try call.member()
                let (cycle, team) = (try call.cycle("cycle"), try call.unit("team"))
                let fitting = SQL.all([cycle.map { "cycle = \($0)" }, team.map { "team = \($0)" }])
                return APIResult(try call.list(Commitment.self, where: fitting) { CommitmentJSON($0, call.visit) })
            }),
        Operation(
            method: .get, path: "/cycles/{label}/report", name: "getReport",
            about: "The report of a quarter: figures K2 to K5, planned and done by team, setbacks, surprises, pairs.",
            result: .of(ReportJSON.self),
            work: .read { call in
                let cycle = try call.visit.cycleOfAddress()
                return APIResult(plain: ReportJSON(try call.reading.report(of: cycle), call.visit))
            }),
        Operation(
            method: .get, path: "/retrospectives", name: "listRetrospectives",
            about: "What teams wrote about their quarters; one’s own at once, all once the quarter is closed.",
            filters: [Schema.Property("cycle", .text()), Schema.Property("team", .text())],
            result: .of(PageJSON<RetrospectiveJSON>.self),
            work: .read { call in
                let actor = try call.member()
                let (cycle, team) = (try call.cycle("cycle"), try call.unit("team"))
                let fitting = SQL.all([cycle.map { "cycle = \($0)" }, team.map { "team = \($0)" }])
                let page = try call.list(
                    Retrospective.self, where: fitting,
                    open: { page in
                        call.visit.cycles.first { $0.id == page.cycle }.map {
                            actor.may(.readRetrospective(of: page.team, $0))
                        } ?? false
                    }
                ) { RetrospectiveJSON($0, call.visit) }
                return APIResult(page)
            }),
        Operation(
            method: .post, path: "/cycles/{label}/retrospectives/{team}", name: "writeRetrospective",
            about: "Writes, or rewrites, what a team says of a quarter, from its presentation on.",
            body: .object(
                name: "Answers",
                ["helped", "slowed", "changes"].map {
                    Schema.Property($0, .text(), "At most \(Retrospective.limit) characters.")
                }),
            example: ["helped": "Les libellés sont arrivés tôt.", "changes": "Signaler DSN dès l’ébauche."],
            result: .of(RetrospectiveJSON.self),
            work: .write(form: "/cycles/:label/retrospectives/:team", made: .retrospective) { call in
                let cycle = try call.visit.cycleOfAddress()
                let team = try call.visit.teamOfAddress()
                let actor = try call.visit.signedIn()
                guard actor.may(.readRetrospective(of: team.id, cycle)),
                    let page = try call.reading.retrospective(of: team.id, in: cycle.id)
                else { throw Refusal.notFound }
                return APIResult(RetrospectiveJSON(page, call.visit))
            }),
    ]
}
