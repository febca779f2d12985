import Rouage
import Storage
import TestSupport
import Testing
import Web

@testable import WebCore

/// A stream is open as long as its session, its account and its place in the department are.
@Suite("The end of a stream")
struct LiveEndTests {
    /// How somebody loses the right to listen.
    enum Loss: String, CaseIterable, CustomStringConvertible {
        case signedOut, passwordChanged, sessionEnded, accountClosed, left, placeLost
        var description: String { rawValue }
    }

    @Test(
        "it ends before the next change is told, and at the next pulse where nothing changes",
        arguments: TestDatabase.all, Loss.allCases)
    func ends(database: TestDatabase, loss: Loss) async throws {
        let site = try TestSite(database)
        let browser = try await site.signIn(as: "camille.aubrac")
        let cookie = await browser.cookieHeader
        let shown = try site.id(of: Briefing.self, "ref", "B1")
        let node = site.node(site.store)
        try await LiveServer.run(node) { server in
            let changes = try server.open("/live?subjects=briefing:\(shown)", cookie: cookie)
            let pulse = try server.open("/live?subjects=axis:*", cookie: cookie)
            defer { for stream in [changes, pulse] { stream.close() } }
            for stream in [changes, pulse] { #expect(try await stream.hears("retry")) }
            await node.streams.beat()
            try site.touch(shown)
            #expect(try await changes.hears("\"version\":2"))
            try await lose(loss, browser, site)
            try site.touch(shown)
            #expect(try await changes.ends())
            #expect(!changes.heard.contains("\"version\":3"))
            await node.streams.beat()
            #expect(try await pulse.ends())
            let again = try server.open("/live?subjects=briefing:*", cookie: cookie)
            #expect(try await again.hears("403"))
            again.close()
        }
    }

    @Test("who loses a role and stays hears no more of what it opened", arguments: TestDatabase.all)
    func role(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let cookie = try await site.signIn(as: "hana.diallo").cookieHeader
        let (draft, shown) = (
            try site.id(of: Briefing.self, "ref", "B2"), try site.id(of: Briefing.self, "ref", "B1")
        )
        let hana = try site.id(of: Person.self, "code", "hana.diallo")
        try await LiveServer.run(site.node(site.store)) { server in
            let stream = try server.open("/live?subjects=briefing:*", cookie: cookie)
            defer { stream.close() }
            #expect(try await stream.hears("retry"))
            try site.touch(draft)
            #expect(try await stream.hears("briefing:\(draft)\",\"version\":2"))
            try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
                for grant in try transaction.records(RoleGrant.self, where: "person = \(hana)") {
                    try transaction.remove(grant.id) { _ in Activity(.removed) }
                }
            }
            try site.touch(draft)
            try site.touch(shown)
            #expect(try await stream.hears("briefing:\(shown)"))
            #expect(!stream.heard.contains("briefing:\(draft)\",\"version\":3"))
        }
    }

    private func lose(_ loss: Loss, _ browser: Browser, _ site: TestSite) async throws {
        let camille = try site.id(of: Person.self, "code", "camille.aubrac")
        switch loss {
        case .signedOut: _ = try await browser.attempt("/sign-out")
        case .passwordChanged:
            let other = try await site.signIn(as: "camille.aubrac")
            let fields = ["password": "un mot de passe bien long", "again": "un mot de passe bien long"]
            #expect(try await other.attempt("/account/password", fields).status == 303)
        case .sessionEnded:
            let other = try await site.signIn(as: "camille.aubrac")
            #expect(try await other.attempt("/account/sessions/closure").status == 303)
        case .accountClosed:
            let loic = try await site.signIn(as: "loic.perdrix")
            #expect(try await loic.attempt("/accounts/\(camille)/closure").status == 303)
        case .left: try await end(Person.self, camille, site) { $0.leftOn = site.today - 1 }
        case .placeLost:
            let places: [Membership] = try site.store.readNow { try $0.records(where: "person = \(camille)") }
            for place in places { try await end(Membership.self, place.id, site) { $0.to = site.today - 1 } }
        }
    }

    private func end<Record: Noun>(
        _: Record.Type, _ id: Identifier<Record>, _ site: TestSite, _ change: (inout Record) -> Void
    ) async throws {
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            try transaction.change(id) { (record: inout Record) in
                change(&record)
                return Activity(.ended)
            }
        }
    }
}
