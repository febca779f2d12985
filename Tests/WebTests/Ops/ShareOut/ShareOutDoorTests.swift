import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("What is sent to a sharing out")
struct ShareOutDoorTests {
    @Test("a program hears of each field that cannot be taken", arguments: TestDatabase.all)
    func fields(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (id, topics) = try site.shareOut()
        let thea = try await APIClient(site, as: "thea.nogaret")
        let topic = topics[0]
        for (path, body, wrong) in [
            ("/share-outs/proposal", "{}", ["cycle"]), ("/share-outs/confirmation", #"{"cycle":"2031-Q9"}"#, ["cycle"]),
            (
                "/share-outs/edits", #"{"cycle":"2026-Q2","topic":"x","lead":"nobody","buddy":"idriss.belmonte"}"#,
                ["lead", "reason", "topic"]
            ),
            ("/share-preferences/own", #"{"cycle":"2026-Q2","days_off":"beaucoup"}"#, ["days_off"]),
            ("/share-preferences/own", #"{"cycle":"2026-Q2","wishes":{"\#(id)":"3"}}"#, ["wishes"]),
            ("/share-preferences/own", #"{"cycle":"2026-Q2","wishes":{"\#(topic)":"7"}}"#, ["wishes-\(topic)"]),
            ("/share-preferences/own", #"{"cycle":"2026-Q2","reasons":{"\#(topic)":"Oui."}}"#, ["wishes-\(topic)"]),
        ] {
            let answer = try await thea.post(path, body)
            #expect(answer.status == 422 && answer.flawedFields.sorted() == wrong, "\(path) \(body)")
        }
        #expect(try site.store.readNow { try $0.records(SharePreference.self) }.isEmpty)
    }

    @Test("wishes keep what is left out, and a wish that is empty is taken back", arguments: TestDatabase.all)
    func wishes(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (_, topics) = try site.shareOut()
        let thea = try await APIClient(site, as: "thea.nogaret")
        let path = "/share-preferences/own"
        func own() throws -> SharePreference? { try site.store.readNow { try $0.records(SharePreference.self).first } }
        let first = #"{"cycle":"2026-Q2","wishes":{"\#(topics[0])":"3"},"reasons":{"\#(topics[0])":"J’y tiens."}}"#
        #expect(try await thea.post(path, first).status == 200)
        let more = try await thea.post(path, #"{"cycle":"2026-Q2","days_off":4,"wishes":{"\#(topics[1])":"1"}}"#)
        #expect(more.status == 200 && more.json["days_off"] as? Int == 4)
        #expect(try own()?.wishes.map(\.value) == [3, 1] && own()?.wishes[0].reason == "J’y tiens.")
        let tag = try #require(more.header("ETag"))
        let back = #"{"cycle":"2026-Q2","wishes":{"\#(topics[0])":""}}"#
        #expect(try await thea.post(path, back, headers: ["If-Match": tag]).status == 200)
        #expect(try own()?.wishes.map(\.topic) == [topics[1]])
        #expect(try await thea.post(path, back, headers: ["If-Match": tag]).status == 412)
        #expect(try await APIClient(site, as: "nour.castel").post(path, back).status == 403)
    }

    @Test("a sentence says what was done", arguments: TestDatabase.all)
    func told(database: TestDatabase) async throws {
        let site = try TestSite(database)
        _ = try site.topicsToShare()
        let thea = try await site.signIn(as: "thea.nogaret")
        let proposed = try await thea.submit(
            "/projects/share-out/proposal", ["cycle": "2026-Q2", "version": "0"])
        #expect(proposed.says("La répartition est proposée."))
        let wished = try await thea.submit("/projects/share-out/preferences", ["cycle": "2026-Q2", "days_off": "3"])
        #expect(wished.says("Vos souhaits sont enregistrés."))
    }
}
