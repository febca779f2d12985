import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("What is written of an incident, on every door")
struct IncidentFieldTests {
    @Test("a program hears of each field that needs another look", arguments: TestDatabase.all)
    func refused(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try site.incident(.resolved, published: false)
        let running = try site.incident(.open)
        let camille = try await APIClient(site, as: "camille.aubrac")
        let wrong: [(String, String, [String])] = [
            ("/incidents", "{}", ["title", "severity"]),
            (
                "/incidents",
                #"{"title": "", "severity": "9", "started_at": "hier", "lead": "x", "teams": ["rien"], "customer_effect": 5}"#,
                ["title", "severity", "started_at", "lead", "teams", "customer_effect"]
            ),
            ("/incidents/\(running.id)/mitigation", #"{"at": 5}"#, ["at"]),
            ("/incidents/\(running.id)/resolution", #"{"at": "demain"}"#, ["at"]),
            ("/incidents/\(scene.id)/reopening", "{}", ["reason"]),
            ("/incidents/\(running.id)/timeline", #"{"text": " ", "at": "x"}"#, ["text", "at"]),
            (
                "/incidents/\(running.id)/actions", #"{"what": "a", "owner": "personne", "due": "x"}"#,
                ["owner", "due"]
            ),
            ("/incident-actions/\(scene.action)/refusal", #"{"reason": ""}"#, ["reason"]),
        ]
        for (path, body, fields) in wrong {
            let answer = try await camille.post(path, body)
            #expect(answer.status == 422 && Set(answer.flawedFields) == Set(fields), "\(path) \(answer.flawedFields)")
        }
        let edits = [
            ("/incidents/\(scene.id)", #"{"severity": "4"}"#, "severity"),
            ("/postmortems/\(scene.postmortem)", #"{"factors": "une ligne"}"#, "factors"),
            ("/incident-actions/\(scene.action)", #"{"due": "2026-13-01"}"#, "due"),
        ]
        for (path, body, field) in edits {
            let answer = try await camille.send("PATCH", path, body, headers: ["If-Match": "*"])
            #expect(answer.status == 422 && answer.flawedFields == [field], "\(path)")
        }
    }

    @Test("a moment is read on the clocks of here, and in Universal Time", arguments: TestDatabase.all)
    func moments(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await APIClient(site, as: "camille.aubrac")
        for moment in ["2026-03-05T08:40", "2026-03-05 08:40", "2026-03-05T07:40:00.000Z"] {
            let made = try await camille.post(
                "/incidents", #"{"title": "a", "severity": "2", "started_at": "\#(moment)"}"#)
            #expect(made.status == 201 && made.json["started_at"] as? String == "2026-03-05T07:40:00.000Z")
        }
    }

    @Test(
        "what is done is said in a sentence, and an action that is done can be taken back", arguments: TestDatabase.all)
    func sentences(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try site.incident(.open)
        let path = "/incidents/\(scene.id)"
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(try await camille.submit(path, ["version": "1", "severity": "2"]).says("L’incident est corrigé."))
        #expect(try await camille.submit(path + "/timeline", ["text": "Vu."]).says("C’est dans la chronologie."))
        let removed = try await camille.submit("/incident-lines/\(scene.line)/removal")
        #expect(removed.path == path && removed.says("La ligne est retirée."))
        #expect(try await camille.submit(path + "/mitigation", ["at": ""]).says("L’incident est contenu."))
        let done = try await camille.submit("/incident-actions/\(scene.action)/completion")
        #expect(done.says("L’action est faite.") && done.says("Annuler"))
        let back = try await camille.submit("/incident-actions/\(scene.action)/taking-up")
        #expect(back.says("L’action est reprise."))
        #expect(try site.store.readNow { try $0.get(scene.action).state } == .open)
    }

    @Test("a form names what it lacks, with its words", arguments: TestDatabase.all)
    func form(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try site.incident(.resolved, published: false)
        let camille = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.submit("/incidents", ["title": "a", "severity": "1", "detected_at": "demain"])
        #expect(page.status == 422 && page.says("Détecté"))
        let long = try await camille.submit(
            "/postmortems/\(scene.postmortem)", ["factors": Array(repeating: "a", count: 11).joined(separator: "\r\n")])
        #expect(long.status == 422 && long.says("Ce qui l’a permis") && long.says("Entre 1 et 10."))
    }
}
