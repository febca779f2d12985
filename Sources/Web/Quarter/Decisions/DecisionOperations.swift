import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// The public log of decisions.
extension WebCore.Operation {
    package static let decisions: [WebCore.Operation] = [
        WebCore.Operation(
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
            ], result: Decision.pageSchema, work: .read(logged)),
        Decision.one(at: "/decisions/{id}", "getDecision", "One entry of the log."),
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
        return try call.records(
            Decision.self, where: fitting,
            open: { decision in team.map { !$0.isDisjoint(with: decision.teams) } ?? true })
    }
}

extension Decision: Shaped {
    package static let shape = Shape<Decision>(
        called: "LogEntry", renamed: ["decidedBy": "by", "decidedOn": "on"])
}

extension Decision.Sort: SchemaValue {}
extension Briefing.Outcome: SchemaValue {}
