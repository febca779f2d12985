import Foundation
import Rouage
import Storage
import TestSupport
import Web
import WebCore
import Testing

/// What a team writes before it has read the others is nobody else's to read: not on a page, through the API, in a file,
/// by search, in the feed or live.
@Suite("Views written before the others are read")
struct TeamViewPrivacyTests {
    private static let secret = "Nous lâcherons la date du quinze"

    /// A meeting in writing in which Bulletins has written.
    private func site(_ database: TestDatabase) async throws -> (TestSite, Identifier<Meeting>) {
        let site = try TestSite(database)
        let id = try site.callMeeting(.async)
        let page = try await site.signIn(as: "camille.aubrac").submit(
            "/meetings/\(id)/views", ["team": "bulletins", "text": Self.secret])
        #expect(page.says(Self.secret))
        return (site, id)
    }

    private static let others = TestSite.cast.filter {
        !["camille.aubrac", "lison.perrault", "aziz.charvin"].contains($0)
    }

    @Test("no page and no search shows it to others; they see that it was written", arguments: TestDatabase.all)
    func pages(database: TestDatabase) async throws {
        let (site, id) = try await site(database)
        for code in Self.others {
            let browser = try await site.signIn(as: code)
            for path in [
                "/meetings/\(id)", "/alignment", "/alignment/bulletins,identite", "/search?q=l%C3%A2cherons", "/",
                "/decisions",
            ] {
                let page = try await browser.request("GET", path)
                #expect(!page.says(Self.secret), "\(path) by \(code)")
            }
        }
        let yanis = try await site.signIn(as: "yanis.corbel").get("/meetings/\(id)")
        #expect(yanis.says("Écrite, masquée jusqu'à ce que toutes aient écrit."))
        #expect(yanis.says("1 équipe a écrit sur 2."))
        let lison = try await site.signIn(as: "lison.perrault").get("/meetings/\(id)")
        #expect(lison.says(Self.secret))
    }

    @Test("neither the API nor its feed shows it", arguments: TestDatabase.all)
    func programs(database: TestDatabase) async throws {
        let (site, id) = try await site(database)
        try await site.store.write(as: nil, at: site.clock.now()) { transaction -> Void in
            try transaction.connection.run("UPDATE activity SET at = \(site.clock.now() + -60)")
        }
        for code in ["yanis.corbel", "nour.castel", "thea.nogaret", "hana.diallo"] {
            let client = try await APIClient(site, as: code)
            for path in ["/meetings/\(id)", "/meetings", "/activity", "/activity?kind=team_view", "/search?q=date"] {
                let answer = try await client.get(path)
                #expect(answer.status == 200, "\(path)")
                #expect(!answer.html.contains("quinze"), "\(path) by \(code)")
            }
            #expect(try await client.get("/activity?kind=team_view").items.isEmpty)
        }
        let mine = try await APIClient(site, as: "aziz.charvin").get("/meetings/\(id)")
        #expect(mine.html.contains("quinze"))
    }

    @Test("no file that is exported holds it, nor a calendar", arguments: TestDatabase.all)
    func files(database: TestDatabase) async throws {
        let (site, _) = try await site(database)
        try site.store.readNow { reading in
            let exporter = try Exporter(reading)
            for name in Exporter.names {
                let text = try exporter.file(name)
                #expect(!text.contains("quinze"), "\(name)")
            }
            let views = try exporter.file("views")
            #expect(views.split(separator: "\n").count == 1)
        }
    }

    @Test("what is told live names the record, never the text", arguments: TestDatabase.all)
    func live(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.callMeeting(.async)
        let heard = Heard()
        let listener = site.store.changes.listen { heard.add("\($0)") }
        _ = try await site.signIn(as: "camille.aubrac").submit(
            "/meetings/\(id)/views", ["team": "bulletins", "text": Self.secret])
        for _ in 0..<100 where heard.all.isEmpty { try await Task.sleep(for: .milliseconds(20)) }
        site.store.changes.cancel(listener)
        #expect(!heard.all.isEmpty && heard.all.allSatisfy { !$0.contains("quinze") })
    }

    @Test("once the last team has written, all read both; nobody rewrites one then", arguments: TestDatabase.all)
    func revealed(database: TestDatabase) async throws {
        let (site, id) = try await site(database)
        let yanis = try await site.signIn(as: "yanis.corbel")
        let both = try await yanis.submit(
            "/meetings/\(id)/views", ["team": "identite", "text": "Le vingt-neuf nous va."])
        #expect(both.says(Self.secret) && both.says("Le vingt-neuf nous va."))
        #expect(try await site.signIn(as: "thea.nogaret").get("/meetings/\(id)").says(Self.secret))
        let late = try await site.signIn(as: "camille.aubrac").submit(
            "/meetings/\(id)/views", ["team": "bulletins", "text": "Autre chose."])
        #expect(late.status == 409)
        let views = try site.store.readNow { try Exporter($0).file("views") }
        #expect(views.contains("quinze"))
    }

    @Test("on the day that was said they open, also when a team has not written", arguments: TestDatabase.all)
    func byDate(database: TestDatabase) async throws {
        let (site, id) = try await site(database)
        let day = Day(2026, 3, 11)
        let now = Instant(day, hour: 8, in: TimeZone(identifier: "Europe/Paris")!)
        #expect(try Clockwork(site.store).turn(at: now + -86_400, on: day - 1).isEmpty)
        #expect(try site.meeting(id).revealedAt == nil)
        #expect(try Clockwork(site.store).turn(at: now, on: day).isEmpty)
        #expect(try site.meeting(id).revealedAt == now)
        #expect(try await site.signIn(as: "yanis.corbel").get("/meetings/\(id)").says(Self.secret))
    }

    @Test("two teams that write last at the same time: the views open all the same", arguments: TestDatabase.all)
    func atOnce(database: TestDatabase) async throws {
        for _ in 0..<5 {
            let site = try TestSite(database)
            let id = try site.callMeeting(.async)
            let camille = try await site.signIn(as: "camille.aubrac")
            let yanis = try await site.signIn(as: "yanis.corbel")
            async let first = camille.attempt("/meetings/\(id)/views", ["team": "bulletins", "text": "Un."])
            async let second = yanis.attempt("/meetings/\(id)/views", ["team": "identite", "text": "Deux."])
            #expect(try await [first.status, second.status] == [303, 303])
            #expect(try site.meeting(id).revealedAt != nil)
        }
    }

    private final class Heard: @unchecked Sendable {
        private let lock = NSLock()
        private var lines: [String] = []
        func add(_ line: String) { lock.withLock { lines.append(line) } }
        var all: [String] { lock.withLock { lines } }
    }
}
