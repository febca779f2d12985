import Foundation
import Rouage
import Storage
import TestSupport
import Web
import WebCore
import Testing

@Suite("Bad input")
struct BadInputTests {
    private static let form = "application/x-www-form-urlencoded"

    @Test(
        "text that no text field can hold is refused in a sentence", arguments: TestDatabase.all,
        ["title=%FF%FE", "title=a%00b", "title=%C3%28", "title=%zz", "title=%F0%80%80%80", "%FF=a", "title=%ED%A0%80"])
    func unreadable(database: TestDatabase, body: String) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let id = try site.id(of: Briefing.self, "ref", "B2")
        for path in ["/briefings/\(id)", "/briefings", "/briefings/\(id)/comments", "/account", "/sign-in"] {
            let page = try await camille.post(path, Array(body.utf8), type: Self.form)
            #expect(page.status == 422, "\(page)")
            #expect(page.says("Ce texte contient des caractères illisibles"), "\(page)")
        }
        #expect(try site.store.readNow { try $0.get(id).version } == 1)
    }

    @Test("ten megabytes in a field are refused before they are read", arguments: TestDatabase.all)
    func tooLarge(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let id = try site.id(of: Briefing.self, "ref", "B2")
        let body = Array("problem=".utf8) + [UInt8](repeating: 97, count: 10 << 20)
        for path in ["/briefings/\(id)", "/sign-in", "/briefings/\(id)/comments"] {
            let page = try await camille.post(path, body, type: Self.form)
            #expect(page.status == 413)
            #expect(page.says("Revenez en arrière : votre texte y est encore"))
        }
        #expect(try site.store.readNow { try $0.get(id).version } == 1)
    }

    @Test("an address of many pages is refused", arguments: TestDatabase.all)
    func longAddress(database: TestDatabase) async throws {
        let page = try await TestSite(database).visitor().request(
            "GET", "/search?q=" + String(repeating: "a", count: 9_000))
        #expect(page.status == 414)
        #expect(page.header("Content-Security-Policy") != nil)
    }

    @Test(
        "every answer carries the headers that protect the browser", arguments: TestDatabase.all,
        [
            "/", "/sign-in", "/briefings", "/nothing", "/assets/nothing.js", "/api/v1/units", "/api/v1/openapi.json",
            "/health",
        ])
    func headers(database: TestDatabase, path: String) async throws {
        let page = try await TestSite(database).visitor().request("GET", path)
        let policy = try #require(page.header("Content-Security-Policy"))
        #expect(policy.contains("default-src 'self'") && !policy.contains("unsafe"))
        #expect(page.header("X-Content-Type-Options") == "nosniff")
        #expect(page.header("X-Frame-Options") == "DENY")
    }

    @Test("an unknown address and an unknown method answer with a page", arguments: TestDatabase.all)
    func unknown(database: TestDatabase) async throws {
        let camille = try await TestSite(database).signIn(as: "camille.aubrac")
        for (method, path) in [
            ("GET", "/nothing"), ("POST", "/nothing"), ("DELETE", "/briefings"), ("PUT", "/account"),
        ] {
            let page = try await camille.request(method, path)
            #expect(page.status == 404 && page.says("Cette page n’existe pas"), "\(page)")
        }
    }

    @Test(
        "a form with the token of another session changes nothing and gives back what was typed",
        arguments: TestDatabase.all)
    func replayed(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let lison = try await site.signIn(as: "lison.perrault")
        let id = try site.id(of: Briefing.self, "ref", "B1")
        let stolen = try #require(try await lison.get("/briefings/\(id)").value(of: "csrf"))
        for token in [stolen, "", "0"] {
            let page = try await camille.send(
                "/briefings/\(id)/comments", [("csrf", token), ("text", "Un <b>mot</b> perdu")])
            #expect(page.status == 403)
            #expect(page.says("Ce formulaire a expiré") && page.says("Un <b>mot</b> perdu"))
            #expect(page.has("Un &lt;b&gt;mot&lt;/b&gt; perdu"))
        }
        #expect(try site.store.readNow { try $0.comments(on: id) }.isEmpty)
        // What was given back can be sent as it is.
        #expect(try await camille.submit("/briefings/\(id)/comments", ["text": "Un mot perdu"]).says("Un mot perdu"))
        #expect(try site.store.readNow { try $0.comments(on: id) }.count == 1)
    }

    @Test("a form that another site sends changes nothing", arguments: TestDatabase.all)
    func foreign(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let id = try site.id(of: Briefing.self, "ref", "B1")
        let token = try #require(try await camille.get("/briefings/\(id)").value(of: "csrf"))
        let page = try await camille.request(
            "POST", "/briefings/\(id)/comments",
            headers: ["Content-Type": Self.form, "Sec-Fetch-Site": "cross-site"], Array("csrf=\(token)&text=a".utf8))
        #expect(page.status == 403)
        #expect(try site.store.readNow { try $0.comments(on: id) }.isEmpty)
    }

    @Test(
        "a session that ended while somebody wrote loses nothing: they sign in, read and send",
        arguments: TestDatabase.all)
    func expired(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let id = try site.id(of: Briefing.self, "ref", "B1")
        let text = "Première ligne\nSeconde, avec « guillemets » & <balises>"
        try await site.store.write(as: nil, at: site.clock.now()) { transaction -> Void in
            try transaction.connection.run("DELETE FROM session")
        }
        let asked = try await camille.submit("/briefings/\(id)/comments", ["text": text])
        #expect(asked.status == 401)
        #expect(asked.says("Votre session a expiré. Connectez-vous"))
        #expect(asked.value(of: "held.text") == text)
        // A mistake in the password keeps it too.
        let held = [("held_path", "/briefings/\(id)/comments"), ("held.text", text)]
        let mistaken = try await camille.send("/sign-in", held + [("email", "x@emargo.example"), ("password", "y")])
        #expect(mistaken.value(of: "held.text") == text)
        let back = try await camille.send("/sign-in", held + [("as", "camille.aubrac")])
        #expect(back.status == 200 && back.says("Voici ce que vous aviez écrit"))
        #expect(back.has("action=\"/briefings/\(id)/comments\"") && back.value(of: "text") == text)
        #expect(try site.store.readNow { try $0.comments(on: id) }.isEmpty)
        _ = try await camille.submit("/briefings/\(id)/comments", ["text": text])
        #expect(try site.store.readNow { try $0.comments(on: id) }.map(\.text) == [text])
    }

    @Test("a saving script whose session ended hears it as a problem document", arguments: TestDatabase.all)
    func autosave(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.id(of: Briefing.self, "ref", "B2")
        let page = try await site.visitor().request(
            "POST", "/briefings/\(id)", headers: ["Content-Type": Self.form, "X-Autosave": "1"], Array("title=a".utf8))
        #expect(page.status == 401)
        #expect(page.header("Content-Type") == "application/problem+json")
        #expect(page.html.contains("Votre session a expiré"))
    }

    @Test("markup and SQL in every field of every form stay text", arguments: TestDatabase.all)
    func injection(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.id(of: Briefing.self, "ref", "B2").description
        let open = try site.id(of: Briefing.self, "ref", "B1").description
        let asked = try site.id(of: Dependency.self, "ref", "D4").description
        let pages = [
            (
                "camille.aubrac",
                [
                    "/account", "/briefings/new", "/briefings/\(id)/edit", "/briefings/\(open)",
                    "/briefings/\(id)/dependencies/new",
                    "/dependencies/\(asked)", "/dependencies", "/search",
                ]
            ), ("fabrice.delmotte", ["/teams/paie"]), ("nour.castel", ["/calendar", "/briefings/\(open)", "/people"]),
            ("loic.perdrix", ["/accounts", "/people", "/teams/bulletins"]),
        ]
        let evil = "<script>alert(1)</script>'; DROP TABLE person; --\" onload=\"alert(2)"
        var sent = 0
        for (person, paths) in pages {
            let browser = try await site.signIn(as: person)
            for path in paths {
                let page = try await browser.get(path)
                guard page.status == 200 else { continue }
                for form in Form.all(on: page) where !form.action.contains("closure") && form.action != "/sign-out" {
                    for name in form.textFields {
                        let fields = form.fields.map { ($0.0, $0.0 == name ? evil : $0.1) }
                        let answer =
                            form.isPost
                            ? try await browser.submit(form.action, fields)
                            : try await browser.get(form.address(fields))
                        #expect(answer.status < 500, "\(form.action) \(name): \(answer)")
                        #expect(!answer.has("<script>alert") && !answer.has("\" onload=\""), "\(form.action) \(name)")
                        sent += 1
                    }
                }
            }
        }
        #expect(sent > 20)
        let camille = try await site.signIn(as: "camille.aubrac")
        for path in [
            "/", "/briefings", "/briefings/\(open)", "/briefings/\(id)", "/dependencies", "/people", "/search?q=script",
        ] {
            let page = try await camille.get(path)
            #expect(!page.has("<script>alert") && !page.has("\" onload=\""), "\(path)")
        }
        #expect(try site.store.readNow { try $0.count("SELECT count(*) FROM person") } >= 17)
    }
}

/// A form as a page shows it.
private struct Form {
    let action: String
    let isPost: Bool
    let fields: [(String, String)]
    let textFields: [String]

    static func all(on page: Page) -> [Form] {
        page.html.matches(of: #/<form([^>]*)>(.*?)<\/form>/#.dotMatchesNewlines()).map { match in
            Form(String(match.1), String(match.2), page)
        }
    }

    private init(_ tag: String, _ body: String, _ page: Page) {
        action =
            tag.firstMatch(of: #/action="([^"]*)"/#).map { String($0.1).replacing("&amp;", with: "&") } ?? page.path
        isPost = tag.contains("method=\"post\"")
        var fields: [(String, String)] = []
        var texts: [String] = []
        for match in body.matches(of: #/<(input|textarea|select)([^>]*)>/#) {
            let attributes = String(match.2)
            guard let name = attributes.firstMatch(of: #/name="([^"]*)"/#).map({ String($0.1) }), name != "csrf" else {
                continue
            }
            let type = attributes.firstMatch(of: #/type="([^"]*)"/#).map { String($0.1) } ?? "text"
            if type == "radio" && !attributes.contains("checked") || type == "checkbox" { continue }
            fields.append((name, page.value(of: name) ?? ""))
            if match.1 != "select" && type != "radio" { texts.append(name) }
        }
        self.fields = fields
        textFields = texts
    }

    func address(_ fields: [(String, String)]) -> String {
        var components = URLComponents()
        components.path = action
        components.queryItems = fields.map { URLQueryItem(name: $0.0, value: $0.1) }
        return components.string ?? action
    }
}
