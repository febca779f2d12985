import Foundation
import Rouage
import TestSupport
import Testing

@testable import Storage

@Suite("What an import tells")
struct ImportToldTests {
    private func load(
        _ name: String, _ text: String, into store: Store, _ options: Importer.Options = .init()
    ) throws -> ImportReport.File {
        try Importer(store, options, at: SmallDepartment.now, on: SmallDepartment.today)
            .load([name: Array(text.utf8)]).files[0]
    }

    @Test("columns that nothing was taken from, by name and count", arguments: TestDatabase.all)
    func unused(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let file = try load(
            "people", "code,name,Commentaire,job,job,vide\na,A,bonjour,x,y,\nb,B,,,,\n", into: store)
        #expect(file.created == 2)
        #expect(file.remarks == [.unused(column: "Commentaire", cells: 1), .unused(column: "job", cells: 1)])
        let own = try load("people", SmallDepartment.files["people"] ?? "", into: store)
        #expect(own.remarks.isEmpty)
    }

    @Test("a row that takes the place of an earlier one", arguments: TestDatabase.all)
    func repeats(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let text = "ref,cycle,team,title\ndup-1,2026-Q2,bulletins,Premier\ndup-1,2026-Q2,bulletins,Second\n"
        let file = try load("briefings", text, into: store)
        #expect(file.remarks == [.repeated(place: "line 3", earlier: "line 2")])
    }

    @Test("a code of dots alone would open nothing", arguments: TestDatabase.all)
    func dots(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        #expect(try load("units", "code,name\n..,Points\n", into: store).problems.map(\.reason) == [.notACode])
    }

    @Test("blanks around cells are nobody's name", arguments: TestDatabase.all)
    func blanks(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let text = "ref, cycle, team, title, owner\n\"sp-1\" , 2026-Q2,\u{A0}bulletins , Titre, Camille Aubrac\n"
        let file = try load("briefings", text, into: store)
        #expect(file.problems.isEmpty && file.created == 1)
        for (place, quarter) in ["T2 2026", "q2 2026", "2026 Q2"].enumerated() {
            let named = "ref,cycle,team,title\nq-\(place),\(quarter),BULLETINS,Titre\n"
            #expect(try load("briefings", named, into: store).created == 1, "\(quarter)")
        }
        let relation = "ref,cycle,team,title\nn-1,2026-Q2,Bulletins (https://www.notion.so/Bulletins-0a1b),Titre\n"
        #expect(try load("briefings", relation, into: store).created == 1)
    }

    @Test("no word that is neither yes nor no is one of them", arguments: TestDatabase.all)
    func yesAndNo(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        for word in ["?", "-", "…", "2", "actif"] {
            let file = try load("people", "code,name,active\nhana.diallo,Hana Diallo,\(word)\n", into: store)
            #expect(file.problems.map(\.column) == ["active"], "\(word)")
        }
        for word in ["checked", "✓", " vrai "] {
            let file = try load("people", "code,name,active\nhana.diallo,Hana Diallo,\(word)\n", into: store)
            #expect(file.unchanged == 1, "\(word)")
        }
    }

    @Test("dates of a file in the order that is said", arguments: TestDatabase.all)
    func dates(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let text = "code,name,joined_on\nlison.perrault,Lison Perrault,04/09/2023\n"
        #expect(try load("people", text, into: store).problems.map(\.reason) == [.notADay])
        let file = try load("people", text, into: store, .init(dates: DateOrder("dd/mm/yyyy")))
        #expect(file.created == 1)
        let person: [Person] = try store.readNow { try $0.records(where: "code = 'lison.perrault'") }
        #expect(person.first?.joinedOn == Day(2023, 9, 4))
        let briefing = "ref,cycle,team,title,submitted_at\nm-1,2026-Q2,bulletins,Titre,2026-03-05T00:30:00+01:00\n"
        _ = try load("briefings", briefing, into: store)
        let submitted: [Briefing] = try store.readNow { try $0.records(where: "ref = 'm-1'") }
        #expect(submitted.first?.submittedAt == Instant("2026-03-04T23:30:00.000Z"))
    }

    @Test(
        "a clash in the database names file and line, and the rest of the folder is loaded", arguments: TestDatabase.all
    )
    func clash(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let mercatos = """
            ref,cycle,opens_at,closes_at
            m-1,2026-Q2,2026-03-16T08:00:00.000Z,2026-03-20T17:00:00.000Z
            m-2,2026-Q2,2026-03-16T08:00:00.000Z,2026-03-20T17:00:00.000Z

            """
        let files = [
            "mercatos": mercatos, "sharing": "cycle,part\n2026-Q2,whole\n2026-Q2,whole\n",
            "incidents": "ref,title,severity,started,state,resolved\ni-1,Panne,2,2026-03-01,closed,2026-03-02\n",
        ]
        func report(_ options: Importer.Options) throws -> [ImportReport.File] {
            try Importer(store, options, at: SmallDepartment.now, on: SmallDepartment.today)
                .load(files.mapValues { Array($0.utf8) }).files
        }
        for options in [Importer.Options(dryRun: true), .init(), .init(keepGoing: true)] {
            let files = try report(options)
            #expect(files.map(\.name) == ["mercatos.csv", "sharing.csv", "incidents.csv"])
            #expect(files[0].problems.map { "\($0.line) \($0.reason)" } == ["3 taken"])
            #expect(files[1].problems.map { "\($0.line) \($0.column) \($0.reason)" } == ["3 cycle taken"])
            #expect(files[2].problems.isEmpty)
        }
        #expect(try store.readNow { try $0.count("SELECT count(*) FROM mercato WHERE ref LIKE 'm-_'") } == 1)
        #expect(try store.readNow { try $0.count("SELECT count(*) FROM incident WHERE ref = 'i-1'") } == 1)
    }

    @Test("a dry run of a folder knows what an earlier file holds, and keeps nothing", arguments: TestDatabase.all)
    func preview(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        let files = SmallDepartment.files.mapValues { Array($0.utf8) }
        let asked = try Importer(store, .init(dryRun: true), at: SmallDepartment.now, on: SmallDepartment.today).load(
            files)
        #expect(asked.isClean, "\(asked.files.flatMap(\.problems))")
        #expect(try store.readNow { try $0.count("SELECT count(*) FROM activity") } == 0)
        let done = try SmallDepartment.load(into: store)
        #expect(asked.files.map(\.created) == done.files.map(\.created))
    }

    @Test("what an export leaves out for privacy stays when it is loaded again", arguments: TestDatabase.all)
    func heard(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let meeting = """
            ref,cycle,teams,mode,state,reveal_on,heard
            r-1,2026-Q2,bulletins;plannings,async,open,2026-03-20,bulletins

            """
        #expect(try load("meetings", meeting, into: store).created == 1)
        let view = "meeting,team,author,text\nr-1,bulletins,camille.aubrac,Nous tiendrons la date.\n"
        #expect(try load("views", view, into: store).created == 1)
        let (export, left) = try store.readNow { reading in
            let exporter = try Exporter(reading)
            return (try exporter.file("meetings"), try exporter.leftOut())
        }
        #expect(left == [LeftOut(file: "views", of: "r-1", count: 1)])
        #expect(try LeftOut.read(Array(LeftOut.text(left).utf8)) == left)
        let again = try load("meetings", export, into: store)
        #expect(again.unchanged == again.read)
        let kept: [Meeting] = try store.readNow { try $0.records(where: "ref = 'r-1'") }
        #expect(kept.map(\.heard.count) == [1])
    }
}
