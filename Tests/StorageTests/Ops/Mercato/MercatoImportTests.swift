import Rouage
import TestSupport
import Testing

@testable import Storage

@Suite("Votes of other bodies", .enabled(if: RealInput.isThere, "there is no ../shared/data beside this checkout"))
struct MercatoImportTests {
    private let today = Day(2026, 3, 5)

    private func loaded(_ votes: RealInput.Votes, _ database: TestDatabase) throws -> (Store, [ImportReport.File]) {
        let store = try SmallDepartment.store(database)
        return (store, try votes.load(into: store, at: SmallDepartment.now, on: today))
    }

    @Test("load whole, and again without a change", arguments: TestDatabase.all, RealInput.Votes.allCases)
    func whole(database: TestDatabase, votes: RealInput.Votes) throws {
        let (store, files) = try loaded(votes, database)
        defer { store.close() }
        for file in files {
            #expect(file.problems.isEmpty, "\(file.name): \(file.problems.prefix(3))")
            #expect(file.read == (try RealInput.stated(file.name)), "\(file.name)")
            #expect(file.created + file.updated + file.unchanged == file.read, "\(file.name)")
        }
        for file in try votes.load(into: store, at: SmallDepartment.now, on: today) {
            #expect(file.created + file.updated == 0, "\(file.name)")
        }
        let strays = try store.readNow { try $0.changedBehindTheDoor() }
        #expect(strays.isEmpty)
    }

    @Test("points and places become scores, each ballot once", arguments: TestDatabase.all)
    func scores(database: TestDatabase) throws {
        let (store, _) = try loaded(.pabulib, database)
        defer { store.close() }
        try store.readNow { reading in
            let sessions = try reading.mercatos().filter { $0.origin == .imported && $0.ref != "quartier" }
            #expect(sessions.count == 23)
            // Cracow takes three places: first, second and third are 3, 2 and 1.
            let cracow = try #require(sessions.max { $0.topics.count < $1.topics.count && $0.ref.contains("krak") })
            #expect(cracow.topics.count > 1)
            for session in sessions {
                let ballots = try reading.ballots(of: session)
                let ranking = try #require(try reading.ranking(of: session))
                #expect(ranking.ballots == ballots.count)
                #expect(ranking.lines.reduce(0) { $0 + $1.scores } <= ballots.count * session.topics.count)
                let above = ranking.lines.filter(\.isAbove).reduce(0) { $0 + session.topics[$1.topic].effortDays }
                #expect(above <= session.capacityDays, "\(session.ref)")
                #expect(ballots.allSatisfy { $0.answered > 0 && $0.scores.contains(.must) }, "\(session.ref)")
            }
        }
    }

    @Test("have the days and names that their files say, and none where they say nothing", arguments: TestDatabase.all)
    func days(database: TestDatabase) throws {
        let (city, _) = try loaded(.pabulib, database)
        defer { city.close() }
        func day(_ ref: String, _ store: Store) throws -> Day? {
            try store.readNow { try $0.mercato(ref: ref) }.map { $0.day($0.closesAt) }
        }
        #expect(try day("france_toulouse_2022_11", city) == Day(2022, 10, 31))
        #expect(try day("worldwide_mechanical_turk_utilities_3", city) == Day(2022, 12, 31), "a year alone")
        let (committee, _) = try loaded(.kubernetes, database)
        defer { committee.close() }
        #expect(try day("steering-2021", committee) == Day(2021, 11, 4))
        try committee.readNow { reading in
            let named = try #require(try reading.mercato(ref: "steering-2021"))
            #expect(named.title == "2021 Steering Committee Election" && !named.isUndated && named.hasLine)
            let bare = try #require(try reading.mercato(ref: "steering-2017"))
            #expect(bare.title == nil && bare.isUndated && !bare.hasLine && !bare.hasQuorum)
        }
    }

    @Test("those whom the committee elected come out in front", arguments: TestDatabase.all)
    func committees(database: TestDatabase) throws {
        let (store, _) = try loaded(.kubernetes, database)
        defer { store.close() }
        try store.readNow { reading in
            let session = try #require(try reading.mercato(ref: "steering-2017"))
            #expect(session.topics.count == 20)
            let ranking = try #require(try reading.ranking(of: session))
            #expect(ranking.ballots == 309)
            // The committee counted by the Schulze method: scores by thirds keep most of what it chose, not its order.
            let elected: Set = [
                "Derek Carr", "Michelle Noorali", "Phillip Whitrock", "Timothy St. Clair", "Quinton Hoole",
                "Aaron Crickenberger",
            ]
            let first = ranking.lines.prefix(7).map { session.topics[$0.topic].title }
            #expect(elected.intersection(first).count >= 5, "\(first)")
        }
    }
}
