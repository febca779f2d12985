import Rouage
import Testing

@Suite("Load and readiness")
struct ReadinessTests {
    private let now = Instant("2026-03-05T09:00:00.000Z")!
    private let cycle = Cycle(
        Quarter(label: "2026-Q2", fiscalStart: 1)!, id: Identifier(high: 9, low: 9), .french)

    private func briefing(_ length: Int = 100) -> Briefing {
        var text = Briefing.Text()
        text.title = "Un bulletin que l’on comprend"
        for field in [Briefing.Text.Field.problem, .source, .problemSize, .intention] {
            text[field] = String(repeating: "a", count: length)
        }
        return Briefing(
            id: Identifier(high: 1, low: 1), ref: "b", cycle: cycle.id, team: Identifier(high: 2, low: 1), owner: nil,
            text: text, at: now)
    }

    private func dependency(
        _ criticality: Dependency.Criticality, _ state: Dependency.State, mitigation: String = ""
    ) -> Dependency {
        let request = Dependency.Request(
            ref: "d", givingTeam: Identifier(high: 2, low: 2), what: "Une table", criticality: criticality,
            neededBy: Day(2026, 4, 10))
        var dependency = Dependency(
            id: Identifier(high: 3, low: UInt64(state.hashValue.magnitude)), request, of: briefing(), in: cycle,
            on: Day(2026, 2, 10), at: now)
        dependency.state = state
        dependency.mitigation = mitigation
        return dependency
    }

    @Test("a team of eight with five days off each can give 271.32 days, and is tight with 253")
    func goldenLoad() throws {
        let capacity = Load.capacity(fte: 8, workingDays: 62, leaveDays: 5)
        #expect(abs(capacity - 271.32) < 0.000_1)
        let load = Load(
            capacity: capacity,
            initiatives: [
                .init(appetiteDays: 120, state: .validated), .init(appetiteDays: 80, state: .aligning),
                .init(appetiteDays: 60, state: .dropped),
            ],
            gifts: [
                .init(effortDays: 40, sort: .deliverable, state: .committed),
                .init(effortDays: 20, sort: .deliverable, state: .acknowledged),
                .init(effortDays: 12, sort: .access, state: .pointedOut),
                .init(effortDays: 90, sort: .access, state: .declined),
            ], medians: Load.Medians(appetites: [], efforts: []))
        #expect(load.days == 253)
        #expect(abs(try #require(load.ratio) - 0.9325) < 0.000_05)
        #expect(load.zone == .tight && load.percent == 93 && !load.isEstimated)
    }

    @Test("an effort that nobody said counts as the median of its kind, and the load says that it is estimated")
    func estimated() {
        let medians = Load.Medians(appetites: [30, 50, 10], efforts: [(.access, 4), (.access, 8), (.decision, 1)])
        let load = Load(
            capacity: 100, initiatives: [.init(appetiteDays: nil, state: .aligning)],
            gifts: [.init(effortDays: nil, sort: .access, state: .committed)], medians: medians)
        #expect(load.own == 30 && load.given == 6 && load.isEstimated)
        #expect(Load(capacity: 0, own: 3, given: 0).zone == nil)
        #expect(Load(capacity: 100, own: 40, given: 50).zone == .tight)
        #expect(Load(capacity: 100, own: 60, given: 45).zone == .overloaded)
        #expect(Load(capacity: 100, own: 60, given: 30).givesMuch && !Load(capacity: 100, own: 70, given: 30).givesMuch)
    }

    @Test("79 with a slowing dependency only acknowledged; 88.3 and ready when it is promised")
    func goldenReadiness() {
        let waiting = [
            dependency(.blocking, .committed), dependency(.slowing, .acknowledged), dependency(.comfort, .pointedOut),
        ]
        let before = Readiness(
            briefing(), dependencies: waiting, load: 0.9325, reviewed: [.product, .design])
        #expect(
            before.fields == 30 && abs(before.dependencies - 24) < 0.001 && before.load == 15 && before.reviews == 10)
        #expect(abs(before.score - 79) < 0.001 && !before.isReady)
        #expect(before.gaps.map { Int($0.points.rounded()) } == [9, 7, 5])
        #expect(before.gaps.last?.subject == .review(.engineering))
        let promised = [waiting[0], dependency(.slowing, .committed), waiting[2]]
        let after = Readiness(briefing(), dependencies: promised, load: 0.9325, reviewed: [.product, .design])
        #expect(abs(after.score - 88.333) < 0.001 && after.isReady)
    }

    @Test("is never ready while a blocking dependency waits, whatever the score")
    func blocked() {
        for state in [Dependency.State.pointedOut, .acknowledged, .replanned, .declined] {
            let dependencies = [dependency(.blocking, state)] + (0..<8).map { _ in dependency(.blocking, .committed) }
            let readiness = Readiness(
                briefing(), dependencies: dependencies, load: nil, reviewed: [.product, .design, .engineering])
            #expect(readiness.score > 80 && !readiness.isReady, "\(state)")
        }
        let mitigated = Readiness(
            briefing(), dependencies: [dependency(.blocking, .declined, mitigation: "Un export à la main")],
            load: nil, reviewed: [.product, .design, .engineering])
        #expect(mitigated.isReady && mitigated.dependencies == 28)
    }

    @Test("counts half for a short field, nothing for an empty one, all for the signed word that nobody is needed")
    func fields() {
        var page = briefing(79)
        let short = Readiness(page, dependencies: [], load: nil, reviewed: [])
        #expect(short.fields == 15 && short.dependencies == 0)
        #expect(short.gaps.first?.subject == .missing(.wordOnDependencies))
        page.text.problem = " "
        page.noDependency = .init(by: Identifier(high: 4, low: 1), at: now)
        let signed = Readiness(page, dependencies: [dependency(.comfort, .withdrawn)], load: 1.6, reviewed: [])
        #expect(signed.fields == 10 && signed.dependencies == 40 && signed.load == 0 && signed.reviews == 0)
        #expect(signed.gaps.contains { $0.subject == .missing(.empty(.problem)) && $0.points == 10 })
    }
}
