import HTTPTypes
import Rouage
import Storage
package import WebCore

/// The public log of decisions.
extension Operation {
    package static let decisions: [Operation] = [
        Operation(
            method: .get, path: "/decisions", name: "listDecisions",
            about: """
                The log of decisions, oldest first: what, why, who, when, what it replaced and what ended because of it. \
                A decision is taken by `decideBriefing` or noted by `agreeDecision`.
                """,
            filters: [
                Schema.Property("cycle", .text(), "A label such as `2026-Q2`."),
                Schema.Property("team", .text(), "The code of a team, or of a unit above it."),
                Schema.Property("kind", Decision.Sort.schema), Schema.Property("outcome", Briefing.Outcome.schema),
                Schema.Property("briefing", .text(format: "uuid")),
            ], result: .of(PageJSON<LogEntryJSON>.self), work: .read(logged)),
        Operation(
            method: .get, path: "/decisions/{id}", name: "getDecision", about: "One entry of the log.",
            result: .of(LogEntryJSON.self),
            work: .read { call in
                _ = try call.member()
                return APIResult(LogEntryJSON(try call.reading.get(try call.visit.parameter("id")), call.visit))
            }),
    ]

    private static func logged(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let briefing = try call.id("briefing", Briefing.self)
        let team = try call.unit("team").map { Set(call.visit.organisation.below($0)) }
        let cycle = try call.cycle("cycle")
        let sort = try call.choice("kind", Decision.Sort.self)
        let outcome = try call.choice("outcome", Briefing.Outcome.self)
        let fitting = SQL.all([
            cycle.map { "cycle = \($0)" }, sort.map { "kind = \($0.rawValue)" },
            outcome.map { "outcome = \($0.rawValue)" }, briefing.map { "briefing = \($0)" },
        ])
        let page = try call.list(
            Decision.self, where: fitting,
            open: { decision in team.map { !$0.isDisjoint(with: decision.teams) } ?? true }
        ) { LogEntryJSON($0, call.visit) }
        return APIResult(page)
    }
}
