import Rouage
import Storage
import WebCore

/// What can be done to a briefing by its people and by those who decide.
extension Briefing {
    static let acts = Acts<Briefing>(
        at: "/briefings", find: BriefingRoutes.readable, landing: BriefingRoutes.landing,
        saved: Autosave.saved, writing + preparing + running)

    private static let writing: [Act<Briefing>] = [
        .making(
            "createBriefing", "Begins a briefing as a draft.",
            .init(
                "Commencer", "Start",
                done: "L’ébauche est commencée.", "The draft is begun."),
            of: { Start(in: $0.cycle?.id) }, body: "NewBriefing", notes: ["cycle": "A label such as `2026-Q2`."],
            example: [
                "team": "bulletins", "cycle": "2026-Q2",
                "title": "Un bulletin que l’on comprend sans appeler le support",
            ]
        ) { start, call in
            guard let team = start.team.flatMap({ call.visit.organisation.units[$0] }),
                let cycle = call.visit.cycles.first(where: { $0.id == start.cycle })
            else { throw Refusal.invalid(start.flaws) }
            let id = call.transaction.newID(Briefing.self)
            let (briefing, activity) = try begin(
                start.title, team: team.id, ref: "\(cycle.label)-\(team.code)-\(id.description.suffix(6))", id: id,
                in: cycle, by: call.deed)
            try call.transaction.add(briefing, activity)
            return id
        },
        // What somebody else saved meanwhile in other parts of the page stays; in the same part, nothing is saved before
        // the person has seen both texts.
        .editing(
            "reviseBriefing", "Rewrites fields; what is left out stays. Open until the freeze.",
            .init(
                "Enregistrer et relire", "Save and read",
                done: "C’est enregistré.", "It is saved."),
            over: { try BriefingForm.base($1.visit, $0, version: $1.version) }, form: BriefingForm.entries,
            body: "BriefingContent", notes: notes,
            example: [
                "problem": "Chaque mois, un lecteur sur douze bute sur son bulletin.",
                "source": "Support, 3 100 appels par mois.", "source_kind": "support",
                "problem_size": "12 000 salariés.", "intention": "Diviser les appels par deux.", "appetite_days": 40,
            ], { .writeBriefing($0) }
        ) { briefing, mine, call in
            let fields = try call.transaction.tribeFields(of: briefing, in: call.visit.organisation)
            let base = try BriefingForm.base(call.visit, briefing, version: call.version)
            for key in mine.tribeValues.keys.sorted()
            where base.tribeValues[key] == nil && !fields.contains(where: { $0.key == key }) {
                throw Refusal.invalid(Content.Part.tribeField(key).name, .unknown)
            }
            try call.visit.check(mine.axis, keeping: briefing.axis)
            let (content, clashes) = Content.merging(mine: mine, theirs: briefing.content, from: base)
            guard clashes.isEmpty else { throw Refusal.outdated }
            try call.transaction.change(briefing.id, version: briefing.version) { (stored: inout Briefing) in
                try stored.revise(content, by: call.deed, in: call.visit.cycle(of: stored))
            }
        },
    ]

    private static let preparing: [Act<Briefing>] = [
        .work(
            "submission", "submitBriefing", "Hands the page to the department.",
            .init(
                "Déposer le briefing", "Submit the briefing",
                done: "Le briefing est déposé.", "The briefing is submitted.", .first),
            { .submitBriefing($0) },
            suits: { try $0.state == .draft && $0.acceptsText(in: $1.cycle(of: $0)) }
        ) { try $1.transaction.submit($0.id, by: $1.deed) },
        .work(
            "no-dependency", "signNoDependency", "Signs that the initiative needs no other team.",
            .init(
                "Signer « aucune dépendance »", "Sign “no dependency”",
                done: "C’est signé : aucune dépendance.", "It is signed: no dependency."),
            undo: "no-dependency-withdrawal", { .writeBriefing($0) },
            suits: { briefing, _ in briefing.isBeingPrepared && briefing.noDependency == nil }
        ) { try $1.transaction.signNoDependency($0.id, by: $1.deed) },
        .act(
            "no-dependency-withdrawal", "withdrawNoDependency",
            "Takes the signature back: somebody is needed after all.",
            .init(
                "Retirer la signature", "Take the signature back",
                done: "La signature est retirée.", "The signature is taken back.", .quiet),
            { .writeBriefing($0) }, { try $0.withdrawNoDependency(by: $1) }),
        .work(
            "readiness", "declareBriefingReady", "Says that what it needs is settled.",
            .init(
                "Déclarer prête", "Declare ready",
                done: "L’initiative est déclarée prête.", "The initiative is declared ready.", .first),
            { .submitBriefing($0) }, suits: { briefing, _ in briefing.state == .aligning }
        ) { try $1.transaction.declareReady($0.id, by: $1.deed) },
        .work(
            "decision", "decideBriefing", "Validates, postpones or drops.",
            .init(
                "Enregistrer la décision", "Record the decision",
                done: "La décision est enregistrée.", "The decision is recorded."),
            of: Ruling(), body: "NewDecision",
            notes: [
                "code": "Needed unless it is validated.",
                "reason": "Needed unless a ready briefing is validated before the freeze.",
            ],
            example: ["outcome": "validated", "code": "strategy", "reason": "Le risque est accepté."],
            { .decideBriefing($0) },
            suits: { briefing, visit in
                try briefing.acceptsDecision
                    && (briefing.isOpenToDirectors(in: visit.cycle(of: briefing), on: visit.today)
                        || visit.actor?.holds(.cpo) == true)
            }
        ) { briefing, ruling, call in
            guard let outcome = ruling.outcome else { throw Refusal.invalid("outcome", .missing) }
            guard let code = ruling.ground else { throw Refusal.invalid("code", .missing) }
            try call.transaction.decide(
                briefing.id, version: call.version, outcome, code: code, reason: ruling.reason, by: call.deed)
        },
        .act(
            "departure", "leaveBriefing", "Takes one’s own name off the page.",
            .init("Retirer mon nom", "Take my name off", done: "Votre nom est retiré.", "Your name is off.", .quiet),
            { _ in nil }, { try $0.leave(by: $1) }),
    ]

    private static let running: [Act<Briefing>] = [
        .act(
            "recovery", "resumeBriefing", "Says that it goes on as meant.",
            .init(
                "Elle n’est plus ralentie", "Nothing slows it down any more",
                done: "L’initiative n’est plus ralentie.", "The initiative goes on as meant."),
            { .submitBriefing($0) }, { try $0.resume(by: $1) }),
        .work(
            "slowdown", "slowBriefing", "Says that it goes slower than meant, and why.",
            .init(
                Phrase(fr: "Enregistrer", en: "Save"),
                opening: Phrase(fr: "Elle est ralentie", en: "It is slowed down"),
                done: Phrase(fr: "C’est noté : elle est ralentie.", en: "It is noted: it is slowed down.")),
            of: Telling(code: nil, text: ""), body: "Slowdown", notes: causeNotes,
            example: ["cause": "legal", "reason": "La norme arrive en retard."], { .submitBriefing($0) },
            suits: { briefing, _ in briefing.state == .inProgress && !briefing.slowed }
        ) { briefing, telling, call in
            try call.transaction.slow(briefing.id, telling, by: call.deed)
        },
        .work(
            "ending", "endBriefing", "Says that the initiative is done, or given up and why.",
            .init(
                Phrase(fr: "Enregistrer", en: "Save"), opening: Phrase(fr: "Elle se termine", en: "It ends"),
                done: Phrase(fr: "C’est noté : elle est terminée.", en: "It is noted: it has ended.")),
            of: Close(), body: "Ending",
            notes: ["reason": "What came of it, or why it stops."].merging(causeNotes) { own, _ in own },
            example: ["ending": "done", "reason": "Les rejets sont expliqués."], { .submitBriefing($0) },
            suits: { briefing, _ in briefing.state == .inProgress }
        ) { briefing, close, call in
            guard let ending = close.ending else { throw Refusal.invalid("ending", .missing) }
            try call.transaction.end(briefing.id, ending, close.telling, by: call.deed)
        },
    ]

    private static let causeNotes = [
        "cause": "Needed when it is slowed down or given up.",
        "cause_dependencies": "Which of its dependencies, when the cause is one.",
    ]

    private static let notes = Dictionary(
        uniqueKeysWithValues: Text.Field.allCases.map {
            ($0.rawValue, "At most \($0.limit) characters to be submitted.")
        } + [
            ("appetite_days", "Person-days worth spending; null empties it."), ("axis", "The code of an axis."),
            ("owner", "The code of a person."), ("contributors", "Codes of people; replaces the list."),
            ("tribe_values", "Values of the tribe’s fields, by key."),
        ])
}
