import Testing

@testable import Rouage

@Suite("The gates of an Ops project")
struct ProjectGateTests {
    private typealias Missing = OpsProject.Missing
    private let ops = Cast.ops.deed
    private let cycle = ProjectScene.cycle
    private let today = Cast.today

    private func refusal(_ missing: Missing...) -> Refusal {
        .invalid(missing.map { Flaw(field: "stage", reason: .gate($0)) })
    }

    private func missing(_ change: (inout OpsProject) -> Void) -> [Missing] {
        var project = ProjectScene.discovered()
        change(&project)
        return project.missing(for: .experiment, Cast.organisation, nil)
    }

    @Test("a discovery that is whole opens the experiments")
    func whole() throws {
        var project = ProjectScene.discovered()
        #expect(try project.move(to: .experiment, nil, by: ops, in: cycle).action == .advanced)
        #expect(project.stage == .experiment)
    }

    @Test("each part of the discovery is asked for by its name")
    func discovery() {
        #expect(missing { $0.problemState = .proposed } == [.problemNotAgreed])
        #expect(missing { $0.evidence.removeLast() } == [.evidence(4)])
        #expect(
            missing {
                $0.evidence[0] = ProjectScene.evidence(.data, "bulletins")
                $0.evidence.append(ProjectScene.evidence(.data, "bulletins"))
            } == [.interviews(2)])
        #expect(
            missing { $0.evidence[2] = ProjectScene.evidence(.interview, "bulletins") } == [.interviewedTeams(1)])
        #expect(missing { $0.coBuilders = [Cast.camille.id] } == [.coBuilders(1), .coBuildersTeams(1)])
        #expect(missing { $0.coBuilders = [Cast.camille.id, Cast.designer.id] } == [.coBuildersTeams(1)])
        #expect(missing { $0.coBuilders[1] = Cast.ops.id } == [.coBuilders(1), .coBuildersTeams(1)])
        #expect(missing { $0.targetCrafts = [.product, .design] } == [.coBuilderOf(.design)])
        #expect(missing { $0.metric.name = " " } == [.metric])
    }

    @Test("the CPO alone lets it go on for urgency, with a reason; co-builders are needed all the same")
    func waiver() throws {
        var project = ProjectScene.project()
        project.metric.name = "Délai"
        #expect(throws: Refusal.notAllowed) { try project.waive(reason: "Urgent.", by: ops) }
        #expect(throws: Refusal.notAllowed) {
            try project.waive(reason: "Urgent.", by: Cast.director.deed)
        }
        #expect(throws: Refusal.invalid("reason", .missing)) {
            try project.waive(reason: " ", by: Cast.cpo.deed)
        }
        #expect(
            try project.waive(reason: "Trois pannes en mars.", by: Cast.cpo.deed).reason.isEmpty == false)
        #expect(
            project.missing(for: .experiment, Cast.organisation, nil) == [
                .coBuilders(0), .coBuildersTeams(0), .coBuilderOf(.product),
            ])
        project.coBuilders = [Cast.camille.id, Cast.giverManager.id]
        #expect(project.missing(for: .experiment, Cast.organisation, nil).isEmpty)
    }

    @Test("a roll-out needs one experiment that met its threshold and was not stopped")
    func threshold() throws {
        var project = ProjectScene.project(.experiment)
        #expect(throws: refusal(.thresholdNotMet)) {
            try project.move(to: .rollout, nil, by: ops, in: cycle)
        }
        _ = try project.begin(ProjectScene.experiment(threshold: 15), by: ops, in: cycle)
        _ = try project.conclude(0, reached: 16, .changed, learned: "Trop de bruit.", by: ops, in: cycle)
        #expect(project.missing(for: .rollout, Cast.organisation, nil) == [.thresholdNotMet])
        _ = try project.conclude(0, reached: 15, .stopped, learned: "Trop cher.", by: ops, in: cycle)
        #expect(project.missing(for: .rollout, Cast.organisation, nil) == [.thresholdNotMet])
        _ = try project.conclude(0, reached: 15, .kept, learned: "Cela tient.", by: ops, in: cycle)
        #expect(try project.move(to: .rollout, nil, by: ops, in: cycle).action == .advanced)
    }

    @Test("it is handed over once its owner and their director accept, never by Product Ops")
    func handOver() throws {
        var project = ProjectScene.project(.rollout)
        func offer() throws { _ = try project.move(to: .handingOver, nil, by: ops, in: cycle) }
        #expect(throws: refusal(.receiver, .wave)) { try offer() }
        _ = try project.plan([Cast.unit("bulletins")], from: today, by: ops, in: cycle)
        _ = try project.decide(.noGo, reason: "Trop tôt.", by: ops, in: cycle)
        #expect(throws: refusal(.receiver, .wave)) { try offer() }
        _ = try project.plan([Cast.unit("bulletins")], from: today, by: ops, in: cycle)
        _ = try project.decide(.go, reason: "Le seuil tient.", by: ops, in: cycle)
        #expect(throws: refusal(.receiver)) { try offer() }
        #expect(throws: Refusal.invalid("receiver", .someoneOutsideOps)) {
            try project.name(receiver: Cast.opsInTeam.id, by: ops, in: cycle)
        }
        _ = try project.name(receiver: Cast.camille.id, by: ops, in: cycle)
        try offer()
        #expect(throws: refusal(.ownerAcceptance, .directorAcceptance, .playbook)) {
            try project.move(to: .handedOver, nil, by: ops, in: cycle)
        }
        for other: Cast in [.ops, .opsInTeam, .designer, .otherDirector, .giverLead] {
            #expect(throws: Refusal.notAllowed, "\(other)") { try project.accept(by: other.deed) }
        }
        _ = try project.accept(by: Cast.camille.deed)
        _ = try project.accept(by: Cast.director.deed)
        #expect(throws: refusal(.playbook)) {
            try project.move(to: .handedOver, nil, by: ops, in: cycle)
        }
        #expect(throws: refusal(.sustaining(.owner), .score(79))) {
            try project.move(to: .handedOver, Self.legacy(owner: 0, 0.95), by: ops, in: cycle)
        }
        #expect(
            try project.move(to: .handedOver, Self.legacy(), by: Cast.cpo.deed, in: cycle).action
                == .handedOver)
        #expect(project.endedOn == today)
        #expect(throws: Refusal.closed) { try project.move(to: .rollout, nil, by: ops, in: cycle) }
    }

    /// The playbook of the golden example: 82 points with all its gates, unless less is said.
    private static func legacy(
        owner: Double = 1, _ rest: Double = 1, isAcceptedByOwner: Bool = false, isAcceptedByDirector: Bool = false
    ) -> OpsProject.Legacy {
        OpsProject.Legacy(
            score: SelfSustaining([
                .owner: owner, .deputy: 1, .noOpsStep: 1, .freeRuns: owner == 1 ? 0.5 : 1,
                .adoption: owner == 1 ? 0.8 : 1,
                .written: rest == 1 ? 1 : 0.9, .metric: 1, .relay: 1, .burden: 1, .support: 0,
            ]), isAcceptedByOwner: isAcceptedByOwner, isAcceptedByDirector: isAcceptedByDirector)
    }

    @Test("below 80 points, or with a gate that is not met, it stays")
    func selfSustaining() {
        var project = ProjectScene.project(.handingOver)
        project.ownerAcceptance = .init(by: Cast.camille.id, on: today)
        project.directorAcceptance = .init(by: Cast.director.id, on: today)
        func missing(_ values: [SelfSustaining.Criterion: Double]) -> [Missing] {
            project.missing(for: .handedOver, Cast.organisation, .init(score: SelfSustaining(values)))
        }
        #expect(Self.legacy().score.rounded == 82)
        #expect(project.missing(for: .handedOver, Cast.organisation, Self.legacy()).isEmpty)
        var values = Self.legacy().score.values
        values[.metric] = 0
        #expect(missing(values) == [.score(77)])
        values = values.mapValues { _ in 1 }
        values[.noOpsStep] = 0
        #expect(missing(values) == [.sustaining(.noOpsStep)])
    }

    @Test("what was accepted on the page of its playbook, by the same people, counts")
    func acceptedThere() {
        let project = ProjectScene.project(.handingOver)
        let legacy = Self.legacy(isAcceptedByOwner: true, isAcceptedByDirector: true)
        #expect(project.missing(for: .handedOver, Cast.organisation, legacy).isEmpty)
        #expect(
            project.missing(for: .handedOver, Cast.organisation, Self.legacy(isAcceptedByOwner: true))
                == [.directorAcceptance])
    }

    @Test("what was accepted for somebody else does not count")
    func acceptedByOthers() {
        var playbook = Cast.playbook(.inForce, .handingOver)
        playbook.handover = .init(
            to: Cast.camille.id, by: Cast.ops.id, on: today - 9, ownerAcceptedOn: today - 3, directorAcceptedOn: today)
        func legacy(_ receiver: Cast?) -> OpsProject.Legacy {
            OpsProject.Legacy(PlaybookStanding(playbook, [], in: Cast.organisation), for: receiver?.id)
        }
        #expect(legacy(.camille).isAcceptedByOwner && legacy(.camille).isAcceptedByDirector)
        #expect(!legacy(.giverManager).isAcceptedByOwner && !legacy(nil).isAcceptedByDirector)
        playbook.carriedBy = .organisation
        playbook.handover = nil
        playbook.owner = Cast.giverManager.id
        #expect(legacy(.giverManager).isAcceptedByOwner && !legacy(.camille).isAcceptedByOwner)
    }

    @Test("another owner is asked anew")
    func otherOwner() throws {
        var project = ProjectScene.project(.handingOver)
        project.receiver = Cast.camille.id
        _ = try project.accept(by: Cast.camille.deed)
        _ = try project.name(receiver: Cast.giverManager.id, by: ops, in: cycle)
        #expect(project.ownerAcceptance == nil)
        #expect(throws: Refusal.notAllowed) { try project.accept(by: Cast.camille.deed) }
    }

    @Test("it goes back as far as need be, and forward by one stage at a time")
    func steps() throws {
        var project = ProjectScene.project(.rollout)
        #expect(throws: Refusal.closed) { try project.move(to: .handedOver, nil, by: ops, in: cycle) }
        #expect(try project.move(to: .discovery, nil, by: ops, in: cycle).action == .moved)
        #expect(throws: Refusal.closed) { try project.move(to: .rollout, nil, by: ops, in: cycle) }
        #expect(throws: Refusal.invalid("stage", .unknown)) {
            try project.move(to: nil, nil, by: ops, in: cycle)
        }
    }

    @Test("every stage can be moved by somebody who is not of Product Ops", arguments: OpsProject.Stage.allCases)
    func withoutOps(stage: OpsProject.Stage) {
        var project = ProjectScene.project(stage)
        project.coBuilders = [Cast.camille.id]
        let holders = Cast.allCases.filter { $0.actor.may(.opsWork(.carry(project))) }
        #expect(Set(holders) == [.ops, .opsInTeam, .cpo, .camille])
    }
}
