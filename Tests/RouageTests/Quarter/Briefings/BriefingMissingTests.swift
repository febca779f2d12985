import Testing

@testable import Rouage

@Suite("What a briefing misses")
struct BriefingMissingTests {
    private func dependency(
        _ number: UInt64, _ criticality: Dependency.Criticality, _ state: Dependency.State, mitigation: String = ""
    ) -> Dependency {
        let request = Dependency.Request(
            ref: "d\(number)", givingTeam: Cast.unit("conges"), what: "Chose \(number)", criticality: criticality,
            neededBy: Day(2026, 4, 10))
        var dependency = Dependency(
            id: Identifier(high: 2, low: number), request, of: Cast.briefing(), in: Cast.cycle(), on: Cast.today,
            at: Cast.now)
        dependency.state = state
        dependency.mitigation = mitigation
        return dependency
    }

    @Test("comes by effect: what weighs most in its readiness first")
    func order() {
        var briefing = Cast.briefing()
        briefing.text.source = ""
        let blocking = dependency(1, .blocking, .pointedOut)
        let slowing = dependency(2, .slowing, .acknowledged)
        let comfort = dependency(3, .comfort, .committed)
        // 40 × 3/6 = 20, 40 × 2/6 × 0.7 = 9.3, the source 5.
        #expect(
            briefing.missing([comfort, slowing, blocking], fields: [])
                == [.answer(blocking), .commitment(slowing), .empty(.source)])
    }

    @Test("says who moves in each state of a dependency")
    func states() {
        let briefing = Cast.briefing()
        for state in Dependency.State.allCases {
            let one = dependency(1, .slowing, state)
            let expected: [Missing] =
                switch state {
                case .pointedOut: [.answer(one)]
                case .acknowledged: [.commitment(one)]
                case .replanned: [.replyToCounter(one)]
                case .declined: [.fallback(one)]
                case .broken: [.newPromise(one)]
                case .committed, .delivered: []
                case .withdrawn: [.wordOnDependencies]
                }
            #expect(briefing.missing([one], fields: []) == expected)
        }
    }

    @Test("a fallback written, or the signature that nobody is needed, leaves nothing")
    func nothing() {
        var briefing = Cast.briefing()
        #expect(briefing.missing([dependency(1, .blocking, .declined, mitigation: "À la main.")], fields: []) == [])
        #expect(briefing.missing([], fields: []) == [.wordOnDependencies])
        briefing.noDependency = .init(by: Cast.camille.id, at: Cast.now)
        #expect(briefing.missing([], fields: []) == [])
    }

    @Test("counts fields that are empty or too long")
    func fields() {
        var briefing = Cast.briefing()
        briefing.text.intention = " "
        briefing.text.cost = String(repeating: "a", count: 61)
        briefing.noDependency = .init(by: Cast.camille.id, at: Cast.now)
        #expect(briefing.missing([], fields: []) == [.empty(.intention), .tooLong(.cost, by: 1)])
    }
}
