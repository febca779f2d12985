import Rouage
import Storage
import TestSupport
import Testing

@Suite("Asking without an account")
struct AskByLinkTests {
    private static let asked = [
        ("guest_name", "Solène Abiven"), ("title", "À qui écrire quand une règle est fausse ?"),
        ("what_hurts", "Personne ne me répond deux fois la même chose."),
    ]

    private func link(_ browser: Browser) async throws -> String {
        let page = try await browser.submit("/requests/link")
        let found = try #require(page.html.firstMatch(of: #/http:\/\/[^\/]+(\/ask\/[0-9a-f.-]+)"/#))
        return String(found.1)
    }

    @Test("a link opens the form and the one request, and nothing else", arguments: TestDatabase.all)
    func guest(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let own = try site.request()
        let address = try await link(site.signIn(as: "mehdi.rahal"))
        let guest = site.visitor()
        #expect(try await guest.get(address).says("Mehdi Rahal vous a donné ce lien."))
        let wrong = try await guest.send(address, [("title", "Bonjour"), ("what_hurts", "")])
        #expect(wrong.status == 422 && wrong.value(of: "title") == "Bonjour")
        let sent = try await guest.send(address, Self.asked + [("decider", "personne.ici"), ("team", "nulle-part")])
        #expect(sent.status == 200 && sent.says("Où elle en est") && sent.path.hasPrefix(address))
        #expect(try await guest.request("GET", "\(address)/\(own)").status == 404)
        #expect(try await guest.request("GET", "/requests").status == 303)
        let thea = try await site.signIn(as: "thea.nogaret")
        let page = try await thea.get("/requests")
        #expect(page.says("Solène Abiven, par un lien de Mehdi Rahal"))
        let request = try #require(
            try site.store.readNow { try $0.records(OpsRequest.self, where: "requester IS NULL") }.first)
        #expect(request.decider == nil && request.team == nil)
        _ = try await thea.submit(
            "/requests/\(request.id)/closing", ["outcome": "answered", "answer": "Au support, qui tient la liste."])
        #expect(try await guest.get(sent.path).says("Au support, qui tient la liste."))
    }

    @Test("who has asked reads the answer long after the link has ended for asking", arguments: TestDatabase.all)
    func later(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let address = try await link(site.signIn(as: "mehdi.rahal"))
        let sent = try await site.visitor().send(address, Self.asked)
        #expect(sent.says("Demander autre chose"))
        let (last, after) = (site.today + RequestLink.daysToRead, site.today + RequestLink.daysToRead + 1)
        let late = try await site.moved(to: last).visitor().request("GET", sent.path)
        #expect(late.status == 200 && !late.says("Demander autre chose"))
        #expect(try await site.moved(to: last).visitor().request("GET", address).status == 404)
        #expect(try await site.moved(to: after).visitor().request("GET", sent.path).status == 404)
        _ = try await site.signIn(as: "thea.nogaret").submit("/requests/link/renewal")
        #expect(try await site.visitor().request("GET", sent.path).status == 404)
    }

    @Test("a link that is forged, over, replaced or of somebody who left opens nothing", arguments: TestDatabase.all)
    func closed(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let mehdi = try await site.signIn(as: "mehdi.rahal")
        let address = try await link(mehdi)
        let guest = site.visitor()
        let parts = address.split(separator: ".").map(String.init)
        let until = try #require(Int(parts[1]))
        let forged: [String] = [
            "\(parts[0]).\(until + 1).\(parts[2])", "\(parts[0]).\(until).\(String(repeating: "0", count: 40))",
            String(address.dropLast()) + "x", "/ask/x", "/ask/%27%3B--",
        ]
        for path in forged { #expect(try await guest.request("GET", path).status == 404, "\(path)") }
        #expect(try await guest.request("GET", address).status == 200)
        #expect(try await site.moved(to: Day(number: until)).visitor().request("GET", address).status == 200)
        #expect(try await site.moved(to: Day(number: until + 1)).visitor().request("GET", address).status == 404)
        #expect(try await mehdi.submit("/requests/link/renewal").status == 403)
        _ = try await site.signIn(as: "thea.nogaret").submit("/requests/link/renewal")
        #expect(try await guest.request("GET", address).status == 404)
    }

    @Test("who sends a lot waits, and loses nothing of what was typed", arguments: TestDatabase.all)
    func slow(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let address = try await link(site.signIn(as: "mehdi.rahal"))
        let guest = site.visitor()
        for number in 0..<5 {
            let asked = Self.asked.map { ($0.0, $0.0 == "title" ? "Question \(number)" : $0.1) }
            #expect(try await guest.send(address, asked).status == 200)
        }
        let page = try await guest.send(address, Self.asked)
        #expect(page.status == 429 && page.says("Revenez dans une heure"))
        #expect(page.value(of: "guest_name") == "Solène Abiven")
        #expect(try site.store.readNow { try $0.count("SELECT count(*) FROM request") } == 5)
    }
}
