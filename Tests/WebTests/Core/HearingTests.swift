import Foundation
import Rouage
import Storage
import TestSupport
import Testing
import Web

@testable import WebCore

/// What not everybody may read is not heard of either: neither its name, nor who wrote it, nor that it happened.
@Suite("Who hears of what happened")
struct HearingTests {
    /// For each secret that is written, who of those who listen may read it.
    private static let readers: [(what: String, kind: Kind, people: Set<String>)] = [
        ("a draft", .briefing, ["camille.aubrac", "hana.diallo"]),
        ("a comment on a draft", .comment, ["camille.aubrac", "hana.diallo"]),
        ("a comment on a draft that was taken back", .comment, ["camille.aubrac", "hana.diallo"]),
        ("a review of a draft", .review, ["camille.aubrac", "hana.diallo"]),
        ("a suggestion set aside for a draft", .dismissal, ["camille.aubrac", "hana.diallo"]),
        ("a reminder", .reminder, ["camille.aubrac"]),
        ("an offer of help", .relay, ["camille.aubrac"]),
        ("a relay", .relay, ["hana.diallo"]),
        ("a retrospective before it is open", .retrospective, ["camille.aubrac"]),
        ("a view that is hidden", .teamView, ["camille.aubrac"]),
        ("a wish", .sharePreference, ["thea.nogaret"]),
        ("a sharing out that does not hold yet", .shareOut, ["thea.nogaret"]),
    ]
    private static let listeners = ["camille.aubrac", "hana.diallo", "thea.nogaret", "malo.fauvel", "mehdi.rahal"]
    private static let subjects = Set(readers.map(\.kind.rawValue)).map { $0 + ":*" }.sorted().joined(separator: ",")

    @Test("open pages are told what their reader may read, and nothing else", arguments: TestDatabase.all)
    func live(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let shown = try site.id(of: Briefing.self, "ref", "B1")
        let cookies = try await Self.cookies(site)
        try await LiveServer.run(site.node(site.store)) { server in
            let streams = try cookies.mapValues { try server.open("/live?subjects=\(Self.subjects)", cookie: $0) }
            defer { for stream in streams.values { stream.close() } }
            for stream in streams.values { #expect(try await stream.hears("retry")) }
            let secrets = try site.writeSecrets()
            // Everybody hears of the last change; what was told before it has come by then.
            try site.touch(shown)
            for (code, stream) in streams {
                #expect(try await stream.hears("briefing:\(shown)"), "\(code)")
                for ((what, kind, people), id) in zip(Self.readers, secrets) {
                    #expect(
                        stream.heard.contains("\(kind.rawValue):\(id)") == people.contains(code), "\(what), \(code)")
                }
                let others = Self.readers.filter { !$0.people.contains(code) }.count
                if others == Self.readers.count { #expect(stream.heard.components(separatedBy: "data: {").count == 2) }
            }
        }
    }

    @Test("the activity lists what its reader may read, and nothing else", arguments: TestDatabase.all)
    func feed(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let secrets = try site.writeSecrets()
        try site.settle()
        for code in Self.listeners {
            let client = try await APIClient(site, as: code)
            for ((what, kind, people), id) in zip(Self.readers, secrets) {
                let lines = try await client.get("/activity?kind=\(kind.rawValue)&limit=200").items
                let subjects = lines.compactMap { $0["subject"] as? String }
                #expect(subjects.contains(id) == people.contains(code), "\(what), \(code)")
            }
        }
    }

    @Test("what is opened to all is heard by all from then on", arguments: TestDatabase.all)
    func opened(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let secrets = try site.writeSecrets()
        try site.open()
        try site.settle()
        let client = try await APIClient(site, as: "malo.fauvel")
        for ((what, kind, _), id) in zip(Self.readers, secrets) {
            let lines = try await client.get("/activity?kind=\(kind.rawValue)&limit=200").items
            let isHeard = lines.contains { $0["subject"] as? String == id }
            let staysSecret = [.reminder, .relay, .sharePreference].contains(kind)
            #expect(isHeard == !staysSecret, "\(what)")
        }
    }

    @Test("an open ballot is one more, of nobody", arguments: TestDatabase.all)
    func ballot(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let mercato = try site.openMercato()
        let cookie = try await site.signIn(as: "nour.castel").cookieHeader
        let hana = try await site.signIn(as: "hana.diallo")
        try await LiveServer.run(site.node(site.store)) { server in
            let stream = try server.open("/live?subjects=mercato:*", cookie: cookie)
            defer { stream.close() }
            #expect(try await stream.hears("retry"))
            _ = try await hana.submit("/mercato/2026-Q2/ballot", ["scores-S1": "3"])
            #expect(try await stream.hears("mercato:\(mercato.id)"))
            #expect(!stream.heard.contains("Hana") && !stream.heard.contains("\"by\""))
        }
    }

    @Test("a change costs one look at the database, however many pages wait for it")
    func cost() async throws {
        let site = try TestSite(.sqlite)
        let cookie = try await site.signIn(as: "camille.aubrac").cookieHeader
        let shown = try site.id(of: Briefing.self, "ref", "B1")
        let engine = CountingEngine(try Store.engine(at: site.address))
        let store = try Store(engine)
        let node = site.node(store)
        _ = try await store.read { try node.cache.department(on: site.today, $0) }
        let token = try #require(cookie.firstMatch(of: /rouage=([^;]+)/)?.1)
        let session = Secret.hash(String(token))
        let pages = (0..<40).map { _ in AsyncStream.makeStream(of: String.self) }
        for page in pages { _ = node.streams.add(page.continuation, of: ["briefing:\(shown)"], session: session) }
        let before = engine.reads
        try Self.slow(shown, store)
        for page in pages {
            var messages = page.stream.makeAsyncIterator()
            #expect(await messages.next()?.contains("\"version\":2") == true)
        }
        #expect(engine.reads == before + 1)
        // Nobody waits for this one.
        try Self.slow(try site.id(of: Briefing.self, "ref", "B3"), store)
        #expect(engine.reads == before + 1)
    }

    private static func slow(_ id: Identifier<Briefing>, _ store: Store) throws {
        try store.writeNow(as: nil, at: SecretScene.now) { transaction in
            try transaction.change(id) { (briefing: inout Briefing) in
                briefing.slowed.toggle()
                return Activity(.revised)
            }
        }
    }

    private static func cookies(_ site: TestSite) async throws -> [String: String] {
        var cookies: [String: String] = [:]
        for code in listeners { cookies[code] = try await site.signIn(as: code).cookieHeader }
        return cookies
    }
}
