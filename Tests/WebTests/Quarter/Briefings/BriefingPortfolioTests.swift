import Rouage
import Storage
import TestSupport
import Testing

@Suite("What is at stake")
struct BriefingPortfolioTests {
    private let bulletin = "Un bulletin que l’on comprend sans appeler le support"
    private let dsn = "Une DSN prête avant le 5 du mois"
    private let draft = "Le bulletin d’un départ en cours de mois"

    @Test(
        "is filtered by address", arguments: TestDatabase.all,
        [
            ("", [true, true, true]), ("?tribe=paie", [true, true, true]),
            ("?tribe=plateforme", [false, false, false]),
            ("?team=dsn", [false, true, false]), ("?state=aligning", [true, true, false]),
            ("?state=draft", [false, false, true]), ("?view=mine", [true, false, true]),
            ("?view=unsettled", [true, true, false]), ("?view=late", [false, false, false]),
            ("?q=REJETER", [false, true, false]), ("?q=depart", [false, false, true]),
            ("?q=malo", [false, true, false]), ("?q=%22%20OR%20'1", [false, false, false]),
            ("?state=nothing&sort=nothing&view=nothing", [true, true, true]),
            ("?sort=-dependencies", [true, true, true]), ("?cycle=2026-Q1", [false, false, false]),
        ])
    func filters(database: TestDatabase, filter: (String, [Bool])) async throws {
        let camille = try await TestSite(database).signIn(as: "camille.aubrac")
        let page = try await camille.get("/briefings\(filter.0)")
        #expect(page.status == 200)
        #expect([bulletin, dsn, draft].map(page.says) == filter.1)
    }

    @Test("sorts by its heads, up and down", arguments: TestDatabase.all)
    func sorting(database: TestDatabase) async throws {
        let camille = try await TestSite(database).signIn(as: "camille.aubrac")
        for (sort, first) in [("title", draft), ("-title", dsn), ("team", draft), ("-team", dsn)] {
            let words = try await camille.get("/briefings?sort=\(sort)").words
            let places = [draft, dsn].compactMap { title in
                words.firstRange(of: title.replacing("’", with: "'"))?.lowerBound
            }
            #expect(places.count == 2 && (places[0] < places[1]) == (first == draft), "\(sort)")
        }
        #expect(try await camille.get("/briefings?sort=-title").has("aria-sort=\"descending\""))
    }

    @Test("teaches who finds nothing, and who has no place", arguments: TestDatabase.all)
    func empty(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(try await camille.get("/briefings?q=zzzz").says("Aucun briefing ne répond à ce filtre."))
        let stranger = try await site.signIn(as: "ines.maurel")
        // Most sections of the navigation are closed to somebody without a place.
        let page = try await stranger.get("/briefings", checked: false)
        #expect(page.says("Vous n’avez pas encore de place dans le département") && !page.says(bulletin))
    }
}
