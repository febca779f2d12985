import Rouage
import Testing

@Suite("Critical chains")
struct CriticalChainTests {
    private let start = Day(2026, 4, 1)

    private func briefing(_ letter: Character) -> Identifier<Briefing> {
        Identifier(high: 1, low: UInt64(letter.asciiValue!))
    }
    private func id(_ number: Int) -> Identifier<Dependency> { Identifier(high: 9, low: UInt64(number)) }

    private func wait(
        _ number: Int, _ asking: Character, from giving: Character, due: Int, committedFor: Int? = nil
    ) -> Wait {
        Wait(
            id: id(number), briefing: briefing(asking),
            askingTeam: Identifier(high: 2, low: UInt64(asking.asciiValue!)),
            givingTeam: Identifier(high: 2, low: UInt64(giving.asciiValue!)), givingBriefing: briefing(giving),
            state: .committed, neededBy: start + due, committedFor: committedFor.map { start + $0 })
    }

    /// d3(C←D, 6 days, due 12), d2(B←C, 8, 15), d1(A←B, 10, 30), d4(A←D, 5, 35), d5(E←C, 4, 25).
    private var golden: WaitGraph {
        WaitGraph([
            wait(1, "A", from: "B", due: 30), wait(2, "B", from: "C", due: 15), wait(3, "C", from: "D", due: 12),
            wait(4, "A", from: "D", due: 35), wait(5, "E", from: "C", due: 25),
        ])
    }
    private let days = [1: 10, 2: 8, 3: 6, 4: 5, 5: 4]

    private func chains(_ graph: WaitGraph) -> CriticalChains {
        CriticalChains(
            graph, durations: Dictionary(uniqueKeysWithValues: days.map { (id($0), $1) }), due: { $0 - start })
    }

    @Test("give the earliest days and the room of the reference example")
    func finishes() {
        let chains = chains(golden)
        #expect([3, 2, 1, 4, 5].map { chains.earliestFinish(of: id($0)) } == [6, 14, 24, 5, 10])
        #expect([3, 2, 1, 4, 5].map { chains.slack(of: id($0)) } == [6, 1, 6, 30, 15])
        #expect(chains.inversions.isEmpty)
    }

    @Test("run through the hand-offs that decide when an initiative has all it needs")
    func chain() {
        let chains = chains(golden)
        #expect(chains.chain(of: briefing("A")) == [id(3), id(2), id(1)])
        #expect(chains.chain(of: briefing("E")) == [id(3), id(5)])
        #expect(chains.chain(of: briefing("D")) == [])
    }

    @Test("show what is needed before it can be there, and promises made before what they wait for")
    func inversions() {
        let late = chains(
            WaitGraph([
                wait(3, "C", from: "D", due: 12, committedFor: 12), wait(2, "B", from: "C", due: 13, committedFor: 11),
            ]))
        #expect(late.slack(of: id(2)) == -1)
        #expect(late.inversions.map(\.sort) == [.tooShort, .promisedTooEarly])
        #expect(late.inversions.allSatisfy { $0.dependency == id(2) && $0.after == id(3) })
        let before = chains(WaitGraph([wait(3, "C", from: "D", due: -5)]))
        #expect(before.inversions.isEmpty, "what is needed before the start is worked on before it")
    }

    @Test("raise no alarm over what is only guessed from the teams, where that is asked for")
    func named() {
        let guessed = Wait(
            id: id(2), briefing: briefing("B"), askingTeam: Identifier(high: 2, low: 66),
            givingTeam: Identifier(high: 2, low: 67), givingBriefing: nil, state: .committed, neededBy: start + 13,
            committedFor: start + 11)
        let graph = WaitGraph([wait(3, "C", from: "D", due: 12, committedFor: 12), guessed])
        #expect(chains(graph).inversions.map(\.dependency) == [id(2), id(2)])
        #expect(chains(graph.named).inversions.isEmpty)
    }

    @Test("leave out what waits in a circle, and go on with the rest")
    func circular() {
        let chains = chains(
            WaitGraph([
                wait(1, "A", from: "B", due: 30), wait(2, "B", from: "A", due: 30), wait(4, "E", from: "A", due: 20),
                wait(5, "E", from: "F", due: 20),
            ]))
        #expect(chains.earliestFinish(of: id(1)) == nil)
        #expect(chains.earliestFinish(of: id(5)) == 4)
        #expect(chains.chain(of: briefing("A")) == [])
    }

    @Test("agree with trying every way on a thousand small graphs")
    func random() {
        var dice = Dice(seed: 5_5)
        for _ in 0..<1_000 {
            // Only earlier letters wait for later ones, so that there is no circle.
            let waits = (0..<dice.roll(1...12)).map { index in
                let asking = dice.roll(0...6)
                return wait(
                    index, Character(UnicodeScalar(UInt8(65 + asking))),
                    from: Character(UnicodeScalar(UInt8(65 + dice.roll(asking + 1...7)))), due: dice.roll(1...60))
            }
            let durations = Dictionary(uniqueKeysWithValues: waits.map { ($0.id, dice.roll(0...20)) })
            func finish(_ wait: Wait) -> Int {
                let before = waits.filter { $0.briefing == wait.givingBriefing }.map(finish).max() ?? 0
                return durations[wait.id]! + before
            }
            let chains = CriticalChains(WaitGraph(waits), durations: durations, due: { $0 - start })
            for wait in waits {
                #expect(chains.earliestFinish(of: wait.id) == finish(wait))
                let chain = chains.chain(of: wait.briefing)
                let longest = waits.filter { $0.briefing == wait.briefing }.map(finish).max()
                #expect(chain.compactMap { durations[$0] }.reduce(0, +) == longest)
            }
        }
    }
}
