import Testing

@testable import Rouage

@Suite("Sharing out")
struct SharingTests {
    /// Ana, Bo and Cy; the topics I1, I2, I5 and I8.
    static let golden = Sharing(
        people: [
            .init(capacity: 60, wishes: [3, 3, 1, 2]), .init(capacity: 60, wishes: [2, 3, 2, 1]),
            .init(capacity: 45, wishes: [3, 0, 2, 3]),
        ], efforts: [30, 40, 35, 30])

    /// Every way to take all the topics, or to leave some out.
    static func everyPlan(of sharing: Sharing, mayLeaveOut: Bool) -> [Sharing.Plan] {
        let people = sharing.people.indices
        let pairs: [Sharing.Pair?] = people.flatMap { lead in
            people.filter { $0 != lead }.map { Sharing.Pair(lead: lead, buddy: $0) }
        }
        var plans: [Sharing.Plan] = [[]]
        for _ in sharing.efforts {
            plans = plans.flatMap { plan in (pairs + (mayLeaveOut ? [nil] : [])).map { plan + [$0] } }
        }
        return plans.filter(sharing.allows)
    }

    @Test("the three share four topics in the best of 104 ways")
    func goldenExample() {
        let sharing = Self.golden
        #expect(Self.everyPlan(of: sharing, mayLeaveOut: false).count == 104)
        let solution = sharing.best()
        let (ana, bo, cy) = (0, 1, 2)
        #expect(solution.plan.map { $0?.lead } == [ana, bo, bo, cy])
        #expect(solution.plan.map { $0?.buddy } == [cy, ana, ana, ana])
        #expect(solution.isProven)
        #expect(solution.obstacles.isEmpty)
        #expect(sharing.loads(of: solution.plan) == [525, 525, 300])
        #expect(sharing.contentment(of: solution.plan).sorted() == [5, 6, 6])
    }

    @Test("agrees with looking at every plan, on small cases drawn at random", arguments: 0..<40)
    func exhaustive(seed: Int) throws {
        var dice = LoadedDie(UInt64(seed))
        let topics = dice.roll(1...3)
        let people = (0..<3).map { _ in
            Sharing.Candidate(
                capacity: Double(dice.roll(8...60)), leadsLeft: dice.roll(0...2),
                wishes: (0..<topics).map { _ in dice.roll(0...3) })
        }
        let sharing = Sharing(people: people, efforts: (0..<topics).map { _ in dice.roll(5...40) })
        let plans = Self.everyPlan(of: sharing, mayLeaveOut: true)
        let best = try #require(
            plans.min { SharingValue(of: $0, in: sharing) < SharingValue(of: $1, in: sharing) })
        let solution = sharing.best()
        #expect(solution.isProven)
        #expect(solution.plan == best)
        #expect(Set(solution.obstacles.keys) == Set(best.indices.filter { best[$0] == nil }))
    }

    @Test("a topic is left out for what stands in its way, and those below it are still taken")
    func obstacles() {
        func people(_ wishes: [Int]..., capacity: Double = 40) -> [Sharing.Candidate] {
            wishes.map { Sharing.Candidate(capacity: capacity, wishes: $0) }
        }
        let refused = Sharing(people: people([0, 2], [0, 2]), efforts: [10, 10]).best()
        #expect(refused.obstacles == [0: .nobodyToLead])
        #expect(refused.plan[1] != nil)
        let lonely = Sharing(people: people([3, 2], [0, 2]), efforts: [10, 10]).best()
        #expect(lonely.obstacles == [0: .nobodyToHelp])
        let heavy = Sharing(people: people([3, 3], [3, 3]), efforts: [70, 10]).best()
        #expect(heavy.obstacles == [0: .tooHeavy])
        #expect(heavy.plan[1] != nil)
        let short = Sharing(people: people([3, 3], [3, 3]), efforts: [40, 41]).best()
        #expect(short.obstacles == [1: .noDaysLeft])
        let many = Sharing(
            people: (0..<8).map { _ in .init(capacity: 90, wishes: Array(repeating: 2, count: 16)) },
            efforts: Array(repeating: 1, count: 16)
        ).best(within: Sharing.Limit(nodes: 2_000))
        #expect(many.obstacles[15] == .tooMany)
    }

    @Test("nobody leads three, and somebody new leads nothing")
    func leads() {
        let sharing = Sharing(
            people: [
                .init(capacity: 90, leadsLeft: 0, wishes: [3, 3, 3]), .init(capacity: 90, wishes: [1, 1, 1]),
            ], efforts: [5, 5, 5])
        let solution = sharing.best()
        #expect(solution.plan.map { $0?.lead } == [1, 1, nil])
        #expect(solution.obstacles == [2: .nobodyToLead])
    }

    @Test("ten people and fifteen topics are shared out and proven", arguments: [8, 12])
    func whole(seed: Int) {
        var dice = LoadedDie(UInt64(seed))
        let sharing = Sharing(
            people: (0..<10).map { _ in
                .init(capacity: Double(dice.roll(18...30)), wishes: (0..<15).map { _ in dice.roll(0...3) })
            }, efforts: (0..<15).map { _ in dice.roll(8...20) })
        let solution = sharing.best()
        #expect(solution.isProven && sharing.allows(solution.plan))
    }

    @Test("past its limit it says that nothing is proven, and gives a plan that holds")
    func limit() {
        var dice = LoadedDie(3)
        let sharing = Sharing(
            people: (0..<6).map { _ in
                .init(capacity: Double(dice.roll(30...40)), wishes: (0..<9).map { _ in dice.roll(1...3) })
            }, efforts: (0..<9).map { _ in dice.roll(6...12) })
        let solution = sharing.best(within: Sharing.Limit(nodes: 60))
        #expect(!solution.isProven)
        #expect(sharing.allows(solution.plan))
        #expect(solution.plan.contains { $0 != nil })
        var asked = 0
        let stopped = sharing.best(
            within: Sharing.Limit(isOver: {
                asked += 1
                return true
            }))
        #expect(asked == (stopped.isProven ? 0 : 1))
    }
}

/// A die that falls the same way each time.
private struct LoadedDie {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return range.lowerBound + Int(state >> 33) % range.count
    }
}
