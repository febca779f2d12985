import Foundation
import Testing
import TestSupport

@Suite("The command line")
struct CommandTests {
    private static let commands = [
        "serve", "demo", "migrate", "import", "export", "user", "token", "doctor", "version", "calendar",
    ]

    @Test("shows an example in the help of every command", arguments: commands)
    func help(command: String) throws {
        let ran = try Ran.rouage(command, "--help")
        #expect(ran.code == 0)
        #expect(ran.out.contains("Example: rouage \(command)"))
    }

    @Test(
        "leaves with 2 when it is called wrongly, and says how it is called",
        arguments: [
            ["nothing"], ["serve", "--port", "seventy"], ["serve", "--port", "70000"], ["calendar"],
            ["calendar", "2026-Q7"], ["calendar", "2026-Q1", "--fiscal-start", "13"], ["import"], ["export"],
            ["import", "stones", "x.csv"], ["user", "add", "x", "--name", "X", "--email", "nowhere"],
            ["token", "revoke", "x"], ["demo", "--on", "2026-02-30"],
        ])
    func usage(arguments: [String]) throws {
        let ran = try Ran.rouage(arguments)
        #expect(ran.code == 2, "\(arguments) \(ran.err)")
        #expect(!ran.err.isEmpty && !ran.err.contains("Rouage."), "\(ran.err)")
    }

    @Test("prints the dates of a quarter, in words and as JSON")
    func calendar() throws {
        let ran = try Ran.rouage("calendar", "2026-Q1", "--json")
        #expect(ran.code == 0)
        let dates = try #require(try JSONSerialization.jsonObject(with: Data(ran.out.utf8)) as? [String: String])
        #expect(
            dates == [
                "drafts_due": "2026-02-13", "freeze": "2026-03-23", "presentation": "2026-03-26",
                "brainstorm": "2026-02-27", "mercato_opens": "2026-03-05", "mercato_closes": "2026-03-11",
                "ranking": "2026-03-12", "share_out": "2026-03-17",
            ])
        #expect(try Ran.rouage("calendar", "2026-Q1").out.contains("freeze         2026-03-23"))
    }

    @Test("takes the database from ROUAGE_DATABASE, and loads the demo company once", arguments: TestDatabase.all)
    func demo(database: TestDatabase) throws {
        let environment = ["ROUAGE_DATABASE": try database.address()]
        #expect(try Ran.rouage("demo", "--on", "2026-03-05", environment: environment).out.contains("Émargo is loaded"))
        let again = try Ran.rouage("demo", environment: environment)
        #expect(again.code == 1 && again.err.contains("people already") && again.out.isEmpty)
        #expect(try Ran.rouage("demo", "--if-empty", environment: environment).out.contains("Your data is kept"))
        #expect(
            try Ran.rouage("doctor", environment: environment).out.contains("Rows changed behind the write door: 0"))
        #expect(try Ran.rouage("migrate", environment: environment).out.hasPrefix("Up to date: "))
    }

    @Test("lets people in by link, and programs by token", arguments: TestDatabase.all)
    func people(database: TestDatabase) throws {
        let environment = ["ROUAGE_DATABASE": try database.address()]
        func run(_ arguments: String...) throws -> Ran { try Ran.rouage(arguments, environment: environment) }
        let email = "thea.nogaret@emargo.example"
        let added = try run(
            "user", "add", "thea.nogaret", "--name", "Théa Nogaret", "--email", email, "--role", "admin", "--at",
            "https://rouage.emargo.example/")
        #expect(added.code == 0)
        #expect(added.out.contains("https://rouage.emargo.example/welcome/"))
        let twice = try run("user", "add", "thea.nogaret", "--name", "Théa", "--email", email)
        #expect(twice.code == 1 && twice.err == "thea.nogaret is there already.\n")
        let invited = try run("user", "invite", email)
        #expect(invited.out.contains("http://127.0.0.1:8080/welcome/") && invited.out != added.out)
        let nobody = try run("user", "invite", "personne")
        #expect(nobody.code == 1 && nobody.err == "Nobody is called personne.\n")
        #expect(try run("user", "password", email).out.hasPrefix("\(email) may sign in with "))
        #expect(try run("user", "list").out.contains("Théa Nogaret"))
        let token = try run("token", "create", "thea.nogaret", "--name", "tableau")
        #expect(token.out.hasPrefix("rouage_"))
        let listed = try run("token", "list").out
        #expect(listed.contains("tableau\tread") && !listed.contains(token.out))
        let id = String(listed.prefix { $0 != "\t" })
        #expect(try run("token", "revoke", id).out == "Revoked.\n")
        #expect(try run("token", "revoke", id).code == 1)
    }

    @Test("reports every problem of an import and leaves with 1", arguments: TestDatabase.all)
    func refusedImport(database: TestDatabase) throws {
        let folder = try Ran.folder()
        let file = folder.appendingPathComponent("units.csv")
        try Data("code,kind,parent,name,lead\na,team,nowhere,A,\nb,nothing,,B,\n".utf8).write(to: file)
        let environment = ["ROUAGE_DATABASE": try database.address()]
        let ran = try Ran.rouage("import", folder.path, environment: environment)
        #expect(ran.code == 1)
        #expect(ran.out.contains("line 2") && ran.out.contains("line 3"))
        let missing = try Ran.rouage("import", "/nowhere/at/all", environment: environment)
        #expect(missing.code == 1 && missing.err.contains("holds none of"))
    }

    @Test("what only looks makes no database where none is")
    func lookers() throws {
        let folder = try Ran.folder()
        let path = folder.appendingPathComponent("nulle-part.sqlite").path
        for arguments in [["doctor"], ["export", folder.appendingPathComponent("copie").path]] {
            let ran = try Ran.rouage(arguments, environment: ["ROUAGE_DATABASE": "sqlite:\(path)"])
            #expect(ran.code == 1 && ran.err.contains("is not there"), "\(ran.err)")
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("a problem is one line, whatever its cell holds, and a ragged row is told in cells")
    func oneLine() throws {
        let folder = try Ran.folder()
        let text = "code;name;locale\na;\"A\";\"deux\nlignes\u{1B}[31m\"\nb;B\nc;C;fr;d\n"
        try Data(text.utf8).write(to: folder.appendingPathComponent("people.csv"))
        let database = "sqlite:\(folder.appendingPathComponent("a.sqlite").path)"
        let lines = try Ran.rouage("import", folder.path, environment: ["ROUAGE_DATABASE": database]).out
            .split(separator: "\n")
        #expect(lines.count == 4 && !lines.contains { $0.contains("\u{1B}") }, "\(lines)")
        #expect(lines[1].contains("(deux lignes"))
        #expect(lines[2].contains("the row has 2 cells, the heading 3") && lines[3].contains("the row has 4 cells"))
    }

    @Test("an export of an open vote is not loaded as if it were whole")
    func partial() throws {
        let folder = try Ran.folder()
        try Data("code,name\na,A\n".utf8).write(to: folder.appendingPathComponent("people.csv"))
        let list = folder.appendingPathComponent("left_out.csv")
        try Data("file,of,count\nballots,2026-Q2,12\n".utf8).write(to: list)
        let environment = ["ROUAGE_DATABASE": "sqlite:\(folder.appendingPathComponent("a.sqlite").path)"]
        let refused = try Ran.rouage("import", folder.path, environment: environment)
        #expect(refused.code == 1 && refused.err.contains("12 of ballots of 2026-Q2"), "\(refused.err)")
        #expect(try Ran.rouage("import", folder.path, "--partial", environment: environment).code == 0)
        let target = folder.appendingPathComponent("copie")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: list, to: target.appendingPathComponent("left_out.csv"))
        #expect(try Ran.rouage("export", target.path, environment: environment).code == 0)
        #expect(!FileManager.default.fileExists(atPath: target.appendingPathComponent("left_out.csv").path))
    }

    @Test("says in a sentence what is wrong with a database, never in code")
    func faults() throws {
        for address in ["postgres://nobody@127.0.0.1:1/nothing", "sqlite:/nowhere/at/all.sqlite"] {
            let ran = try Ran.rouage("doctor", environment: ["ROUAGE_DATABASE": address])
            #expect(ran.code == 1)
            #expect(ran.err.hasPrefix("The database"), "\(ran.err)")
            #expect(!ran.err.contains("Error") && !ran.err.contains("StorageFailure"), "\(ran.err)")
        }
    }
}
