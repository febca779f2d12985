import Rouage
import Storage
import TestSupport
import Testing

@Suite("The fields of a briefing, at every door")
struct BriefingDoorTests {
    private func page(_ site: TestSite, _ ref: String = "B1") throws -> String {
        "/briefings/\(try site.id(of: Briefing.self, "ref", ref))"
    }

    @Test("a program hears which field it is, all of them at once", arguments: TestDatabase.all)
    func flaws(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await APIClient(site, as: "camille.aubrac")
        let begun = try await camille.post("/briefings", #"{"team": "nulle-part", "cycle": "2031-Q9"}"#)
        #expect(begun.status == 422 && Set(begun.flawedFields) == ["team", "cycle", "title"])
        let path = try page(site)
        let match = ["If-Match": try #require(await camille.get(path).header("ETag"))]
        let body = #"{"owner": "personne.ici", "source_kind": "rumour", "appetite_days": "dix", "axis": "nord"}"#
        let revised = try await camille.send("PATCH", path, body, headers: match)
        #expect(revised.status == 422)
        #expect(Set(revised.flawedFields) == ["owner", "source_kind", "appetite_days", "axis"])
        let unknown = try await camille.send("PATCH", path, #"{"tribe_values": {"nulle_part": "x"}}"#, headers: match)
        #expect(unknown.status == 422 && unknown.flawedFields == ["field-nulle_part"])
        let short = try await camille.send("PATCH", path, #"{"contributors": ["Aziz Charvin"]}"#, headers: match)
        #expect(short.status == 200 && short.json["contributors"] as? [String] == ["aziz.charvin"])
    }

    @Test("what is postponed says its ground; what is done is said", arguments: TestDatabase.all)
    func decides(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let hana = try await APIClient(site, as: "hana.diallo")
        let path = try page(site) + "/decision"
        let ground = try await hana.post(path, #"{"outcome": "postponed", "reason": "L’équipe est pleine."}"#)
        #expect(ground.status == 422 && ground.flawedFields == ["code"])
        let word = try await hana.post(path, #"{"outcome": "perhaps", "code": "capacity"}"#)
        #expect(word.status == 422 && word.flawedFields == ["outcome"])
        let director = try await site.signIn(as: "hana.diallo")
        let done = try await director.submit(path, ["outcome": "validated", "reason": "Le risque est accepté."])
        #expect(done.says("La décision est enregistrée."))
    }

    @Test("white space at the ends of a text is no change", arguments: TestDatabase.all)
    func space(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let path = try page(site)
        let before = try site.store.readNow { try $0.records(Briefing.self, where: "ref = 'B1'")[0] }
        _ = try await camille.submit(path, ["title": "  \(before.text.title) "])
        let after = try site.store.readNow { try $0.records(Briefing.self, where: "ref = 'B1'")[0] }
        #expect(after.version == before.version)
    }
}
