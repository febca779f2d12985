import Rouage

/// Ops projects from files.
extension Sheet {
    func projects() throws {
        let names = try names()
        let topics: [String: Identifier<Topic>] = try codes("SELECT ref, id FROM topic")
        let requests: [String: Identifier<OpsRequest>] = try codes("SELECT ref, id FROM request")
        let playbooks: [String: Identifier<Playbook>] = try codes("SELECT ref, id FROM playbook")
        let crafts = Dictionary(uniqueKeysWithValues: Craft.allCases.map { ($0.rawValue, $0) })
        var known: [String: OpsProject] = try known(by: \.ref)
        var answers: [(String, OpsProject.Agreement, [Identifier<Person>])] = []
        try eachRow { row in
            let ref = row.required("ref")
            _ = (row.required("cycle"), row.required("lead"))
            let title = row.required("title")
            let cycle = row.cycle("cycle", names)
            let lead = row.person("lead", names)
            let before = known[ref]
            for (column, limit) in [
                ("title", OpsProject.titleLimit), ("problem", OpsProject.problemLimit),
                ("solution", OpsProject.solutionLimit), ("reason", OpsProject.noteLimit),
                ("metric", OpsProject.Metric.nameLimit),
            ] {
                row.limit(column, to: limit)
            }
            guard row.problems.isEmpty, let cycle, let lead else { return }
            var project = OpsProject(
                id: before?.id ?? transaction.newID(), ref: ref, topic: row.named("topic", in: topics), in: cycle,
                title: title, problem: row.text("problem"),
                effortDays: row.integer("effort_days", in: 0...Topic.efforts.upperBound) ?? 0,
                targetCrafts: row.namedAll("crafts", in: crafts), mode: row.choice("mode", missing: .product),
                lead: lead, buddy: row.person("buddy", names), request: row.named("request", in: requests),
                at: row.instant("created_at") ?? before?.createdAt ?? now)
            project.version = before?.version ?? 1
            project.evidence = before?.evidence ?? []
            project.experiments = before?.experiments ?? []
            project.waves = before?.waves ?? []
            take(&row, names, into: &project)
            project.playbook = row.named("playbook", in: playbooks)
            if project.problemState != .agreed && !project.solution.isEmpty {
                row.refuse("solution", .gate(.problemNotAgreed))
            }
            let agreement = OpsProject.Agreement(
                yes: row.integer("yes") ?? 0, partly: row.integer("partly") ?? 0, no: row.integer("no") ?? 0)
            let marks = row.people("answered_by", names)
            guard row.problems.isEmpty else { return }
            known[ref] = try put(project, over: before)
            answers.append((ref, agreement, marks))
        }
        for (ref, agreement, marks) in answers {
            if let project = known[ref] { try transaction.setAnswers(agreement, by: marks, about: project.id) }
        }
    }

    private func take(_ row: inout SheetRow, _ names: Names, into project: inout OpsProject) {
        let figures = OpsProject.Experiment.figures
        project.endsOn = row.day("ends_on")
        project.coBuilders = row.people("co_builders", names)
        project.problemState = row.choice("problem_state", missing: .open)
        if let by = row.person("waived_by", names), let day = row.day("waived_on") {
            project.waiver = .init(by: by, reason: row.text("waiver_reason"), on: day)
        }
        project.solution = row.text("solution")
        project.metric = .init(
            name: row.text("metric"), unit: row.text("unit"), before: row.integer("before", in: figures),
            after: row.integer("after", in: figures))
        project.burdenDelta = row.integer("burden_delta", in: figures)
        project.receiver = row.person("receiver", names)
        if let by = row.person("accepted_by", names), let day = row.day("owner_accepted_on") {
            project.ownerAcceptance = .init(by: by, on: day)
        }
        if let by = row.person("director", names), let day = row.day("director_accepted_on") {
            project.directorAcceptance = .init(by: by, on: day)
        }
        project.stage = row.choice("stage", missing: .selected)
        project.standing = row.choice("standing", missing: .active)
        project.reason = row.text("reason")
        project.isUnplanned = row.flag("unplanned")
        project.startedOn = row.day("started_on")
        project.endedOn = row.day("ended_on")
    }

    func evidence() throws {
        let names = try names()
        try parts(\.evidence) { row in
            let proof = row.draft(over: OpsProject.Proof(), names)
            let day = row.day("found_on") ?? today
            guard let sort = proof.sort, let team = proof.team, let craft = proof.craft else { return nil }
            return .init(
                sort: sort, team: team, craft: craft, note: proof.note, hasConsent: proof.hasConsent, on: day)
        }
    }

    func experiments() throws {
        let names = try names()
        let figures = OpsProject.Experiment.figures
        try parts(\.experiments) { row in
            let trial = row.draft(over: OpsProject.Trial(), names)
            if trial.teams.count > OpsProject.Experiment.teamCount.upperBound {
                row.refuse("teams", .outOfRange(OpsProject.Experiment.teamCount))
            }
            guard var experiment = trial.experiment else { return nil }
            if experiment.to < experiment.from { row.refuse("to", .tooEarly(before: experiment.from)) }
            experiment.reached = row.integer("reached", in: figures)
            experiment.result = row.optionalChoice("result", OpsProject.Experiment.Result.self)
            experiment.learned = row.text("learned")
            return experiment
        }
    }

    func waves() throws {
        let names = try names()
        try parts(\.waves) { row in
            let next = row.draft(over: OpsProject.NextWave(), names)
            guard let from = next.from else { return nil }
            var wave = OpsProject.Wave(teams: next.teams, from: from)
            wave.verdict = row.optionalChoice("verdict", OpsProject.Wave.Verdict.self)
            wave.reason = row.text("reason")
            wave.decidedOn = row.day("decided_on")
            return wave
        }
    }

    /// Rows that are parts of projects: those of a project take the place of the parts it has.
    private func parts<Part: Equatable>(
        _ place: WritableKeyPath<OpsProject, [Part]>, _ read: (inout SheetRow) throws -> Part?
    ) throws {
        let known: [String: OpsProject] = try known(by: \.ref)
        var found: [(ref: String, parts: [Part])] = []
        try eachRow { row in
            let ref = row.required("project")
            _ = row.named("project", in: known)
            guard let part = try read(&row), row.problems.isEmpty else { return }
            if let index = found.firstIndex(where: { $0.ref == ref }) {
                found[index].parts.append(part)
            } else {
                found.append((ref, [part]))
            }
        }
        for (ref, parts) in found {
            guard let before = known[ref] else { continue }
            var project = before
            project[keyPath: place] = parts
            if project == before {
                file.unchanged += parts.count
            } else {
                file.updated += parts.count
                try transaction.replace(before, by: project, Activity(.imported))
            }
        }
    }
}
