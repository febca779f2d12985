/// What the simulated quarter's people do, as far as the product knows it, in the order of a day; the raw values are the
/// file's words.
enum QuarterAction: String, CaseIterable {
    case signIn = "session.open"
    case create = "brief.create"
    case save = "brief.save"
    case declareNone = "dep.declareNone"
    case pointOut = "dep.pointOut"
    case submit = "brief.submitDraft"
    case submitInGrace = "brief.submitDraft(grace)"
    case pointOutInAlignment = "dep.pointOut(alignment)"
    case pointOutLate = "dep.pointOut(late)"
    case acknowledge = "dep.acknowledge"
    case commit = "dep.commit"
    case counter = "dep.counter"
    case acceptCounter = "dep.acceptCounter"
    case decline = "dep.decline"
    case withdraw = "dep.withdraw"
    case revise = "brief.save(revision)"
    case review = "brief.review"
    case decide = "decision.record"
    case update = "dep.update(current cycle)"
    case claim = "dep.claimDelivered"
    case confirm = "dep.confirmDelivered"
    case comment = "comment.add"
    case alignmentComment = "comment.add(alignment)"
    case slow = "initiative.outcome(slowed/abandoned cause)"
    case close = "initiative.close"
    case minutes = "meeting.minutes"
    case polish = "deck.polish"
    case present = "deck.present(slide advance)"
    case question = "live.question"
    case vote = "confidence.vote"
    case lookBack = "retro.answer(3q)"
    case ask = "intake.create"
    case sort = "intake.triage"
    case closeRequest = "intake.close"
    case raise = "topic.create(from signals)"
    case propose = "topic.propose"
    case finalise = "topic.finalise"
    case link = "topic.axisLink"
    case table = "topic.table.freeze"
    case score = "ballot.score(15 topics)"
    case ballotWord = "ballot.comment"
    case confirmLine = "cutline.confirm"

    /// Done by the date alone; what is expected of each is looked at every evening.
    static let byDate: Set<String> = [
        "cycle.open(C1)", "cycle.freeze", "cycle.close(C0)", "initiative.start", "dep.break(detected)", "deck.build",
        "reminder.J-5(system)", "reminder.J-1(system)", "reminder.J+2(tribe lead)", "relay.create",
        "mercato.invite", "mercato.open", "mercato.close", "ranking.publish",
    ]

    /// Held open by each viewer and told what changes, where the file has them ask every ten seconds; the benchmark of
    /// the audience opens a thousand.
    static let streams: Set<String> = ["live.poll(10 s x 132 min)"]

    /// Pages that are looked at. They change nothing: one visit in twenty is made.
    static let visits = [
        "board.view": "/board?cycle=2026-Q2", "digest.follow": "/inbox",
        "portfolio.view": "/briefings?cycle=2026-Q2", "phase.set": "/calendar",
        "ranking.view": "/mercato/2026-Q2/result",
    ]

    /// What is not played, by noun: some of it the product has no noun for yet.
    static let notPlayed: [String: [String]] = [
        "calendar approval": ["calendar.approve"],
        "template": ["template.publish"],
        "capacity": ["capacity.set"],
        "axis page": ["axis.confirm"],
        "digest": ["digest.send"],
        "announcement": ["announcement.publish"],
        "Ops project": [
            "opsproject.start", "experiment.update", "interview.log", "handover.check", "handover.accept",
        ],
        "brainstorm": ["idea.add", "idea.cluster"],
        "note on a tie, which the CPO decides": ["tie.note"],
        "sharing out": ["preference.set", "shareout.compute", "shareout.confirm"],
        "OKR and KPI": [
            "okr.publish", "okr.draft", "okr.checkin", "okr.impactCheck", "okr.grade", "kpi.entry", "question.track",
        ],
        "pulse": [
            "pulse.invite", "pulse.remind(all, once)", "pulse.page", "pulse.submit(50q)", "pulse.publishPlan",
            "pulse.view",
        ],
        "incident": [
            "incident.open", "incident.timeline", "postmortem.save", "action.create", "action.close",
        ],
        "process": ["process.review"],
        "adoption and relay": [
            "accompaniment.session", "adoption.compute", "adoption.view", "coaching.action", "relay.accept",
        ],
    ]
}
