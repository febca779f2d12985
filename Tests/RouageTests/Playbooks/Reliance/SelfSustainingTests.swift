import Rouage
import Testing

@Suite("The self-sustaining score")
struct SelfSustainingTests {
    private static let golden: [SelfSustaining.Criterion: Double] = [
        .owner: 1, .deputy: 1, .noOpsStep: 1, .freeRuns: 0.5, .adoption: 0.64 / 0.8, .written: 1, .metric: 1, .relay: 1,
        .burden: 1, .support: 0,
    ]

    @Test("is the sum of its parts: 15+10+10+10+12+10+5+5+5+0 is 82, gates met, self-sustaining")
    func sum() {
        let score = SelfSustaining(Self.golden)
        #expect(SelfSustaining.Criterion.allCases.map(\.weight).reduce(0, +) == 100)
        #expect(score.rounded == 82 && abs(score.score - 82) < 1e-9)
        #expect(
            SelfSustaining.Criterion.allCases.map { score.points($0).rounded() } == [
                15, 10, 10, 10, 12, 10, 5, 5, 5, 0,
            ])
        #expect(score.failingGates.isEmpty && score.band == .selfSustaining)
    }

    @Test(
        "with a gate that is not met it is nearly self-sustaining at most, whatever the sum",
        arguments: SelfSustaining.Criterion.allCases)
    func gates(criterion: SelfSustaining.Criterion) {
        var values = Self.golden.mapValues { _ in 1.0 }
        values[criterion] = criterion == .freeRuns ? 0.49 : 0
        let score = SelfSustaining(values)
        let isGate = [.owner, .deputy, .noOpsStep, .freeRuns].contains(criterion)
        #expect(score.failingGates == (isGate ? [criterion] : []))
        #expect(score.band == (isGate ? .nearly : .selfSustaining))
    }

    @Test("below 50 it is not self-sustaining yet; from 50 to 79 it nearly is")
    func bands() {
        #expect(SelfSustaining([.owner: 1, .deputy: 1, .noOpsStep: 1, .written: 1]).band == .notYet)
        #expect(SelfSustaining([.owner: 1, .deputy: 1, .noOpsStep: 1, .written: 1, .metric: 1]).band == .nearly)
        #expect(SelfSustaining([:]).rounded == 0)
    }

    @Test("is computed from the page and its occurrences, nothing else")
    func computed() {
        var playbook = Cast.playbook(.inForce, .handingOver, owner: .camille)
        playbook.handover?.ownerAcceptedOn = Cast.today
        let first = Cast.occurrence(40, by: .designer, steps: [.ops, .engineer], teams: ["bulletins"])
        let second = Cast.occurrence(5, by: .camille, steps: [.camille, .engineer], teams: ["bulletins", "conges"])
        let standing = Cast.standing(playbook, [second, first])
        let score = standing.score
        #expect(standing.freeRuns == 1 && score.value(.freeRuns) == 0.5)
        #expect(score.value(.owner) == 1 && score.value(.deputy) == 1 && score.value(.noOpsStep) == 1)
        #expect(score.value(.relay) == 0 && score.value(.support) == 0 && score.value(.metric) == 1)
        // Bulletins and Congés of Bulletins, Variables, Congés and DSN.
        #expect(standing.adoption == 0.5 && score.value(.adoption) == 0.5 / 0.8)
        #expect(Cast.standing(playbook, [first]).score.value(.freeRuns) == 0)
        #expect(Cast.standing(playbook, [first, second, second]).score.value(.deputy) == 0)
    }

    @Test("an owner who is of Product Ops is none, and a step for them closes the gate")
    func ops() {
        var playbook = Cast.playbook(.inForce, .ops, owner: .ops)
        playbook.content.steps[2].role = .ops
        let score = Cast.standing(playbook, []).score
        #expect(score.value(.owner) == 0 && score.value(.noOpsStep) == 0)
        #expect(score.failingGates == [.owner, .deputy, .noOpsStep, .freeRuns])
    }

    @Test("support ends within a quarter, and says when Product Ops come back")
    func support() {
        var playbook = Cast.playbook(.inForce, .handingOver)
        playbook.supportEndsOn = Cast.today + 92
        #expect(Cast.standing(playbook, []).score.value(.support) == 1)
        playbook.supportEndsOn = Cast.today + 93
        #expect(Cast.standing(playbook, []).score.value(.support) == 0)
        playbook.supportEndsOn = Cast.today + 30
        playbook.content.reentryRule = ""
        #expect(Cast.standing(playbook, []).score.value(.support) == 0)
    }
}
