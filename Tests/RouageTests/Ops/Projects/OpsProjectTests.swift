import Testing

@testable import Rouage

@Suite("An Ops project")
struct OpsProjectTests {
    private let ops = Cast.ops.deed
    private let cycle = ProjectScene.cycle
    private let today = Cast.today

    @Test("is paused, resumed and ended by those who carry it, from where it can be", arguments: ProjectMove.allCases)
    func transitions(move: ProjectMove) { move.checkTable() }

    @Test("takes no solution before the problem is agreed")
    func lockedSolution() throws {
        var project = ProjectScene.project()
        for state: OpsProject.ProblemState in [.open, .proposed] {
            project.problemState = state
            #expect(throws: Refusal.invalid("solution", .gate(.problemNotAgreed))) {
                try project.write(solution: "Un canal.", by: ops, in: cycle)
            }
        }
        project.problemState = .agreed
        #expect(try project.write(solution: "Un canal.", by: ops, in: cycle)?.action == .edited)
        #expect(project.solution == "Un canal.")
        #expect(throws: Refusal.notAllowed) {
            try project.write(solution: "Autre.", by: Cast.designer.deed, in: cycle)
        }
    }

    @Test(
        "a problem is agreed from five answers, 60 % yes or partly, 40 % yes",
        arguments: [
            (2, 1, 2, true), (2, 0, 2, false), (2, 0, 3, false), (1, 4, 0, false), (2, 3, 0, true), (4, 2, 4, true),
            (3, 7, 0, false), (0, 0, 0, false),
        ])
    func agreement(yes: Int, partly: Int, no: Int, isReached: Bool) throws {
        let answers = OpsProject.Agreement(yes: yes, partly: partly, no: no)
        #expect(answers.isReached == isReached)
        var project = ProjectScene.project()
        _ = try project.propose(by: ops, in: cycle)
        if isReached {
            _ = try project.agree(answers, by: ops, in: cycle)
            #expect(project.problemState == .agreed)
        } else {
            #expect(throws: Refusal.invalid("problem", .gate(.problemNotAgreed))) {
                try project.agree(answers, by: ops, in: cycle)
            }
        }
    }

    @Test("other words ask for the answers again")
    func rewording() throws {
        var project = ProjectScene.project()
        project.problemState = .agreed
        #expect(try project.write(problem: project.problem, by: ops, in: cycle) == nil)
        #expect(project.problemState == .agreed)
        _ = try project.write(problem: "Personne ne sait quand prévenir.", by: ops, in: cycle)
        #expect(project.problemState == .open)
    }

    @Test("those of the crafts concerned answer, once they are asked; never Product Ops")
    func answering() {
        var project = ProjectScene.project()
        #expect(!project.takesAnswers(by: Cast.camille.actor))
        project.problemState = .proposed
        #expect(project.takesAnswers(by: Cast.camille.actor))
        #expect(!project.takesAnswers(by: Cast.engineer.actor))
        for other: Cast in [.ops, .opsInTeam, .stranger, .guest, .administrator, .left] {
            #expect(!project.takesAnswers(by: other.actor), "\(other)")
        }
        project.targetCrafts = []
        #expect(project.takesAnswers(by: Cast.engineer.actor))
    }

    @Test("evidence names a team, and nobody of the department unless they agreed")
    func evidence() throws {
        var project = ProjectScene.project()
        func add(_ note: String, consent: Bool = false) throws {
            _ = try project.add(
                .verbatim, from: Cast.unit("bulletins"), .product, note: note, hasConsent: consent, by: ops,
                in: cycle)
        }
        #expect(throws: Refusal.invalid("note", .namesSomebody)) { try add("camille AUBRAC ne sait pas qui appeler.") }
        try add("Camille Aubrac ne sait pas qui appeler.", consent: true)
        try add("L’équipe ne sait pas qui appeler.")
        #expect(project.evidence.count == 2)
        #expect(throws: Refusal.invalid("note", .missing)) { try add(" ") }
        _ = try project.removeEvidence(at: 0, by: ops, in: cycle)
        #expect(project.evidence.map(\.hasConsent) == [false])
        #expect(throws: Refusal.invalid("evidence", .unknown)) {
            try project.removeEvidence(at: 1, by: ops, in: cycle)
        }
    }

    @Test("an experiment has one to three teams and six weeks at most")
    func experiments() throws {
        var project = ProjectScene.project(.experiment)
        #expect(throws: Refusal.invalid("to", .tooLate(than: today + 42))) {
            try project.begin(ProjectScene.experiment(days: 43), by: ops, in: cycle)
        }
        _ = try project.begin(ProjectScene.experiment(days: 42), by: ops, in: cycle)
        let crowd = OpsProject.Experiment(
            hypothesis: "a", measure: "b", aim: .atLeast, threshold: 1,
            teams: ["bulletins", "conges", "dsn", "variables"].map(Cast.unit), from: today, to: today)
        #expect(throws: Refusal.invalid("teams", .outOfRange(1...3))) {
            try project.begin(crowd, by: ops, in: cycle)
        }
        project.stage = .discovery
        #expect(throws: Refusal.closed) {
            try project.begin(ProjectScene.experiment(), by: ops, in: cycle)
        }
    }

    @Test("an experiment and a wave begin around today, inside their quarter; a conclusion comes after the start")
    func trialDays() throws {
        let (first, last) = (today - 30, cycle.end)
        var project = ProjectScene.project(.rollout)
        func begin(_ start: Day) throws {
            _ = try project.begin(ProjectScene.experiment(from: start), by: ops, in: cycle)
        }
        func plan(_ start: Day) throws {
            _ = try project.plan([Cast.unit("bulletins")], from: start, by: ops, in: cycle)
        }
        for (early, late) in [(Day(1990, 1, 1), last + 1), (first - 1, Day(2031, 1, 1))] {
            #expect(throws: Refusal.invalid("from", .tooEarly(before: first))) { try begin(early) }
            #expect(throws: Refusal.invalid("from", .tooLate(than: last))) { try begin(late) }
            #expect(throws: Refusal.invalid("from", .tooEarly(before: first))) { try plan(early) }
            #expect(throws: Refusal.invalid("from", .tooLate(than: last))) { try plan(late) }
        }
        try begin(today + 4)
        #expect(throws: Refusal.invalid("experiment", .tooEarly(before: today + 4))) {
            try project.conclude(0, reached: 15, .kept, learned: "Déjà.", by: ops, in: cycle)
        }
        _ = try project.conclude(0, reached: 15, .kept, learned: "Cela tient.", by: ops.on(today + 4), in: cycle)
        var next = cycle
        next.end = next.end + 90
        #expect(OpsProject.trialDays(in: next, on: today).upperBound == today + 92)
    }

    @Test("the next wave waits for the word on the one before, and each word has its reason")
    func waves() throws {
        var project = ProjectScene.project(.rollout)
        _ = try project.plan([Cast.unit("bulletins")], from: today, by: ops, in: cycle)
        #expect(throws: Refusal.invalid("teams", .waveUndecided)) {
            try project.plan([Cast.unit("conges")], from: today, by: ops, in: cycle)
        }
        #expect(throws: Refusal.invalid("reason", .missing)) {
            try project.decide(.go, reason: "", by: ops, in: cycle)
        }
        #expect(try project.decide(.go, reason: "Le seuil tient.", by: ops, in: cycle).action == .validated)
        _ = try project.plan([Cast.unit("conges")], from: today + 14, by: ops, in: cycle)
        #expect(project.waves.map(\.verdict) == [.go, nil])
    }

    @Test("by an effect it needs a figure, by a date it needs the date, inside its quarter")
    func frame() throws {
        var project = ProjectScene.project()
        var frame = project.frame
        #expect(throws: Refusal.invalid("metric", .missing)) {
            try project.set(frame, by: ops, in: cycle)
        }
        frame.mode = .project
        #expect(throws: Refusal.invalid("ends_on", .missing)) {
            try project.set(frame, by: ops, in: cycle)
        }
        frame.endsOn = cycle.end + 1
        #expect(throws: Refusal.invalid("ends_on", .tooLate(than: cycle.end))) {
            try project.set(frame, by: ops, in: cycle)
        }
        frame.endsOn = cycle.end
        _ = try project.set(frame, by: ops, in: cycle)
        #expect(project.mode == .project)
    }

    @Test("closes with its figure before and after, or with the word that none was measured")
    func closing() throws {
        var project = ProjectScene.project(.rollout)
        project.metric = .init(name: "Délai", unit: "min", before: 42)
        #expect(throws: Refusal.invalid("after", .notANumber)) {
            try project.close(after: nil, isUnmeasured: false, reason: "Fini.", by: ops)
        }
        var unmeasured = project
        _ = try unmeasured.close(after: 12, isUnmeasured: true, reason: "Trop peu de cas.", by: ops)
        #expect(!unmeasured.metric.isMeasured && unmeasured.standing == .closed)
        _ = try project.close(after: 14, isUnmeasured: false, reason: "Fini.", by: ops)
        #expect(project.metric.isMeasured && project.endedOn == today)
        #expect(throws: Refusal.closed) {
            try project.close(after: 1, isUnmeasured: false, reason: "Encore.", by: ops)
        }
    }

    @Test("once its quarter is over it is closed, handed over, or put back on the table; nothing else")
    func leftOver() throws {
        var project = ProjectScene.discovered()
        let later = cycle.end + 1
        #expect(project.isLeftOver(on: later, in: cycle) && !project.isLeftOver(on: cycle.end, in: cycle))
        #expect(throws: Refusal.closed) { try project.move(to: .experiment, nil, by: ops.on(later), in: cycle) }
        #expect(throws: Refusal.closed) { try project.pause(reason: "Plus tard.", by: ops.on(later), in: cycle) }
        _ = try project.retable(reason: "Le problème reste.", by: ops.on(later))
        #expect(project.standing == .retabled && !project.isLeftOver(on: later, in: cycle))
    }
}
