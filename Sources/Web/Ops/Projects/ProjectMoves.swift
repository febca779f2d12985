import Rouage
import Storage
import WebCore

/// What is done to a project, one form each.
enum ProjectMoves {
    /// One move, on the project as it stood when the form was sent.
    struct Move {
        let visit: Visit
        let transaction: Transaction
        let deed: Deed
        let project: OpsProject
        let cycle: Cycle
        let form: ProjectForm

        @discardableResult
        func change(_ verb: (inout OpsProject) throws -> Activity?) throws -> OpsProject {
            try transaction.change(project.id, version: form.version, by: verb)
        }
    }

    static func add(to routes: Routes, again show: @escaping Routes.Page) {
        func move(_ noun: String, _ work: @escaping @Sendable (Move) throws -> Void) {
            routes.form(
                "/projects/:id/\(noun)",
                { visit, transaction in
                    let project = try ProjectRoutes.known(visit)
                    let cycle = try transaction.get(project.cycle)
                    try work(
                        Move(
                            visit: visit, transaction: transaction, deed: visit.deed, project: project,
                            cycle: cycle, form: ProjectForm(visit)))
                    return .seeOther("/projects/\(project.id)")
                }, again: show)
        }
        move("problem", writeProblem)
        move("proposal") { m in try m.change { try $0.propose(by: m.deed, in: m.cycle) } }
        move("answers", answer)
        move("agreement", agree)
        move("solution") { m in
            try m.change { try $0.write(solution: m.form.text("solution"), by: m.deed, in: m.cycle) }
        }
        move("evidence", addEvidence)
        move("evidence-removal") { m in
            try m.change {
                try $0.removeEvidence(
                    at: m.form.number("evidence").map { $0 - 1 }, by: m.deed, in: m.cycle)
            }
        }
        move("co-builders") { m in
            guard m.deed.actor.may(.opsWork(.carry(m.project))) else { throw Refusal.notAllowed }
            let people = try m.form.coBuilders()
            try m.change { try $0.name(coBuilders: people, by: m.deed, in: m.cycle) }
        }
        move("waiver") { m in
            try m.change { try $0.waive(reason: m.form.text("reason"), by: m.deed) }
        }
        move("experiments") { m in
            guard m.deed.actor.may(.opsWork(.carry(m.project))) else { throw Refusal.notAllowed }
            let experiment = try m.form.experiment()
            try m.change { try $0.begin(experiment, by: m.deed, in: m.cycle) }
        }
        move("conclusions", conclude)
        move("waves") { m in
            guard m.deed.actor.may(.opsWork(.carry(m.project))) else { throw Refusal.notAllowed }
            let (teams, first) = (try m.form.teams(), try m.form.day("from"))
            try m.change { try $0.plan(teams, from: first, by: m.deed, in: m.cycle) }
        }
        move("verdict") { m in
            try m.change {
                try $0.decide(m.form.choice("verdict"), reason: m.form.text("reason"), by: m.deed, in: m.cycle)
            }
        }
        move("frame") { m in
            guard m.deed.actor.may(.opsWork(.carry(m.project))) else { throw Refusal.notAllowed }
            let frame = try m.form.frame(of: m.project)
            try m.change { try $0.set(frame, by: m.deed, in: m.cycle) }
        }
        move("receiver") { m in
            try m.change { try $0.name(receiver: try m.form.person("receiver"), by: m.deed, in: m.cycle) }
        }
        move("playbook") { m in
            guard m.deed.actor.may(.opsWork(.carry(m.project))) else { throw Refusal.notAllowed }
            let playbook = try m.form.playbook(m.transaction)
            try m.change { try $0.name(playbook: playbook, by: m.deed, in: m.cycle) }
        }
        move("acceptance") { m in
            try m.transaction.accept(m.project.id, version: m.form.version, by: m.deed)
        }
        move("stage") { m in
            let organisation = m.visit.organisation
            try m.change { project in
                let legacy = try m.transaction.legacies(of: [project], in: organisation)[project.id]
                return try project.move(to: m.form.choice("stage"), legacy, by: m.deed, in: m.cycle)
            }
        }
        addEnds(move)
    }

    private static func addEnds(_ move: (String, @escaping @Sendable (Move) throws -> Void) -> Void) {
        move("pause") { m in
            try m.change { try $0.pause(reason: m.form.text("reason"), by: m.deed, in: m.cycle) }
        }
        move("resumption") { m in
            let room = try m.transaction.room(of: m.cycle, m.visit.organisation)
            try m.change { try $0.resume(room, by: m.deed, in: m.cycle) }
        }
        move("stop") { m in try m.change { try $0.stop(reason: m.form.text("reason"), by: m.deed) } }
        move("closing") { m in
            try m.change {
                try $0.close(
                    after: m.form.number("after"), isUnmeasured: m.form.flag("unmeasured"),
                    reason: m.form.text("reason"), by: m.deed)
            }
        }
        move("retabling") { m in
            try m.transaction.retable(m.project.id, version: m.form.version, reason: m.form.text("reason"), by: m.deed)
        }
    }

    @Sendable private static func writeProblem(_ m: Move) throws {
        let after = try m.change {
            try $0.write(problem: m.form.text("problem"), by: m.deed, in: m.cycle)
        }
        if after.problem != m.project.problem { try m.transaction.forgetAnswers(about: m.project.id) }
    }

    @Sendable private static func answer(_ m: Move) throws {
        guard m.deed.actor.may(.opsWork(.answer(m.project))) else { throw Refusal.notAllowed }
        guard let answer: OpsProject.Agreement.Answer = m.form.choice("answer") else {
            throw Refusal.invalid("answer", .missing)
        }
        try m.transaction.answer(answer, about: m.transaction.get(m.project.id), by: m.deed)
    }

    @Sendable private static func agree(_ m: Move) throws {
        let answers = try m.transaction.agreement(on: m.project.id)
        try m.change { try $0.agree(answers, by: m.deed, in: m.cycle) }
    }

    @Sendable private static func addEvidence(_ m: Move) throws {
        let form = m.form
        try m.change {
            try $0.add(
                form.choice("kind"), from: form.unit("team"), form.choice("craft"), note: form.text("note"),
                hasConsent: form.flag("consent"), by: m.deed, in: m.cycle)
        }
    }

    @Sendable private static func conclude(_ m: Move) throws {
        let form = m.form
        try m.change {
            try $0.conclude(
                form.number("experiment").map { $0 - 1 }, reached: form.number("reached"), form.choice("result"),
                learned: form.text("learned"), by: m.deed, in: m.cycle)
        }
    }
}
