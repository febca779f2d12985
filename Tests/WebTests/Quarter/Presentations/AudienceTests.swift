import Foundation
import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("Those who follow a presentation")
struct AudienceTests {
    private func follow(_ stage: Stage, as code: String) async throws -> Browser {
        try await stage.site.signIn(as: code)
    }

    private func guestPath(_ stage: Stage) throws -> String {
        let presentation = try stage.presentation()
        let link = try stage.site.store.readNow { reading in
            try reading.guestLink(of: presentation, in: reading.get(presentation.cycle))
        }
        return "/follow/\(try #require(link).text)"
    }

    @Test("ask, want the same answer, and see it marked as answered", arguments: TestDatabase.all)
    func questions(database: TestDatabase) async throws {
        let stage = try Stage(database, on: Stage.day)
        try await stage.goLive()
        let lison = try await follow(stage, as: "lison.perrault")
        var page = try await lison.get("\(Stage.path)/follow")
        #expect(page.says("Aucune question pour l’instant."))
        page = try await lison.submit(
            "\(Stage.path)/follow/questions", ["text": "Et pour les apprentis ?", "about": "stage"])
        #expect(page.says("Lison Perrault à Bulletins"))
        let id = try stage.site.id(of: AudienceQuestion.self, "text", "Et pour les apprentis ?")
        let aziz = try await follow(stage, as: "aziz.charvin")
        _ = try await aziz.get("\(Stage.path)/follow")
        for _ in 1...2 { page = try await aziz.submit("\(Stage.path)/follow/support", ["question": "\(id)"]) }
        #expect(page.says("1 personne l’attend aussi"))
        page = try await aziz.submit("\(Stage.path)/answers", ["question": "\(id)", "back": "prompter"])
        #expect(page.says("Répondue"))
        page = try await lison.submit(
            "\(Stage.path)/follow/questions", ["text": String(repeating: "x", count: 281), "about": "whole"])
        #expect(page.status == 422)
        #expect(page.says(String(repeating: "x", count: 281)), "what was typed is kept")
    }

    @Test("a guest follows by a signed link, sees the presentation and nothing else", arguments: TestDatabase.all)
    func guest(database: TestDatabase) async throws {
        let stage = try Stage(database, on: Stage.day)
        let path = try guestPath(stage)
        let guest = stage.site.visitor()
        var page = try await guest.get(path)
        #expect(page.says("La présentation commence jeudi 26 mars à 10 h 00."))
        #expect(!page.says("Bulletins"))
        try await stage.goLive()
        page = try await guest.get(path)
        #expect(page.says("Bulletins"))
        #expect(!page.has("/briefings/") && !page.has("/presentations/"))
        page = try await guest.submit("\(path)/questions", ["text": "Et en paie décalée ?", "about": "whole"])
        #expect(page.says("Une personne invitée"))
        page = try await guest.submit("\(path)/confidence", ["value": "4"])
        #expect(page.says("Trimestre entier : votre vote est compté."))
        #expect(try await guest.request("GET", "/briefings").location?.hasPrefix("/sign-in") == true)
        #expect(try await guest.request("GET", Stage.path).location?.hasPrefix("/sign-in") == true)
    }

    @Test("a link that was changed, replaced or is over opens nothing", arguments: TestDatabase.all)
    func links(database: TestDatabase) async throws {
        let stage = try Stage(database, on: Stage.day)
        let path = try guestPath(stage)
        let guest = stage.site.visitor()
        let parts = path.split(separator: ".")
        let later = "\(parts[0]).\(Int(parts[1])! + 30).\(parts[2])"
        let other = path.dropLast() + (path.hasSuffix("0") ? "1" : "0")
        for forged in [later, String(other), "/follow/2026-Q1.\(parts[1]).\(parts[2])", "/follow/x"] {
            #expect(try await guest.request("GET", forged).status == 404, "\(forged)")
            #expect(try await guest.request("GET", forged + "/events").status == 404, "\(forged)")
        }
        let camille = try await follow(stage, as: "camille.aubrac")
        _ = try await camille.get(Stage.path)
        _ = try await camille.submit("\(Stage.path)/guest-link")
        #expect(try await guest.request("GET", path).status == 404)
        let new = try guestPath(stage)
        #expect(try await guest.request("GET", new).status == 200)
        let presentation = try stage.presentation()
        let link = try #require(GuestLink(String(new.dropFirst("/follow/".count))))
        #expect(
            try stage.site.store.readNow { try $0.presentation(by: link, on: Stage.day + 1)?.id } == presentation.id)
        #expect(try stage.site.store.readNow { try $0.presentation(by: link, on: Stage.day + 2) } == nil)
    }

    @Test("one vote a person and subject, never changed", arguments: TestDatabase.all)
    func oneVote(database: TestDatabase) async throws {
        let stage = try Stage(database, on: Stage.day)
        try await stage.goLive()
        let lison = try await follow(stage, as: "lison.perrault")
        _ = try await lison.get("\(Stage.path)/follow")
        let path = "\(Stage.path)/follow/confidence"
        #expect(try await lison.submit(path, ["team": "\(stage.bulletins)", "value": "2"]).status == 200)
        #expect(try await lison.submit(path, ["team": "\(stage.bulletins)", "value": "5"]).status == 422)
        #expect(try await lison.submit(path, ["team": "\(stage.dsn)", "value": "5"]).status == 200)
        #expect(try await lison.submit(path, ["value": "9"]).status == 422)
        #expect(try await lison.submit(path, ["value": "3"]).status == 200)
        let counted = try stage.site.store.readNow { try $0.count("SELECT sum(votes) FROM confidence") }
        #expect(counted == 3)
    }

    @Test(
        "nobody reads the vote before it closes; then means of five and more are shown, and what to rework",
        arguments: TestDatabase.all)
    func closes(database: TestDatabase) async throws {
        let stage = try Stage(database, on: Stage.day)
        try await stage.goLive()
        let voters = [
            "camille.aubrac", "lison.perrault", "aziz.charvin", "wassim.ferhat", "yanis.corbel", "hana.diallo",
        ]
        for (index, code) in voters.enumerated() {
            let voter = try await follow(stage, as: code)
            _ = try await voter.get("\(Stage.path)/follow")
            _ = try await voter.submit(
                "\(Stage.path)/follow/confidence", ["team": "\(stage.bulletins)", "value": "\(index % 3 + 1)"])
            if index < 3 {
                _ = try await voter.submit(
                    "\(Stage.path)/follow/confidence", ["team": "\(stage.dsn)", "value": "1"])
            }
        }
        let live = try stage.presentation()
        #expect(try stage.site.store.readNow { try $0.confidence(of: live) }.isEmpty)
        let malo = try await follow(stage, as: "malo.fauvel")
        for path in [Stage.path, "\(Stage.path)/follow", "\(Stage.path)/prompter", "\(Stage.path)/slides"] {
            #expect(!(try await malo.get(path)).says("Moyenne"), "\(path)")
        }
        var page = try await malo.submit("\(Stage.path)/publication")
        #expect(page.says("2,0"))
        #expect(page.says("Masqué pour protéger les réponses"), "three votes of DSN tell nothing")
        #expect(page.says("Réponse attendue pour le jeudi 2 avril."))
        #expect(page.says("Hana Diallo, Salomé Tissier"))
        let left = try stage.site.store.readNow { try $0.count("SELECT count(*) FROM confidence_mark") }
        #expect(left == 0, "who has voted is forgotten")
        let hana = try await follow(stage, as: "hana.diallo")
        page = try await hana.get(Stage.path)
        let rework = try #require(try stage.site.store.readNow { try $0.reworks(of: live.id) }.first)
        page = try await hana.submit("/reworks/\(rework.id)/answer", ["answer": " "])
        #expect(page.status == 422)
        page = try await hana.submit("/reworks/\(rework.id)/answer", ["answer": "Nous livrons en deux fois."])
        #expect(page.says("Nous livrons en deux fois."))
    }

    @Test("no row and no trace relates a viewer, a time or a link to a value", arguments: TestDatabase.all)
    func secrecy(database: TestDatabase) async throws {
        let stage = try Stage(database, on: Stage.day)
        try await stage.goLive()
        let before = try stage.site.store.readNow { try $0.count("SELECT count(*) FROM activity") }
        let lison = try await follow(stage, as: "lison.perrault")
        _ = try await lison.get("\(Stage.path)/follow")
        _ = try await lison.submit("\(Stage.path)/follow/confidence", ["team": "\(stage.bulletins)", "value": "2"])
        let store = stage.site.store
        let person = try stage.site.id(of: Person.self, "code", "lison.perrault").description
        try store.readNow { reading in
            #expect(try reading.count("SELECT count(*) FROM activity") == before, "no line of activity")
            try reading.each("SELECT * FROM confidence_mark") { row in
                #expect(row.columns == ["presentation", "mark"])
                #expect(!row.text(1).contains(person) && row.text(1) != Secret.hash(person))
            }
            try reading.each("SELECT * FROM confidence LIMIT 1") { row in
                #expect(row.columns == ["presentation", "subject", "value", "votes"])
            }
        }
        guard database == .postgres else { return }
        // PostgreSQL keeps which transaction wrote a row last: it is the same for all five values.
        let writers = try store.readNow { reading in
            try reading.all("SELECT CAST(xmin AS TEXT) FROM confidence WHERE subject = \(stage.bulletins.description)")
            {
                $0.text(0)
            }
        }
        #expect(writers.count == 5 && Set(writers).count == 1)
    }

    @Test("nothing is left in the database's files that tells who gave a value", arguments: TestDatabase.all)
    func noTrace(database: TestDatabase) async throws {
        let stage = try Stage(database, on: Stage.day)
        try await stage.goLive()
        for person in ["lison.perrault", "aziz.charvin"] {
            let browser = try await follow(stage, as: person)
            _ = try await browser.get("\(Stage.path)/follow")
            _ = try await browser.submit("\(Stage.path)/follow/confidence", ["value": "2"])
        }
        let store = stage.site.store
        let secrets = try store.readNow { reading in
            try reading.all("SELECT mark FROM confidence_mark") { $0.text(0) }
                + reading.all("SELECT mark FROM presentation_secret") { $0.text(0) }
        }
        #expect(secrets.count == 3)
        let files = {
            try store.readNow { reading in
                try reading.all("SELECT pg_relation_filepath('confidence_mark')") { $0.text(0) }
            }
        }
        let before = database == .postgres ? try files() : []
        let presentation = try stage.presentation()
        try store.writeNow(as: nil, at: stage.site.clock.now()) { transaction -> Void in
            let product = Actor.system(in: try transaction.organisation(on: stage.site.today))
            try transaction.publish(presentation.id, by: Deed(by: product, at: transaction.now))
        }
        #expect(try stage.presentation().state == .published)
        switch database {
        case .postgres: #expect(try files() != before, "the table was written anew")
        case .sqlite:
            for end in ["", "-wal"] {
                let bytes = (try? Data(contentsOf: URL(fileURLWithPath: stage.site.address + end))) ?? Data()
                for secret in secrets { #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(end)") }
            }
        }
    }

    @Test("a guest is known by what was given to their browser, not by what it invents", arguments: TestDatabase.all)
    func inventedGuest(database: TestDatabase) async throws {
        let stage = try Stage(database, on: Stage.day)
        try await stage.goLive()
        let store = stage.site.store
        let presentation = try stage.presentation()
        let link = try #require(
            try store.readNow { try $0.guestLink(of: presentation, in: $0.get(presentation.cycle)) })
        let path = "/follow/\(link.text)"
        for _ in 0..<3 {
            let page = try await stage.site.visitor().request(
                "POST", "\(path)/confidence",
                headers: [
                    "Content-Type": "application/x-www-form-urlencoded", "Cookie": "viewer=\(Secret.new())",
                ], Array("value=1".utf8))
            #expect(page.status == 403)
        }
        #expect(try store.readNow { try $0.turnout(of: presentation) } == 0)
        let guest = stage.site.visitor()
        _ = try await guest.get(path)
        #expect(try await guest.send("\(path)/confidence", [("value", "4")]).status == 200)
        #expect(try store.readNow { try $0.turnout(of: presentation) } == 1)
    }

    @Test("votes at once are all counted", arguments: TestDatabase.all)
    func atOnce(database: TestDatabase) async throws {
        let stage = try Stage(database, on: Stage.day)
        try await stage.goLive()
        let store = stage.site.store
        let presentation = try stage.presentation()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<120 {
                group.addTask {
                    try await store.write(as: nil, at: stage.site.clock.now()) { transaction in
                        try transaction.waitForOthers()
                        try transaction.vote(
                            number % 5 + 1, on: .whole, by: .guest("guest \(number)"),
                            in: transaction.get(presentation.id))
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try store.readNow { try $0.turnout(of: presentation) } == 120)
    }

    @Test("somebody who sends too much waits, and the others do not", arguments: TestDatabase.all)
    func flood(database: TestDatabase) async throws {
        let stage = try Stage(database, on: Stage.day)
        try await stage.goLive()
        let lison = try await follow(stage, as: "lison.perrault")
        _ = try await lison.get("\(Stage.path)/follow")
        var last = 0
        for number in 1...25 {
            last = try await lison.submit(
                "\(Stage.path)/follow/questions", ["text": "Question \(number)", "about": "whole"]
            ).status
        }
        #expect(last == 429)
        let aziz = try await follow(stage, as: "aziz.charvin")
        _ = try await aziz.get("\(Stage.path)/follow")
        let page = try await aziz.submit("\(Stage.path)/follow/questions", ["text": "Et moi ?", "about": "whole"])
        #expect(page.status == 200)
    }
}
