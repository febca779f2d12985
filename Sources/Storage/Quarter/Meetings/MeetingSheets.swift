import Rouage

extension Sheet {
    func meetings() throws {
        let names = try names()
        let dependencies: [String: Identifier<Dependency>] = try codes("SELECT ref, id FROM dependency")
        var known: [String: Meeting] = try known(by: \.ref)
        try eachRow { row in
            let ref = row.required("ref")
            _ = (row.required("cycle"), row.required("teams"))
            let cycle = row.cycle("cycle", names)
            let plan = Meeting.Plan(
                teams: row.units("teams", names), tribe: row.unit("tribe", names),
                mode: row.choice("mode", missing: .sync), startsAt: row.instant("starts_at"),
                length: row.integer("length", in: Meeting.lengths) ?? 30, place: row.text("place"),
                revealOn: row.day("reveal_on"))
            if plan.teams.count < Meeting.teamCount.lowerBound { row.refuse("teams", .outOfRange(Meeting.teamCount)) }
            if plan.mode == .sync && plan.startsAt == nil { row.refuse("starts_at", .missing) }
            if plan.mode == .async && plan.revealOn == nil { row.refuse("reveal_on", .missing) }
            guard row.problems.isEmpty, let cycle else { return }
            let before = known[ref]
            var meeting = Meeting(
                id: before?.id ?? transaction.newID(), ref: ref, cycle: cycle, plan,
                state: row.choice("state", missing: .planned), calledBy: row.person("called_by", names),
                at: row.instant("created_at") ?? before?.createdAt ?? now)
            meeting.version = before?.version ?? 1
            meeting.updatedAt = before?.updatedAt ?? now
            meeting.revealedAt = row.instant("revealed_at")
            // Who was heard is not exported before all views are open: its absence says nothing.
            let heard = row.units("heard", names)
            meeting.heard = heard.isEmpty && meeting.revealedAt == nil ? before?.heard ?? [] : heard
            meeting.openedAt = row.instant("opened_at")
            meeting.closedAt = row.instant("closed_at")
            meeting.minutes = row.text("minutes")
            meeting.moved = row.namedAll("moved", in: dependencies)
            meeting.sequence = row.integer("sequence") ?? 0
            row.limit("minutes", to: Meeting.minutesLimit)
            guard row.problems.isEmpty else { return }
            known[ref] = try put(meeting, over: before)
        }
    }

    func views() throws {
        let names = try names()
        let meetings: [String: Meeting] = try known(by: \.ref)
        var known: [String: TeamView] = try known { "\($0.meeting) \($0.team)" }
        try eachRow { row in
            _ = (row.required("meeting"), row.required("team"), row.required("author"))
            let text = row.required("text")
            let meeting = row.named("meeting", in: meetings)
            let team = row.unit("team", names)
            let author = row.person("author", names)
            let at = row.instant("written_at") ?? now
            row.limit("text", to: TeamView.limit)
            if let meeting, let team, !meeting.teams.contains(team) { row.refuse("team", .unknown) }
            guard row.problems.isEmpty, let meeting, let team, let author else { return }
            let before = known["\(meeting.id) \(team)"]
            var view =
                before
                ?? TeamView(id: transaction.newID(), of: team, on: meeting.id, by: author, text: text, at: at)
            view.author = author
            view.text = text
            view.writtenAt = at
            known["\(meeting.id) \(team)"] = try put(view, over: before)
        }
    }

    func actions() throws {
        let names = try names()
        let meetings: [String: Identifier<Meeting>] = try codes("SELECT ref, id FROM meeting")
        var known: [String: MeetingAction] = try known(by: \.ref)
        try eachRow { row in
            let ref = row.required("ref")
            _ = (row.required("meeting"), row.required("owner"), row.required("due"))
            let what = row.required("what")
            let meeting = row.named("meeting", in: meetings)
            let owner = row.person("owner", names)
            let due = row.day("due")
            row.limit("what", to: MeetingAction.limit)
            guard row.problems.isEmpty, let meeting, let owner, let due else { return }
            let before = known[ref]
            var action = MeetingAction(
                id: before?.id ?? transaction.newID(), ref: ref, of: meeting, what: what, owner: owner, due: due,
                at: row.instant("created_at") ?? before?.createdAt ?? now)
            action.version = before?.version ?? 1
            action.doneOn = row.day("done_on")
            known[ref] = try put(action, over: before)
        }
    }

    /// The log of decisions. What `briefings` says was decided is in it already, under the name of the initiative and a
    /// number: a row of that name completes it.
    func decisions() throws {
        let names = try names()
        let briefings: [String: Identifier<Briefing>] = try codes("SELECT ref, id FROM briefing")
        let meetings: [String: Identifier<Meeting>] = try codes("SELECT ref, id FROM meeting")
        let dependencies: [String: Identifier<Dependency>] = try codes("SELECT ref, id FROM dependency")
        var known: [String: Decision] = try known(by: \.ref)
        try eachRow { row in
            let ref = row.required("ref")
            _ = (row.required("cycle"), row.required("teams"), row.required("decided_on"))
            let what = row.required("what")
            let cycle = row.cycle("cycle", names)
            let teams = row.units("teams", names)
            let day = row.day("decided_on")
            guard row.problems.isEmpty, let cycle, let day else { return }
            let before = known[ref]
            var decision = Decision(
                id: before?.id ?? transaction.newID(), ref: ref, sort: row.choice("kind", missing: .initiative),
                cycle: cycle, teams: teams, what: what, reason: row.text("reason"),
                by: row.person("decided_by", names), on: day,
                at: row.instant("created_at") ?? before?.createdAt ?? now)
            decision.version = before?.version ?? 1
            decision.briefing = row.named("briefing", in: briefings)
            decision.meeting = row.named("meeting", in: meetings)
            decision.outcome = row.optionalChoice("outcome", Briefing.Outcome.self)
            decision.code = row.optionalChoice("code", Briefing.Decision.Code.self)
            decision.acceptsRisk = row.flag("accepts_risk")
            decision.afterFreeze = row.flag("after_freeze")
            decision.supersedes = row.named("supersedes", in: known)?.id
            decision.withdrawn = row.namedAll("withdrawn", in: dependencies)
            decision.carriedTo = row.named("carried_to", in: briefings)
            guard row.problems.isEmpty else { return }
            known[ref] = try put(decision, over: before)
        }
    }
}
