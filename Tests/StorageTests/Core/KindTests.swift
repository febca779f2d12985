import Foundation
import Rouage
import TestSupport
import Testing

@testable import Storage

@Suite("What kinds say of themselves")
struct KindTests {
    @Test("each names its own noun", arguments: Kind.allCases)
    func nouns(kind: Kind) { #expect(kind.facts.noun.kind == kind) }

    @Test("what is said can be done: readers are known, addressees named, words indexed, files written")
    func consumers() {
        for kind in Kind.allCases {
            let facts = kind.facts
            #expect((facts.heardBy == .readers) == (facts.noun is any Guarded.Type), "\(kind)")
            #expect((facts.heardBy == .addressee) == (facts.noun is any Addressed.Type), "\(kind)")
            #expect((facts.searched != nil) == (facts.noun is any Searchable.Type), "\(kind)")
        }
        #expect(Set(Kinds.declared.all(in: .files)).isSubset(of: DataFile.allCases.map(\.facts.kind)))
        #expect(!Exporter.names.contains("preferences") && !Exporter.names.contains("contacts"))
        let places = Kinds.declared.searched.compactMap { $0.facts.searched?.place }
        #expect(places == Array(1...places.count))
    }

    @Test("every turn that is taken is of a kind that is decided in turn, and each of these takes one")
    func turns() throws {
        let root = URL(fileURLWithPath: #filePath).appending(path: "../../../../Sources/Storage").standardized
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
        var taken: Set<String> = []
        for file in try #require(files) where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /takeTurn\(at: \.(\w+)\)/) { taken.insert(String(match.1)) }
        }
        #expect(taken == Set(Kinds.declared.all(in: .turns).map { "\($0)" }))
    }

    /// A department in which no kind says anything.
    private func silent(_ database: TestDatabase) throws -> Store {
        let store = try Store(
            Store.engine(at: database.address()), kinds: Kinds { KindFacts($0.facts.noun) })
        let report = try SmallDepartment.load(into: store)
        try #require(report.isClean, "\(report.files.flatMap(\.problems))")
        return store
    }

    @Test("one that says nothing is seen nowhere", arguments: TestDatabase.all)
    func nothing(database: TestDatabase) throws {
        let (silent, declared) = (try silent(database), try SmallDepartment.store(database))
        defer { for store in [silent, declared] { store.close() } }
        func seen(_ store: Store) throws -> [String] {
            _ = try store.engine.write {
                try $0.run("UPDATE person SET name = 'Camille A.' WHERE code = 'camille.aubrac'")
            }
            return try store.readNow { reading in
                let organisation = try reading.organisation(on: SmallDepartment.today)
                let people = organisation.people.values.map { Actor($0, in: organisation) }
                let lines = try reading.activity(where: "1 = 1", limit: 1_000)
                #expect(lines.count > 30)
                var places: [String] = []
                if try !reading.search("bulletins").isEmpty { places.append("search") }
                if try reading.count("SELECT count(*) FROM search_entry") > 0 { places.append("index") }
                if try !reading.changedBehindTheDoor().isEmpty { places.append("doctor") }
                if !Exporter.names(reading.kinds).isEmpty { places.append("files") }
                if try people.contains(where: { try !reading.heard(lines, by: $0).isEmpty }) { places.append("feed") }
                let subjects = lines.map { RecordName(kind: $0.kind, id: $0.subject) }
                if try !reading.hearings(of: subjects).isEmpty { places.append("hearing") }
                return places
            }
        }
        #expect(try seen(silent) == [])
        #expect(try seen(declared) == ["search", "index", "doctor", "files", "feed", "hearing"])
    }

    @Test("one that says nothing waits for no turn", arguments: TestDatabase.server)
    func turn(database: TestDatabase) throws {
        let (silent, declared) = (try silent(database), try SmallDepartment.store(database))
        defer { for store in [silent, declared] { store.close() } }
        func taken(_ store: Store) throws -> Int {
            try store.writeNow(as: nil, at: SmallDepartment.now) { transaction in
                try transaction.takeTurn(at: .topic)
                return try transaction.count("SELECT count(*) FROM turn WHERE name = \(Kind.topic)")
            }
        }
        #expect(try taken(silent) == 0 && taken(declared) == 1)
    }
}
