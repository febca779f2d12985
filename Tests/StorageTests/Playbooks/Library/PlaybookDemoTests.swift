import Demo
import Foundation
import Rouage
import Storage
import TestSupport
import Testing

@Suite("The demo company’s playbooks and votes")
struct PlaybookDemoTests {
    private let today = Day(2026, 3, 5)

    private func standings(_ database: TestDatabase) throws -> [String: PlaybookStanding] {
        let store = try database.store()
        defer { store.close() }
        try DemoCompany.load(into: store, at: Instant("2026-03-05T09:00:00.000Z")!, on: today)
        return try store.readNow { reading in
            let all = try reading.standings(of: reading.playbooks(), in: reading.organisation(on: today))
            return Dictionary(uniqueKeysWithValues: all.map { ($0.playbook.ref, $0) })
        }
    }

    @Test("alignment is in hand-over at 82 and waits for one signature", arguments: TestDatabase.all)
    func alignment(database: TestDatabase) throws {
        let alignment = try #require(try standings(database)["alignment"])
        #expect(alignment.score.rounded == 82 && alignment.score.failingGates.isEmpty)
        #expect(alignment.playbook.carriedBy == .handingOver && alignment.reliance.share == 0)
        let waiting = alignment.playbook.unsigned(in: alignment.organisation)
        #expect(waiting.compactMap { alignment.organisation.people[$0]?.code } == ["camille.aubrac"])
    }

    @Test(
        "incidents slip, the design culture holds, two playbooks stop without Product Ops", arguments: TestDatabase.all)
    func others(database: TestDatabase) throws {
        let all = try standings(database)
        #expect(try Relapse.of(#require(all["incident"])) == .missed(2))
        #expect(try Relapse.of(#require(all["culture"])) == nil)
        let stops = Reliance.stops(without: Array(all.values)).map(\.standing.playbook.ref)
        #expect(stops.sorted() == ["mercato", "onboarding"])
        #expect(all["onboarding"]?.playbook.state == .toReview)
        #expect(BurdenBudget(all.values.map(\.playbook)).most <= BurdenBudget.minutes)
    }

    @Test("the vote that is open counts the days that the board of projects counts", arguments: TestDatabase.all)
    func capacity(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        try DemoCompany.load(into: store, at: Instant("2026-03-05T09:00:00.000Z")!, on: today)
        try store.readNow { reading in
            let mercato = try #require(try reading.mercato(ref: "2026-Q2"))
            let cycle: Cycle = try reading.get(mercato.cycle)
            let room = try reading.room(of: cycle, reading.organisation(on: today))
            #expect(mercato.capacityDays == room.days && room.days > 0)
        }
    }

    @Test("what counts of a playbook is the same with the occurrences of all times", arguments: TestDatabase.all)
    func window(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        try DemoCompany.load(into: store, at: Instant("2026-03-05T09:00:00.000Z")!, on: today)
        // A day on which some playbooks were last run within the half year, and others long before.
        for day in [today, today + 150, today + 400] {
            try store.readNow { reading in
                let organisation = try reading.organisation(on: day)
                let every = Dictionary(grouping: try reading.records(Occurrence.self), by: \.playbook)
                for known in try reading.standings(of: reading.playbooks(), in: organisation) {
                    let whole = PlaybookStanding(known.playbook, every[known.playbook.id] ?? [], in: organisation)
                    #expect(known.occurrences.count <= whole.occurrences.count)
                    #expect(known.score == whole.score, "\(known.playbook.ref) on \(day)")
                    #expect((Relapse.of(known) == nil) == (Relapse.of(whole) == nil))
                    #expect(known.reliance == whole.reliance)
                }
            }
        }
    }

    @Test(
        "a file with steps that cannot be read, or no reason to exist, is refused line by line",
        arguments: TestDatabase.all)
    func refused(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        let file = """
            ref,title,why,steps,burden,links
            a,Un,Parce que,pas du JSON,,
            b,Deux,,,,
            c,Trois,Parce que,,designer:beaucoup,
            d,Quatre,Parce que,,,"[{""title"":""Modèle"",""address"":""javascript:alert(1)""}]"
            e,Cinq,Parce que,,designer:30,

            """
        let report = try Importer(store, .init(keepGoing: true), at: Instant("2026-03-05T09:00:00.000Z")!, on: today)
            .load(["playbooks": Array(file.utf8)])
        let problems = report.files.flatMap(\.problems)
        #expect(problems.map(\.column) == ["steps", "why", "burden", "links"])
        #expect(try store.readNow { try $0.playbooks().map(\.ref) } == ["e"])
    }
}
