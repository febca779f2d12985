import Foundation
import Rouage
import Storage
import TestSupport
import Web
import WebCore
import Testing

@Suite("When the database does not answer", .serialized)
struct OutageTests {
    private static let text = "Un texte qui a pris une heure"

    private func comment(_ browser: Browser, _ id: Identifier<Briefing>) async throws -> Page {
        try await browser.submit("/briefings/\(id)/comments", ["text": Self.text])
    }

    private func expectKept(_ page: Page, _ id: Identifier<Briefing>, says sentence: String) {
        #expect(page.status == 503, "\(page)")
        #expect(page.says(sentence), "\(page)")
        #expect(page.says(Self.text) && page.says("Envoyer de nouveau"))
        #expect(page.has("action=\"/briefings/\(id)/comments\""))
    }

    @Test("a log tells no secret of an address")
    func secrets() {
        let (secret, id) = (Secret.new(), "019c8ee0-93e1-7954-90d6-95092591ce8e")
        let told = [
            "/welcome/\(secret)": "/welcome/…",
            "/follow/2026-Q2.20540.\(secret.prefix(40))/confidence": "/follow/…/confidence",
            "/meetings/feed/\(secret).ics": "/meetings/feed/…", "/ask/\(id).20540.\(secret.prefix(40))": "/ask/…",
            "/briefings/\(id)/decision": "/briefings/\(id)/decision", "/": "/",
        ]
        for (path, words) in told { #expect(Problem.told(path) == words) }
    }

    @Test("locked by another process: the form comes back with what was typed", arguments: TestDatabase.all)
    func locked(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let id = try site.id(of: Briefing.self, "ref", "B1")
        let other = try Store.open(site.address)
        defer { other.close() }
        let (held, release) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let now = site.clock.now()
        Thread {
            _ = try? other.writeNow(as: nil, at: now) { transaction -> Void in
                if transaction.connection.dialect == .postgres {
                    try transaction.connection.run("LOCK TABLE comment IN ACCESS EXCLUSIVE MODE")
                } else {
                    try transaction.connection.run("DELETE FROM setting WHERE name = 'nothing'")
                }
                held.signal()
                release.wait()
            }
        }.start()
        await withCheckedContinuation { continuation in
            Thread {
                held.wait()
                continuation.resume()
            }.start()
        }
        // Not read strictly: other pages may wait for the same table.
        let page = try await camille.attempt("/briefings/\(id)/comments", ["text": Self.text])
        release.signal()
        #expect(page.status == 503 && page.says("Elle est occupée."), "\(page)")
        // A table that is locked against reading too leaves no more than what was typed.
        if database == .postgres {
            #expect(page.says(Self.text))
        } else {
            #expect(page.says("Rien n’est enregistré") && page.value(of: "text")?.contains(Self.text) == true)
        }
        #expect(page.has("action=\"/briefings/\(id)/comments\""))
        #expect(try await comment(camille, id).says(Self.text))
        #expect(try site.store.readNow { try $0.comments(on: id) }.count == 1)
    }

    @Test("its disk full: the same, and nothing is half written", arguments: [TestDatabase.sqlite])
    func full(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let id = try site.id(of: Briefing.self, "ref", "B1")
        func limit(_ pages: SQL) async throws {
            try await site.store.write(as: nil, at: site.clock.now()) { transaction -> Void in
                try transaction.each(pages) { _ in }
            }
        }
        // Fills what is left of the pages that are there, so that the next write needs a new one.
        try await limit("PRAGMA max_page_count = 1")
        let long = String(repeating: "Une phrase de plus. ", count: 90)
        var full: Page?
        for _ in 0..<200 where full == nil {
            let page = try await camille.submit("/briefings/\(id)/comments", ["text": long])
            if page.status != 200 { full = page }
        }
        let page = try #require(full)
        #expect(page.status == 503 && page.says("Le disque du serveur est plein."))
        #expect(page.value(of: "text")?.contains("Une phrase de plus. Une phrase de plus.") == true)
        let kept = try site.store.readNow { try $0.comments(on: id) }.count
        let noted = try site.store.readNow { try $0.count("SELECT count(*) FROM activity WHERE subject = 'comment'") }
        #expect(kept == noted)
        #expect(try await camille.get("/briefings/\(id)").status == 200)
        try await limit("PRAGMA max_page_count = 1000000")
        #expect(try await camille.submit("/briefings/\(id)/comments", ["text": long]).status == 200)
        #expect(try site.store.readNow { try $0.comments(on: id) }.count == kept + 1)
    }

    @Test(
        "away: the page says so without it, keeps what was typed, and all is well when it is back",
        arguments: TestDatabase.all.filter { $0 == .postgres })
    func away(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let id = try site.id(of: Briefing.self, "ref", "B1")
        let server = try #require(ProcessInfo.processInfo.environment["ROUAGE_TEST_POSTGRES"])
        let admin = try PostgresEngine(address: server + "postgres")
        defer { admin.close() }
        let name = String(site.address.dropFirst(server.count))
        func open(_ isOpen: Bool) throws {
            try admin.allow(isOpen, connectionsTo: name)
        }
        try open(false)
        let page = try await comment(camille, id)
        expectKept(page, id, says: "La base de données ne répond pas")
        #expect(page.says("donnez ce numéro à l’administration"))
        #expect(try await camille.request("GET", "/briefings").status == 503)
        let program = try await camille.request("GET", "/api/v1/units", headers: ["Authorization": "Bearer rouage_0"])
        #expect(program.status == 503 && program.problem == "unavailable")
        #expect(try await camille.request("GET", "/health").status == 503)
        try open(true)
        #expect(try await comment(camille, id).says(Self.text))
        #expect(try site.store.readNow { try $0.comments(on: id) }.count == 1)
    }

    @Test(
        "speaks the language of the person it can no longer ask about",
        arguments: TestDatabase.all.filter { $0 == .postgres })
    func language(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let server = try #require(ProcessInfo.processInfo.environment["ROUAGE_TEST_POSTGRES"])
        let admin = try PostgresEngine(address: server + "postgres")
        defer { admin.close() }
        let browser = try await site.signIn(as: "camille.aubrac")
        try admin.allow(false, connectionsTo: String(site.address.dropFirst(server.count)))
        let page = try await browser.request("GET", "/", headers: ["Accept-Language": "en-GB"])
        #expect(page.says("La base de données ne répond pas"))
    }
}

extension PostgresEngine {
    /// Lets a database answer or not, and ends the connections it has.
    fileprivate func allow(_ isOpen: Bool, connectionsTo name: String) throws {
        _ = try write { connection in
            try connection.run("UPDATE pg_database SET datallowconn = \(isOpen) WHERE datname = \(name)")
        }
        guard !isOpen else { return }
        try read { connection in
            try connection.each("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = \(name)") { _ in
            }
        }
    }
}
