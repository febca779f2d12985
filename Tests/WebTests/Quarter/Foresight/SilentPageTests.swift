import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("Silent dependencies on the briefing page")
struct SilentPageTests {
    private func site(_ database: TestDatabase) throws -> TestSite {
        let site = try TestSite(database)
        try site.addPast()
        return site
    }

    private func page(_ site: TestSite) throws -> String {
        "/briefings/\(try site.id(of: Briefing.self, "ref", "B2"))"
    }

    @Test("name the team with reasons, and lead to a form that is filled in", arguments: TestDatabase.all)
    func shown(database: TestDatabase) async throws {
        let site = try site(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let draft = try page(site)
        let shown = try await camille.get(draft)
        #expect(shown.says("Peut-être oubliées"))
        #expect(shown.says("Nommée dans 4 des 4 briefings les plus proches"))
        #expect(shown.says("Le calcul montré"))
        #expect(shown.has("\(draft)/dependencies/new?giving_team=moteur"))
        let form = try await camille.get("\(draft)/dependencies/new?giving_team=moteur")
        #expect(form.has("<option value=\"moteur\" selected"))
        _ = try await camille.submit(
            "\(draft)/dependencies",
            ["giving_team": "moteur", "what": "Le calcul du départ", "needed_by": "2026-04-10"])
        #expect(try await !camille.get(draft).has("giving_team=moteur"), "what is named is not guessed again")
    }

    @Test("are dismissed in one click, for good, and brought back in one", arguments: TestDatabase.all)
    func dismissed(database: TestDatabase) async throws {
        let site = try site(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let lison = try await site.signIn(as: "lison.perrault")
        let draft = try page(site)
        for _ in 0..<2 { _ = try await camille.submit("\(draft)/dismissals", ["team": "moteur"]) }
        #expect(try site.store.readNow { try $0.records(Dismissal.self).count } == 1)
        let without = try await lison.get(draft)
        #expect(!without.has("giving_team=moteur") && without.says("Rétablir"))
        _ = try await lison.submit("\(draft)/dismissals/moteur/removal")
        #expect(try await camille.get(draft).has("giving_team=moteur"))
        #expect(try site.store.readNow { try $0.changedBehindTheDoor().isEmpty })
        let unknown = try await camille.submit("\(draft)/dismissals", ["team": "nobody"])
        #expect(unknown.status == 422)
    }

    @Test("are for the people who write the page; readers and paper see none", arguments: TestDatabase.all)
    func readers(database: TestDatabase) async throws {
        let site = try site(database)
        let draft = try page(site)
        for code in ["hana.diallo", "nour.castel"] {
            #expect(try await !site.signIn(as: code).get(draft).says("Peut-être oubliées"), "\(code)")
        }
        let hana = try await APIClient(site, as: "hana.diallo")
        #expect(try await hana.get("\(draft)/silent-dependencies").items.isEmpty)
    }

    @Test("are read in English, and by programs with their chance", arguments: TestDatabase.all)
    func programs(database: TestDatabase) async throws {
        let site = try site(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(try await camille.get(page(site) + "?lang=en").says("Named in 4 of the 4 closest briefings"))
        let client = try await APIClient(site, as: "camille.aubrac")
        let path = "/briefings/\(try site.id(of: Briefing.self, "ref", "B2"))"
        let items = try await client.get("\(path)/silent-dependencies").items
        #expect(items.first?["team"] as? String == "moteur")
        #expect(items.first?["chance"] as? Double ?? 0 >= SilentGuess.threshold)
        #expect(try await client.post("\(path)/dismissals", #"{"team":"moteur"}"#).status == 201)
        #expect(try await client.get("\(path)/silent-dependencies").items.isEmpty)
        #expect(try await client.get("\(path)/dismissals").items.first?["team"] as? String == "moteur")
        #expect(try await client.post("\(path)/dismissals/moteur/removal").status == 200)
        #expect(try await client.get("\(path)/silent-dependencies").items.count == 1)
        #expect(try await client.post("\(path)/dismissals/moteur/removal").status == 404)
    }
}
