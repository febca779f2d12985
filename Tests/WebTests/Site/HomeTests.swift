import Foundation
import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("The home")
struct HomeTests {
    @Test("says where the quarter stands, in a sentence", arguments: TestDatabase.all)
    func headline(database: TestDatabase) async throws {
        let camille = try await TestSite(database).signIn(as: "camille.aubrac")
        let page = try await camille.get("/")
        #expect(page.says("Jeudi 5 mars. Le gel du T2 tombe dans 12 jours ouvrés."))
        #expect(page.says("Bulletins prépare 2 briefings pour le T2 : 1 en alignement, 1 ébauche."))
        #expect(page.says("Le T1 se clôt dans 18 jours ouvrés."))
        await camille.set(cookie: "lang", to: "en")
        let english = try await camille.get("/")
        #expect(english.says("Thursday 5 March. The Q2 freeze is 12 working days away."))
        #expect(english.says("Bulletins is preparing 2 briefings for Q2: 1 in alignment, 1 draft."))
    }

    @Test("asks each person for what is theirs to do, the most urgent first", arguments: TestDatabase.all)
    func expected(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac").get("/")
        #expect(camille.says("Répondre à DSN : table unique des libellés"))
        #expect(camille.says("Dépendance bloquante signalée le 25 févr., attendue pour le 3 avr."))
        #expect(camille.says("Depuis 3 j"))
        #expect(camille.says("Accepter ou refuser la date d'Identité et accès"))
        #expect(camille.says("29 avr. au lieu du 15 avr."))
        #expect(camille.html.components(separatedBy: "btn s pri").count == 2, "one primary button")
        let hana = try await site.signIn(as: "hana.diallo").get("/")
        #expect(hana.says("Décider de 2 initiatives"))
        let yse = try await site.signIn(as: "nour.castel").get("/")
        #expect(yse.says("Bloquantes, sans engagement") && yse.says("Table unique des libellés"))
    }

    @Test("shows what the team waits for and owes", arguments: TestDatabase.all)
    func needs(database: TestDatabase) async throws {
        let page = try await TestSite(database).signIn(as: "camille.aubrac").get("/")
        #expect(page.says("Bulletins attend") && page.says("3 dépendances du T2"))
        #expect(page.says("Étiquette lisible pour chaque rubrique Moteur de paie Engagée 10 avr."))
        #expect(page.says("Bulletins doit") && page.says("1 au T2, 1 au T1"))
        #expect(page.says("Reprise des corrections 2025 DSN, T1 Engagée 13 mars"))
        #expect(page.says("Table unique des libellés DSN À répondre 3 avr."))
    }

    @Test("has a week for each vertebra and a line at today", arguments: TestDatabase.all)
    func column(database: TestDatabase) async throws {
        let page = try await TestSite(database).signIn(as: "camille.aubrac").get("/")
        #expect(page.html.components(separatedBy: "class=\"vb\"").count == 15)
        #expect(page.has("<li class=\"now align\" aria-current=\"date\">"))
        #expect(
            page.says("Ébauches déposées ven. 13") && page.says("Gel lun. 23 , 18 h") || page.says("Gel lun. 23, 18 h"))
        #expect(page.says("Présentation finale jeu. 26") && page.says("Clôture du T1 mar. 31"))
        #expect(page.says("Le T2 démarre mer. 1er avr.") && page.says("12 j ouvrés avant le gel"))
        #expect(page.says("Livrer à DSN ven. 13"))
    }

    @Test("is of use to everybody of the cast", arguments: TestDatabase.all)
    func everyone(database: TestDatabase) async throws {
        let site = try TestSite(database)
        for code in [
            "lison.perrault", "aziz.charvin", "fabrice.delmotte", "ruben.achard", "thea.nogaret", "mehdi.rahal",
        ] {
            let page = try await site.signIn(as: code).get("/")
            #expect(page.status == 200 && page.says("Ce que l'on attend de moi"))
        }
        let stranger = try await site.signIn(as: "ines.maurel").get("/")
        #expect(stranger.says("Votre place n'est pas encore indiquée"))
        #expect(!stranger.says("Bulletins"))
        let administrator = try await site.signIn(as: "loic.perdrix").get("/")
        #expect(administrator.says("Gérer les comptes"))
    }

    @Test("lists the last decisions with their reason and who took them", arguments: TestDatabase.all)
    func decisions(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.id(of: Briefing.self, "ref", "B3")
        let hana = try site.id(of: Person.self, "code", "hana.diallo")
        try site.store.writeNow(as: hana, at: site.clock.now()) { transaction in
            let briefing: Briefing = try transaction.get(id)
            var decision = Decision(
                id: transaction.newID(), ref: "B3/1", sort: .initiative, cycle: briefing.cycle, teams: [briefing.team],
                what: briefing.text.title, reason: "La table des libellés n’est pas promise.", by: hana,
                on: Day(2026, 3, 4), at: transaction.now)
            decision.briefing = id
            decision.outcome = .postponed
            try transaction.add(decision, Activity(.created))
        }
        let page = try await site.signIn(as: "camille.aubrac").get("/")
        #expect(page.says("Reportée au T3 Une DSN prête avant le 5 du mois La table des libellés n'est pas promise."))
        #expect(page.says("Hana Diallo, directrice produit, mer. 4 mars"))
    }

    @Test("says what was decided, whatever came of it since, and only what still holds", arguments: TestDatabase.all)
    func decided(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.id(of: Briefing.self, "ref", "B1")
        let hana = try await site.signIn(as: "hana.diallo")
        for (outcome, reason) in [("postponed", "Trop tôt."), ("validated", "Un risque que nous prenons.")] {
            _ = try await hana.submit(
                "/briefings/\(id)/decision", ["outcome": outcome, "code": "other", "reason": reason], follow: false)
        }
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction -> Void in
            try transaction.change(id) { (briefing: inout Briefing) in
                briefing.state = .inProgress
                return Activity(.started)
            }
        }
        let page = try await site.signIn(as: "camille.aubrac").request("GET", "/")
        #expect(
            page.says(
                """
                Validée, risque accepté Un bulletin que l'on comprend sans appeler le support Un risque que nous prenons. \
                Hana Diallo, directrice produit, jeu. 5 mars
                """), "\(page)")
        #expect(!page.says("Reportée au T3"))
    }

    @Test("tells who waits that a promise was broken, and not the giver", arguments: TestDatabase.all)
    func broken(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.id(of: Dependency.self, "ref", "D1")
        let wassim = try await site.signIn(as: "wassim.ferhat")
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(!(try await camille.get("/")).says("n'a pas tenu sa promesse"))
        _ = try await wassim.submit("/dependencies/\(id)/withdrawn-promise", ["reason": "Incident de paie."])
        let page = try await camille.get("/")
        #expect(page.says("Moteur de paie n'a pas tenu sa promesse du 8 avr"), "\(page)")
        #expect(page.says("Étiquette lisible pour chaque rubrique"))
        #expect(!(try await wassim.get("/")).says("n'a pas tenu sa promesse"))
    }

    @Test("teaches when there is nothing yet", arguments: TestDatabase.all)
    func empty(database: TestDatabase) async throws {
        let mehdi = try await TestSite(database).signIn(as: "mehdi.rahal")
        let page = try await mehdi.get("/")
        #expect(page.says("Personne n'attend rien de vous.") && page.says("Aucune autre équipe n'est attendue."))
    }
}
