import Foundation
import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("A presentation followed live")
struct BroadcastTests {
    @Test("every viewer hears of the next slide, on this node and on another", arguments: TestDatabase.all)
    func hears(database: TestDatabase) async throws {
        let stage = try Stage(database, on: Stage.day)
        try await stage.goLive()
        let cookie = try await stage.site.signIn(as: "camille.aubrac").cookieHeader
        let other = database == .postgres ? try Store.open(stage.site.address) : stage.site.store
        try await LiveServer.run(stage.site.node(other)) { server in
            let streams = try (0..<20).map { _ in try server.open("\(Stage.path)/follow/events", cookie: cookie) }
            defer { for stream in streams { stream.close() } }
            for stream in streams { #expect(try await stream.hears("\"state\":\"live\"")) }
            let malo = try await stage.site.signIn(as: "malo.fauvel")
            _ = try await malo.submit("\(Stage.path)/position", ["go": "next"], follow: false)
            for stream in streams { #expect(try await stream.hears("\"team\":\"\(stage.dsn)\"")) }
        }
    }

    @Test("a few hundred viewers cost one look at the database a change")
    func many() async throws {
        let stage = try Stage(.sqlite, on: Stage.day)
        try await stage.goLive()
        let cookie = try await stage.site.signIn(as: "camille.aubrac").cookieHeader
        try await LiveServer.run(stage.site.node(stage.site.store)) { server in
            let streams = try (0..<200).map { _ in try server.open("\(Stage.path)/follow/events", cookie: cookie) }
            defer { for stream in streams { stream.close() } }
            for stream in streams { #expect(try await stream.hears("\"state\":\"live\"")) }
            let malo = try await stage.site.signIn(as: "malo.fauvel")
            let began = ContinuousClock.now
            _ = try await malo.submit("\(Stage.path)/position", ["go": "next"], follow: false)
            for stream in streams { #expect(try await stream.hears("\"team\":\"\(stage.dsn)\"")) }
            #expect(ContinuousClock.now - began < .seconds(20))
        }
    }

    @Test("a guest hears by the link, and nobody without", arguments: TestDatabase.all)
    func guests(database: TestDatabase) async throws {
        let stage = try Stage(database, on: Stage.day)
        try await stage.goLive()
        let presentation = try stage.presentation()
        let link = try #require(
            try stage.site.store.readNow { try $0.guestLink(of: presentation, in: $0.get(presentation.cycle)) })
        try await LiveServer.run(stage.site.node(stage.site.store)) { server in
            let guest = try server.open("/follow/\(link.text)/events", cookie: "")
            #expect(try await guest.hears("\"state\":\"live\""))
            guest.close()
            let nobody = try server.open("\(Stage.path)/follow/events", cookie: "")
            #expect(try await !nobody.hears("\"state\"", within: .milliseconds(300)))
            nobody.close()
        }
    }

    @Test("a server that is told to stop ends its streams")
    func stops() async throws {
        let stage = try Stage(.sqlite, on: Stage.day)
        try await stage.goLive()
        let cookie = try await stage.site.signIn(as: "camille.aubrac").cookieHeader
        let stream = try await LiveServer.run(stage.site.node(stage.site.store)) { server in
            let stream = try server.open("\(Stage.path)/follow/events", cookie: cookie)
            #expect(try await stream.hears("\"state\":\"live\""))
            await server.stop()
            #expect(try await stream.ends())
            return stream
        }
        stream.close()
    }
}
