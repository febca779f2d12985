import HTTPTypes
import Rouage
import Storage
package import WebCore

/// Sharing topics out. What people wish for is told to Product Ops alone; a sharing out to all, once it holds.
extension Operation {
    package static let sharing: [Operation] = [
        Operation(
            method: .get, path: "/share-outs", name: "listShareOuts",
            about: "Sharings out by quarter; those that are not confirmed are told to Product Ops alone.",
            result: .of(PageJSON<ShareOutJSON>.self), work: .read(shareOuts)),
        Operation(
            method: .get, path: "/share-outs/{id}", name: "getShareOut",
            about: "One sharing out; how it came about is told to Product Ops alone.", result: .of(ShareOutJSON.self),
            work: .read(oneShareOut)),
        Operation(
            method: .post, path: "/share-outs/proposal", name: "proposeShareOut",
            about: "Computes who leads what in a quarter, for one second at most.",
            body: .object(name: "ShareOutProposal", [cycle]), example: ["cycle": "2026-Q2"],
            result: .of(ShareOutJSON.self), work: .write(form: "/projects/share-out/proposal", made: nil, shareOut)),
        Operation(
            method: .post, path: "/share-outs/edits", name: "editShareOut",
            about: "Gives a topic to others than the proposal does, with the reason.",
            body: .object(
                name: "ShareOutEdit",
                [
                    cycle, Schema.Property("topic", .text(format: "uuid"), required: true),
                    Schema.Property("lead", .text(), required: true, "The code of somebody of Product Ops."),
                    Schema.Property("buddy", .text(), required: true, "The code of somebody else of Product Ops."),
                    Schema.Property("reason", .text(), required: true),
                ]),
            result: .of(ShareOutJSON.self), work: .write(form: "/projects/share-out/edits", made: nil, shareOut)),
        Operation(
            method: .post, path: "/share-outs/confirmation", name: "confirmShareOut",
            about: "Agrees to it; once everybody who leads did, it holds and its topics are projects.",
            body: .object(name: "ShareOutConfirmation", [cycle]), example: ["cycle": "2026-Q2"],
            result: .of(ShareOutJSON.self), work: .write(form: "/projects/share-out/confirmation", made: nil, shareOut)),
        Operation(
            method: .get, path: "/share-preferences", name: "listPreferences",
            about: "What each of Product Ops would like to do; for Product Ops alone.",
            filters: [Schema.Property("cycle", .text(), "A label such as `2026-Q2`.")],
            result: .of(PageJSON<SharePreferenceJSON>.self), work: .read(preferences)),
        Operation(
            method: .post, path: "/share-preferences/own", name: "writePreferences",
            about: "Writes one's own wishes for a quarter; what is left out stays.",
            body: .object(
                name: "SharePreferences",
                [
                    cycle, Schema.Property("days_off", .integer, "Days off in the quarter."),
                    Schema.Property("wishes", .texts, "By the id of a topic: 0 no, 1 rather not, 2 fine, 3 keen."),
                ]), example: ["cycle": "2026-Q2", "days_off": 8],
            result: .of(SharePreferenceJSON.self),
            work: .write(form: "/projects/share-out/preferences", made: nil, ownPreference)),
    ]

    private static let cycle = Schema.Property("cycle", .text(), required: true, "A label such as `2026-Q2`.")

    private static func shareOuts(_ call: APICall) throws -> APIResult {
        let actor = try call.member()
        let page = try call.list(
            ShareOut.self, where: "1 = 1", open: { actor.may(.opsWork(.readShareOut($0))) },
            { ShareOutJSON($0, call.visit, isInside: actor.may(.opsWork(.shareOut))) })
        return APIResult(page)
    }

    private static func shareOut(_ call: APICall) throws -> APIResult {
        let actor = try call.member()
        guard let cycle = ShareOutRoutes.cycle(call.visit), let known = try call.reading.shareOut(of: cycle.id),
            actor.may(.opsWork(.readShareOut(known)))
        else { throw Refusal.notFound }
        return APIResult(ShareOutJSON(known, call.visit, isInside: actor.may(.opsWork(.shareOut))))
    }

    private static func oneShareOut(_ call: APICall) throws -> APIResult {
        let actor = try call.member()
        let known: ShareOut = try call.reading.get(try call.visit.parameter("id"))
        guard actor.may(.opsWork(.readShareOut(known))) else { throw Refusal.notFound }
        return APIResult(ShareOutJSON(known, call.visit, isInside: actor.may(.opsWork(.shareOut))))
    }

    private static func preferences(_ call: APICall) throws -> APIResult {
        guard try call.member().may(.opsWork(.readWishes)) else { throw Refusal.notAllowed }
        let cycle = try call.cycle("cycle")
        return APIResult(
            try call.list(SharePreference.self, where: SQL.all([cycle.map { "cycle = \($0)" }])) {
                SharePreferenceJSON($0, call.visit)
            })
    }

    private static func ownPreference(_ call: APICall) throws -> APIResult {
        let actor = try call.member()
        guard let cycle = ShareOutRoutes.cycle(call.visit),
            let sheet = try call.reading.preferences(of: cycle.id).first(where: { $0.person == actor.id })
        else { throw Refusal.notFound }
        return APIResult(SharePreferenceJSON(sheet, call.visit))
    }
}

struct ShareOutJSON: APIRecord {
    let id: Identifier<ShareOut>
    let version: Int
    let cycle: String
    let state: ShareOut.State
    let lines: [ShareLineJSON]
    /// What nobody takes, and why.
    let leftOut: [ShareLeftOutJSON]
    /// How it came about; for Product Ops alone.
    let making: ShareMakingJSON?
    let createdAt: Instant

    init(_ shareOut: ShareOut, _ visit: Visit, isInside: Bool) {
        id = shareOut.id
        version = shareOut.version
        cycle = visit.label(shareOut.cycle)
        state = shareOut.state
        lines = shareOut.lines.map { ShareLineJSON($0, visit) }
        leftOut = shareOut.untaken.map { ShareLeftOutJSON(topic: $0.topic, obstacle: $0.obstacle) }
        making = isInside ? ShareMakingJSON(shareOut, visit) : nil
        createdAt = shareOut.createdAt
    }
}

struct ShareLineJSON: Codable, Sendable {
    let topic: Identifier<Topic>
    let lead: String?
    let buddy: String?

    init(_ line: ShareOut.Line, _ visit: Visit) {
        topic = line.topic
        lead = visit.code(line.lead)
        buddy = visit.code(line.buddy)
    }
}

struct ShareMakingJSON: Codable, Sendable {
    let proposal: [ShareLineJSON]
    let proven: Bool
    let edits: [ShareEditJSON]
    let confirmedBy: [String]
    let awaited: [String]
    let computedAt: Instant

    init(_ shareOut: ShareOut, _ visit: Visit) {
        proposal = shareOut.proposal.map { ShareLineJSON($0, visit) }
        proven = shareOut.isProven
        edits = shareOut.edits.map {
            ShareEditJSON(line: ShareLineJSON($0.line, visit), by: visit.code($0.by), reason: $0.reason, at: $0.at)
        }
        confirmedBy = shareOut.confirmations.compactMap { visit.code($0.person) }
        awaited = shareOut.awaited.compactMap { visit.code($0) }
        computedAt = shareOut.computedAt
    }
}

struct ShareLeftOutJSON: Codable, Sendable {
    let topic: Identifier<Topic>
    let obstacle: Sharing.Obstacle
}

struct ShareEditJSON: Codable, Sendable {
    let line: ShareLineJSON
    let by: String?
    let reason: String
    let at: Instant
}

struct SharePreferenceJSON: APIRecord {
    let id: Identifier<SharePreference>
    let version: Int
    let cycle: String
    let person: String?
    let daysOff: Int
    let wishes: [ShareWishJSON]
    let writtenAt: Instant

    init(_ sheet: SharePreference, _ visit: Visit) {
        id = sheet.id
        version = sheet.version
        cycle = visit.label(sheet.cycle)
        person = visit.code(sheet.person)
        daysOff = sheet.daysOff
        wishes = sheet.wishes.map { ShareWishJSON(topic: $0.topic, value: $0.value, reason: $0.reason) }
        writtenAt = sheet.writtenAt
    }
}

struct ShareWishJSON: Codable, Sendable {
    let topic: Identifier<Topic>
    let value: Int
    let reason: String
}
