import Rouage
import WebCore

/// Ops projects with their parts as the API shows them.
struct OpsProjectJSON: APIRecord {
    let id: Identifier<OpsProject>
    let version: Int
    let ref: String
    let topic: Identifier<Topic>?
    let request: Identifier<OpsRequest>?
    let cycle: String
    let title: String
    let mode: OpsProject.Mode
    let endsOn: Day?
    let effortDays: Int
    let crafts: [Craft]
    let lead: String?
    let buddy: String?
    let coBuilders: [String]
    let problem: String
    let problemState: OpsProject.ProblemState
    /// How many answered; the counts are told from five on.
    let answerCount: Int
    let answers: AgreementJSON?
    let evidence: [EvidenceJSON]
    let waiver: WaiverJSON?
    let solution: String
    let experiments: [ExperimentJSON]
    let waves: [WaveJSON]
    let metric: String
    let unit: String
    let before: Int?
    let after: Int?
    let burden: Int?
    let receiver: String?
    let playbook: Identifier<Playbook>?
    /// Points of 100 of its playbook.
    let selfSustaining: Int?
    let ownerAcceptedOn: Day?
    let director: String?
    let directorAcceptedOn: Day?
    let stage: OpsProject.Stage
    /// What is missing before the next stage, in words.
    let missing: [String]
    let standing: OpsProject.Standing
    let reason: String
    let unplanned: Bool
    let startedOn: Day?
    let endedOn: Day?
    let createdAt: Instant

    init(_ project: OpsProject, _ visit: Visit, _ agreement: OpsProject.Agreement, _ legacy: OpsProject.Legacy?) {
        id = project.id
        version = project.version
        ref = project.ref
        topic = project.topic
        request = project.request
        cycle = visit.label(project.cycle)
        title = project.title
        mode = project.mode
        endsOn = project.endsOn
        effortDays = project.effortDays
        crafts = project.targetCrafts
        lead = visit.code(project.lead)
        buddy = visit.code(project.buddy)
        coBuilders = project.coBuilders.compactMap { visit.code($0) }
        problem = project.problem
        problemState = project.problemState
        answerCount = agreement.count
        answers =
            agreement.count >= OpsProject.Agreement.fewest
            ? AgreementJSON(yes: agreement.yes, partly: agreement.partly, no: agreement.no) : nil
        evidence = project.evidence.map { EvidenceJSON($0, visit) }
        waiver = project.waiver.map { WaiverJSON(by: visit.code($0.by), reason: $0.reason, on: $0.on) }
        solution = project.solution
        experiments = project.experiments.map { ExperimentJSON($0, visit) }
        waves = project.waves.map { WaveJSON($0, visit) }
        metric = project.metric.name
        unit = project.metric.unit
        before = project.metric.before
        after = project.metric.after
        burden = project.burdenDelta
        receiver = visit.code(project.receiver)
        playbook = project.playbook
        selfSustaining = legacy?.score.rounded
        ownerAcceptedOn = project.ownerAcceptance?.on
        director = visit.code(project.directorAcceptance?.by)
        directorAcceptedOn = project.directorAcceptance?.on
        stage = project.stage
        missing =
            project.stage.next.map { next in
                project.missing(for: next, visit.organisation, legacy).map { $0.phrase(visit.language) }
            } ?? []
        standing = project.standing
        reason = project.reason
        unplanned = project.isUnplanned
        startedOn = project.startedOn
        endedOn = project.endedOn
        createdAt = project.createdAt
    }
}

struct AgreementJSON: Codable, Sendable {
    let yes: Int
    let partly: Int
    let no: Int
}

struct WaiverJSON: Codable, Sendable {
    let by: String?
    let reason: String
    let on: Day
}

struct EvidenceJSON: Codable, Sendable {
    let kind: OpsProject.Evidence.Sort
    let team: String?
    let craft: Craft
    let note: String
    let consent: Bool
    let on: Day

    init(_ evidence: OpsProject.Evidence, _ visit: Visit) {
        kind = evidence.sort
        team = visit.code(evidence.team)
        craft = evidence.craft
        note = evidence.note
        consent = evidence.hasConsent
        on = evidence.on
    }
}

struct ExperimentJSON: Codable, Sendable {
    let hypothesis: String
    let measure: String
    let aim: OpsProject.Experiment.Aim
    let threshold: Int
    let teams: [String]
    let from: Day
    let to: Day
    let reached: Int?
    let met: Bool
    let result: OpsProject.Experiment.Result?
    let learned: String

    init(_ experiment: OpsProject.Experiment, _ visit: Visit) {
        hypothesis = experiment.hypothesis
        measure = experiment.measure
        aim = experiment.aim
        threshold = experiment.threshold
        teams = experiment.teams.compactMap { visit.code($0) }
        from = experiment.from
        to = experiment.to
        reached = experiment.reached
        met = experiment.isMet
        result = experiment.result
        learned = experiment.learned
    }
}

struct WaveJSON: Codable, Sendable {
    let teams: [String]
    let from: Day
    let verdict: OpsProject.Wave.Verdict?
    let reason: String
    let decidedOn: Day?

    init(_ wave: OpsProject.Wave, _ visit: Visit) {
        teams = wave.teams.compactMap { visit.code($0) }
        from = wave.from
        verdict = wave.verdict
        reason = wave.reason
        decidedOn = wave.decidedOn
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
