import TestSupport
import Testing

@Suite("What surrounds every page")
struct LayoutTests {
    @Test("every page is well formed and leads somewhere, in both languages", arguments: TestDatabase.all)
    func pages(database: TestDatabase) async throws {
        let site = try TestSite(database)
        for code in ["camille.aubrac", "nour.castel", "thea.nogaret", "mehdi.rahal"] {
            let browser = try await site.signIn(as: code)
            for language in ["fr", "en"] {
                await browser.set(cookie: "lang", to: language)
                for path in ["/", "/briefings", "/dependencies", "/calendar", "/people", "/search?q=bulletin"] {
                    let page = try await browser.get(path)
                    #expect(page.status == 200)
                    #expect(page.has("<html lang=\"\(language)\""))
                }
            }
        }
    }

    @Test("the ruler says where the quarter stands", arguments: TestDatabase.all)
    func ruler(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.get("/briefings")
        #expect(
            page.has(
                "role=\"img\" aria-label=\"Jeudi 5\u{A0}mars, semaine 10. Préparation du T2, gel lundi 23\u{A0}mars"))
        #expect(page.has("dans 12\u{A0}jours ouvrés"))
    }

    @Test("language and light are set by a link that comes back to the same page", arguments: TestDatabase.all)
    func preferences(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let french = try await camille.get("/briefings?cycle=2026-Q2&q=d%C3%A9but")
        #expect(french.has("back=%2Fbriefings%3Fcycle%3D2026-Q2%26q%3Dd%25C3%25A9but"))
        let english = try await camille.get("/preferences?lang=en&back=/briefings%3Fcycle%3D2026-Q2")
        #expect(english.has("<html lang=\"en\"") && english.path == "/briefings?cycle=2026-Q2")
        let dark = try await camille.get("/preferences?theme=dark&back=/people")
        #expect(dark.has("data-theme=\"dark\""))
    }

    @Test(
        "the link back never leaves the site", arguments: ["//elsewhere.example", "https://elsewhere.example", "/\\x"])
    func local(back: String) async throws {
        let site = try TestSite(.sqlite)
        let browser = site.visitor()
        let answer = try await browser.request("GET", "/preferences?lang=en&back=\(back)")
        #expect(answer.location == "/")
    }

    @Test("assets are kept by the browser for ever, under an address of their content")
    func assets() async throws {
        let site = try TestSite(.sqlite)
        let browser = site.visitor()
        let page = try await browser.get("/sign-in")
        let address = try #require(page.html.firstMatch(of: #/href="(/assets/[^"]*rouage.css)"/#)).1
        let sheet = try await browser.request("GET", String(address))
        #expect(sheet.status == 200 && sheet.html.hasPrefix("/* Tokens"))
        #expect(sheet.header("Cache-Control") == "public, max-age=31536000, immutable")
        let old = try await browser.request("GET", "/assets/0000/rouage.css")
        #expect(old.header("Cache-Control") == "no-cache")
    }
}
