import Rouage
import Storage
import WebCore

/// What can be done to a project.
extension OpsProject {
    static let acts = Acts<OpsProject>(
        at: "/projects", [starting] + discovery + trials + people + [staging] + ends)

    private static func saved(_ fr: String, _ en: String) -> Act<OpsProject>.Words {
        .init("Enregistrer", "Save", done: fr, en)
    }

    private static let starting = Act<OpsProject>.making(
        "startProject",
        "Starts a project of a selected topic, or of an urgent request, in the quarter that runs; beyond the days there are, another makes room.",
        .init("Démarrer", "Start", done: "Le projet a démarré.", "The project is started."),
        of: Beginning(), body: "NewProject",
        notes: [
            "request": "An urgent request, instead of a topic.", "lead": "The code of somebody of Product Ops.",
            "ends_on": "Needed in project mode.", "swap": "The project that makes room.",
        ], .opsWork(.startProject)
    ) { beginning, call in
        guard let cycle = call.visit.running else { throw Refusal.closed }
        let origin = try call.transaction.origin(of: beginning)
        return try call.transaction.start(beginning, of: origin, in: cycle, by: call.deed).id
    }

    private static let discovery: [Act<OpsProject>] = [
        step(
            "problem", "writeProblem", "Writes the problem; other words erase the answers given so far.",
            saved("Le problème est enregistré.", "The problem is saved."), over: { _ in ProblemText() },
            body: "ProjectProblem",
            example: ["problem": "Personne ne sait qui prévenir."]
        ) { project, written, call, cycle in
            let words = project.problem
            let activity = try project.write(problem: written.problem, by: call.deed, in: cycle)
            if project.problem != words { try call.transaction.forgetAnswers(about: project.id) }
            return activity
        },
        step(
            "proposal", "proposeProblem", "Asks those concerned whether the problem is theirs.",
            .init(
                "Demander si c’est bien leur problème", "Ask whether this is theirs", done: "La question est posée.",
                "The question is put.")
        ) { try $0.propose(by: $1, in: $2) },
        .work(
            "answers", "answerProblem", "Whether the problem is one's own; counted once, without the name.",
            .init("Répondre", "Answer", done: "Votre réponse est comptée.", "Your answer is counted.", .first),
            of: ProblemAnswer(), body: "ProblemAnswer", example: ["answer": "partly"], { .opsWork(.answer($0)) },
            suits: { project, visit in
                guard let me = visit.actor, let id = me.id, project.takesAnswers(by: me) else { return false }
                return try !visit.reading.hasAnswered(id, about: project.id)
            }
        ) { project, written, call in
            guard let answer = written.answer else { throw Refusal.invalid("answer", .missing) }
            try call.transaction.answer(answer, about: project, by: call.deed)
        },
        .work(
            "agreement", "agreeProblem", "Holds the problem for agreed, once the answers say so.",
            .init(
                "Le problème est confirmé", "The problem is agreed", done: "Le problème est confirmé.",
                "The problem is agreed.", .first), carry,
            suits: { project, visit in
                try project.problemState == .proposed && goesOn(project, visit)
                    && visit.reading.agreement(on: project.id).isReached
            }
        ) { project, call in
            let answers = try call.transaction.agreement(on: project.id)
            try change(project, call) { try $0.agree(answers, by: call.deed, in: $1) }
        },
        step(
            "solution", "writeSolution", "Writes the solution; refused until the problem is agreed.",
            saved("La solution est enregistrée.", "The solution is saved."), over: { _ in SolutionText() },
            body: "Solution",
            example: ["solution": "Un seul canal, tenu par la personne d’astreinte."]
        ) { try $0.write(solution: $1.solution, by: $2.deed, in: $3) },
        step(
            "evidence", "addEvidence", "Keeps what was heard, seen or counted in a team.",
            .init("Ajouter", "Add", done: "La preuve est gardée.", "The evidence is kept."),
            over: { _ in Proof() }, body: "NewEvidence",
            notes: [
                "team": "The code of a team.", "note": "Names nobody without their consent.",
                "consent": "Whether who is named agrees to be.",
            ],
            example: [
                "kind": "interview", "team": "moteur", "craft": "engineering",
                "note": "On appelle la mauvaise personne.",
            ]
        ) { project, proof, call, cycle in
            try project.add(
                proof.sort, from: proof.team, proof.craft, note: proof.note, hasConsent: proof.hasConsent,
                by: call.deed, in: cycle)
        },
        step(
            "evidence-removal", "removeEvidence", "Takes a piece of evidence back.",
            .init(
                "Retirer une preuve", "Remove a piece of evidence", done: "La preuve est retirée.",
                "The evidence is removed.", .grave),
            over: { _ in ProofPlace() }, body: "EvidenceRemoval", notes: ["evidence": "Its place, from 1."],
            example: ["evidence": 1]
        ) { try $0.removeEvidence(at: $1.evidence.map { $0 - 1 }, by: $2.deed, in: $3) },
        .act(
            "waiver", "waiveDiscovery", "The CPO lets it go on before the discovery is whole.",
            .init(
                "Laisser avancer en urgence", "Let it go on, for urgency", done: "Le projet avance en urgence.",
                "The project goes on, for urgency."),
            of: Reason(), body: "ProjectWaiver", example: ["reason": "Trois pannes en mars."],
            { _ in .opsWork(.waive) }
        ) { try $0.waive(reason: $1.reason, by: $2) },
    ]

    private static let trials: [Act<OpsProject>] = [
        step(
            "experiments", "beginExperiment", "Begins a try in one to three teams, for six weeks at most.",
            .init("Lancer", "Begin", done: "L’essai est lancé.", "The experiment has begun."),
            over: { _ in Trial() }, body: "NewExperiment", notes: ["teams": "Codes of teams."],
            example: [
                "hypothesis": "Un seul canal suffit.", "measure": "Délai d’annonce en minutes", "aim": "at_most",
                "threshold": 15, "teams": ["moteur"], "from": "2026-03-09", "to": "2026-04-03",
            ]
        ) { project, trial, call, cycle in
            guard let experiment = trial.experiment else { throw Refusal.invalid(trial.flaws) }
            return try project.begin(experiment, by: call.deed, in: cycle)
        },
        step(
            "conclusions", "concludeExperiment", "Says what came of a try.",
            .init("Conclure", "Conclude", done: "L’essai est conclu.", "The experiment is concluded."),
            over: { _ in Conclusion() }, body: "Conclusion", notes: ["experiment": "Its place, from 1."],
            example: ["experiment": 1, "reached": 12, "result": "kept", "learned": "Le canal tient la nuit aussi."]
        ) { project, written, call, cycle in
            try project.conclude(
                written.experiment.map { $0 - 1 }, reached: written.reached, written.result, learned: written.learned,
                by: call.deed, in: cycle)
        },
        step(
            "waves", "planWave", "Plans the next teams, once the wave before is decided.",
            .init("Prévoir", "Plan", done: "La vague est prévue.", "The wave is planned."),
            over: { _ in NextWave() }, body: "NewWave", notes: ["teams": "Codes of teams."],
            example: ["teams": ["moteur", "identite"], "from": "2026-03-16"]
        ) { try $0.plan($1.teams, from: $1.from, by: $2.deed, in: $3) },
        step(
            "verdict", "decideWave", "Says whether the last wave goes, and why.",
            .init("Décider", "Decide", done: "La vague est décidée.", "The wave is decided."),
            over: { _ in WaveVerdict() }, body: "WaveVerdict",
            example: ["verdict": "go", "reason": "Le seuil est atteint deux semaines de suite."]
        ) { try $0.decide($1.verdict, reason: $1.reason, by: $2.deed, in: $3) },
        step(
            "frame", "setFrame", "How it is carried and measured; what is left out stays.",
            saved("Le cadre est enregistré.", "The frame is saved."), over: \.frame, body: "ProjectFrame",
            notes: ["burden": "Minutes more, or less, of a person in a quarter."],
            example: ["metric": "Délai d’annonce", "unit": "min", "before": 42, "burden": -10]
        ) { try $0.set($1, by: $2.deed, in: $3) },
    ]

    private static let people: [Act<OpsProject>] = [
        step(
            "co-builders", "nameCoBuilders", "Names those outside Product Ops who build it with them, all of them.",
            saved("Les co-constructeurs sont enregistrés.", "The co-builders are saved."), over: { _ in CoBuilders() },
            body: "CoBuilders", notes: ["co_builders": "Codes of people."],
            example: ["co_builders": ["camille.aubrac", "malo.fauvel"]]
        ) { try $0.name(coBuilders: $1.people, by: $2.deed, in: $3) },
        step(
            "receiver", "nameReceiver", "Names who takes it over: somebody outside Product Ops.",
            saved("La reprise est proposée.", "It is proposed to be taken over."), over: { _ in Receiver() },
            body: "Receiver",
            notes: ["receiver": "The code of a person."], example: ["receiver": "camille.aubrac"], isSettling: true
        ) { try $0.name(receiver: $1.receiver, by: $2.deed, in: $3) },
        step(
            "playbook", "namePlaybook", "Names the playbook that it leaves behind; null takes it away.",
            saved("Le process est enregistré.", "The playbook is saved."),
            over: { Heritage(playbook: $0.playbook) }, body: "ProjectPlaybook",
            notes: ["playbook": "The id of a playbook."], isSettling: true
        ) { project, written, call, cycle in
            let playbook = try written.playbook.flatMap { try call.transaction.find($0) }
            guard written.playbook == nil || playbook != nil else { throw Refusal.invalid("playbook", .unknown) }
            return try project.name(playbook: playbook, by: call.deed, in: cycle)
        },
        .work(
            "acceptance", "acceptProject", "The owner takes it over, or the director above them agrees.",
            .init(
                "Je le reprends", "I take it over", done: "Votre accord est enregistré.", "Your agreement is saved.",
                .first),
            { .opsWork(.takeOver($0)) },
            suits: { project, visit in
                guard let actor = visit.actor, project.stage == .handingOver, project.standing == .active else {
                    return false
                }
                let legacy = try visit.reading.legacies(of: [project], in: visit.organisation)[project.id]
                return actor.may(.opsWork(.accept(project)))
                    ? !project.isAcceptedByOwner(legacy) : !project.isAcceptedByDirector(legacy)
            }
        ) { project, call in
            try call.transaction.accept(project.id, version: call.version, by: call.deed)
        },
    ]

    private static let staging = step(
        "stage", "moveProject", "Goes to the next stage when nothing is missing, or back to an earlier one.",
        .init("Revenir", "Go back", done: "Le projet a changé d’étape.", "The project changed its stage."),
        over: { _ in NextStage() }, body: "ProjectStage", example: ["stage": "discovery"], isSettling: true
    ) { project, written, call, cycle in
        let legacy = try call.transaction.legacies(of: [project], in: call.visit.organisation)[project.id]
        return try project.move(to: written.stage, legacy, by: call.deed, in: cycle)
    }

    private static let ends: [Act<OpsProject>] = [
        step(
            "pause", "pauseProject", "Interrupts it.",
            .init("Mettre en pause", "Pause", done: "Le projet est en pause.", "The project is paused."),
            over: { _ in Reason() }, body: "ProjectPause", example: ["reason": "Les pannes passent devant."]
        ) { try $0.pause(reason: $1.reason, by: $2.deed, in: $3) },
        .work(
            "resumption", "resumeProject", "Takes it up again, when there is room.",
            .init("Reprendre", "Take up again", done: "Le projet reprend.", "The project goes on."), carry,
            suits: { project, _ in project.standing == .paused }
        ) { project, call in
            try change(project, call) { project, cycle in
                let room = try call.transaction.room(of: cycle, call.visit.organisation)
                return try project.resume(room, by: call.deed, in: cycle)
            }
        },
        .act(
            "closing", "closeProject", "Closes it with its figure after, or with the word that none was measured.",
            .init("Clore le projet", "Close the project", done: "Le projet est clos.", "The project is closed."),
            of: Closing(), body: "ProjectClosing", notes: ["reason": "What remains of it."],
            example: ["unmeasured": true, "reason": "Trop peu de cas pour le dire."], carry
        ) {
            try $0.close(after: $1.after, isUnmeasured: $1.isUnmeasured, reason: $1.reason, by: $2)
        },
        .work(
            "retabling", "retableProject", "Ends it and lets its topic be voted on again.",
            .init(
                "Remettre au tableau", "Put back on the table", done: "Le projet est remis au tableau.",
                "The project is back on the table."),
            of: Reason(), body: "ProjectRetabling", example: ["reason": "Le problème reste entier."], carry,
            suits: { project, _ in !project.standing.isOver && project.stage != .handedOver }
        ) { project, written, call in
            try call.transaction.retable(project.id, version: call.version, reason: written.reason, by: call.deed)
        },
        .act(
            "stop", "stopProject", "Ends it before its time.",
            .init(
                "Arrêter le projet", "Stop the project", done: "Le projet est arrêté.", "The project is stopped.",
                .grave),
            of: Reason(), body: "ProjectStop", example: ["reason": "Le problème a disparu."], carry
        ) { try $0.stop(reason: $1.reason, by: $2) },
    ]

    // MARK: In the quarter of the project

    @Sendable private static func carry(_ project: OpsProject) -> Permission { .opsWork(.carry(project)) }

    @Sendable private static func goesOn(_ project: OpsProject, _ visit: Visit) throws -> Bool {
        guard let cycle = visit.cycles.first(where: { $0.id == project.cycle }) else { return false }
        return project.isOpen(on: visit.today, in: cycle)
    }

    private static func change(
        _ project: OpsProject, _ call: ActCall, _ verb: (inout OpsProject, Cycle) throws -> Activity?
    ) throws {
        let cycle = try call.transaction.get(project.cycle)
        try call.change(project) { try verb(&$0, cycle) }
    }

    /// What those who carry it do while it goes on in its quarter.
    /// - Parameter isSettling: also when its quarter is over and it was not settled.
    private static func step<Draft: Drafted>(
        _ noun: String, _ name: String, _ about: String, _ words: Act<OpsProject>.Words,
        over stored: @escaping @Sendable (OpsProject) -> Draft, body: String, notes: [String: String] = [:],
        example: JSONValue? = nil, isSettling: Bool = false,
        _ verb: @escaping @Sendable (inout OpsProject, Draft, ActCall, Cycle) throws -> Activity?
    ) -> Act<OpsProject> {
        .work(
            noun, name, about, words, over: { project, _ in stored(project) }, body: body, notes: notes,
            needsRequired: true, example: example, carry,
            suits: { project, visit in try isSettling ? project.isAlive : goesOn(project, visit) }
        ) { project, draft, call in
            try change(project, call) { try verb(&$0, draft, call, $1) }
        }
    }

    private static func step(
        _ noun: String, _ name: String, _ about: String, _ words: Act<OpsProject>.Words,
        _ verb: @escaping @Sendable (inout OpsProject, Deed, Cycle) throws -> Activity?
    ) -> Act<OpsProject> {
        .work(
            noun, name, about, words, carry,
            suits: { project, visit in
                try goesOn(project, visit)
                    && Act.wouldTake(project, visit) { try verb(&$0, $1, visit.reading.get(project.cycle)) }
            }
        ) { project, call in try change(project, call) { try verb(&$0, call.deed, $1) } }
    }
}
