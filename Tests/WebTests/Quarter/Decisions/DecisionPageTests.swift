import Rouage
import Storage
import TestSupport
import Testing

@Suite("Deciding, and the log of decisions")
struct DecisionPageTests {
    private func page(_ site: TestSite) throws -> String {
        "/briefings/\(try site.id(of: Briefing.self, "ref", "B1"))"
    }

    @Test(
        "directors see readiness, the reviews of the three crafts and the chance, and decide under the row",
        arguments: TestDatabase.all)
    func deciding(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let hana = try await site.signIn(as: "hana.diallo")
        _ = try await site.signIn(as: "salome.tissier").submit(
            page(site) + "/reviews",
            ["craft": "design", "opinion": "reserved", "text": "Il manque le cas mobile.", "version": "0"])
        let shown = try await hana.get("/decisions/pending")
        #expect(shown.says("2 initiatives attendent, dont 0 prête."))
        #expect(shown.says("Un bulletin que l'on comprend sans appeler le support"))
        #expect(shown.says("Il manque le cas mobile.") && shown.says("Produit : pas encore"))
        #expect(shown.says("chances sur 10") || shown.says("1 chance sur"))
        let id = try site.id(of: Briefing.self, "ref", "B1")
        let back = try await hana.submit(
            page(site) + "/decision",
            [
                "version": "1", "outcome": "validated", "code": "priority",
                "reason": "J’accepte le risque sur le lien.", "back": "decisions",
            ])
        #expect(back.path.hasPrefix("/decisions/pending"))
        #expect(back.says("J'accepte le risque sur le lien."))
        let entry: Decision = try site.store.readNow { try $0.decisions(on: id)[0] }
        #expect(entry.outcome == .validated && entry.acceptsRisk && !entry.afterFreeze)
        // Others read the page and decide nothing.
        let camille = try await site.signIn(as: "camille.aubrac").get("/decisions/pending")
        #expect(camille.says("Une DSN prête avant le 5 du mois") && !camille.has("/decision\""))
    }

    @Test(
        "postponed: dependencies end, the giver is told why, the draft of the next quarter and the page know each other",
        arguments: TestDatabase.all)
    func postponed(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let hana = try await site.signIn(as: "hana.diallo")
        let decided = try await hana.submit(
            page(site) + "/decision",
            ["version": "1", "outcome": "postponed", "code": "capacity", "reason": "L’équipe est pleine."])
        #expect(decided.says("Ses 3 dépendances sont retirées"))
        #expect(decided.says("Il attend comme ébauche au T3 2026"))
        let id = try site.id(of: Briefing.self, "ref", "B1")
        let draft: Briefing = try site.store.readNow { try $0.carried(from: id)[0] }
        #expect(draft.state == .draft && draft.carriedFrom == id)
        let camille = try await site.signIn(as: "camille.aubrac")
        let copy = try await camille.get("/briefings/\(draft.id)")
        let address = try page(site)
        #expect(copy.says("Reprise du T2 2026, où elle a été reportée") && copy.has(address))
        let wassim = try await site.signIn(as: "wassim.ferhat")
        let dependency = try site.id(of: Dependency.self, "ref", "D1")
        #expect(try await wassim.get("/dependencies/\(dependency)").says("L'équipe est pleine."))
        #expect(try await wassim.get("/").says("n'a plus besoin de"))
        let log = try await site.signIn(as: "thea.nogaret").get("/decisions?cycle=2026-Q2")
        #expect(log.says("Capacité") && log.says("L'équipe est pleine.") && log.says("Hana Diallo"))
        #expect(log.says("Dépendances retirées :") && log.says("Étiquette lisible pour chaque rubrique"))
    }

    @Test("decided otherwise, the log keeps both: what was replaced, by whom and when", arguments: TestDatabase.all)
    func superseded(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let hana = try await site.signIn(as: "hana.diallo")
        let address = try page(site) + "/decision"
        _ = try await hana.submit(
            address, ["outcome": "postponed", "code": "capacity", "reason": "L’équipe est pleine."])
        _ = try await hana.submit(
            address, ["outcome": "validated", "code": "priority", "reason": "Deux personnes arrivent."])
        let id = try site.id(of: Briefing.self, "ref", "B1")
        let entries: [Decision] = try site.store.readNow { try $0.decisions(on: id) }
        #expect(entries.map(\.outcome) == [.validated, .postponed] && entries[0].supersedes == entries[1].id)
        let log = try await hana.get("/decisions?cycle=2026-Q2")
        #expect(log.says("Remplace la décision du 5 mars : reportée") && log.says("Remplacée le 5 mars"))
        #expect(log.says("1 validée, 0 reportée, 0 écartée."))
        let shown = try await hana.get(page(site))
        #expect(shown.says("Remplace : reportée le 5 mars, par Hana Diallo"))
        #expect(shown.says("signalez-les de nouveau"))
        // A second postponement waits in the same draft.
        _ = try await hana.submit(address, ["outcome": "postponed", "code": "capacity", "reason": "Non, décidément."])
        #expect(try site.store.readNow { try $0.carried(from: id).count } == 1)
    }

    @Test("after the freeze the CPO alone decides, with a reason, announced as such", arguments: TestDatabase.all)
    func frozen(database: TestDatabase) async throws {
        let site = try TestSite(database, on: Day(2026, 3, 24))
        let address = try page(site) + "/decision"
        let hana = try await site.signIn(as: "hana.diallo")
        #expect(
            try await hana.submit(address, ["outcome": "validated", "code": "other", "reason": "Oui."]).status == 403)
        let nour = try await site.signIn(as: "nour.castel")
        #expect(try await nour.submit(address, ["outcome": "validated", "code": "other", "reason": ""]).status == 422)
        _ = try await nour.submit(
            address, ["outcome": "validated", "code": "other", "reason": "La loi change en mai."])
        let log = try await hana.get("/decisions?cycle=2026-Q2")
        #expect(log.says("Annonce : décision prise après le gel.") && log.says("La loi change en mai."))
    }

    @Test("the log is narrowed by tribe, outcome, kind and words", arguments: TestDatabase.all)
    func filter(database: TestDatabase) async throws {
        let site = try TestSite(database)
        _ = try site.meetingWithAction()
        let hana = try await site.signIn(as: "hana.diallo")
        _ = try await hana.submit(
            page(site) + "/decision", ["outcome": "dropped", "code": "duplicate", "reason": "Déjà fait ailleurs."])
        func log(_ query: String) async throws -> Page { try await hana.get("/decisions?cycle=2026-Q2&\(query)") }
        #expect(try await log("kind=meeting").says("Le lien ouvre le dernier bulletin."))
        #expect(try await !log("kind=meeting").says("Déjà fait ailleurs."))
        #expect(try await log("outcome=dropped").says("Déjà fait ailleurs."))
        #expect(try await log("outcome=validated").says("Aucune décision de ce genre."))
        #expect(try await log("q=DEJA+ailleurs").says("Déjà fait ailleurs."))
        #expect(try await !log("tribe=plateforme").says("Déjà fait ailleurs."))
        #expect(try await log("tribe=plateforme").says("Le lien ouvre le dernier bulletin."))
    }

    @Test("two directors of a craft do not overwrite each other's review unseen", arguments: TestDatabase.all)
    func reviews(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let hana = try await site.signIn(as: "hana.diallo")
        let nour = try await site.signIn(as: "nour.castel")
        let address = try page(site) + "/reviews"
        _ = try await hana.submit(
            address, ["craft": "product", "opinion": "favourable", "text": "Clair.", "version": "0"])
        let second = try await nour.submit(
            address, ["craft": "product", "opinion": "reserved", "text": "Pas prouvé.", "version": "0"])
        #expect(second.status == 409 && second.says("Clair."))
        _ = try await nour.submit(
            address, ["craft": "product", "opinion": "reserved", "text": "Pas prouvé.", "version": "1"])
        #expect(try await hana.get(page(site)).says("Pas prouvé."))
    }
}
