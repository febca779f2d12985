import Rouage
import Testing

@Suite("Serious incidents that pile up")
struct IncidentSurgeTests {
    @Test(
        "against two a quarter, six is a surge and five is not",
        arguments: [(4, 0.1429, false), (5, 0.0527, false), (6, 0.0166, true)])
    func golden(seen: Int, probability: Double, isSurge: Bool) throws {
        let surge = IncidentSurge(seen: seen, before: [2, 1, 3, 2])
        #expect(surge.mean == 2)
        #expect(((try #require(surge.probability)) * 10_000).rounded() == (probability * 10_000).rounded())
        #expect(surge.isSurge == isSurge)
    }

    @Test("the last four quarters make the mean, older ones do not")
    func four() {
        #expect(IncidentSurge(seen: 6, before: [40, 2, 1, 3, 2]).mean == 2)
    }

    @Test("with fewer than four quarters nothing is said", arguments: [[], [0], [1, 1], [0, 0, 0]])
    func short(before: [Int]) {
        let surge = IncidentSurge(seen: 50, before: before)
        #expect(surge.mean == nil && surge.probability == nil && !surge.isSurge)
    }

    @Test("after four quiet quarters one is no surge, two are")
    func quiet() throws {
        #expect(!IncidentSurge(seen: 0, before: [0, 0, 0, 0]).isSurge)
        #expect(!IncidentSurge(seen: 1, before: [0, 0, 0, 0]).isSurge)
        let two = IncidentSurge(seen: 2, before: [0, 0, 0, 0])
        #expect(two.isSurge && two.mean == 0)
        #expect(((try #require(two.probability)) * 10_000).rounded() == 265)
    }

    @Test("the tail goes down with each one more, from 1 to 0, and holds for large numbers")
    func tail() {
        let tail = (0...40).map { IncidentSurge.probability(ofAtLeast: $0, mean: 7.25) }
        #expect(tail[0] == 1 && tail[40] < 1e-9 && zip(tail, tail.dropFirst()).allSatisfy { $0 > $1 || $0 < 1e-12 })
        let large = IncidentSurge.probability(ofAtLeast: 1_001, mean: 1_000)
        #expect(0.45 < large && large < 0.55)
    }
}
