import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// The quarters and the dates of their preparation.
extension WebCore.Operation {
    package static let cycles: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/cycles", name: "listCycles",
                about: "The quarters, with the dates of their preparation.",
                filters: [Schema.Property("state", Cycle.State.schema)], result: Cycle.pageSchema,
                work: .read { call in
                    _ = try call.member()
                    let state = try call.choice("state", Cycle.State.self)
                    return try call.records(Cycle.self, where: .all([state.map { "state = \($0)" }]))
                }),
            WebCore.Operation(
                method: .get, path: "/cycles/{label}", name: "getCycle", about: "One quarter, such as `2026-Q2`.",
                result: Cycle.schema,
                work: .read { call in
                    _ = try call.member()
                    return try APIResult(call.visit.cycleOfAddress(), for: call.visit)
                }),
        ] + Cycle.acts.operations()
}

extension Cycle: Shaped {
    package static let shape = Shape<Cycle>(
        hidden: ["phases"],
        adding: [
            .init("drafting_opens", { cycle, _ in cycle.phases.draftingOpens }, always: true),
            .init("drafts_due", { cycle, _ in cycle.phases.draftsDue }, always: true),
            .init("freeze", { cycle, _ in cycle.phases.freeze }, always: true),
            .init("presentation", { cycle, _ in cycle.phases.presentation }, always: true),
        ])
}
