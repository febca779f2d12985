import Rouage
import Storage
import TestSupport
import Testing

@Suite("The page of a tribe's fields")
struct TribeFieldPageTests {
    @Test("its lead adds, rewords and removes one; what is written in it stays", arguments: TestDatabase.all)
    func lead(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let fabrice = try await site.signIn(as: "fabrice.delmotte")
        let added = try await fabrice.submit(
            "/tribes/paie/fields",
            ["label_fr": "Risque légal", "label_en": "Legal risk", "kind": "text", "limit": "150"])
        #expect(added.says("Risque légal") && added.says("150 caractères") && added.says("Le champ est ajouté."))
        let full = try await fabrice.submit(
            "/tribes/paie/fields", ["label_fr": "Trop", "label_en": "Much", "kind": "text", "limit": "451"])
        #expect(full.status == 422)
        #expect(full.says("Entre 1 et 450") && full.has("value=\"Trop\""))

        let camille = try await site.signIn(as: "camille.aubrac")
        let id = try site.id(of: Briefing.self, "ref", "B1")
        let page = try await camille.submit("/briefings/\(id)", ["field-risque_legal": "Mentions inchangées"])
        #expect(page.says("Champs de la Tribe Paie") && page.says("Mentions inchangées"))
        let twice = try await fabrice.submit(
            "/tribes/paie/fields/risque_legal",
            ["label_fr": "Risque", "label_en": "Risk", "kind": "text", "limit": "200", "version": "1"])
        #expect(twice.says("200 caractères"))
        _ = try await fabrice.submit("/tribes/paie/fields/risque_legal/removal")
        #expect(try await camille.get("/briefings/\(id)").says("Mentions inchangées"))
    }

    @Test(
        "others read it and are told whose it is", arguments: TestDatabase.all,
        ["camille.aubrac", "hana.diallo", "thea.nogaret"])
    func others(database: TestDatabase, code: String) async throws {
        let site = try TestSite(database)
        let other = try await site.signIn(as: code)
        #expect(try await other.get("/tribes/paie/fields").status == 200)
        let refused = try await other.submit(
            "/tribes/paie/fields", ["label_fr": "A", "label_en": "A", "kind": "text", "limit": "10"])
        #expect(refused.status == 403)
        #expect(refused.says("Fabrice Delmotte"))
        #expect(try await other.get("/tribes/nowhere/fields").status == 404)
    }
}
