import Rouage
import Storage
import TestSupport
import Testing
import WebCore

@Suite("The rooms and their pages")
struct RoomsTests {
    private static let french = [
        "Colonne", "Trimestre", "Briefings", "Dépendances", "Alignement", "Décisions", "Présentation", "Bilan",
        "Calendrier", "Product Ops", "Demandes", "Sujets", "Brainstorming", "Mercato", "Répartition", "Projets",
        "Process", "Bibliothèque", "Incidents", "Sans Product Ops", "Impact", "Preuves de valeur", "Nouvelles",
        "Journal des décisions", "Équipes", "Équipes et personnes", "Axes",
    ]
    private static let english = [
        "Spine", "Quarter", "Briefings", "Dependencies", "Alignment", "Decisions", "Presentation", "Report", "Calendar",
        "Product Ops", "Requests", "Topics", "Brainstorm", "Mercato", "Sharing out", "Projects", "Playbooks", "Library",
        "Incidents", "Without Product Ops", "Impact", "Proof of value", "News", "Decision log", "Teams",
        "Teams and people", "Axes",
    ]

    /// What a part of a page says, word by word.
    private func words(_ page: Page, of part: Regex<Substring>) throws -> [String] {
        let html = try #require(page.html.firstMatch(of: part)).0
        return html.matches(of: #/>([^<>]+)</#).map { String($0.1) }
    }

    @Test("the table of contents has the words of the house, and the rows those of the room", arguments: ["fr", "en"])
    func words(language: String) async throws {
        let browser = try await TestSite(.sqlite).signIn(as: "camille.aubrac")
        await browser.set(cookie: "lang", to: language)
        let isFrench = language == "fr"
        let page = try await browser.get("/topics")
        let contents = try words(page, of: #/<details class="toc"[\s\S]*?<\/details>/#)
        #expect(contents == ["Product Ops", isFrench ? "Sujets" : "Topics"] + (isFrench ? Self.french : Self.english))
        let rooms = try words(page, of: #/<nav class="rooms"[\s\S]*?<\/nav>/#)
        #expect(rooms == Layout.Room.allCases.map { isFrench ? $0.words.french : $0.words.english })
        let pages = try words(page, of: #/<nav class="pages"[\s\S]*?<\/nav>/#)
        #expect(pages == Layout.Room.ops.pages.map { isFrench ? $0.words.french : $0.words.english })
        let home = try await browser.get("/")
        #expect(!home.has("<nav class=\"pages\""), "the spine is one page")
        #expect(home.has("<a href=\"/\" aria-current=\"page\">\(isFrench ? "Colonne" : "Spine")</a>"))
        let account = try await browser.get("/account")
        #expect(try words(account, of: #/<details class="toc"[\s\S]*?<\/b>/#) == [isFrench ? "Sommaire" : "Contents"])
    }

    @Test("a page is listed for those who find it open, and for nobody else", arguments: TestDatabase.all)
    func listed(database: TestDatabase) async throws {
        let site = try TestSite(database)
        for code in ["camille.aubrac", "nour.castel", "thea.nogaret", "loic.perdrix", "ines.maurel"] {
            let browser = try await site.signIn(as: code)
            let home = try await browser.get("/")
            let head = try #require(home.html.firstMatch(of: #/<header[\s\S]*?<\/header>/#)).0
            let palette = home.html.firstMatch(of: #/<dialog class="pal[\s\S]*?<\/dialog>/#)?.0
            for page in Layout.Page.allCases {
                let link = "href=\"\(page.address)\""
                let answer = try await browser.get(page.address)
                let isOpen = answer.status == 200 && !answer.says("Vous n’avez pas encore de place")
                #expect(head.contains(link) == isOpen, "\(page) for \(code)")
                if let palette { #expect(palette.contains(link) == isOpen, "\(page) for \(code)") }
                guard isOpen, let room = page.room, room != .spine else { continue }
                let here = "<a \(link) aria-current=\"page\">\(page.words.french)</a>"
                #expect(answer.html.ranges(of: here).count == 2, "\(page)")
                #expect(answer.has(" aria-current=\"true\">\(room.words.french)</a>"), "\(page)")
            }
        }
    }

    @Test("what only some may open has a lock", arguments: TestDatabase.all)
    func lock(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let lock = #/<a href="\/accounts"><svg[^>]*><use href="[^"]*#i-lock"\/><\/svg>Comptes<\/a>/#
        #expect(try await site.signIn(as: "loic.perdrix").get("/").html.contains(lock))
        #expect(try await !site.signIn(as: "camille.aubrac").get("/").has("/accounts"))
        #expect(try await !site.visitor().get("/sign-in").has("class=\"rooms\""), "nobody is led to closed doors")
    }

    @Test("every screen of a noun says the page it belongs to", arguments: TestDatabase.all)
    func screens(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let briefing = "/briefings/\(try site.id(of: Briefing.self, "ref", "B1"))"
        let dependency = "/dependencies/\(try site.id(of: Dependency.self, "ref", "D2"))"
        let screens: [(String, Layout.Page)] = [
            (briefing, .briefings), (briefing + "/versions", .briefings), ("/briefings/new", .briefings),
            (dependency, .dependencies), ("/board/matrix", .dependencies), ("/dependencies", .dependencies),
            ("/meetings/new", .alignment), ("/cycles/2026-Q1/report", .report), ("/requests/charter", .requests),
            ("/topics/new", .topics), ("/mercato/history", .mercato), ("/projects/new", .projects),
            ("/incidents/new", .incidents), ("/people/\(try site.id(of: Person.self, "code", "hana.diallo"))", .people),
            ("/teams/bulletins", .people),
        ]
        for (path, page) in screens where try await camille.get(path).status == 200 {
            let answer = try await camille.get(path)
            #expect(answer.has("href=\"\(page.address)\" aria-current=\"page\">\(page.words.french)"), "\(path)")
        }
    }

    @Test("the report of a quarter is found without its name: the one that runs, or the one chosen above")
    func report() async throws {
        let camille = try await TestSite(.sqlite).signIn(as: "camille.aubrac")
        #expect(try await camille.get("/reports").path == "/cycles/2026-Q1/report")
        let next = try await camille.get("/reports?cycle=2026-Q2")
        #expect(next.path == "/cycles/2026-Q2/report")
        #expect(next.has("href=\"/reports?cycle=2026-Q1\""), "the other quarter is one click away")
    }

    @Test("the quarter that was chosen goes along from page to page")
    func chosen() async throws {
        let camille = try await TestSite(.sqlite).signIn(as: "camille.aubrac")
        #expect(try await camille.get("/briefings?cycle=2026-Q1").has("href=\"/board?cycle=2026-Q1\""))
        #expect(try await camille.get("/briefings?cycle=%22%3E").has("<a href=\"/board\">"))
    }

    @Test("the tray has the number of what waits, and none when nothing does")
    func tray() async throws {
        let site = try TestSite(.sqlite)
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(try await camille.get("/calendar").has("moi\u{A0}: "))
        // Nothing is expected on a day that is past.
        let past = try await camille.get("/briefings?as_of=2026-02-13")
        #expect(past.has("href=\"/inbox\"") && !past.has("moi\u{A0}: "))
    }
}
