import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// Projects of Product Ops.
extension WebCore.Operation {
    package static let projects: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/projects", name: "listProjects", about: "Ops projects, oldest first.",
                filters: [
                    Schema.Property("cycle", .text(), "A label such as `2026-Q2`."),
                    Schema.Property("stage", OpsProject.Stage.schema),
                    Schema.Property("standing", OpsProject.Standing.schema),
                    Schema.Property("lead", .text(), "The code of a person."),
                ], result: OpsProject.pageSchema, work: .read(projectList)),
            OpsProject.one(at: "/projects/{id}", "getProject", "One project."),
        ]
        + OpsProject.acts.operations()

    private static func projectList(_ call: APICall) throws -> APIResult {
        _ = try call.member()
        let stage = try call.choice("stage", OpsProject.Stage.self)
        let standing = try call.choice("standing", OpsProject.Standing.self)
        let (cycle, lead) = (try call.cycle("cycle"), try call.person("lead"))
        return try call.records(
            OpsProject.self,
            where: .all([
                cycle.map { "cycle = \($0)" }, stage.map { "stage = \($0.rawValue)" },
                standing.map { "standing = \($0.rawValue)" }, lead.map { "lead = \($0)" },
            ]))
    }
}

extension OpsProject: Shaped {
    package static let shape = Shape<OpsProject>(
        hidden: ["evidence", "experiments", "metric", "ownerAcceptance", "directorAcceptance"],
        renamed: ["targetCrafts": "crafts", "burdenDelta": "burden", "isUnplanned": "unplanned"],
        adding: [
            // How many answered; the counts are told from five on.
            .init("answer_count", { try $1.reading.agreement(on: $0.id).count }, always: true),
            .init(
                "answers",
                { project, visit in
                    let answers = try visit.reading.agreement(on: project.id)
                    return answers.count >= Agreement.fewest ? answers : nil
                }),
            .init("evidence", { project, _ in project.evidence.map(EvidenceJSON.init) }, always: true),
            .init("experiments", { project, _ in project.experiments.map(ExperimentJSON.init) }, always: true),
            .init("metric", { project, _ in project.metric.name }, always: true),
            .init("unit", { project, _ in project.metric.unit }, always: true),
            .init("before", { project, _ in project.metric.before }),
            .init("after", { project, _ in project.metric.after }),
            // Points of 100 of its playbook.
            .init("self_sustaining", { try legacy(of: $0, $1)?.score.rounded }),
            .init("owner_accepted_on", { project, _ in project.ownerAcceptance?.on }),
            .init("director", { project, _ in project.directorAcceptance?.by }),
            .init("director_accepted_on", { project, _ in project.directorAcceptance?.on }),
            // What is missing before the next stage, in words.
            .init(
                "missing",
                { project, visit -> [String]? in
                    guard let next = project.stage.next else { return [] }
                    return project.missing(for: next, visit.organisation, try legacy(of: project, visit)).map {
                        visit.say($0.phrase)
                    }
                }, always: true),
        ])

    private static func legacy(of project: OpsProject, _ visit: Visit) throws -> Legacy? {
        guard project.playbook != nil else { return nil }
        return try visit.reading.legacies(of: [project], in: visit.organisation)[project.id]
    }
}

private struct EvidenceJSON: Codable, Sendable {
    let kind: OpsProject.Evidence.Sort
    let team: Identifier<Rouage.Unit>
    let craft: Craft
    let note: String
    let consent: Bool
    let on: Day

    init(_ evidence: OpsProject.Evidence) {
        (kind, team, craft) = (evidence.sort, evidence.team, evidence.craft)
        (note, consent, on) = (evidence.note, evidence.hasConsent, evidence.on)
    }
}

private struct ExperimentJSON: Codable, Sendable {
    let hypothesis: String
    let measure: String
    let aim: OpsProject.Experiment.Aim
    let threshold: Int
    let teams: [Identifier<Rouage.Unit>]
    let from: Day
    let to: Day
    let reached: Int?
    let met: Bool
    let result: OpsProject.Experiment.Result?
    let learned: String

    init(_ experiment: OpsProject.Experiment) {
        (hypothesis, measure, aim) = (experiment.hypothesis, experiment.measure, experiment.aim)
        (threshold, teams, from, to) = (experiment.threshold, experiment.teams, experiment.from, experiment.to)
        (reached, met, result, learned) = (
            experiment.reached, experiment.isMet, experiment.result, experiment.learned
        )
    }
}

extension OpsProject.Stage: SchemaValue {}
extension OpsProject.Standing: SchemaValue {}
extension OpsProject.Mode: SchemaValue {}
extension OpsProject.ProblemState: SchemaValue {}
extension OpsProject.Agreement.Answer: SchemaValue {}
extension OpsProject.Evidence.Sort: SchemaValue {}
extension OpsProject.Experiment.Aim: SchemaValue {}
extension OpsProject.Experiment.Result: SchemaValue {}
extension OpsProject.Wave.Verdict: SchemaValue {}
extension ShareOut.State: SchemaValue {}
extension Sharing.Obstacle: SchemaValue {}
