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
            let hidden = try call.hidden(batch, from: actor)
            for line in batch where !hidden.contains(line.subject) {
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
        let limit = try call.limit()
        let found = try call.reading.search(call.query["q"] ?? "", limit: APICall.mostItems)
        let drafts = try call.closed(found.filter { $0.kind == .briefing }.map(\.id), to: actor)
        let items = found.filter { !drafts.contains($0.id) }.prefix(limit).map {
            FoundJSON(kind: $0.kind, id: $0.id, title: $0.title)
        }
        return APIResult(PageJSON(items: Array(items), next: nil))
    }
}

extension ActivityJSON {
    fileprivate init(_ line: ActivityLine, _ visit: Visit) {
        self.init(
            id: line.id, at: line.at, actor: visit.code(line.actor), action: line.action, kind: line.kind,
            subject: line.subject, version: line.version, reason: line.reason)
    }
}

extension APICall {
    /// The ids among these of briefings that are closed to who asks.
    fileprivate func closed(_ ids: [String], to actor: Actor) throws -> Set<String> {
        guard !ids.isEmpty else { return [] }
        let briefings: [Briefing] = try reading.records(where: "id IN \(in: Array(Set(ids)))")
        let open = Set(briefings.filter { actor.may(.readBriefing($0)) }.map(\.id.description))
        return Set(ids).subtracting(open)
    }

    /// The views among these lines that their meeting does not show to who asks.
    private func hiddenViews(_ lines: [ActivityLine], from actor: Actor) throws -> [String] {
        let ids = lines.filter { $0.kind == .teamView }.map(\.subject)
        guard !ids.isEmpty else { return [] }
        let views: [TeamView] = try reading.records(where: "id IN \(in: Array(Set(ids)))")
        let meetings: [Meeting] = try reading.records(where: "id IN \(in: views.map(\.meeting))")
        let open = views.filter { view in
            meetings.contains { $0.id == view.meeting && actor.may(.readView(view, $0)) }
        }
        return Array(Set(ids).subtracting(open.map(\.id.description)))
    }

    /// What Product Ops wish for, and a sharing out that does not hold yet.
    private func hiddenSharing(_ lines: [ActivityLine], from actor: Actor) throws -> [String] {
        let wishes = actor.may(.opsWork(.readWishes)) ? [] : lines.filter { $0.kind == .sharePreference }.map(\.subject)
        let ids = lines.filter { $0.kind == .shareOut }.map(\.subject)
        guard !ids.isEmpty else { return wishes }
        let known: [ShareOut] = try reading.records(where: "id IN \(in: Array(Set(ids)))")
        let open = known.filter { actor.may(.opsWork(.readShareOut($0))) }.map(\.id.description)
        return wishes + Set(ids).subtracting(open)
    }

    /// The subjects among these lines that are closed to who asks: drafts, what is said beside them, and
    /// reminders and relays.
    fileprivate func hidden(_ lines: [ActivityLine], from actor: Actor) throws -> Set<String> {
        let said = lines.filter { $0.kind == .comment || $0.kind == .review || $0.kind == .dismissal }
        let briefings = lines.filter { $0.kind == .briefing }.map(\.subject) + said.compactMap(\.briefing)
        let closed = try closed(briefings, to: actor)
        let around = said.filter { $0.briefing.map(closed.contains) ?? true }.map(\.subject)
        // What is said to one person is theirs.
        let personal = lines.filter { $0.kind == .reminder || $0.kind == .relay }.map(\.subject)
        return closed.union(around).union(personal).union(try hiddenViews(lines, from: actor))
            .union(try hiddenSharing(lines, from: actor))
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
