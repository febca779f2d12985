import Foundation
import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("What is done to units and people")
struct OrganisationActTests {
    @Test("programs do it as forms do: by code, held to the version read", arguments: TestDatabase.all)
    func programs(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let nour = try await APIClient(site, as: "nour.castel")
        let founded = try await nour.post(
            "/units", #"{"kind":"team","code":"soldes","name":"Soldes","parent":"paie","lead":"lison.perrault"}"#)
        #expect(founded.status == 201 && founded.json["parent"] as? String == "paie", "\(founded)")
        let stale = try await nour.send(
            "PATCH", "/units/soldes", #"{"name":"Soldes et départs"}"#, headers: ["If-Match": "\"7\""])
        #expect(stale.status == 412)
        let edited = try await nour.send(
            "PATCH", "/units/soldes", #"{"name":"Soldes et départs"}"#,
            headers: ["If-Match": try #require(founded.header("ETag"))])
        #expect(edited.json["name"] as? String == "Soldes et départs" && edited.json["lead"] as? String != nil)
        let added = try await nour.post(
            "/people",
            #"{"code":"oriane.keller","name":"Oriane Keller","craft":"product","unit":"soldes","fte":80,"from":"2026-03-05"}"#
        )
        #expect(added.status == 201, "\(added)")
        let places = try #require(added.json["memberships"] as? [[String: Any]])
        #expect(places.map { $0["unit"] as? String } == ["soldes"] && places[0]["fte"] as? Double == 0.8)
        let place = try #require(places[0]["id"] as? String)
        let moved = try await nour.post(
            "/people/oriane.keller/memberships", #"{"unit":"dsn","from":"2026-03-09","leaves":"\#(place)"}"#)
        #expect(moved.status == 201 && moved.json["fte"] as? Double == 1, "\(moved)")
        let left = try await nour.post("/people/oriane.keller/memberships/\(place)/end", #"{"to":"2026-03-06"}"#)
        #expect(left.status == 200 && left.json["to"] as? String == "2026-03-06", "\(left)")
        let elsewhere = try await nour.post("/people/camille.aubrac/memberships/\(place)/end", #"{"to":"2026-03-06"}"#)
        #expect(elsewhere.status == 404)
        let role = try await nour.post(
            "/people/oriane.keller/roles", #"{"role":"tribe_lead","unit":"paie","from":"2026-03-09"}"#)
        #expect(role.json["from"] as? String == "2026-03-09", "\(role)")
        let closed = try await nour.post("/units/soldes/closure", #"{"closed_on":"2026-03-31"}"#)
        #expect(closed.json["closed_on"] as? String == "2026-03-31", "\(closed)")
    }

    @Test("what is sent is checked field by field, after who may", arguments: TestDatabase.all)
    func fields(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let fabrice = try await APIClient(site, as: "fabrice.delmotte")
        let empty = try await fabrice.post("/people", #"{"unit":"bulletins","from":"2026-03-09","code":""}"#)
        #expect(Set(empty.flawedFields) == ["code", "name"], "\(empty)")
        #expect(try await fabrice.post("/people", #"{"from":"2026-03-09"}"#).status == 403)
        #expect(try await fabrice.post("/units", #"{"kind":"team"}"#).status == 403)
        let nobody = try await APIClient(site, as: "ines.maurel").post("/people/lison.perrault/roles", "{}")
        #expect(nobody.status == 404)
        let taker = try await APIClient(site, as: "nour.castel").post(
            "/units/identite/closure",
            #"{"closed_on":"2026-03-31","giver":{"\#(try site.id(of: Dependency.self, "ref", "D2"))":"ailleurs"}}"#)
        #expect(taker.flawedFields == ["giver"], "\(taker)")
    }

    @Test("an administrator does it from outside the department, and reads no more of it", arguments: TestDatabase.all)
    func outside(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let loic = try await APIClient(site, as: "loic.perdrix")
        let edited = try await loic.send(
            "PATCH", "/people/lison.perrault", #"{"job":"Designer"}"#, headers: ["If-Match": "*"])
        #expect(edited.json["job"] as? String == "Designer", "\(edited)")
        #expect(try await loic.get("/people/lison.perrault").status == 403)
        let lison = try site.id(of: Person.self, "code", "lison.perrault")
        let page = try await site.signIn(as: "loic.perdrix").get("/people/\(lison)")
        #expect(page.has("/memberships/") && page.has("/end\""))
    }

    @Test(
        "a sentence says what was done; a refused end comes back open with what was typed", arguments: TestDatabase.all)
    func pages(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let fabrice = try await site.signIn(as: "fabrice.delmotte")
        let lison = try site.id(of: Person.self, "code", "lison.perrault")
        let place = try site.store.readNow { try $0.memberships(ofPerson: lison)[0].id }
        let refused = try await fabrice.submit("/people/\(lison)/memberships/\(place)/end", ["to": "2025-01-31"])
        #expect(
            refused.status == 422 && refused.value(of: "to") == "2025-01-31"
                && refused.has("<details class=\"disc noprint\" open"))
        let done = try await fabrice.submit("/people/\(lison)/memberships/\(place)/end", ["to": "2026-03-31"])
        #expect(done.says("La fin est enregistrée.") && done.says("jusqu’au 31 mars 2026"))
        let nour = try await site.signIn(as: "nour.castel")
        let stale = try await nour.submit("/people/\(lison)", ["version": "0", "job": "Designer"])
        #expect(stale.status == 409 && stale.value(of: "job") == "Designer")
        #expect(try await nour.submit("/people/\(lison)", ["job": "Designer des bulletins"]).says("C’est enregistré."))
    }
}
