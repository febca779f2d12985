import Rouage
import Storage
import TestSupport
import Testing

@Suite("The fields of a presentation, of a tribe and of a quarter, by programs")
struct PresentationDoorTests {
    private let path = "/presentations/2026-Q2"

    @Test("the order of all teams, with how long each has", arguments: TestDatabase.all)
    func order(database: TestDatabase) async throws {
        let stage = try Stage(database)
        let ops = try await APIClient(stage.site, as: "thea.nogaret")
        for body in [#"{"teams": ["nulle-part"]}"#, #"{"teams": ["dsn"]}"#, "{}"] {
            let refused = try await ops.post("\(path)/order", body)
            #expect(refused.status == 422 && refused.flawedFields == ["teams"], "\(body)")
        }
        let short = try await ops.post("\(path)/order", #"{"teams": ["dsn", "bulletins"], "minutes": [4]}"#)
        #expect(short.status == 422 && short.flawedFields == ["minutes"])
        let done = try await ops.post("\(path)/order", #"{"teams": ["dsn", "bulletins"], "minutes": [4, 5]}"#)
        #expect(done.status == 200)
        #expect(try stage.presentation().runOfShow.map(\.minutes) == [4, 5])
    }

    @Test("a word that is none is refused with its field", arguments: TestDatabase.all)
    func refused(database: TestDatabase) async throws {
        let stage = try Stage(database)
        let camille = try await APIClient(stage.site, as: "camille.aubrac")
        let slot = try await camille.send(
            "PUT", "\(path)/slots/bulletins", #"{"minutes": "six", "presenters": ["personne.ici"], "ready": "si"}"#)
        #expect(slot.status == 422 && Set(slot.flawedFields) == ["minutes", "presenters", "ready"])
        #expect(try await camille.send("PUT", "\(path)/slots/dsn", #"{"minutes": 5}"#).status == 403)
        let put = try await camille.send("PUT", "\(path)/slots/bulletins", #"{"minutes": 5, "ready": true}"#)
        #expect(put.status == 200 && (put.json["run_of_show"] as? [[String: Any]])?[0]["notes"] == nil)
        try stage.show()
        let step = try await camille.post("\(path)/position", #"{"go": "sideways"}"#)
        #expect(step.status == 422 && step.flawedFields == ["go"])
        let asked = try await camille.post("\(path)/questions", #"{"text": " ", "about": "everybody"}"#)
        #expect(asked.status == 422 && Set(asked.flawedFields) == ["text", "about"])
    }

    @Test("a tribe's field and the dates of a quarter too", arguments: TestDatabase.all)
    func others(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let lead = try await APIClient(site, as: "fabrice.delmotte")
        let field = try await lead.post(
            "/tribes/paie/fields", #"{"label_fr": "Pays", "kind": "colour", "limit": "dix"}"#)
        #expect(field.status == 422 && Set(field.flawedFields) == ["label_en", "kind", "limit"])
        let nour = try await APIClient(site, as: "nour.castel")
        let dates = try await nour.post("/cycles/2026-Q2/dates", #"{"freeze": "demain", "reason": "Un comité."}"#)
        #expect(dates.status == 422 && dates.flawedFields == ["freeze"])
        let moved = try await nour.post("/cycles/2026-Q2/dates", #"{"freeze": "2026-03-24", "reason": "Un comité."}"#)
        #expect(moved.status == 200 && moved.json["freeze"] as? String == "2026-03-24")
        #expect(moved.json["id"] as? String == "\(try site.id(of: Cycle.self, "label", "2026-Q2"))")
    }
}
