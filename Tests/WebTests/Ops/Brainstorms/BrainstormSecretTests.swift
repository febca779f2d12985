import Foundation
import Hummingbird
import Rouage
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import WebCore

@Suite("The silence of a brainstorm")
struct BrainstormSecretTests {
    @Test(
        "while all write, no page, file, feed or operation shows anybody an idea or its author",
        arguments: TestDatabase.all)
    func secret(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let session = try site.brainstorm(.writing)
        let word = "marmotte de minuit"
        let camille = try await site.signIn(as: "camille.aubrac")
        _ = try await camille.submit(
            "/brainstorms/2026-Q2/ideas", ["text": "Une \(word)", "source": "incident"])
        let own = try site.ownIdea()
        _ = try await camille.submit("/brainstorms/2026-Q2/ideas/\(own)", ["text": "La \(word)", "source": "pulse"])
        try await site.store.write(as: nil, at: site.clock.now()) { transaction -> Void in
            try transaction.connection.run("UPDATE activity SET at = \(site.clock.now() + -60)")
        }
        let routes = site.node(site.store).router().routes.filter { "\($0.method)" == "GET" }.map { route in
            [
                "{ref}": "2026-Q2", "{label}": "2026-Q2", "{team}": "bulletins", "{code}": "bulletins",
                "{units}": "bulletins,identite", "{id}": "\(session.id)", "{key}": "1",
            ].reduce("\(route.path)") { $0.replacing($1.key, with: $1.value) }
        }
        let pages = routes.filter {
            !$0.hasPrefix("/api/") && !$0.hasPrefix("/assets/") && !$0.hasSuffix("/events") && $0 != "/live"
                && !$0.contains("**")
        }.map { $0.hasSuffix("/search") ? $0 + "?q=marmotte" : $0 }
        let operations = routes.filter { $0.hasPrefix("/api/v1/") && !$0.hasSuffix("openapi.json") }
            .map { $0.replacing("/api/v1", with: "") }.map { $0.hasSuffix("/search") ? $0 + "?q=marmotte" : $0 }
        #expect(pages.contains("/brainstorms/2026-Q2") && operations.contains("/brainstorms/2026-Q2/ideas"))
        for code in TestSite.cast where code != "camille.aubrac" {
            let browser = try await site.signIn(as: code)
            for path in pages + ["/brainstorms?as_of=2026-03-05"] {
                let page = try await browser.request("GET", path)
                #expect(!page.html.contains("de minuit"), "\(path) by \(code)")
                #expect(!page.html.contains("\(own)"), "\(path) by \(code)")
            }
            let client = try await APIClient(site, as: code)
            for path in operations + ["/activity?kind=brainstorm"] {
                let answer = try await client.get(path)
                #expect(!answer.html.contains("de minuit"), "\(path) by \(code)")
                #expect(!answer.html.contains("\(own)"), "\(path) by \(code)")
            }
        }
        let thea = try await APIClient(site, as: "thea.nogaret")
        #expect(try await thea.get("/brainstorms/2026-Q2").json["ideas"] as? Int == 1)
        #expect(try await thea.get("/brainstorms/2026-Q2/ideas").items.isEmpty)
        #expect(try await APIClient(site, as: "camille.aubrac").get("/brainstorms/2026-Q2/ideas").items.count == 1)
        try site.store.readNow { reading in
            let exporter = try Exporter(reading)
            for name in Exporter.names { #expect(try !exporter.file(name).contains("minuit"), "\(name)") }
            #expect(try exporter.file("ideas").split(separator: "\n").count == 1)
            #expect(try reading.wall(of: session, for: session.invited[0]).isEmpty)
            let bodies = try reading.all("SELECT body || reason FROM activity") { $0.text(0) }
            #expect(bodies.allSatisfy { !$0.contains("minuit") })
            // Neither writing nor changing an idea leaves a line that says when, or by whom.
            #expect(try reading.count("SELECT count(*) FROM activity WHERE subject = 'brainstorm'") == 1)
            #expect(try reading.count("SELECT count(*) FROM activity WHERE at > \(site.clock.now() + -30)") == 0)
        }
    }

    @Test("live pages hear that there is one idea more, and not from whom", arguments: TestDatabase.all)
    func live(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let session = try site.brainstorm(.writing)
        let heard = Heard()
        let listener = site.store.changes.listen { heard.take($0) }
        defer { site.store.changes.cancel(listener) }
        _ = try await site.signIn(as: "camille.aubrac").submit("/brainstorms/2026-Q2/ideas", ["text": "Une idée"])
        let changes = heard.all.filter { $0.kind == .brainstorm }
        #expect(changes.map(\.id) == ["\(session.id)"] && changes.allSatisfy { $0.actor == nil })
    }

    @Test("once it hangs, an export names those who signed and nobody else", arguments: TestDatabase.all)
    func export(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.brainstorm()
        _ = try await site.signIn(as: "camille.aubrac").submit(
            "/brainstorms/2026-Q2/ideas/\(try site.ownIdea())/signature")
        let file = try site.store.readNow { try Exporter($0).file("ideas") }
        #expect(file.contains("2026-Q2,6,Idée 6,field,camille.aubrac,"))
        #expect(file.contains("2026-Q2,1,Idée 1,incident,,1") && !file.contains("thea.nogaret"))
        let items = try await APIClient(site, as: "nour.castel").get("/brainstorms/2026-Q2/ideas").items
        #expect(items.count == 6 && items.allSatisfy { $0["id"] == nil || $0["id"] is NSNull })
        #expect(items.compactMap { $0["author"] as? String } == ["camille.aubrac"])
    }
}

/// What was told, in order.
private final class Heard: Sendable {
    private let changes = Mutex<[Change]>([])
    var all: [Change] { changes.withLock { $0 } }
    func take(_ change: Change) { changes.withLock { $0.append(change) } }
}
