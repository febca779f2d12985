import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("Live updates")
struct LiveTests {
    @Test("a change on one node reaches a page of another within a second", arguments: TestDatabase.all)
    func crosses(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let cookie = try await site.signIn(as: "camille.aubrac").cookieHeader
        let briefing = try site.id(of: Briefing.self, "ref", "B1")
        let other = database == .postgres ? try Store.open(site.address) : site.store
        try await LiveServer.run(site.node(other)) { server in
            let stream = try server.open("/live?subjects=briefing:\(briefing)", cookie: cookie)
            defer { stream.close() }
            #expect(try await stream.hears("retry: 2000"))
            let lison = try site.id(of: Person.self, "code", "lison.perrault")
            // What else the machine does at the moment is not what is measured: one of ten has to be in time.
            var soonest = Duration.seconds(9)
            for version in 2...11 where soonest >= .seconds(1) {
                try await slow(briefing, by: lison, in: site.store, at: site.clock.now())
                let start = ContinuousClock.now
                #expect(try await stream.hears("\"subject\":\"briefing:\(briefing)\",\"version\":\(version)"))
                soonest = min(soonest, ContinuousClock.now - start)
            }
            #expect(soonest < .seconds(1))
            #expect(try await stream.hears("\"by\":\"Lison Perrault\""))
        }
    }

    @Test("a page hears only of what it shows", arguments: TestDatabase.all)
    func subjects(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let cookie = try await site.signIn(as: "camille.aubrac").cookieHeader
        let shown = try site.id(of: Briefing.self, "ref", "B1")
        let hidden = try site.id(of: Briefing.self, "ref", "B3")
        try await LiveServer.run(site.node(site.store)) { server in
            let stream = try server.open("/live?subjects=briefing:\(shown)", cookie: cookie)
            defer { stream.close() }
            #expect(try await stream.hears("retry"))
            for id in [hidden, shown] { try await slow(id, by: nil, in: site.store, at: site.clock.now()) }
            #expect(try await stream.hears("briefing:\(shown)"))
            #expect(try await !stream.hears("briefing:\(hidden)", within: .milliseconds(50)))
        }
    }

    @Test("somebody without a place in the department, or not signed in, hears nothing")
    func closed() async throws {
        let site = try TestSite(.sqlite)
        let stranger = try await site.signIn(as: "ines.maurel").cookieHeader
        try await LiveServer.run(site.node(site.store)) { server in
            for cookie in [stranger, "rouage=unknown"] {
                let stream = try server.open("/live?subjects=briefing:*", cookie: cookie)
                #expect(try await stream.hears("403"))
                stream.close()
            }
        }
    }

    @Test("nobody listens any more once the browser has gone", arguments: TestDatabase.all)
    func leaves(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let cookie = try await site.signIn(as: "camille.aubrac").cookieHeader
        try await LiveServer.run(site.node(site.store)) { server in
            let before = site.store.changes.listeners
            let stream = try server.open("/live?subjects=briefing:*", cookie: cookie)
            #expect(try await stream.hears("retry"))
            #expect(site.store.changes.listeners == before + 1)
            stream.close()
            #expect(try await comes { site.store.changes.listeners == before })
        }
    }

    @Test("a server that is told to stop ends its streams")
    func stops() async throws {
        let site = try TestSite(.sqlite)
        let cookie = try await site.signIn(as: "camille.aubrac").cookieHeader
        let stream = try await LiveServer.run(site.node(site.store)) { server in
            let stream = try server.open("/live?subjects=briefing:*", cookie: cookie)
            #expect(try await stream.hears("retry"))
            await server.stop()
            #expect(try await stream.ends())
            return stream
        }
        stream.close()
    }

    private func comes(_ condition: () -> Bool) async throws -> Bool {
        for _ in 0..<3_000 {
            if condition() { return true }
            try await Task.sleep(for: .milliseconds(10))
        }
        return false
    }

    private func slow(_ id: Identifier<Briefing>, by person: Identifier<Person>?, in store: Store, at now: Instant)
        async throws
    {
        try await store.write(as: person, at: now) { transaction -> Void in
            try transaction.change(id) { (briefing: inout Briefing) in
                briefing.updatedAt = now
                return Activity(.revised)
            }
        }
    }
}
