import Rouage
import Storage
import WebCore

/// What can be done to a meeting.
extension Meeting {
    static let acts = Acts<Meeting>(
        at: "/meetings",
        landing: { _, act, meeting in
            let part = act.noun.map { ["minutes", "views", "actions", "decisions"].contains($0) ? "#\($0)" : "" }
            return "/meetings/\(meeting.id)\(part ?? "")"
        }, [calling] + arranging + outcomes)

    private static let calling = Act<Meeting>.making(
        "callMeeting", "Calls two to five teams together; what Product Ops call is a proposal.",
        .init("Prévoir une rencontre", "Plan a meeting", done: "La rencontre est prévue.", "The meeting is planned."),
        of: { Invitation(in: $0.site.clock.zone) }, body: "NewMeeting",
        notes: ["teams": "Codes of teams.", "cycle": "A label such as `2026-Q2`."].merging(times) { own, _ in own },
        example: [
            "teams": ["bulletins", "identite"], "cycle": "2026-Q2", "mode": "sync", "starts_on": "2026-03-10",
            "starts_at": "14:00", "length": 30, "place": "Salle Moulin",
        ]
    ) { invitation, call in
        let organisation = call.visit.organisation
        guard call.deed.actor.may(.callMeeting(of: invitation.teams)) || invitation.teams.isEmpty else {
            throw Refusal.notAllowed
        }
        let codes = invitation.teams.compactMap { organisation.units[$0]?.code }.joined(separator: ",")
        guard let room = AlignmentRoom(codes: codes, in: organisation) else {
            throw Refusal.invalid("teams", .outOfRange(teamCount))
        }
        guard let mode = invitation.mode, let cycle = call.visit.cycles.first(where: { $0.id == invitation.cycle })
        else { throw Refusal.invalid(invitation.flaws) }
        let id = call.transaction.newID(Meeting.self)
        let plan = try Plan(
            teams: room.ids, tribe: room.tribe?.id, mode: mode, invitation.timing, in: call.visit.site.clock.zone)
        let (meeting, activity) = try Meeting.call(
            plan, ref: "\(cycle.label)-\(id.short)", id: id, in: cycle, by: call.deed)
        try call.transaction.add(meeting, activity)
        return id
    }

    private static let arranging: [Act<Meeting>] = [
        .act(
            "acceptance", "acceptMeeting", "One of the teams takes up what Product Ops proposed.",
            .init(
                "Retenir cette rencontre", "Take this meeting up", done: "La rencontre est retenue.",
                "The meeting is taken up.", .first),
            { .holdMeeting($0) }, { try $0.accept(by: $1) }),
        .act(
            "opening", "openMeeting", "They sit down: what moves from now on is an outcome.",
            .init("Commencer", "Begin", done: "La rencontre commence.", "The meeting begins.", .first),
            { .holdMeeting($0) }, { try $0.start(by: $1) }),
        .work(
            "date", "moveMeeting", "Moves it to another hour, place or day; what is left out stays.",
            .init(
                Phrase(fr: "Enregistrer", en: "Save"),
                opening: Phrase(fr: "Changer l’heure ou le lieu", en: "Change the hour or the place"),
                done: Phrase(fr: "C’est enregistré.", en: "It is saved.")),
            over: { Shift(of: $0, in: $1.site.clock.zone) }, body: "MeetingTime", notes: times,
            example: ["starts_on": "2026-03-11", "starts_at": "10:00"], arrange,
            suits: { $0.state == .proposed || $0.state == .planned || $0.takesViews(on: $1.today) }
        ) { meeting, shift, call in
            let plan = try Plan(
                teams: meeting.teams, tribe: meeting.tribe, mode: meeting.mode, shift.timing,
                in: call.visit.site.clock.zone)
            try call.change(meeting) { try $0.move(to: plan, by: call.deed, in: call.visit.cycle(of: meeting)) }
        },
        .work(
            "cancellation", "cancelMeeting", "Calls it off; a reason is needed while something is left to settle.",
            .init(
                "Annuler la rencontre", "Call the meeting off", done: "La rencontre est annulée.",
                "The meeting is called off.", .grave),
            of: Cancellation(), body: "Cancellation", example: ["reason": "Réglé hier."], arrange,
            suits: { meeting, visit in
                var copy = meeting
                return (try? copy.cancel(reason: "", isSettled: true, by: visit.deed)) != nil
            }
        ) { meeting, cancellation, call in
            try call.transaction.cancel(
                meeting.id, version: call.version, reason: cancellation.reason, by: call.deed,
                in: call.visit.cycle(of: meeting))
        },
    ]

    /// What is written while it goes on and after.
    private static let outcomes: [Act<Meeting>] = [
        .act(
            "minutes", "writeMinutes", "Writes the minutes, and puts them right afterwards.",
            .init("Enregistrer", "Save", done: "C’est enregistré.", "It is saved."),
            of: Minutes(), body: "Minutes", example: ["minutes": "On garde le 15 avril."], { .holdMeeting($0) },
            { try $0.note($1.text, by: $2) }),
        .work(
            "closing", "closeMeeting", "Ends it; its minutes may be empty when dependencies moved.",
            .init(
                "Terminer la rencontre", "End the meeting", done: "La rencontre est terminée.", "The meeting is over."),
            over: { _, _ in Minutes() }, body: "FinalMinutes", example: ["minutes": "On garde le 15 avril."],
            { .holdMeeting($0) }, suits: { $0.mayClose(on: $1.today, at: $1.now) }
        ) { meeting, minutes, call in
            try call.transaction.close(meeting.id, version: call.version, minutes: minutes.text, by: call.deed)
        },
        .work(
            "views", "writeTeamView", "Writes the view of a team, hidden until all have written or the day has come.",
            .init("Garder notre vue", "Keep our view", done: "La vue est gardée.", "The view is kept."),
            of: View(), body: "NewTeamView",
            example: ["team": "bulletins", "text": "Le 15 avril nous suffit, sans l’historique."], { _ in nil },
            suits: { meeting, visit in
                meeting.takesViews(on: visit.today)
                    && meeting.teams.contains { visit.actor?.may(.speak(for: $0)) == true }
            }
        ) { meeting, view, call in
            guard meeting.teams.contains(where: { call.deed.actor.may(.speak(for: $0)) }) else {
                throw Refusal.notAllowed
            }
            guard let team = view.team else { throw Refusal.invalid(view.flaws) }
            try call.transaction.write(view.text, for: team, in: meeting.id, by: call.deed)
        },
        .work(
            "decisions", "agreeDecision", "Notes what the teams agreed; it goes into the log of decisions.",
            .init(
                Phrase(fr: "Noter", en: "Note"), opening: Phrase(fr: "Noter une décision", en: "Note a decision"),
                done: Phrase(fr: "La décision est notée.", en: "The decision is noted.")),
            of: Agreement(), body: "NewAgreement",
            example: ["decision": "Le lien ouvre le dernier bulletin seulement."], { .holdMeeting($0) },
            suits: { meeting, _ in meeting.state == .open || meeting.state == .held }
        ) { meeting, agreement, call in
            let id = call.transaction.newID(Decision.self)
            let (decision, activity) = try Decision.agree(
                agreement.decision, reason: agreement.reason, ref: "\(meeting.ref)-\(id.description.suffix(6))",
                id: id, in: meeting, by: call.deed)
            try call.transaction.add(decision, activity)
        },
        .work(
            "actions", "agreeAction", "Notes who does what until when.",
            .init(
                Phrase(fr: "Noter", en: "Note"), opening: Phrase(fr: "Noter une action", en: "Note an action"),
                done: Phrase(fr: "L’action est notée.", en: "The action is noted.")),
            of: Task(), body: "NewAction", notes: ["owner": "The code of a person of the teams."],
            example: ["what": "Envoyer le jeu d’essai", "owner": "camille.aubrac", "due": "2026-03-12"],
            { .holdMeeting($0) }, suits: { meeting, _ in meeting.state == .open || meeting.state == .held }
        ) { meeting, task, call in
            let id = call.transaction.newID(MeetingAction.self)
            let (action, activity) = try MeetingAction.agree(
                task.what, owner: task.owner, due: task.due, ref: "\(meeting.ref)-\(id.description.suffix(6))", id: id,
                in: meeting, by: call.deed)
            try call.transaction.add(action, activity)
        },
    ]

    /// A proposal is still arranged by who made it.
    @Sendable private static func arrange(_ meeting: Meeting) -> Permission? {
        meeting.state == .proposed ? .callMeeting(of: meeting.teams) : .holdMeeting(meeting)
    }

    private static let times = [
        "starts_on": "The day, when they meet at an hour.",
        "starts_at": "The hour, as `14:30` on the department’s clocks.", "length": "Minutes, 10 to 180.",
        "reveal_on": "In writing: the day on which all read the views.",
    ]
}

extension MeetingAction {
    static let acts = Acts<MeetingAction>(
        at: "/meeting-actions", landing: { _, _, action in "/meetings/\(action.meeting)#actions" },
        [
            .work(
                "completion", "finishAction", "It is done.",
                .init("C’est fait", "Done", done: "L’action est faite.", "The action is done."),
                { _ in nil },
                suits: { action, visit in
                    var copy = action
                    return (try? copy.finish(in: visit.reading.get(action.meeting), by: visit.deed)) != nil
                }
            ) { action, call in
                let meeting = try call.transaction.get(action.meeting)
                try call.change(action) { try $0.finish(in: meeting, by: call.deed) }
            }
        ])
}
