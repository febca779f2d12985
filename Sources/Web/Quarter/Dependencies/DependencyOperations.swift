import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// Dependencies: pointing out, and every answer of the two teams.
extension WebCore.Operation {
    package static let dependencies: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/dependencies", name: "listDependencies", about: "Dependencies.",
                filters: [
                    Schema.Property("cycle", .text(), "A label such as `2026-Q2`."),
                    Schema.Property("asking_team", .text()), Schema.Property("giving_team", .text()),
                    Schema.Property("team", .text(), "The code of a team on either side."),
                    Schema.Property("briefing", .text(format: "uuid")),
                    Schema.Property("state", Dependency.State.schema),
                    Schema.Property("criticality", Dependency.Criticality.schema), APICall.day,
                ], result: Dependency.pageSchema, work: .read(listed)),
            Dependency.one(at: "/dependencies/{id}", "getDependency", "One dependency.", filters: [APICall.day]),
        ] + Dependency.acts.operations()

    private static func listed(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let briefing = try call.id("briefing", Briefing.self)
        let cycle = try call.cycle("cycle")
        let asking = try call.unit("asking_team")
        let giving = try call.unit("giving_team")
        let team = try call.unit("team")
        let state = try call.choice("state", Dependency.State.self)
        let criticality = try call.choice("criticality", Dependency.Criticality.self)
        return try call.records(
            Dependency.self,
            where: .all([
                cycle.map { "cycle = \($0)" }, asking.map { "asking_team = \($0)" },
                giving.map { "giving_team = \($0)" }, team.map { "(asking_team = \($0) OR giving_team = \($0))" },
                briefing.map { "briefing = \($0)" }, state.map { "state = \($0)" },
                criticality.map { "criticality = \($0.rawValue)" },
            ]))
    }
}

extension Dependency: Shaped {
    /// What delivers it may be a draft, which is its team's affair.
    package static let shape = Shape<Dependency>(hidden: ["givingBriefing"])
}
