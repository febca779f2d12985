package import Rouage

extension Reading {
    /// The projects of a quarter, oldest first.
    package func projects(of cycle: Identifier<Cycle>) throws -> [OpsProject] {
        try records(where: "cycle = \(cycle) ORDER BY created_at, ref")
    }

    /// Every project, oldest first.
    package func projects() throws -> [OpsProject] { try records(where: "1 = 1 ORDER BY created_at, ref") }

    /// The projects that go on or wait, oldest first.
    package func livingProjects() throws -> [OpsProject] {
        try records(where: "standing IN ('active', 'paused') AND stage <> 'handed_over' ORDER BY created_at, ref")
    }

    /// The projects that a topic became, oldest first.
    package func projects(of topic: Identifier<Topic>) throws -> [OpsProject] {
        try records(where: "topic = \(topic) ORDER BY created_at, ref")
    }

    /// The project that an urgent request became, or nothing.
    package func project(of request: Identifier<OpsRequest>) throws -> OpsProject? {
        try records(OpsProject.self, where: "request = \(request)").first
    }

    /// The projects that leave a playbook behind, oldest first.
    package func projects(leaving playbook: Identifier<Playbook>) throws -> [OpsProject] {
        try records(where: "playbook = \(playbook) ORDER BY created_at, ref")
    }

    /// What is known of the playbooks that projects leave behind, by project.
    package func legacies(of projects: [OpsProject], in organisation: Organisation) throws
        -> [Identifier<OpsProject>: OpsProject.Legacy]
    {
        let known = try standings(of: records(Array(Set(projects.compactMap(\.playbook)))), in: organisation)
        var legacies: [Identifier<OpsProject>: OpsProject.Legacy] = [:]
        for project in projects {
            guard let standing = known.first(where: { $0.playbook.id == project.playbook }) else { continue }
            legacies[project.id] = OpsProject.Legacy(standing, for: project.receiver)
        }
        return legacies
    }

    /// How those concerned answered about a problem.
    package func agreement(on project: Identifier<OpsProject>) throws -> OpsProject.Agreement {
        var votes: [String: Int] = [:]
        try each("SELECT answer, votes FROM problem_tally WHERE project = \(project)") {
            votes[$0.text(0)] = $0.integer(1)
        }
        return OpsProject.Agreement(
            yes: votes["yes"] ?? 0, partly: votes["partly"] ?? 0, no: votes["no"] ?? 0)
    }

    /// Whether a person has answered already.
    package func hasAnswered(_ person: Identifier<Person>, about project: Identifier<OpsProject>) throws -> Bool {
        try count("SELECT count(*) FROM problem_mark WHERE project = \(project) AND person = \(person)") > 0
    }

    /// What a quarter has taken on, and the days Product Ops can plan in it.
    package func room(of cycle: Cycle, _ organisation: Organisation) throws -> OpsProject.Room {
        OpsProject.Room(days: organisation.plannedOpsDays(in: cycle, .french), projects: try projects(of: cycle.id))
    }
}

extension Transaction {
    /// Counts one answer about a problem. It leaves no line of activity: nothing says who gave which.
    package func answer(_ answer: OpsProject.Agreement.Answer, about project: OpsProject, by deed: Deed) throws {
        guard project.takesAnswers(by: deed.actor), let person = deed.actor.id else {
            throw deed.actor.may(.opsWork(.answer(project))) ? Refusal.closed : Refusal.notAllowed
        }
        let marked = try connection.run(
            """
            INSERT INTO problem_mark (project, person) VALUES (\(project.id), \(person))
            ON CONFLICT (project, person) DO NOTHING
            """)
        guard marked == 1 else { throw Refusal.invalid("answer", .alreadyThere) }
        try connection.run(
            """
            INSERT INTO problem_tally (project, answer, votes) VALUES (\(project.id), \(answer.rawValue), 1)
            ON CONFLICT (project, answer) DO UPDATE SET votes = problem_tally.votes + 1
            """)
    }

    /// Forgets the answers: the problem reads otherwise now.
    package func forgetAnswers(about project: Identifier<OpsProject>) throws {
        try connection.run("DELETE FROM problem_tally WHERE project = \(project)")
        try connection.run("DELETE FROM problem_mark WHERE project = \(project)")
    }

    /// Keeps counts and marks that a file brings, in the place of those there.
    func setAnswers(
        _ agreement: OpsProject.Agreement, by people: [Identifier<Person>], about project: Identifier<OpsProject>
    ) throws {
        try forgetAnswers(about: project)
        for (answer, votes) in [("yes", agreement.yes), ("partly", agreement.partly), ("no", agreement.no)]
        where votes > 0 {
            try connection.run(
                "INSERT INTO problem_tally (project, answer, votes) VALUES (\(project), \(answer), \(votes))")
        }
        for person in people {
            try connection.run("INSERT INTO problem_mark (project, person) VALUES (\(project), \(person))")
        }
    }

    /// What a project comes from.
    package func origin(of beginning: OpsProject.Beginning) throws -> OpsProject.Origin {
        if let id = beginning.request {
            guard let request = try find(id) else { throw Refusal.invalid("request", .unknown) }
            return .request(request)
        }
        guard let topic = try beginning.topic.flatMap({ try find($0) }) else {
            throw Refusal.invalid("topic", .unknown)
        }
        return .topic(topic)
    }

    /// Starts a project; what makes room for it is paused or stopped in the same breath.
    package func start(_ beginning: OpsProject.Beginning, of origin: OpsProject.Origin, in cycle: Cycle, by deed: Deed)
        throws -> OpsProject
    {
        try takeTurn(at: .opsProject)
        let id = newID(OpsProject.self)
        let (project, activity) = try OpsProject.start(
            beginning, of: origin, ref: "\(cycle.label)-\(id.short)", id: id, in: cycle,
            room(of: cycle, deed.actor.organisation), by: deed)
        if let swap = beginning.swap {
            guard try find(swap.project) != nil else { throw Refusal.invalid("swap", .unknown) }
            try change(swap.project) { (other: inout OpsProject) in
                switch swap.end {
                case .pause: try other.pause(reason: swap.reason, by: deed, in: cycle)
                case .stop: try other.stop(reason: swap.reason, by: deed)
                }
            }
        }
        try add(project, activity)
        return project
    }

    /// Somebody takes a project over, or agrees as their director; the same word holds for the playbook it leaves behind,
    /// when that is offered to the same person.
    package func accept(_ id: Identifier<OpsProject>, version: Int?, by deed: Deed) throws {
        let project = try change(id, version: version) { (project: inout OpsProject) in
            try project.accept(by: deed)
        }
        guard let known = try project.playbook.flatMap({ try find($0) }), known.handover?.to == project.receiver else {
            return
        }
        for consent in known.openConsents(of: deed.actor) where consent != .coAuthor {
            try changePlaybook(known.id, in: deed.actor.organisation) { playbook in
                try playbook.accept(as: consent, by: deed)
            }
        }
    }

    /// Puts the topic of a project back among those that can be voted on.
    package func retable(_ id: Identifier<OpsProject>, version: Int?, reason: String, by deed: Deed) throws {
        let project = try change(id, version: version) { (project: inout OpsProject) in
            try project.retable(reason: reason, by: deed)
        }
        guard let topic = project.topic else { return }
        try change(topic) { (topic: inout Topic) in topic.putBack(at: now) }
    }
}
