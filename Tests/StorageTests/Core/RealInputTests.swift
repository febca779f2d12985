import Rouage
import Storage
import TestSupport
import Testing

@Suite("Real input", .enabled(if: RealInput.isThere, "there is no ../shared/data beside this checkout"))
struct RealInputTests {
    private let today = Day(2026, 3, 5)
    private let now = SmallDepartment.now

    /// Every row is accounted for, as many as the data set says there are, and each refused one has its reason.
    private func expectWhole(_ files: [ImportReport.File]) throws {
        for file in files {
            #expect(file.read == (try RealInput.stated(file.name)), "\(file.name)")
            #expect(file.created + file.updated + file.unchanged + file.refused == file.read, "\(file.name)")
            #expect(Set(file.problems.map(\.line)).count == file.refused, "\(file.name)")
            #expect(file.isKept)
        }
    }

    private func expectListed(_ files: [ImportReport.File], in store: Store, team: String) throws {
        try store.readNow { reading in
            let cycles = try reading.records(Cycle.self)
            let lines = try cycles.flatMap { try reading.briefingLines(of: $0.id) }
            let asks = try cycles.flatMap { try reading.dependencyLines(of: $0.id) }
            #expect(lines.count == files[4].created)
            #expect(asks.count == files[5].created)
            #expect(lines.reduce(0) { $0 + $1.dependencies } == asks.count)
            let unit = try #require(try reading.records(Rouage.Unit.self, where: "code = \(team)").first)
            #expect(asks.count { $0.askingTeam == unit.id || $0.givingTeam == unit.id } > 10)
            #expect(try reading.changedBehindTheDoor().isEmpty)
        }
    }

    private func expectUnchanged(_ input: RealInput, in store: Store) throws {
        for file in try input.load(into: store, at: now, on: today) {
            #expect(file.created + file.updated == 0, "\(file.name)")
        }
    }

    @Test("the Rust project's teams, people, goals and asks", arguments: TestDatabase.all)
    func rust(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        let files = try RealInput.rust.load(into: store, at: now, on: today)
        try expectWhole(files)
        try expectListed(files, in: store, team: "lang")
        #expect(files.map(\.created) == [666, 217, 1_842, 4, 153, 413, 0])
        #expect(files[4].problems.allSatisfy { $0.column == "owner" && $0.reason == .unknown })
        #expect(files[6].updated == 175, "champions are contacts")
        try store.readNow { reading in
            let organisation = try reading.organisation(on: today)
            let lang = try #require(organisation.unitsByCode["lang"])
            #expect(organisation.members(of: lang).count > 3)
            #expect(try reading.search("impl trait").contains { $0.kind == .briefing })
        }
        try expectUnchanged(.rust, in: store)
    }

    @Test("the Kubernetes enhancements, their groups and releases", arguments: TestDatabase.all)
    func kubernetes(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        let files = try RealInput.kubernetes.load(into: store, at: now, on: today)
        try expectWhole(files)
        try expectListed(files, in: store, team: "sig-node")
        #expect(files[3].created == 23, "releases whose page had dates")
        #expect(files[4].created == 329, "enhancements planned for one of these")
        #expect(files[5].created == 269, "links of these to another group that exists")
        let reasons = Set(files[5].problems.map { "\($0.column) \($0.reason)" })
        #expect(reasons == ["briefing unknown", "giving_team unknown", "giving_team missing", "giving_team sameTeam"])
        try expectUnchanged(.kubernetes, in: store)
    }
}
