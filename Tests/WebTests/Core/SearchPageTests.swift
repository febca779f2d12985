import TestSupport
import Testing

@Suite("The search page")
struct SearchPageTests {
    @Test("finds without accents, marks the words and says what each hit is", arguments: TestDatabase.all)
    func finds(database: TestDatabase) async throws {
        let camille = try await TestSite(database).signIn(as: "camille.aubrac")
        let page = try await camille.get("/search?q=etiquette")
        #expect(page.has("<mark>Étiquette</mark> lisible pour chaque rubrique"))
        #expect(page.says("Dépendance, Bulletins attend Moteur de paie"))
        let people = try await camille.get("/search?q=camille&kind=person")
        #expect(people.has("<mark>Camille</mark> Aubrac") && people.says("PM, Bulletins"))
        let none = try await camille.get("/search?q=zzz")
        #expect(none.says("Rien ne contient tous ces mots."))
    }

    @Test("narrows to one kind", arguments: TestDatabase.all)
    func kinds(database: TestDatabase) async throws {
        let camille = try await TestSite(database).signIn(as: "camille.aubrac")
        let all = try await camille.get("/search?q=bulletin")
        #expect(all.says("Un bulletin que l'on comprend") && all.says("Équipe, Paie"))
        let teams = try await camille.get("/search?q=bulletin&kind=unit")
        #expect(!teams.says("Un bulletin que l'on comprend") && teams.says("Équipe, Paie"))
    }

    @Test("a draft is found by its team only, and a stranger finds nothing", arguments: TestDatabase.all)
    func drafts(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let question = "/search?q=depart+en+cours"
        #expect(try await site.signIn(as: "camille.aubrac").get(question).says("Le bulletin d'un départ"))
        #expect(try await !site.signIn(as: "malo.fauvel").get(question).says("Le bulletin d'un départ"))
        let stranger = try await site.signIn(as: "ines.maurel")
        #expect(try await !stranger.get("/search?q=bulletin").says("Un bulletin que"))
        let json = try await stranger.request("GET", "/search?q=bulletin", headers: ["Accept": "application/json"])
        #expect(json.html == "[]")
    }

    @Test("answers the palette in JSON", arguments: TestDatabase.all)
    func palette(database: TestDatabase) async throws {
        let camille = try await TestSite(database).signIn(as: "camille.aubrac")
        let answer = try await camille.request("GET", "/search?q=ident", headers: ["Accept": "application/json"])
        #expect(answer.has("\"title\":\"Identité et accès\"") && answer.has("teams\\/identite"))
    }

    @Test("what is asked is shown as text, never as markup", arguments: TestDatabase.all)
    func escapes(database: TestDatabase) async throws {
        let camille = try await TestSite(database).signIn(as: "camille.aubrac")
        let page = try await camille.get("/search?q=%3Cb%3E%27%3B+--")
        #expect(page.value(of: "q") == "<b>'; --")
    }
}
