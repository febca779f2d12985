import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// Sharing topics out. What people wish for is told to Product Ops alone; a sharing out to all, once it holds.
extension WebCore.Operation {
    package static let sharing: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/share-outs", name: "listShareOuts",
                about: "Sharings out by quarter; those that are not confirmed are told to Product Ops alone.",
                result: ShareOut.pageSchema,
                work: .read { call in
                    let actor = try call.member()
                    return try call.records(ShareOut.self, where: "1 = 1") { actor.may(.opsWork(.readShareOut($0))) }
                }),
            WebCore.Operation(
                method: .get, path: "/share-outs/{id}", name: "getShareOut",
                about: "One sharing out; how it came about is told to Product Ops alone.", result: ShareOut.schema,
                work: .read { try shareOut($0, $0.visit.parameter("id")) }),
        ] + ShareOut.acts.operations(ShareOut.schema, shareOut)
        + [
            WebCore.Operation(
                method: .get, path: "/share-preferences", name: "listPreferences",
                about: "What each of Product Ops would like to do; for Product Ops alone.",
                filters: [Schema.Property("cycle", .text(), "A label such as `2026-Q2`.")],
                result: SharePreference.pageSchema,
                work: .read { call in
                    guard try call.member().may(.opsWork(.readWishes)) else { throw Refusal.notAllowed }
                    let cycle = try call.cycle("cycle")
                    return try call.records(
                        SharePreference.self, where: .all([cycle.map { "cycle = \($0)" }]))
                })
        ]
        + SharePreference.acts.operations(SharePreference.schema) { call, id in
            guard try call.member().may(.opsWork(.readWishes)) else { throw Refusal.notAllowed }
            return try APIResult(call.reading.get(id), for: call.visit)
        }

    @Sendable private static func shareOut(_ call: APICall, _ id: Identifier<ShareOut>) throws -> APIResult {
        let (actor, known) = (try call.member(), try call.reading.get(id))
        guard actor.may(.opsWork(.readShareOut(known))) else { throw Refusal.notFound }
        return try APIResult(known, for: call.visit)
    }
}

extension ShareOut: Shaped {
    package static let shape = Shape<ShareOut>(
        hidden: ["proposal", "leftOut", "isProven", "edits", "confirmations", "computedAt"],
        adding: [
            .init("lines", { shareOut, _ in shareOut.lines.map(ShareLineJSON.init) }, always: true),
            // What nobody takes, and why.
            .init("left_out", { shareOut, _ in shareOut.untaken.map(ShareLeftOutJSON.init) }, always: true),
            // How it came about; for Product Ops alone.
            .init("making", { $1.actor?.may(.opsWork(.shareOut)) == true ? ShareMakingJSON($0) : nil }),
        ])
}

extension SharePreference: Shaped {
    package static let shape = Shape<SharePreference>()
}

private struct ShareLineJSON: Codable, Sendable {
    let topic: Identifier<Topic>
    let lead: Identifier<Person>?
    let buddy: Identifier<Person>?

    init(_ line: ShareOut.Line) { (topic, lead, buddy) = (line.topic, line.lead, line.buddy) }
}

private struct ShareMakingJSON: Codable, Sendable {
    let proposal: [ShareLineJSON]
    let proven: Bool
    let edits: [ShareEditJSON]
    let confirmedBy: [Identifier<Person>]
    let awaited: [Identifier<Person>]
    let computedAt: Instant

    init(_ shareOut: ShareOut) {
        proposal = shareOut.proposal.map(ShareLineJSON.init)
        proven = shareOut.isProven
        edits = shareOut.edits.map(ShareEditJSON.init)
        confirmedBy = shareOut.confirmations.map(\.person)
        awaited = shareOut.awaited
        computedAt = shareOut.computedAt
    }
}

private struct ShareLeftOutJSON: Codable, Sendable {
    let topic: Identifier<Topic>
    let obstacle: Sharing.Obstacle

    init(_ left: ShareOut.LeftOut) { (topic, obstacle) = (left.topic, left.obstacle) }
}

private struct ShareEditJSON: Codable, Sendable {
    let line: ShareLineJSON
    let by: Identifier<Person>?
    let reason: String
    let at: Instant

    init(_ edit: ShareOut.Edit) {
        (line, by, reason, at) = (ShareLineJSON(edit.line), edit.by, edit.reason, edit.at)
    }
}
