import Rouage
import Testing

@Suite("The agenda that makes itself")
struct AgendaTests {
    private let cycle = Cast.cycle()
    private let teams = [Cast.unit("bulletins"), Cast.unit("conges")]

    /// What one team needs from another for an initiative of its own.
    private func need(
        _ number: UInt64, _ asker: String, from giver: String, _ state: Dependency.State = .pointedOut,
        _ criticality: Dependency.Criticality = .slowing, neededBy: Day = Day(2026, 5, 15),
        _ change: (inout Dependency) -> Void = { _ in }
    ) -> Dependency {
        var text = Briefing.Text()
        text.title = "Initiative \(number)"
        let briefing = Briefing(
            id: Identifier(high: 4, low: 100 + number), ref: "b\(number)", cycle: cycle.id, team: Cast.unit(asker),
            owner: nil, text: text, at: Cast.now)
        var request = Cast.request(giver: giver, neededBy: neededBy)
        request.ref = "d\(number)"
        request.criticality = criticality
        var dependency = Dependency(
            id: Identifier(high: 9, low: number), request, of: briefing, in: cycle, on: Cast.today - 7, at: Cast.now)
        dependency.state = state
        dependency.effortDays = 3
        change(&dependency)
        return dependency
    }

    private func agenda(_ dependencies: [Dependency], risk: [Identifier<Dependency>: Double] = [:]) -> Agenda {
        Alignment(dependencies, in: cycle, .french, risk: risk).agenda(between: teams)
    }

    private func refs(_ agenda: Agenda) -> [String] { agenda.items.map(\.dependency.ref) }

    @Test("holds what is open between these teams, and nothing of others")
    func between() {
        let found = agenda([
            need(1, "bulletins", from: "conges"), need(2, "conges", from: "bulletins", .acknowledged),
            need(3, "bulletins", from: "dsn"), need(4, "dsn", from: "conges"),
            need(5, "bulletins", from: "conges", .committed) { $0.committedFor = Day(2026, 5, 12) },
            need(6, "bulletins", from: "conges", .withdrawn),
        ])
        #expect(Set(refs(found)) == ["d1", "d2"])
        #expect(found.settled.map(\.ref) == ["d5"] && !found.isSettled)
    }

    @Test(
        "a word is owed for what has no answer, no reply, no fallback, no new promise",
        arguments: Dependency.State.allCases)
    func owed(state: Dependency.State) {
        let isOwed: Set<Dependency.State> = [.pointedOut, .acknowledged, .replanned, .declined, .broken]
        let one = need(1, "bulletins", from: "conges", state) {
            if state == .committed { $0.committedFor = Day(2026, 5, 12) }
        }
        #expect(agenda([one]).items.isEmpty != isOwed.contains(state))
        if state == .declined {
            let without = need(1, "bulletins", from: "conges", state) { $0.mitigation = "Nous gardons le fichier." }
            #expect(agenda([without]).isSettled)
        }
    }

    @Test(
        "what cannot hold comes first, then circles, then what was refused twice, then broken promises, then by weight")
    func order() {
        let found = agenda([
            need(1, "bulletins", from: "conges", .pointedOut, .comfort),
            need(2, "bulletins", from: "conges", .pointedOut, .blocking),
            need(3, "bulletins", from: "conges", .pointedOut, .blocking, neededBy: Day(2026, 5, 4)),
            need(4, "bulletins", from: "conges", .broken, .comfort) { $0.committedFor = Day(2026, 5, 12) },
            need(5, "bulletins", from: "conges", .acknowledged, .comfort) { $0.refusals = 2 },
        ])
        #expect(refs(found) == ["d5", "d4", "d3", "d2", "d1"])
        #expect(found.items[0].grounds == [.refusedTwice])
        #expect(found.items[1].grounds == [.broken])
        // Congés promises before what it waits for from DSN is there.
        let early = agenda([
            need(1, "bulletins", from: "conges", .acknowledged, .comfort) { $0.refusals = 2 },
            need(2, "bulletins", from: "conges", .committed, .comfort) { $0.committedFor = Day(2026, 5, 12) },
            need(3, "conges", from: "dsn", .committed) { $0.committedFor = Day(2026, 5, 14) },
        ])
        #expect(refs(early) == ["d2", "d1"])
        #expect(early.items[0].grounds == [.inversion(.promisedTooEarly)])
    }

    @Test("a circle that passes through other teams is on the agenda of each two of it")
    func circle() {
        let all = [
            need(1, "bulletins", from: "conges", .acknowledged), need(2, "conges", from: "dsn", .acknowledged),
            need(3, "dsn", from: "bulletins", .acknowledged),
        ]
        let found = agenda(all)
        #expect(refs(found).first == "d1" && found.items[0].grounds == [.circle(.mutual)])
    }

    @Test("among what weighs the same the likelier to fail comes first, when that is known")
    func risk() {
        let all = [
            need(1, "bulletins", from: "conges", .pointedOut, .blocking), need(2, "bulletins", from: "conges"),
        ]
        #expect(refs(agenda(all)) == ["d1", "d2"])
        #expect(refs(agenda(all, risk: [all[0].id: 0.3, all[1].id: 0.8])) == ["d2", "d1"])
    }

    @Test("a pair whose dependencies all have their answer is settled; a pair that shares none is not")
    func settled() {
        let kept = need(1, "bulletins", from: "conges", .committed) { $0.committedFor = Day(2026, 5, 12) }
        #expect(agenda([kept]).isSettled)
        #expect(!agenda([need(1, "bulletins", from: "conges", .withdrawn)]).isSettled)
        let alignment = Alignment(
            [kept, need(2, "bulletins", from: "conges"), need(3, "dsn", from: "conges")], in: cycle, .french)
        #expect(alignment.pairs.count == 2)
        #expect(alignment.pairs[TeamPair(teams[1], teams[0])]?.items.count == 1)
    }
}
