import HTTPTypes
import Rouage
import Storage
package import WebCore

/// Projects of Product Ops.
extension Operation {
    package static let projects: [Operation] = [
        Operation(
            method: .get, path: "/projects", name: "listProjects", about: "Ops projects, oldest first.",
            filters: [
                Schema.Property("cycle", .text(), "A label such as `2026-Q2`."),
                Schema.Property("stage", OpsProject.Stage.schema),
                Schema.Property("standing", OpsProject.Standing.schema),
                Schema.Property("lead", .text(), "The code of a person."),
            ], result: .of(PageJSON<OpsProjectJSON>.self), work: .read(projectList)),
        Operation(
            method: .post, path: "/projects", name: "startProject",
            about:
                "Starts a project of a selected topic, or of an urgent request, in the quarter that runs; beyond the days there are, another makes room.",
            body: .object(
                name: "NewProject",
                [
                    Schema.Property("topic", .text(format: "uuid")),
                    Schema.Property("request", .text(format: "uuid"), "An urgent request, instead of a topic."),
                    Schema.Property("lead", .text(), required: true, "The code of somebody of Product Ops."),
                    Schema.Property("buddy", .text()), Schema.Property("mode", OpsProject.Mode.schema),
                    Schema.Property("ends_on", .text(format: "date"), "Needed in project mode."),
                    Schema.Property("swap", .text(format: "uuid"), "The project that makes room."),
                    Schema.Property("swap_ends", .text(choices: ["pause", "stop"])),
                    Schema.Property("swap_reason", .text()),
                ]), result: .of(OpsProjectJSON.self), work: .write(form: "/projects", made: .opsProject, projectMade)),
        Operation(
            method: .get, path: "/projects/{id}", name: "getProject", about: "One project.",
            result: .of(OpsProjectJSON.self), work: .read(project)),
        projectMove(
            "problem", "writeProblem", "Writes the problem; other words erase the answers given so far.",
            .object(name: "ProjectProblem", [Schema.Property("problem", .text(), required: true)]),
            example: ["problem": "Personne ne sait qui prévenir."]),
        projectMove("proposal", "proposeProblem", "Asks those concerned whether the problem is theirs."),
        projectMove(
            "answers", "answerProblem", "Whether the problem is one's own; counted once, without the name.",
            .object(
                name: "ProblemAnswer",
                [Schema.Property("answer", OpsProject.Agreement.Answer.schema, required: true)]),
            example: ["answer": "partly"]),
        projectMove("agreement", "agreeProblem", "Holds the problem for agreed, once the answers say so."),
        projectMove(
            "solution", "writeSolution", "Writes the solution; refused until the problem is agreed.",
            .object(name: "Solution", [Schema.Property("solution", .text(), required: true)]),
            example: ["solution": "Un seul canal, tenu par la personne d’astreinte."]),
        projectMove(
            "evidence", "addEvidence", "Keeps what was heard, seen or counted in a team.",
            .object(
                name: "NewEvidence",
                [
                    Schema.Property("kind", OpsProject.Evidence.Sort.schema, required: true),
                    Schema.Property("team", .text(), required: true, "The code of a team."),
                    Schema.Property("craft", Craft.schema, required: true),
                    Schema.Property("note", .text(), required: true, "Names nobody without their consent."),
                    Schema.Property("consent", .boolean, "Whether who is named agrees to be."),
                ]),
            example: [
                "kind": "interview", "team": "moteur", "craft": "engineering",
                "note": "On appelle la mauvaise personne.",
            ]),
        projectMove(
            "evidence-removal", "removeEvidence", "Takes a piece of evidence back.",
            .object(
                name: "EvidenceRemoval", [Schema.Property("evidence", .integer, required: true, "Its place, from 1.")]),
            example: ["evidence": 1]),
        projectMove(
            "co-builders", "nameCoBuilders", "Names those outside Product Ops who build it with them, all of them.",
            .object(
                name: "CoBuilders",
                [
                    Schema.Property(
                        "co_builders", .list(.text()), required: true, field: "co_builder", "Codes of people.")
                ]),
            example: ["co_builders": ["camille.aubrac", "malo.fauvel"]]),
        projectMove(
            "waiver", "waiveDiscovery", "The CPO lets it go on before the discovery is whole.", reasonBody("Waiver"),
            example: ["reason": "Trois pannes en mars."]),
        projectMove(
            "experiments", "beginExperiment", "Begins a try in one to three teams, for six weeks at most.",
            .object(
                name: "NewExperiment",
                [
                    Schema.Property("hypothesis", .text(), required: true),
                    Schema.Property("measure", .text(), required: true),
                    Schema.Property("aim", OpsProject.Experiment.Aim.schema),
                    Schema.Property("threshold", .integer, required: true),
                    Schema.Property("teams", .list(.text()), required: true, field: "team", "Codes of teams."),
                    Schema.Property("from", .text(format: "date"), required: true),
                    Schema.Property("to", .text(format: "date"), required: true),
                ]),
            example: [
                "hypothesis": "Un seul canal suffit.", "measure": "Délai d’annonce en minutes", "aim": "at_most",
                "threshold": 15, "teams": ["moteur"], "from": "2026-03-09", "to": "2026-04-03",
            ]),
        projectMove(
            "conclusions", "concludeExperiment", "Says what came of a try.",
            .object(
                name: "Conclusion",
                [
                    Schema.Property("experiment", .integer, required: true, "Its place, from 1."),
                    Schema.Property("reached", .integer, required: true),
                    Schema.Property("result", OpsProject.Experiment.Result.schema, required: true),
                    Schema.Property("learned", .text(), required: true),
                ]),
            example: ["experiment": 1, "reached": 12, "result": "kept", "learned": "Le canal tient la nuit aussi."]),
        projectMove(
            "waves", "planWave", "Plans the next teams, once the wave before is decided.",
            .object(
                name: "NewWave",
                [
                    Schema.Property("teams", .list(.text()), required: true, field: "team", "Codes of teams."),
                    Schema.Property("from", .text(format: "date"), required: true),
                ]), example: ["teams": ["moteur", "identite"], "from": "2026-03-16"]),
        projectMove(
            "verdict", "decideWave", "Says whether the last wave goes, and why.",
            .object(
                name: "WaveVerdict",
                [
                    Schema.Property("verdict", OpsProject.Wave.Verdict.schema, required: true),
                    Schema.Property("reason", .text(), required: true),
                ]), example: ["verdict": "go", "reason": "Le seuil est atteint deux semaines de suite."]),
        projectMove(
            "frame", "setFrame", "How it is carried and measured; what is left out stays.",
            .object(
                name: "ProjectFrame",
                [
                    Schema.Property("mode", OpsProject.Mode.schema), Schema.Property("ends_on", .text(format: "date")),
                    Schema.Property("metric", .text()), Schema.Property("unit", .text()),
                    Schema.Property("before", .integer), Schema.Property("after", .integer),
                    Schema.Property("burden", .integer, "Minutes more, or less, of a person in a quarter."),
                ]), example: ["metric": "Délai d’annonce", "unit": "min", "before": 42, "burden": -10]),
        projectMove(
            "receiver", "nameReceiver", "Names who takes it over: somebody outside Product Ops.",
            .object(name: "Receiver", [Schema.Property("receiver", .text(), required: true, "The code of a person.")]),
            example: ["receiver": "camille.aubrac"]),
        projectMove(
            "playbook", "namePlaybook", "Names the playbook that it leaves behind; an empty text takes it away.",
            .object(
                name: "ProjectPlaybook", [Schema.Property("playbook", .text(), required: true, "The id of a playbook.")]
            ),
            example: ["playbook": ""]),
        projectMove("acceptance", "acceptProject", "The owner takes it over, or the director above them agrees."),
        projectMove(
            "stage", "moveProject", "Goes to the next stage when nothing is missing, or back to an earlier one.",
            .object(name: "ProjectStage", [Schema.Property("stage", OpsProject.Stage.schema, required: true)]),
            example: ["stage": "discovery"]),
        projectMove(
            "pause", "pauseProject", "Interrupts it.", reasonBody("Pause"),
            example: ["reason": "Les pannes passent devant."]),
        projectMove("resumption", "resumeProject", "Takes it up again, when there is room."),
        projectMove(
            "stop", "stopProject", "Ends it before its time.", reasonBody("Stop"),
            example: ["reason": "Le problème a disparu."]),
        projectMove(
            "closing", "closeProject", "Closes it with its figure after, or with the word that none was measured.",
            .object(
                name: "ProjectClosing",
                [
                    Schema.Property("after", .integer), Schema.Property("unmeasured", .boolean),
                    Schema.Property("reason", .text(), required: true, "What remains of it."),
                ]), example: ["unmeasured": true, "reason": "Trop peu de cas pour le dire."]),
        projectMove(
            "retabling", "retableProject", "Ends it and lets its topic be voted on again.", reasonBody("Retabling"),
            example: ["reason": "Le problème reste entier."]),
    ]

    private static func reasonBody(_ name: String) -> Schema {
        .object(name: "Project\(name)", [Schema.Property("reason", .text(), required: true)])
    }

    private static func projectMove(
        _ noun: String, _ name: String, _ about: String, _ body: Schema? = nil, example: JSONValue? = nil
    ) -> Operation {
        Operation(
            method: .post, path: "/projects/{id}/\(noun)", name: name, about: about, body: body, example: example,
            result: .of(OpsProjectJSON.self), work: .write(form: "/projects/:id/\(noun)", made: nil, project))
    }

    private static func json(_ project: OpsProject, _ call: APICall) throws -> OpsProjectJSON {
        OpsProjectJSON(
            project, call.visit, try call.reading.agreement(on: project.id),
            try call.reading.legacies(of: [project], in: call.visit.organisation)[project.id])
    }

    private static func project(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        return APIResult(try json(try call.reading.get(try call.visit.parameter("id")), call))
    }

    private static func projectMade(_ call: APICall) throws -> APIResult {
        guard let id = call.made.last(where: { $0.kind == .opsProject }).flatMap({ Identifier<OpsProject>($0.id) })
        else {
            throw Refusal.notFound
        }
        return APIResult(try json(try call.reading.get(id), call))
    }

    private static func projectList(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let stage = try call.choice("stage", OpsProject.Stage.self)
        let standing = try call.choice("standing", OpsProject.Standing.self)
        let (cycle, lead) = (try call.cycle("cycle"), try call.person("lead"))
        let fitting = SQL.all([
            cycle.map { "cycle = \($0)" }, stage.map { "stage = \($0.rawValue)" },
            standing.map { "standing = \($0.rawValue)" }, lead.map { "lead = \($0)" },
        ])
        let page = try call.list(OpsProject.self, where: fitting) { $0.id }
        let projects = try call.reading.records(page.items).sorted { $0.id < $1.id }
        return APIResult(PageJSON(items: try projects.map { try json($0, call) }, next: page.next))
    }
}
