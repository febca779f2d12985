import Glibc
import Rouage
import Synchronization
import TestSupport
import Testing

@testable import Storage

@Suite("Import")
struct ImportTests {
    private func load(_ name: String, _ text: String, into store: Store, _ options: Importer.Options = .init()) throws
        -> ImportReport.File
    {
        try Importer(store, options, at: SmallDepartment.now, on: SmallDepartment.today)
            .load([name: Array(text.utf8)]).files[0]
    }

    @Test("loaded again, everything is unchanged and leaves no activity", arguments: TestDatabase.all)
    func idempotent(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let before = try store.readNow { try $0.count("SELECT count(*) FROM activity") }
        let report = try SmallDepartment.load(into: store)
        #expect(report.isClean)
        for file in report.files {
            #expect((file.created, file.updated, file.refused) == (0, 0, 0), "\(file.name)")
            #expect(file.unchanged == file.read && file.read > 0, "\(file.name)")
        }
        #expect(try store.readNow { try $0.count("SELECT count(*) FROM activity") } == before)
        #expect(try store.readNow { try $0.count("SELECT count(*) FROM unit WHERE version > 1") } == 0)
    }

    @Test("refuses topics that would be a part of each other", arguments: TestDatabase.all)
    func topicCircle(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let file = try load("topics", "ref,title,state,merged_into\nt1,Écrire les décisions,merged,a1\n", into: store)
        #expect(file.refused == 1 && file.problems.map(\.column) == ["merged_into"])
        #expect(try load("topics", "ref,title,state,merged_into\nt1,Écrire,merged,t1\n", into: store).refused == 1)
    }

    @Test("yes and no are read in both languages, and any other word closes no account", arguments: TestDatabase.all)
    func yesAndNo(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        func active(_ word: String) throws -> (refused: [String], isActive: Bool?) {
            let file = try load("people", "code,name,active\nhana.diallo,Hana Diallo,\(word)\n", into: store)
            let people: [Person] = try store.readNow { try $0.records(where: "code = 'hana.diallo'") }
            return (file.problems.map(\.column), people.first?.active)
        }
        for word in ["VRAI", "Oui", "x", "1", ""] { #expect(try active(word) == ([], true)) }
        #expect(try active("peut-être") == (["active"], true))
        #expect(try active("FAUX") == ([], false))
    }

    @Test("changes what differs, by its stable name", arguments: TestDatabase.all)
    func updates(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let file = try load(
            "people",
            "code;name\ncamille.aubrac;Camille Aubrac-Vidal\nhana.diallo;Hana Diallo\nlison.perrault;Lison Perrault\n",
            into: store)
        #expect((file.read, file.created, file.updated, file.unchanged) == (3, 1, 1, 1))
        let person = try store.readNow { try $0.person(email: "CAMILLE.aubrac@emargo.example") }
        #expect(person?.name == "Camille Aubrac-Vidal")
        #expect(person?.job == "Product manager", "a column that is not there changes nothing")
        #expect(person?.version == 2)
    }

    @Test("a column that is not there changes nothing", arguments: TestDatabase.all)
    func fewColumns(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let files = [
            "people": "code,name\ncamille.aubrac,Camille Aubrac\n", "units": "code,name\nbulletins,Bulletins\n",
            "memberships": "person,unit,from\nruben.achard,bulletins,2024-01-01\n",
            "roles": "person,role,unit\nhana.diallo,director,produit\n",
            "axes": "code,title\nlisible,Une paie lisible\n",
            "cycles": "label,start,end\n2026-Q2,2026-04-01,2026-06-30\n",
            "briefings": "ref,cycle,team\netiquettes,2026-Q2,bulletins\n",
            "dependencies": "ref,briefing\netiquettes-1,etiquettes\netiquettes-2,etiquettes\n",
        ]
        let report = try Importer(store, at: SmallDepartment.now, on: SmallDepartment.today)
            .load(files.mapValues { Array($0.utf8) })
        #expect(report.isClean)
        for file in report.files { #expect(file.unchanged == file.read, "\(file.name)") }
    }

    @Test("a row that names the same record twice counts last", arguments: TestDatabase.all)
    func twice(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        let file = try load("people", "code,name\na,A\na,B\na,C\n", into: store)
        #expect((file.read, file.created, file.updated) == (3, 1, 2))
        #expect(try store.readNow { try $0.records(Person.self).map(\.name) } == ["C"])
    }

    @Test("people without a code are called by their address", arguments: TestDatabase.all)
    func byAddress(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let file = try load(
            "people",
            "name,email\nCamille Aubrac,Camille.Aubrac@emargo.example\nLison Perrault,lison.perrault@emargo.example\n",
            into: store)
        #expect((file.created, file.updated, file.refused) == (1, 1, 0))
        let role = try load(
            "roles", "person,role,unit\nlison.perrault@emargo.example,tribe_lead,paie\n", into: store)
        #expect(role.created == 1)
    }

    @Test("a dry run reports the same and writes nothing", arguments: TestDatabase.all)
    func dryRun(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let before = try store.readNow { try $0.count("SELECT count(*) FROM activity") }
        let file = try load("people", "code,name\nlison.perrault,Lison Perrault\n", into: store, .init(dryRun: true))
        #expect((file.created, file.isKept) == (1, false))
        #expect(try store.readNow { try $0.count("SELECT count(*) FROM activity") } == before)
        #expect(try store.readNow { try $0.count("SELECT count(*) FROM person") } == 3)
    }

    @Test("one refused row keeps the whole file out, unless one asks for the rest", arguments: TestDatabase.all)
    func allOrNothing(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let text = "code,name\nlison.perrault,Lison Perrault\nruben.achard,\n"
        let file = try load("people", text, into: store)
        #expect((file.refused, file.isKept) == (1, false))
        #expect(try store.readNow { try $0.count("SELECT count(*) FROM person") } == 3)
        let rest = try load("people", text, into: store, .init(keepGoing: true))
        #expect((rest.created, rest.refused, rest.isKept) == (1, 1, true))
        #expect(try store.readNow { try $0.count("SELECT count(*) FROM person") } == 4)
    }

    @Test("progress reaches the last row", arguments: TestDatabase.all)
    func progress(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        let seen = Mutex<[Int]>([])
        var importer = Importer(store, at: SmallDepartment.now, on: SmallDepartment.today)
        importer.progress = { _, done, _ in seen.withLock { $0.append(done) } }
        let rows = (0..<1_200).map { "p\($0),Personne \($0)\n" }.joined()
        _ = try importer.load(["people": Array("code,name\n\(rows)".utf8)])
        #expect(seen.withLock { $0 } == [500, 1_000, 1_200])
    }

    /// A file, its text, and where it is refused for what.
    struct Mistake: CustomTestStringConvertible {
        let file: String
        let text: String
        let problems: [String]
        var testDescription: String { "\(file): \(problems)" }

        init(_ file: String, _ text: String, _ problems: String...) {
            self.file = file
            self.text = text
            self.problems = problems
        }
    }

    static let mistakes = [
        Mistake(
            "people", "code,name\na\na,b,c\n", "2  outOfRange(ClosedRange(2...2))", "3  outOfRange(ClosedRange(2...2))"),
        Mistake("people", "code,name\na,\n,b\n", "2 name missing", "3 code missing"),
        Mistake(
            "people", "code,name,email\na,A,hana.diallo@EMARGO.example\nb,B,b@x\nc,C,B@X\n", "2 email taken",
            "4 email taken"),
        Mistake(
            "people", "code,name,craft,joined_on\na,A,magic,2026-02-30\n", "2 craft unknown", "2 joined_on notADay"),
        Mistake("people", "code,name\n\"a\nb\",x\nc,\n", "4 name missing"),
        Mistake("units", "code,name,parent\na,A,nowhere\n", "2 parent unknown"),
        Mistake(
            "units", "code,name,parent\na,A,b\nb,B,c\nc,C,a\n", "2 parent circular", "3 parent circular",
            "4 parent circular"),
        Mistake("units", "code,name,parent\na,A,a\n", "2 parent circular"),
        Mistake("units", "code,name,parent\nproduit,Émargo,bulletins\n", "2 parent circular"),
        Mistake("units", "code,name,parent,lead\na,A,b,\nb,B,,nobody\n", "3 lead unknown", "2 parent unknown"),
        Mistake(
            "memberships", "person,unit,fte,from,to\nhana.diallo,paie,1.5,2026-02-01,2026-01-01\nx,y,z,,\n",
            "2 to tooEarly(before: 2026-02-01)", "2 fte outOfRange(ClosedRange(0...1))", "3 person unknown",
            "3 unit unknown", "3 fte notANumber"),
        Mistake("roles", "person,role,unit\nhana.diallo,queen,paie\n", "2 role unknown"),
        Mistake("cycles", "label,start,end\n2026-Q3,2026-09-30,2026-07-01\n", "2 end tooEarly(before: 2026-10-01)"),
        Mistake(
            "briefings", "ref,cycle,team,title,owner\nx,2031-Q1,paix,Titre,personne\n", "2 cycle unknown",
            "2 team unknown", "2 owner unknown"),
        Mistake("briefings", "ref,cycle,team,title,state\nx,2026-Q2,bulletins,Titre,perfect\n", "2 state unknown"),
        Mistake(
            "briefings", "ref,cycle,team,title,tribe_values\nx,2026-Q2,bulletins,T,{oops\n", "2 tribe_values unknown"),
        Mistake(
            "dependencies", "briefing,giving_team,what,needed_by\netiquettes,plannings,Une API,2026-07-01\n",
            "2 needed_by outsideTheCycle"),
        Mistake(
            "dependencies", "briefing,giving_team,what\netiquettes,bulletins,Une API\nnulle-part,plannings,Une API\n",
            "2 giving_team sameTeam", "3 briefing unknown"),
        Mistake("dependencies", "briefing,giving_team,what\netiquettes,,\n", "2 what missing", "2 giving_team missing"),
        Mistake("comments", "briefing,author,text\netiquettes,hana.diallo,\n", "2 text missing"),
    ]

    @Test("says of each refused row the line, the column and the reason", arguments: TestDatabase.all, mistakes)
    func refusals(database: TestDatabase, mistake: Mistake) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let before = try store.readNow { try $0.count("SELECT count(*) FROM activity") }
        let file = try load(mistake.file, mistake.text, into: store)
        #expect(file.problems.map { "\($0.line) \($0.column) \($0.reason)" } == mistake.problems)
        #expect(!file.isKept)
        #expect(try store.readNow { try $0.count("SELECT count(*) FROM activity") } == before)
    }

    @Test("children of a refused unit are refused too when the rest is kept", arguments: TestDatabase.all)
    func orphans(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let file = try load(
            "units", "code,name,parent,lead\nc,C,b,\nb,B,a,\na,A,,nobody\nd,D,paie,\n", into: store,
            .init(keepGoing: true))
        #expect((file.read, file.created, file.refused) == (4, 1, 3))
    }

    @Test("a text with a NUL is refused where it stands", arguments: TestDatabase.all)
    func nul(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let csv = CSV(header: ["code", "name"], rows: [.init(line: 7, cells: ["a", "A\u{0}"])])
        let file = try Importer(store, at: SmallDepartment.now, on: SmallDepartment.today)
            .load("people", csv, from: "people.jsonl")
        #expect(file.name == "people.jsonl")
        #expect(file.problems.map { "\($0.line) \($0.column) \($0.reason)" } == ["7 name notText"])
    }

    @Test("HTML and SQL in every text stay texts", arguments: TestDatabase.all)
    func hostile(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let text = "'; DROP TABLE person; -- <script>alert(1)</script>"
        let file = try load("people", "code,name,job\n\(text),\(text),\(text)\n", into: store)
        #expect(file.created == 1)
        #expect(try store.readNow { try $0.records(Person.self, where: "code = \(text)").first?.name } == text)
    }

    @Test("dependencies without dates or names of their own", arguments: TestDatabase.all)
    func defaults(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let text = "briefing,giving_team,what\netiquettes,plannings,Une API\netiquettes,plannings,Un jeu d’essai\n"
        #expect(try load("dependencies", text, into: store).created == 2)
        #expect(try load("dependencies", text, into: store).unchanged == 2)
        let stored = try store.readNow {
            try $0.records(Dependency.self, where: "ref LIKE 'etiquettes/%' ORDER BY ref")
        }
        #expect(stored.map(\.ref) == ["etiquettes/plannings/1", "etiquettes/plannings/2"])
        #expect(stored.map(\.neededBy) == [Day(2026, 6, 30), Day(2026, 6, 30)])
        #expect(stored.map(\.pointedOutOn) == [Day(2026, 2, 13), Day(2026, 2, 13)])
        #expect(stored.allSatisfy { !$0.isLate })
    }

    @Test("cycles without a calendar get the dates of the rule", arguments: TestDatabase.all)
    func cycles(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        #expect(try load("cycles", "label,start,end\n2026-Q2,2026-04-01,2026-06-30\n", into: store).created == 1)
        let cycle = try store.readNow { try $0.records(Cycle.self)[0] }
        #expect(cycle.phases.draftsDue == Day(2026, 2, 13))
        #expect(cycle.state == .aligning)
    }

    @Test("many rows take seconds, and again when nothing changed", arguments: TestDatabase.all)
    func many(database: TestDatabase) throws {
        let store = try database.store()
        defer { store.close() }
        let rows = (0..<10_000).map { "p\($0),Personne \($0),p\($0)@emargo.example,engineering\n" }.joined()
        let bytes = Array("code,name,email,craft\n\(rows)".utf8)
        for created in [10_000, 0] {
            let start = clock()
            let report = try Importer(store, at: SmallDepartment.now, on: SmallDepartment.today).load(["people": bytes])
            #expect(report.files[0].created == created)
            // Optimised it takes a tenth of this; a query a row would take more. Time in which others work is not counted.
            #expect(clock() - start < 60_000)
        }
        #expect(try store.readNow { try $0.search("personne 9999") }.count == 1)
    }

    /// Milliseconds that this thread has worked.
    private func clock() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
