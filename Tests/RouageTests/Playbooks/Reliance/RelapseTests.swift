import Rouage
import Testing

@Suite("What rests on Product Ops, and what slips after they left")
struct RelapseTests {
    private let carried = Cast.playbook(.inForce, .organisation, owner: .camille)
    private let everybody = ["bulletins", "variables", "conges", "dsn"]

    @Test("two occurrences missed are a relapse, one is not; a monthly date counts from its day after")
    func missed() {
        func relapse(_ daysAgo: Int) -> Relapse? {
            let held = Cast.occurrence(daysAgo, by: .camille, steps: [.camille, .engineer], teams: everybody)
            return Relapse.of(Cast.standing(carried, [held]))
        }
        #expect(relapse(31) == nil && relapse(62) == nil)
        #expect(relapse(63) == .missed(2) && relapse(94) == .missed(3))
    }

    @Test("an occurrence with a blocking step left out is missed too")
    func notAsWritten() {
        let good = Cast.occurrence(70, by: .camille, steps: [.camille, .engineer], teams: everybody)
        let bad = Cast.occurrence(40, by: .camille, steps: [.camille, nil], teams: everybody)
        let worse = Cast.occurrence(10, by: .camille, steps: [nil, .engineer], teams: everybody)
        #expect(Relapse.of(Cast.standing(carried, [good, bad, worse])) == .missed(2))
        #expect(Relapse.of(Cast.standing(carried, [bad, good, worse])) == .missed(2))
        #expect(Relapse.of(Cast.standing(carried, [good, worse])) == nil)
    }

    @Test("fewer than 60 % of the teams is a relapse; what Product Ops carry has none")
    func adoption() {
        let half = Cast.occurrence(5, by: .camille, steps: [.camille, .engineer], teams: ["bulletins", "dsn"])
        #expect(Relapse.of(Cast.standing(carried, [half])) == .adoption(0.5))
        let most = Cast.occurrence(
            5, by: .camille, steps: [.camille, .engineer], teams: ["bulletins", "dsn", "conges"])
        #expect(Relapse.of(Cast.standing(carried, [most])) == nil)
        #expect(Relapse.of(Cast.standing(Cast.playbook(.inForce, .ops), [half])) == nil)
    }

    @Test("what waits for its trigger slips by what was left out, never by the teams to which it did not come")
    func triggered() {
        var waiting = carried
        waiting.content.cadence = .onTrigger
        func held(_ daysAgo: Int, isWhole: Bool = true) -> Occurrence {
            Cast.occurrence(daysAgo, by: .camille, steps: [.camille, isWhole ? .engineer : nil], teams: ["dsn"])
        }
        let good = Cast.standing(waiting, [held(20), held(5)])
        #expect(Relapse.of(good) == nil && good.adoption == 1 && good.score.value(.adoption) == 1)
        let missed = Cast.standing(waiting, [held(40), held(20, isWhole: false), held(5, isWhole: false)])
        #expect(Relapse.of(missed) == .missed(2) && missed.adoption == 1.0 / 3)
        #expect(Cast.standing(waiting, []).adoption == nil)
        let quiet = Cast.standing(waiting, [held(390, isWhole: false), held(300), held(250)])
        #expect(Relapse.of(quiet) == nil && quiet.adoption == 1, "the last two times, when none came for half a year")
    }

    @Test("what teams try slips too, once the organisation carries it")
    func piloted() {
        let tried = Cast.playbook(.piloted, .organisation, owner: .camille)
        #expect(Relapse.of(Cast.standing(tried, [])) == .missed(6))
        #expect(Relapse.of(Cast.standing(Cast.playbook(.draft, .organisation, owner: .camille), [])) == nil)
    }

    @Test("it is told to who looks after it and their director, never to Product Ops")
    func watchers() {
        let told = Cast.allCases.filter { $0.actor.may(.playbook(.watch(carried))) }
        #expect(Set(told) == [.camille, .designer, .director, .cpo])
    }

    @Test("reliance is the share of blocking steps that Product Ops did")
    func reliance() {
        let one = Cast.occurrence(40, by: .ops, steps: [.ops, .engineer, .ops])
        let two = Cast.occurrence(5, by: .camille, steps: [.camille, .engineer])
        #expect(Reliance([one]).share == 0.5, "the third step blocks nothing")
        #expect(Reliance([one, two]) == Reliance(byOps: 1, all: 4))
        #expect(Cast.standing(carried, [two, one]).reliance.share == 0)
        #expect(Reliance([Occurrence]()).share == nil)
    }

    @Test("without Product Ops the playbooks stop whose blocking steps are theirs, by the text or by the last time")
    func stops() {
        var written = Cast.playbook(.inForce, .ops)
        written.content.steps[1].role = .ops
        let helped = Cast.standing(Cast.playbook(), [Cast.occurrence(5, by: .camille, steps: [.ops, .engineer])])
        let free = Cast.standing(carried, [Cast.occurrence(5, by: .camille, steps: [.camille, .engineer])])
        let draft = Cast.standing(Cast.playbook(.draft), [])
        let stops = Reliance.stops(without: [Cast.standing(written, []), helped, free, draft])
        #expect(stops.map(\.steps) == [[2], [1]])
    }

    @Test("what was done last time holds whatever is written since; a step is found again by its words or its place")
    func stopsAfterAnEdition() {
        let former = Cast.playbookContent().steps
        func stops(_ rewrite: (inout Playbook.Content) -> Void, knowing steps: [PlaybookStep]?) -> [[Int]] {
            var playbook = Cast.playbook()
            playbook.edition = 2
            rewrite(&playbook.content)
            let last = Cast.occurrence(5, by: .camille, steps: [.camille, .ops])
            let standing = PlaybookStanding(playbook, [last], formerSteps: steps, in: Cast.organisation)
            return Reliance.stops(without: [standing]).map(\.steps)
        }
        #expect(stops({ $0.trigger = "Le 21 du mois." }, knowing: former) == [[2]])
        #expect(stops({ $0.trigger = "Le 21 du mois." }, knowing: nil) == [[2]], "a former text that is not known")
        #expect(stops({ $0.steps.insert(.init("Prévenir", .designer), at: 0) }, knowing: former) == [[3]])
        #expect(stops({ $0.steps[1].what = "Relire à trois" }, knowing: former) == [[2]])
        #expect(stops({ $0.steps[1].blocking = false }, knowing: former).isEmpty)
        #expect(stops({ $0.steps.remove(at: 1) }, knowing: former).isEmpty)
    }
}
