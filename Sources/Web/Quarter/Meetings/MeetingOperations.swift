import HTTPTypes
import Rouage
import Storage
package import WebCore

/// Alignment: what is left to settle, meetings and what comes of them.
extension Operation {
    package static let meetings: [Operation] = [
        Operation(
            method: .get, path: "/alignment", name: "listAlignment",
            about: "Pairs of teams that share dependencies in a quarter, each with its agenda.",
            filters: [
                Schema.Property("cycle", .text(), required: true, "A label such as `2026-Q2`."),
                Schema.Property("team", .text(), "The code of a team of the pair."),
            ], result: .of(PageJSON<PairJSON>.self), work: .read(pairs)),
        Operation(
            method: .get, path: "/meetings", name: "listMeetings",
            about: "Meetings. A view that is not open to who asks is left out.",
            filters: [
                Schema.Property("cycle", .text(), "A label such as `2026-Q2`."),
                Schema.Property("team", .text(), "The code of a team that meets."),
                Schema.Property("state", Meeting.State.schema), Schema.Property("mode", Meeting.Mode.schema),
            ], result: .of(PageJSON<MeetingJSON>.self), work: .read(list)),
        Operation(
            method: .post, path: "/meetings", name: "callMeeting",
            about: "Calls two to five teams together; what Product Ops call is a proposal.",
            body: .object(
                name: "NewMeeting",
                [
                    Schema.Property("teams", .list(.text()), required: true, field: "team", "Codes of teams."),
                    Schema.Property("cycle", .text(), required: true, "A label such as `2026-Q2`."),
                    Schema.Property("mode", Meeting.Mode.schema, required: true),
                ] + times),
            example: [
                "teams": ["bulletins", "identite"], "cycle": "2026-Q2", "mode": "sync", "starts_on": "2026-03-10",
                "starts_at": "14:00", "length": 30, "place": "Salle Moulin",
            ], result: .of(MeetingJSON.self), work: .write(form: "/meetings", made: .meeting, made)),
        Operation(
            method: .get, path: "/meetings/{id}", name: "getMeeting", about: "One meeting.",
            result: .of(MeetingJSON.self), work: .read(one)),
        meetingMove("acceptance", "acceptMeeting", "One of the teams takes up what Product Ops proposed."),
        meetingMove(
            "date", "moveMeeting", "Moves it to another hour, place or day; what is left out stays.",
            .object(name: "MeetingTime", times),
            example: ["starts_on": "2026-03-11", "starts_at": "10:00"]),
        meetingMove("opening", "openMeeting", "They sit down: what moves from now on is an outcome."),
        meetingMove(
            "minutes", "writeMinutes", "Writes the minutes, and puts them right afterwards.",
            .object(name: "Minutes", [Schema.Property("minutes", .text(), required: true)]),
            example: ["minutes": "On garde le 15 avril."]),
        meetingMove(
            "closing", "closeMeeting", "Ends it; its minutes may be empty when dependencies moved.",
            .object(name: "FinalMinutes", [Schema.Property("minutes", .text())]),
            example: ["minutes": "On garde le 15 avril."]),
        meetingMove(
            "cancellation", "cancelMeeting", "Calls it off; a reason is needed while something is left to settle.",
            .object(name: "Cancellation", [Schema.Property("reason", .text())]),
            example: ["reason": "Réglé hier."]),
        meetingMove(
            "views", "writeTeamView", "Writes the view of a team, hidden until all have written or the day has come.",
            .object(
                name: "NewTeamView",
                [
                    Schema.Property("team", .text(), required: true), Schema.Property("text", .text(), required: true),
                ]), example: ["team": "bulletins", "text": "Le 15 avril nous suffit, sans l’historique."]),
        meetingMove(
            "decisions", "agreeDecision", "Notes what the teams agreed; it goes into the log of decisions.",
            .object(
                name: "NewAgreement",
                [Schema.Property("decision", .text(), required: true), Schema.Property("reason", .text())]),
            example: ["decision": "Le lien ouvre le dernier bulletin seulement."]),
        meetingMove(
            "actions", "agreeAction", "Notes who does what until when.",
            .object(
                name: "NewAction",
                [
                    Schema.Property("what", .text(), required: true),
                    Schema.Property("owner", .text(), required: true, "The code of a person of the teams."),
                    Schema.Property("due", .text(format: "date"), required: true),
                ]), example: ["what": "Envoyer le jeu d’essai", "owner": "camille.aubrac", "due": "2026-03-12"]),
        Operation(
            method: .post, path: "/meeting-actions/{id}/completion", name: "finishAction", about: "It is done.",
            result: .of(MeetingActionJSON.self),
            work: .write(form: "/meeting-actions/:id/completion", made: nil) { call in
                _ = try call.member()
                let action: MeetingAction = try call.reading.get(try call.visit.parameter("id"))
                return APIResult(MeetingActionJSON(action, call.visit))
            }),
    ]

    private static let times = [
        Schema.Property("starts_on", .text(format: "date"), "The day, when they meet at an hour."),
        Schema.Property("starts_at", .text(), "The hour, as `14:30` on the department’s clocks."),
        Schema.Property("length", .integer, "Minutes, 10 to 180."), Schema.Property("place", .text()),
        Schema.Property("reveal_on", .text(format: "date"), "In writing: the day on which all read the views."),
    ]

    private static func meetingMove(
        _ noun: String, _ name: String, _ about: String, _ body: Schema? = nil, example: JSONValue? = nil
    ) -> Operation {
        Operation(
            method: .post, path: "/meetings/{id}/\(noun)", name: name, about: about, body: body, example: example,
            result: .of(MeetingJSON.self), work: .write(form: "/meetings/:id/\(noun)", made: nil, one))
    }

    /// Meetings with what hangs on them, read at once.
    private static func json(_ meetings: [Meeting], _ call: APICall) throws -> [MeetingJSON] {
        guard !meetings.isEmpty else { return [] }
        let ids = meetings.map(\.id)
        let views = Dictionary(
            grouping: try call.reading.records(TeamView.self, where: "meeting IN \(in: ids) ORDER BY id"), by: \.meeting
        )
        let actions = Dictionary(
            grouping: try call.reading.records(MeetingAction.self, where: "meeting IN \(in: ids) ORDER BY due, id"),
            by: \.meeting)
        return meetings.map {
            MeetingJSON($0, call.visit, views: views[$0.id] ?? [], actions: actions[$0.id] ?? [])
        }
    }

    private static func json(_ id: Identifier<Meeting>, _ call: APICall) throws -> APIResult {
        APIResult(try json([try call.reading.get(id)], call)[0])
    }

    private static func one(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        return try json(try call.visit.parameter("id"), call)
    }

    private static func made(_ call: APICall) throws -> APIResult {
        guard let id = call.made.first(where: { $0.kind == .meeting }).flatMap({ Identifier<Meeting>($0.id) }) else {
            throw Refusal.notFound
        }
        return try json(id, call)
    }

    private static func list(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let cycle = try call.cycle("cycle")
        let team = try call.unit("team")
        let state = try call.choice("state", Meeting.State.self)
        let mode = try call.choice("mode", Meeting.Mode.self)
        let fitting = SQL.all([
            cycle.map { "cycle = \($0)" }, state.map { "state = \($0.rawValue)" }, mode.map { "mode = \($0.rawValue)" },
        ])
        let page = try call.list(
            Meeting.self, where: fitting, open: { meeting in team.map { meeting.teams.contains($0) } ?? true }
        ) { $0.id }
        let meetings: [Meeting] =
            page.items.isEmpty ? [] : try call.reading.records(where: "id IN \(in: page.items) ORDER BY id")
        return APIResult(PageJSON(items: try json(meetings, call), next: page.next))
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
        return APIResult(PageJSON(items: items, next: nil))
    }
}
