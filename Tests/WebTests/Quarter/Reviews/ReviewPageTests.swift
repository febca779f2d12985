import Rouage
import Storage
import TestSupport
import Testing

@Suite("Readiness and reviews on the briefing page")
struct ReviewPageTests {
    private func page(_ site: TestSite) throws -> String {
        "/briefings/\(try site.id(of: Briefing.self, "ref", "B1"))"
    }

    @Test("the page says how ready it is and what is missing, the largest effect first", arguments: TestDatabase.all)
    func readiness(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let shown = try await site.signIn(as: "camille.aubrac").get(page(site))
        #expect(shown.says("Pas encore prête"))
        #expect(shown.says("Ce qui manque, par effet"))
        #expect(shown.says("La revue Produit, par Hana Diallo"))
        #expect(shown.says("Possible à 80 points, sans dépendance bloquante ouverte."))
    }

    @Test("a director gives the review of their craft, and gives it again", arguments: TestDatabase.all)
    func gives(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let salome = try await site.signIn(as: "salome.tissier")
        let before = try await salome.get(page(site))
        #expect(before.says("Votre revue Design"))
        _ = try await salome.submit(
            page(site) + "/reviews", ["craft": "design", "opinion": "reserved", "text": "Il manque le cas mobile."])
        let shown = try await site.signIn(as: "camille.aubrac").get(page(site))
        #expect(shown.says("Il manque le cas mobile."))
        #expect(shown.says("Avec une réserve"))
        _ = try await salome.submit(
            page(site) + "/reviews", ["craft": "design", "opinion": "favourable", "text": "Le cas mobile y est."])
        let reviews = try site.store.readNow { try $0.records(Review.self) }
        #expect(reviews.count == 1 && reviews.first?.opinion == .favourable && reviews.first?.version == 2)
    }

    @Test("a reservation says which: the form comes back with what was typed", arguments: TestDatabase.all)
    func refused(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let hana = try await site.signIn(as: "hana.diallo")
        let empty = try await hana.submit(
            page(site) + "/reviews", ["craft": "product", "opinion": "reserved", "text": " "])
        #expect(empty.status == 422)
        let long = String(repeating: "a", count: Review.limit + 1)
        let over = try await hana.submit(
            page(site) + "/reviews", ["craft": "product", "opinion": "favourable", "text": long])
        #expect(over.status == 422 && over.has(long))
        #expect(try site.store.readNow { try $0.records(Review.self).isEmpty })
    }

    @Test("nobody else gives it, and not for another craft", arguments: TestDatabase.all)
    func others(database: TestDatabase) async throws {
        let site = try TestSite(database)
        for code in ["camille.aubrac", "thea.nogaret", "fabrice.delmotte", "ruben.achard"] {
            let answer = try await site.signIn(as: code).submit(
                page(site) + "/reviews", ["craft": "product", "opinion": "favourable"])
            #expect(answer.status == 403, "\(code)")
        }
    }

    @Test("a page is declared ready at 80 points, once the reviews are there", arguments: TestDatabase.all)
    func declares(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let tooEarly = try await camille.submit(page(site) + "/readiness")
        #expect(tooEarly.status == 409)
        for (code, craft) in [
            ("hana.diallo", "product"), ("salome.tissier", "design"), ("ruben.achard", "engineering"),
        ] {
            _ = try await site.signIn(as: code).submit(
                page(site) + "/reviews", ["craft": craft, "opinion": "favourable"])
        }
        let text = String(repeating: "Une phrase qui dit ce qu’il faut. ", count: 4)
        _ = try await camille.submit(
            page(site),
            ["problem": text, "source": text, "problem_size": text, "intention": text, "version": "1"])
        let link = try site.id(of: Dependency.self, "ref", "D2")
        _ = try await camille.submit("/dependencies/\(link)/counter-proposal-acceptance")
        let declared = try await camille.submit(page(site) + "/readiness")
        #expect(declared.status == 200 && declared.says("Prête"))
    }
}
