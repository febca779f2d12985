import Rouage
import Testing

/// One dependency of a small graph: who asks whom, for which initiative, delivered by which.
private func wait(
    _ number: Int, _ asking: Character, from giving: Character, within: Bool = true, needed: Int = 0,
    committedFor: Int? = nil, state: Dependency.State = .acknowledged
) -> Wait {
    Wait(
        id: Identifier(high: 9, low: UInt64(number)), briefing: Identifier(high: 1, low: code(asking)),
        askingTeam: Identifier(high: 2, low: code(asking)), givingTeam: Identifier(high: 2, low: code(giving)),
        givingBriefing: within ? Identifier(high: 1, low: code(giving)) : nil, state: state,
        neededBy: start + needed, committedFor: committedFor.map { start + $0 })
}

private let start = Day(2026, 4, 1)
private func code(_ letter: Character) -> UInt64 { UInt64(letter.asciiValue!) }
private func team(_ letter: Character) -> Identifier<Rouage.Unit> { Identifier(high: 2, low: code(letter)) }
private func number(_ id: Identifier<Dependency>) -> Int { Int(id.low) }

@Suite("Circular waits")
struct WaitGraphTests {
    @Test("of teams that wait for one another are the components of the reference example")
    func teams() {
        // A→B, B→C, C→A, C→D, E→C.
        let components = StrongComponents([[1], [2], [0, 3], [], [2]]).components.map { $0.sorted() }
        #expect(components == [[3], [0, 1, 2], [4]])
        let graph = WaitGraph([
            wait(1, "A", from: "B", within: false), wait(2, "B", from: "C", within: false),
            wait(3, "C", from: "A", within: false), wait(4, "C", from: "D", within: false),
            wait(5, "E", from: "C", within: false),
        ])
        #expect(graph.circularWaits.count == 1)
        #expect(graph.circularWaits.first?.sort == .mutual)
        #expect(graph.circularWaits.first?.circle.map(number) == [1, 2, 3])
        #expect(graph.circularWaits.first?.teams == [team("A"), team("B"), team("C")])
    }

    @Test("are a deadlock when every giver has named the initiative that waits")
    func deadlock() {
        let waits = [
            wait(1, "C", from: "P", needed: 30), wait(2, "P", from: "L", needed: 20),
            wait(3, "L", from: "C", needed: 10),
        ]
        let found = WaitGraph(waits).circularWaits
        #expect(found.map(\.sort) == [.deadlock])
        #expect(found.first?.circle.map(number) == [3, 1, 2], "told from the one that is needed first")
        #expect(found.first?.isAgreed == false)
        let guessed = [waits[0], waits[1], wait(3, "L", from: "C", within: false, needed: 10)]
        #expect(WaitGraph(guessed).circularWaits.map(\.sort) == [.mutual])
    }

    @Test("are told with their shortest circle when a longer one runs through them")
    func shortest() {
        let found = WaitGraph([
            wait(1, "A", from: "B"), wait(2, "B", from: "C"), wait(3, "C", from: "D"), wait(4, "D", from: "A"),
            wait(5, "C", from: "B"),
        ]).circularWaits
        #expect(found.count == 1)
        #expect(found.first?.dependencies.map(number) == [1, 2, 3, 4, 5])
        #expect(found.first?.circle.map(number) == [2, 5])
    }

    @Test(
        "end with a dependency that is delivered, declined or withdrawn",
        arguments: [Dependency.State.delivered, .declined, .withdrawn])
    func ended(state: Dependency.State) {
        let waits = [wait(1, "A", from: "B"), wait(2, "B", from: "A", state: state)]
        #expect(WaitGraph(waits).circularWaits.isEmpty)
    }

    @Test("are agreed once every giver has promised a day")
    func agreed() {
        let waits = [wait(1, "A", from: "B", state: .committed), wait(2, "B", from: "A", state: .committed)]
        #expect(WaitGraph(waits).circularWaits.map(\.isAgreed) == [true])
    }

    @Test("do not arise from a giver outside the company")
    func external() {
        let outside = Wait(
            id: Identifier(high: 9, low: 1), briefing: Identifier(high: 1, low: 1),
            askingTeam: Identifier(high: 2, low: 1), givingTeam: nil, givingBriefing: nil, state: .committed,
            neededBy: start, committedFor: nil)
        #expect(WaitGraph([outside]).circularWaits.isEmpty)
    }

    /// Every dependency that can be reached from itself, and the shortest way round, by trying everything.
    private func bruteForce(_ waits: [Wait]) -> (stuck: Set<Int>, shortest: Int?) {
        func leads(_ first: Wait, to second: Wait) -> Bool {
            if let giving = second.givingBriefing { return giving == first.briefing }
            return second.givingTeam == first.askingTeam
        }
        let count = waits.count
        var far: [[Int?]] = waits.map { first in waits.map { leads(first, to: $0) ? 1 : nil } }
        for through in 0..<count {
            for from in 0..<count {
                for to in 0..<count {
                    guard let a = far[from][through], let b = far[through][to] else { continue }
                    far[from][to] = min(far[from][to] ?? .max, a + b)
                }
            }
        }
        let stuck = waits.indices.filter { far[$0][$0] != nil }
        return (Set(stuck.map { number(waits[$0].id) }), stuck.compactMap { far[$0][$0] }.min())
    }

    @Test("agree with trying everything on a thousand small graphs")
    func random() {
        var dice = Dice(seed: 20_260_305)
        var circular = 0
        for _ in 0..<1_000 {
            let letters = Array("ABCDEF".prefix(dice.roll(2...6)))
            let waits = (0..<dice.roll(1...12)).compactMap { index -> Wait? in
                let (asking, giving) = (
                    letters[dice.roll(0...letters.count - 1)], letters[dice.roll(0...letters.count - 1)]
                )
                return asking == giving
                    ? nil : wait(index, asking, from: giving, within: dice.roll(0...2) > 0, needed: dice.roll(0...60))
            }
            // What is certain and what is guessed by team are two graphs: each is held against its own answer.
            let certain = waits.filter { $0.givingBriefing != nil }
            let deadlocks = WaitGraph(waits).circularWaits.filter { $0.sort == .deadlock }
            #expect(Set(deadlocks.flatMap(\.dependencies).map(number)) == bruteForce(certain).stuck)
            #expect(deadlocks.map(\.circle.count).min() == bruteForce(certain).shortest)
            let guessed = waits.map {
                wait(number($0.id), letter($0.askingTeam), from: letter($0.givingTeam!), within: false)
            }
            let mutual = WaitGraph(guessed).circularWaits
            #expect(Set(mutual.flatMap(\.dependencies).map(number)) == bruteForce(guessed).stuck)
            #expect(mutual.map(\.circle.count).min() == bruteForce(guessed).shortest)
            for found in deadlocks + mutual {
                let told = found.circle.map { id in waits.first { $0.id == id }! }
                for (one, next) in zip(told, told.dropFirst() + told.prefix(1)) {
                    #expect(one.givingTeam == next.askingTeam)
                }
            }
            circular += mutual.isEmpty ? 0 : 1
        }
        #expect((100...900).contains(circular), "the graphs are of both kinds")
    }

    private func letter(_ team: Identifier<Rouage.Unit>) -> Character { Character(UnicodeScalar(UInt8(team.low))) }

    @Test(
        "are found in a time linear in nodes and edges, in a circle of a hundred thousand too",
        arguments: [1_000, 100_000])
    func linear(size: Int) {
        let ring = (0..<size).map { [($0 + 1) % size] }
        let one = StrongComponents(ring)
        #expect(one.components.map(\.count) == [size])
        #expect(one.steps == 2 * size)
        let chain = StrongComponents((0..<size).map { $0 + 1 < size ? [$0 + 1] : [] })
        #expect(chain.components.count == size)
        #expect(chain.steps == 2 * size - 1)
    }

    @Test("cost three edges a dependency, however many two teams share")
    func dense() {
        let waits = (0..<500).map { wait($0, $0 % 2 == 0 ? "A" : "B", from: $0 % 2 == 0 ? "B" : "A", within: false) }
        let graph = WaitGraph(waits)
        #expect(graph.edges <= 3 * waits.count)
        #expect(graph.circularWaits.first?.circle.count == 2)
    }
}

/// The same throws each time: a test that fails, fails again.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        // SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators").
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        z ^= z >> 31
        return range.lowerBound + Int(z % UInt64(range.count))
    }
}
