import Rouage
import Storage
import TestSupport
import Testing

@Suite("The alignment room")
struct AlignmentPageTests {
    @Test("lists who has something left to settle with whom, and leads to their room", arguments: TestDatabase.all)
    func index(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let page = try await site.signIn(as: "camille.aubrac").get("/alignment")
        #expect(page.says("3 paires d'équipes ont encore à régler 3 points."))
        #expect(page.says("Bulletins, Identité et accès"))
        #expect(page.has("/alignment/bulletins,identite"))
        #expect(page.says("Réglé sans réunion") && page.has("/alignment/bulletins,moteur"))
        let english = try await site.signIn(as: "camille.aubrac")
        await english.set(cookie: "lang", to: "en")
        #expect(try await english.get("/alignment").says("Settled without a meeting"))
    }

    @Test("shows both loads and what is open, and takes the answer on the spot", arguments: TestDatabase.all)
    func room(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let room = try await camille.get("/alignment/bulletins,identite")
        #expect(room.says("Lien de consultation sans mot de passe"))
        #expect(room.says("1 point à régler, 0 réglé."))
        #expect(room.says("Charge au T2") && room.says("%"))
        #expect(room.says("J'accepte le 29 avr."))
        let id = try site.id(of: Dependency.self, "ref", "D2")
        let back = try await camille.submit(
            "/dependencies/\(id)/counter-proposal-acceptance",
            ["version": "1", "back": "/alignment/bulletins,identite"])
        #expect(back.path.hasPrefix("/alignment/bulletins,identite"))
        #expect(back.says("Réglé sans réunion."))
        #expect(!back.has("/meetings/new"))
    }

    @Test("an answer goes back to a room of this site, and nowhere else", arguments: TestDatabase.all)
    func back(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let id = try site.id(of: Dependency.self, "ref", "D2")
        for place in ["//mal.example/alignment/", "https://mal.example/meetings/", "/account"] {
            let answer = try await camille.attempt(
                "/dependencies/\(id)/counter-proposal-refusal", ["reason": "Trop tard.", "back": place])
            #expect(answer.location == "/dependencies/\(id)" || answer.status == 409)
        }
    }

    @Test("is there for a tribe too, and for two to five teams", arguments: TestDatabase.all)
    func sets(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let tribe = try await camille.get("/alignment/paie")
        #expect(tribe.says("Tribe Paie") && tribe.says("Table unique des libellés"))
        #expect(
            try await camille.get("/alignment/choice?team=dsn&team=bulletins&team=moteur").path.hasSuffix(
                "bulletins,dsn,moteur"))
        #expect(try await camille.get("/alignment/choice?team=dsn").says("Choisissez de deux à cinq équipes."))
        for wrong in [
            "bulletins", "bulletins,bulletins", "bulletins,none", "bulletins,dsn,moteur,identite,donnees,cs-ops",
        ] {
            #expect(try await camille.request("GET", "/alignment/\(wrong)").status == 404, "\(wrong)")
        }
    }

    @Test("Product Ops watch and may propose an hour, and answer nothing", arguments: TestDatabase.all)
    func ops(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let thea = try await site.signIn(as: "thea.nogaret")
        let room = try await thea.get("/alignment/bulletins,identite")
        #expect(room.says("Lien de consultation sans mot de passe") && room.says("Proposer une rencontre"))
        #expect(!room.has("counter-proposal-acceptance"))
        let page = try await thea.submit(
            "/meetings",
            [
                "teams": "bulletins,identite", "cycle": "2026-Q2", "mode": "sync", "starts_on": "2026-03-10",
                "starts_at": "14:00", "length": "30",
            ])
        #expect(page.says("Proposée par les Product Ops"))
        #expect(try await thea.submit(page.path + "/acceptance").status == 403)
        let yanis = try await site.signIn(as: "yanis.corbel")
        #expect(try await yanis.submit(page.path + "/acceptance").says("Prévue"))
    }
}
