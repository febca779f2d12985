import Rouage
import TestSupport
import Testing

@Suite("The calendar page")
struct CalendarPageTests {
    @Test("lists the phases of both quarters and the days without a deadline", arguments: TestDatabase.all)
    func phases(database: TestDatabase) async throws {
        let page = try await TestSite(database).signIn(as: "camille.aubrac").get("/calendar")
        #expect(page.says("Ébauches attendues ven. 13 févr."))
        #expect(
            page.says(
                "Semaines d'alignement sam. 14 févr. au dim. 22 mars 25 jours ouvrés pour s'accorder en ce moment"))
        #expect(page.says("Gel lun. 23 mars, 18 h"))
        #expect(page.says("Lundi de Pâques lun. 6 avr. Jour non travaillé, aucune échéance"))
        #expect(page.says("Ascension jeu. 14 mai") && page.says("Pont ven. 15 mai Jour travaillé, aucune échéance"))
        #expect(page.says("Une date se déplace avec Nour Castel, CPO."))
        #expect(!page.has("action=\"/cycles/"))
    }

    @Test("the CPO moves a date with a reason that everyone reads", arguments: TestDatabase.all)
    func shift(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let nour = try await site.signIn(as: "nour.castel")
        _ = try await nour.get("/calendar")
        let answer = try await nour.submit(
            "/cycles/2026-Q2/dates", ["freeze": "2026-03-24", "reason": "Le comité se tient le 23."])
        #expect(answer.says("Les dates du T2 2026 sont déplacées.") && answer.says("Gel mar. 24 mars"))
        let camille = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.get("/calendar")
        #expect(page.says("Nour Castel : Le comité se tient le 23."))
        #expect(try await camille.get("/").says("Le gel du T2 tombe dans 13 jours ouvrés."))
    }

    @Test(
        "a move that breaks a rule comes back with the reason beside the date",
        arguments: TestDatabase.all,
        [
            (["freeze": "2026-02-25"], "Au plus tôt le"), (["freeze": "2026-03-21"], "aucune échéance n'y tombe"),
            (["presentation": "2026-04-02"], "Au plus tard le"), (["freeze": "demain"], "Écrivez une date"),
            (["drafts_due": "2026-03-10"], "Cette date est passée"),
            (["freeze": "2026-03-24", "reason": " "], "Ce champ est vide"),
        ])
    func refused(database: TestDatabase, move: ([String: String], String)) async throws {
        let nour = try await TestSite(database).signIn(as: "nour.castel")
        _ = try await nour.get("/calendar")
        let fields = move.0.merging(["reason": "Une raison écrite"]) { given, _ in given }
        let answer = try await nour.submit("/cycles/2026-Q2/dates", fields.map { ($0.key, $0.value) })
        #expect(answer.status == 422 && answer.says(move.1))
        #expect(answer.value(of: "reason") == fields["reason"])
    }

    @Test("nobody else moves dates once drafts are open", arguments: TestDatabase.all)
    func others(database: TestDatabase) async throws {
        let site = try TestSite(database)
        for code in ["thea.nogaret", "hana.diallo", "camille.aubrac"] {
            let browser = try await site.signIn(as: code)
            _ = try await browser.get("/calendar")
            let answer = try await browser.submit(
                "/cycles/2026-Q2/dates", ["freeze": "2026-03-24", "reason": "Plus tard"])
            #expect(answer.status == 403)
        }
    }
}
