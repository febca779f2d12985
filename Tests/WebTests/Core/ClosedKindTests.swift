import Foundation
import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("A kind that says nothing of itself")
struct ClosedKindTests {
    // Cycles alone say what they are: what happens to one comes last, after all the rest was kept back.
    private static let closed = Kinds { $0 == .cycle ? $0.facts : KindFacts($0.facts.noun) }
    private static let people = ["camille.aubrac", "nour.castel", "thea.nogaret"]

    @Test("open pages hear nothing of it", arguments: TestDatabase.all)
    func live(database: TestDatabase) async throws {
        let site = try TestSite(database, kinds: Self.closed)
        var cookies: [String] = []
        for code in Self.people { cookies.append(try await site.signIn(as: code).cookieHeader) }
        let subjects = Kind.allCases.filter { $0 != .cycle }.map { $0.rawValue + ":*" }
        let addresses = stride(from: 0, to: subjects.count, by: 19).map { start in
            "/live?subjects=" + (subjects.dropFirst(start).prefix(19) + ["cycle:*"]).joined(separator: ",")
        }
        try await LiveServer.run(site.node(site.store)) { [cookies] server in
            let streams = try cookies.flatMap { cookie in try addresses.map { try server.open($0, cookie: cookie) } }
            defer { for stream in streams { stream.close() } }
            for stream in streams { #expect(try await stream.hears("retry")) }
            _ = try site.writeSecrets()
            try site.open()
            for stream in streams {
                #expect(try await stream.hears("\"subject\":\"cycle:"))
                let told = stream.heard.components(separatedBy: "\"subject\":\"").dropFirst()
                #expect(told.allSatisfy { $0.hasPrefix("cycle:") }, "\(told)")
            }
        }
    }

    @Test("neither the activity nor the search shows it", arguments: TestDatabase.all)
    func lists(database: TestDatabase) async throws {
        let site = try TestSite(database, kinds: Self.closed)
        _ = try site.writeSecrets()
        try site.settle()
        for code in Self.people {
            let client = try await APIClient(site, as: code)
            let lines = try await client.get("/activity?limit=200").items
            #expect(Set(lines.compactMap { $0["kind"] as? String }) == ["cycle"])
            let page = try await site.signIn(as: code).get("/search?q=bulletin")
            #expect(page.says("Rien ne contient tous ces mots."))
            #expect(try await client.get("/search?q=camille").items.isEmpty)
        }
    }
}
