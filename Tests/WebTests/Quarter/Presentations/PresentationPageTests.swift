import Foundation
import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("The pages of a presentation")
struct PresentationPageTests {
    @Test("before the freeze the page says when the run of show builds itself", arguments: TestDatabase.all)
    func early(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.get("/presentations")
        #expect(page.says("Présentation finale du T2 2026"))
        #expect(page.says("se construit seul au gel"))
        #expect(page.says("0 initiative validée pour l’instant"))
    }

    @Test(
        "those who order the show move a team and set its minutes, with the keyboard alone", arguments: TestDatabase.all
    )
    func order(database: TestDatabase) async throws {
        let stage = try Stage(database)
        let ops = try await stage.site.signIn(as: "thea.nogaret")
        var page = try await ops.get(Stage.path)
        #expect(page.says("Ordre de passage"))
        let teams = ["bulletins", "dsn"]
        let version = try #require(page.value(of: "version"))
        page = try await ops.submit(
            "\(Stage.path)/order",
            [
                ("version", version), ("team", teams[0]), ("team", teams[1]),
                ("minutes-\(teams[0])", "4"), ("minutes-\(teams[1])", "6"), ("down", teams[0]),
            ])
        #expect(page.status == 200)
        let presentation = try stage.presentation()
        #expect(presentation.runOfShow.map(\.team) == [stage.dsn, stage.bulletins])
        #expect(presentation.runOfShow.map(\.minutes) == [6, 4])
        // Somebody else had the old order before their eyes.
        page = try await ops.submit(
            "\(Stage.path)/order",
            [
                ("version", version), ("team", teams[0]), ("team", teams[1]),
                ("minutes-\(teams[0])", "4"), ("minutes-\(teams[1])", "6"),
            ])
        #expect(page.status == 409)
        #expect(page.says("Quelqu’un a modifié ceci entre-temps"))
        page = try await ops.submit("\(Stage.path)/order", [("minutes-x", "9")])
        #expect(page.status == 422)
    }

    @Test("a team prepares its own slot and keeps what it typed when it is refused", arguments: TestDatabase.all)
    func slot(database: TestDatabase) async throws {
        let stage = try Stage(database)
        let camille = try await stage.site.signIn(as: "camille.aubrac")
        let path = "\(Stage.path)/slots/\(stage.bulletins)"
        var page = try await camille.get(path)
        #expect(page.says("Le passage de Bulletins"))
        page = try await camille.submit(
            path, ["minutes": "9", "notes": "Commencer par les appels.", "presenter": "lison.perrault"])
        #expect(page.status == 422)
        #expect(page.says("Commencer par les appels."))
        #expect(page.says("Entre 1 et 6."))
        page = try await camille.submit(
            path,
            ["minutes": "5", "notes": "Commencer par les appels.", "presenter": "lison.perrault", "ready": "true"])
        #expect(page.status == 200)
        #expect(page.says("Lison Perrault") && page.says("Le passage est enregistré."))
        #expect(!page.says("Commencer par les appels."), "notes are for those who present")
        #expect(try stage.presentation().slot(of: stage.bulletins)?.isReady == true)
    }

    @Test(
        "what another team saves meanwhile is not in the way; the same slot saved twice is", arguments: TestDatabase.all
    )
    func slotsAtOnce(database: TestDatabase) async throws {
        let stage = try Stage(database)
        let camille = try await stage.site.signIn(as: "camille.aubrac")
        let malo = try await stage.site.signIn(as: "malo.fauvel")
        let (own, other) = ("\(Stage.path)/slots/\(stage.bulletins)", "\(Stage.path)/slots/\(stage.dsn)")
        let seen = try #require(try await camille.get(own).value(of: "version"))
        let theirs = try #require(try await malo.get(other).value(of: "version"))
        #expect(try await malo.submit(other, ["minutes": "4", "version": theirs]).status == 200)
        #expect(try await camille.submit(own, ["minutes": "5", "notes": "D’abord.", "version": seen]).status == 200)
        #expect(try await camille.submit(own, ["minutes": "3", "version": seen]).status == 409)
        #expect(try stage.presentation().slot(of: stage.bulletins)?.minutes == 5)
    }

    @Test("slides show each team and what it hangs on, in both languages", arguments: TestDatabase.all)
    func slides(database: TestDatabase) async throws {
        let stage = try Stage(database)
        let camille = try await stage.site.signIn(as: "camille.aubrac")
        var page = try await camille.get("\(Stage.path)/slides")
        #expect(page.says("Bulletins"))
        #expect(page.says("1 sur 2"))
        #expect(page.says("Camille Aubrac présente."))
        #expect(page.says("1 dépendance engagée"))
        #expect(page.says("2 dépendances sans accord"))
        page = try await camille.get("\(Stage.path)/slides?slide=2&lang=en")
        #expect(page.says("Malo Fauvel presents."))
        #expect(page.says("2 of 2"))
        page = try await camille.get("\(Stage.path)/deck")
        #expect(page.html.components(separatedBy: "<section class=\"slide\"").count == 3)
    }

    @Test("whoever presents leads through the day to the publication", arguments: TestDatabase.all)
    func live(database: TestDatabase) async throws {
        let stage = try Stage(database, on: Stage.day)
        let camille = try await stage.site.signIn(as: "camille.aubrac")
        var page = try await camille.get(Stage.path)
        #expect(page.says("Commencer la présentation"))
        page = try await camille.submit("\(Stage.path)/start", ["version": "\(try stage.presentation().version)"])
        page = try await camille.get("\(Stage.path)/slides")
        #expect(page.says("Équipe suivante"))
        #expect(page.says("localhost/direct"))
        let malo = try await stage.site.signIn(as: "malo.fauvel")
        let version = try stage.presentation().version
        _ = try await malo.submit("\(Stage.path)/position", ["version": "\(version)", "go": "next", "back": "slides"])
        #expect(try stage.presentation().showing == stage.dsn)
        // Two press at once: the second has not seen the first, and nothing is skipped.
        page = try await camille.submit("\(Stage.path)/position", ["version": "\(version)", "go": "next"])
        #expect(page.status == 409)
        page = try await camille.get("\(Stage.path)/prompter")
        #expect(page.says("Notes"))
        page = try await camille.submit("\(Stage.path)/publication", ["version": "\(try stage.presentation().version)"])
        #expect(page.says("ne change plus"))
        let hash = try stage.presentation().hash
        #expect(page.says(hash))
        let file = try await camille.request("GET", "\(Stage.path)/snapshot.json")
        #expect(Secret.hash(Array(file.bytes)) == hash)
        // A recording is added; the hash stays.
        page = try await camille.submit("\(Stage.path)/recording", ["recording": "https://video.emargo.example/t2"])
        #expect(page.says("Revoir l’enregistrement"))
        #expect(try stage.presentation().hash == hash)
    }

    @Test("an event for calendars holds the day, the hour and the length", arguments: TestDatabase.all)
    func calendar(database: TestDatabase) async throws {
        let stage = try Stage(database)
        let camille = try await stage.site.signIn(as: "camille.aubrac")
        let file = try await camille.request("GET", "\(Stage.path)/calendar.ics")
        let text = file.html
        #expect(
            text.contains("DTSTART;TZID=Europe/Paris:20260326T100000\r\nDTEND;TZID=Europe/Paris:20260326T103000\r\n"))
        #expect(text.contains("SUMMARY:Présentation finale du T2\u{A0}2026\r\n"))
        #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    }
}
