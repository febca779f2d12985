import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// Alignment: what is left to settle, meetings and what comes of them.
extension WebCore.Operation {
    package static let meetings: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/alignment", name: "listAlignment",
                about: "Pairs of teams that share dependencies in a quarter, each with its agenda.",
                filters: [
                    Schema.Property("cycle", .text(), required: true, "A label such as `2026-Q2`."),
                    Schema.Property("team", .text(), "The code of a team of the pair."),
                ], result: .of(PageJSON<PairJSON>.self), work: .read(pairs)),
            WebCore.Operation(
                method: .get, path: "/meetings", name: "listMeetings",
                about: "Meetings. A view that is not open to who asks is left out.",
                filters: [
                    Schema.Property("cycle", .text(), "A label such as `2026-Q2`."),
                    Schema.Property("team", .text(), "The code of a team that meets."),
                    Schema.Property("state", Meeting.State.schema), Schema.Property("mode", Meeting.Mode.schema),
                ], result: Meeting.pageSchema, work: .read(list)),
            Meeting.one(at: "/meetings/{id}", "getMeeting", "One meeting."),
        ]
        + Meeting.acts.operations()
        + MeetingAction.acts.operations()

    private static func list(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let cycle = try call.cycle("cycle")
        let team = try call.unit("team")
        let state = try call.choice("state", Meeting.State.self)
        let mode = try call.choice("mode", Meeting.Mode.self)
        let fitting = SQL.all([
            cycle.map { "cycle = \($0)" }, state.map { "state = \($0.rawValue)" }, mode.map { "mode = \($0.rawValue)" },
        ])
        return try call.records(
            Meeting.self, where: fitting, open: { meeting in team.map { meeting.teams.contains($0) } ?? true })
    }

    private static func pairs(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let cycle = try call.visit.cycles.first { $0.id == (try call.cycle("cycle")) }
        guard let cycle else { throw Refusal.invalid("cycle", .unknown) }
        let team = try call.unit("team")
        let pairs = try AlignmentRoutes.alignment(call.visit, in: cycle).pairs.filter { pair, _ in
            team == nil || pair.first == team || pair.second == team
        }
        let items = pairs.map { pair, agenda in
            PairJSON(
                teams: [pair.first, pair.second].compactMap { call.visit.code($0) }.sorted(),
                isSettled: agenda.isSettled, toSettle: agenda.items.map(\.dependency.id),
                settled: agenda.settled.map(\.id))
        }.sorted { $0.teams.lexicographicallyPrecedes($1.teams) }
        return APIResult(try call.part(of: items))
    }
}

extension Meeting: Shaped {
    package static let shape = Shape<Meeting>(
        hidden: ["revealedAt", "sequence"],
        adding: [
            .init("is_revealed", { $0.isRevealed(on: $1.today) }, always: true),
            // Those that who asks may read.
            .init(
                "views",
                { meeting, visit in
                    try visit.reading.views(of: meeting.id)
                        .filter { visit.actor?.may(.readView($0, meeting)) ?? false }
                }, always: true),
            .init("actions", { try $1.reading.actions(of: $0.id) }, always: true),
        ])
}

extension MeetingAction: Shaped {
    package static let shape = Shape<MeetingAction>()
}

/// Two teams that share dependencies, and what they have left to settle.
struct PairJSON: Codable, Sendable {
    let teams: [String]
    let isSettled: Bool
    /// What is left, in the order of the agenda.
    let toSettle: [Identifier<Dependency>]
    let settled: [Identifier<Dependency>]
}

extension Meeting.Mode: SchemaValue {}
extension Meeting.State: SchemaValue {}
