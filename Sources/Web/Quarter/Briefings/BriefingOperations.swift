import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// Briefings, and what is done to them.
extension WebCore.Operation {
    package static let briefings: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/briefings", name: "listBriefings",
                about: "Briefings; a draft is listed to those who may read it.",
                filters: [
                    Schema.Property("cycle", .text(), "A label such as `2026-Q2`."),
                    Schema.Property("team", .text(), "The code of the team, or of a unit above it."),
                    Schema.Property("owner", .text(), "The code of a person."),
                    Schema.Property("state", Briefing.State.schema), Schema.Property("late", .boolean),
                    Schema.Property("ref", .text(), "The stable name in files."), APICall.day,
                ], result: Briefing.pageSchema, work: .read(list)),
            WebCore.Operation(
                method: .get, path: "/briefings/{id}", name: "getBriefing", about: "One briefing.",
                filters: [APICall.day], result: Briefing.schema,
                work: .read { try APIResult(readable($0), for: $0.visit) }),
        ] + Briefing.acts.operations(Briefing.schema, briefing)

    @Sendable static func briefing(_ call: APICall, _ id: Identifier<Briefing>) throws -> APIResult {
        try APIResult(call.reading.get(id), for: call.visit)
    }

    /// Lists what stands beside a briefing, for who may read that.
    static func beside<Record: Shaped>(
        briefing part: String, _: Record.Type, _ name: String, _ about: String
    ) -> WebCore.Operation {
        WebCore.Operation(
            method: .get, path: "/briefings/{id}/\(part)", name: name, about: about, result: Record.pageSchema,
            work: .read { call in
                let briefing = try readable(call)
                return try call.records(Record.self, where: "briefing = \(briefing.id)")
            })
    }

    package static func readable(_ call: APICall) throws -> Briefing {
        try BriefingRoutes.readable(call.visit)
    }

    private static func list(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let cycle = try call.cycle("cycle")
        let team = try call.unit("team").map { call.visit.organisation.below($0) }
        let owner = try call.person("owner")
        let state = try call.choice("state", Briefing.State.self)
        let late = try call.flag("late")
        let fitting = SQL.all([
            cycle.map { "cycle = \($0)" }, team.map { "team IN \(in: $0)" }, owner.map { "owner = \($0)" },
            state.map { "state = \($0)" }, late.map { "late = \($0)" }, call.query["ref"].map { "ref = \($0)" },
        ])
        return try call.records(Briefing.self, where: fitting, open: { try call.visit.opens($0) })
    }
}

extension Briefing: Shaped {
    package static let shape = Shape<Briefing>(hidden: ["carriedFrom"])
}

extension Organisation {
    /// A unit and all below it.
    package func below(_ unit: Identifier<Rouage.Unit>) -> [Identifier<Rouage.Unit>] {
        units.keys.filter { lineage(of: $0).contains(unit) }.sorted()
    }
}
