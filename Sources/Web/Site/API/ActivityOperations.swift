import HTTPTypes
import Rouage
import Storage
package import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// What was done, and what is found by its words.
extension WebCore.Operation {
    /// A line is shown in the order of the activity only once no slower transaction can still put one before it.
    static let settledSeconds = 10

    package static let activity: [WebCore.Operation] = [
        WebCore.Operation(
            method: .get, path: "/activity", name: "listActivity",
            about: """
                Who did what, oldest first: a feed to follow by its cursor. A line appears about \(settledSeconds) \
                seconds after it was written, so that none is missed. The last part has no `next`: keep its last id as \
                `after`.
                """,
            filters: [
                Schema.Property("after", .text(format: "uuid"), "The id of the last line known."),
                Schema.Property("kind", Kind.schema),
                Schema.Property("subject", .text(format: "uuid"), "The id of one record."),
            ], result: .of(PageJSON<ActivityJSON>.self), work: .read(lines)),
        WebCore.Operation(
            method: .get, path: "/search", name: "search", about: "What holds all the words, accents and case aside.",
            filters: [Schema.Property("q", .text(), required: true)], result: .of(PageJSON<FoundJSON>.self),
            work: .read(found)),
    ]

    private static func lines(_ call: APICall) throws -> APIResult {
        let actor = try call.member()
        let limit = try call.limit()
        var after = try call.cursor() ?? call.id("after", Activity.self)?.description
        let kind = try call.choice("kind", Kind.self)
        let subject = try call.id("subject", Never.self)?.description
        let until = call.visit.now + -settledSeconds
        var items: [ActivityJSON] = []
        while true {
            let fitting = SQL.all([
                "at <= \(until)", after.map { "id > \($0)" }, kind.map { "subject = \($0)" },
                subject.map { "subject_id = \($0)" },
            ])
            let batch = try call.reading.activity(where: fitting, limit: limit + 1)
            for line in try call.reading.heard(batch, by: actor) {
                if items.count == limit {
                    return APIResult(PageJSON(items: items, next: items.last.map { APICall.cursor($0.id.description) }))
                }
                items.append(ActivityJSON(line, call.visit))
            }
            guard batch.count > limit, let end = batch.last else { return APIResult(PageJSON(items: items, next: nil)) }
            after = end.id.description
        }
    }

    private static func found(_ call: APICall) throws -> APIResult {
        let actor = try call.member()
        let found = try call.reading.search(call.query["q"] ?? "", by: actor, limit: APICall.mostItems)
        return APIResult(try call.part(of: found.map { FoundJSON(kind: $0.kind, id: $0.id, title: $0.title) }))
    }
}

extension ActivityJSON {
    fileprivate init(_ line: ActivityLine, _ visit: Visit) {
        self.init(
            id: line.id, at: line.at, actor: visit.code(line.actor), action: line.action, kind: line.kind,
            subject: line.subject, version: line.version, reason: line.reason)
    }
}

/// One line of the activity: who did what to which record, and when.
struct ActivityJSON: Codable, Sendable {
    let id: Identifier<Activity>
    let at: Instant
    /// Nobody when the product moved by date.
    let actor: String?
    let action: Action
    let kind: Kind
    let subject: String
    let version: Int
    let reason: String
}

struct FoundJSON: Codable, Sendable {
    let kind: Kind
    let id: String
    let title: String
}
