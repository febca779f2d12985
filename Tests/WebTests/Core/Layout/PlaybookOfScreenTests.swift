import Rouage
import Storage
import TestSupport
import Testing
import WebCore

@Suite("The playbook that a screen belongs to")
struct PlaybookOfScreenTests {
    /// Puts a playbook into the library.
    private func add(
        _ title: String, _ category: Playbook.Category, to site: TestSite, links: [String] = [],
        state: Playbook.State = .inForce
    ) throws {
        let owner = try site.id(of: Person.self, "code", "camille.aubrac")
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            let content = Playbook.Content(
                title: title, category: category, why: "Pour que l’on sache pourquoi.", cadence: .monthly,
                steps: [.init("Une étape", .productManager)], links: links.map { .init("Ici", $0) }, exitRule: "Jamais."
            )
            let playbook = Playbook(
                id: transaction.newID(), ref: title, .init(content, owner: owner), state: state, carriedBy: .ops,
                on: site.today - 40, at: transaction.now)
            try transaction.add(playbook, Activity(.created))
        }
    }

    private func why(_ browser: Browser, _ path: String) async throws -> String? {
        let foot = try await browser.get(path).html.firstMatch(of: #/class="whyscreen"[^>]*>[^<]*(?:<[^>]*>)?([^<]*)/#)
        return foot.map { String($0.1).replacing("«\u{A0}", with: "").replacing("\u{A0}»", with: "") }
    }

    @Test("a playbook that links to a page serves every screen of it", arguments: TestDatabase.all)
    func page(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try add("Écrire un briefing", .other, to: site, links: ["/briefings?cycle=2026-Q1#liste"])
        try add("Tenir le tableau", .other, to: site, links: ["/dependencies"])
        try add("Voir de haut", .other, to: site, links: ["/board/matrix", "/"])
        let camille = try await site.signIn(as: "camille.aubrac")
        let briefing = "/briefings/\(try site.id(of: Briefing.self, "ref", "B1"))"
        for path in ["/briefings", briefing, briefing + "/versions", "/briefings/new"] {
            #expect(try await why(camille, path) == "Écrire un briefing", "\(path)")
        }
        let dependency = "/dependencies/\(try site.id(of: Dependency.self, "ref", "D2"))"
        for path in [dependency, "/dependencies", "/board"] {
            #expect(try await why(camille, path) == "Tenir le tableau", "\(path)")
        }
        #expect(try await why(camille, "/board/matrix") == "Voir de haut", "a link to the very screen comes first")
        for path in ["/", "/calendar", "/topics", "/account", "/search"] {
            #expect(try await why(camille, path) == nil, "\(path)")
        }
    }

    @Test("where none links to a page, the one by which its room works serves it", arguments: TestDatabase.all)
    func room(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try add("Aligner un trimestre", .alignment, to: site, links: ["/briefings"])
        try add("Tenir le mercato", .mercato, to: site, links: ["/mercato"])
        try add("Faire vivre le design", .culture, to: site, links: ["/people", "/playbooks"])
        try add("Accueillir quelqu’un", .onboarding, to: site, links: ["/people"])
        try add("Traiter un incident", .incident, to: site, links: ["/incidents"])
        try add("Pas encore", .alignment, to: site, links: ["/calendar"], state: .draft)
        let camille = try await site.signIn(as: "camille.aubrac")
        let expected = [
            "/calendar": "Aligner un trimestre", "/decisions/pending": "Aligner un trimestre",
            "/reports": "Aligner un trimestre", "/topics": "Tenir le mercato", "/projects": "Tenir le mercato",
            "/people": "Accueillir quelqu’un", "/teams/bulletins": "Accueillir quelqu’un",
            "/incidents/new": "Traiter un incident", "/playbooks": "Faire vivre le design",
        ]
        for (path, title) in expected { #expect(try await why(camille, path) == title, "\(path)") }
        for path in ["/playbooks/reliance", "/projects/value", "/inbox"] {
            #expect(try await why(camille, path) == nil, "\(path)")
        }
    }
}
