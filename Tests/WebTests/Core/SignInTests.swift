import Foundation
import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("Signing in", .serialized)
struct SignInTests {
    private static let hash: String = (try? Passwords.hash("les vertèbres du trimestre", cost: 10)) ?? ""
    private static let email = "camille.aubrac@emargo.example"

    private func site(_ database: TestDatabase) throws -> TestSite {
        let site = try TestSite(database)
        let camille = try site.id(of: Person.self, "code", "camille.aubrac")
        try site.store.writeNow(as: nil, at: site.clock.now()) { try $0.set(passwordHash: Self.hash, of: camille) }
        return site
    }

    private func enter(
        _ browser: Browser, _ password: String = "les vertèbres du trimestre", email: String = Self.email,
        next: String = "/"
    ) async throws -> Page {
        try await browser.send("/sign-in", [("email", email), ("password", password), ("next", next)], follow: false)
    }

    @Test("opens a session with a cookie that scripts and other sites do not get", arguments: TestDatabase.all)
    func enters(database: TestDatabase) async throws {
        let browser = try site(database).visitor()
        let answer = try await enter(browser, email: " Camille.Aubrac@EMARGO.example")
        #expect(answer.status == 303 && answer.location == "/")
        let cookie = try #require(answer.header("Set-Cookie"))
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"))
        #expect(!cookie.contains("Secure"))
        #expect(try await browser.get("/account").says("Camille Aubrac"))
    }

    @Test("says the same of a wrong password and of an unknown address", arguments: TestDatabase.all)
    func wrong(database: TestDatabase) async throws {
        let site = try site(database)
        let wrong = try await enter(site.visitor(), "autre chose")
        let unknown = try await enter(site.visitor(), email: "personne@emargo.example")
        for page in [wrong, unknown] {
            #expect(page.status == 422)
            #expect(page.says("L’adresse et le mot de passe ne vont pas ensemble."))
            #expect(page.header("Set-Cookie") == nil)
        }
        #expect(wrong.value(of: "email") == Self.email)
    }

    @Test("asks to wait after ten failures, whoever is right then, and says until when", arguments: TestDatabase.all)
    func limit(database: TestDatabase) async throws {
        let site = try site(database)
        for _ in 0..<10 { _ = try await enter(site.visitor(), "autre chose", email: Self.email.uppercased()) }
        let page = try await enter(site.visitor())
        #expect(page.status == 429)
        let wait = try #require(page.header("Retry-After").flatMap { Int($0) })
        #expect((600...900).contains(wait))
        #expect(page.says("Réessayez après 10 h 1"))
        let other = try await enter(site.visitor(), email: "hana.diallo@emargo.example")
        #expect(other.status == 422)
    }

    @Test("counts failures only: a department behind one address gets in", arguments: TestDatabase.all)
    func oneAddress(database: TestDatabase) async throws {
        let site = try site(database)
        for number in 0..<120 {
            if number.isMultiple(of: 15) {
                _ = try await enter(site.visitor(), email: "personne-\(number)@emargo.example")
            }
            #expect(try await enter(site.visitor()).status == 303, "number \(number)")
        }
    }

    @Test("a stranger who guesses keeps nobody out of a browser that they know", arguments: TestDatabase.all)
    func knownBrowser(database: TestDatabase) async throws {
        let site = try site(database)
        let own = site.visitor()
        _ = try await enter(own)
        _ = try await own.submit("/sign-out")
        for _ in 0..<12 { _ = try await enter(site.visitor(), "autre chose") }
        #expect(try await enter(site.visitor()).status == 429)
        #expect(try await enter(own).status == 303)
        _ = try await own.submit("/sign-out")
        for _ in 0..<10 { #expect(try await enter(own, "autre chose").status == 422) }
        #expect(try await enter(own).status == 429, "guessing in it has a limit of its own")
    }

    @Test("a link of the administrator lets in who is kept out", arguments: TestDatabase.all)
    func wayIn(database: TestDatabase) async throws {
        let site = try site(database)
        for _ in 0..<10 { _ = try await enter(site.visitor(), "autre chose") }
        let camille = try site.id(of: Person.self, "code", "camille.aubrac")
        let secret = Secret.new()
        try await site.store.write(as: nil, at: site.clock.now()) { try $0.invite(camille, hash: Secret.hash(secret)) }
        let answer = try await site.visitor().send(
            "/welcome/\(secret)",
            [("password", "un trimestre, douze semaines"), ("again", "un trimestre, douze semaines")],
            follow: false)
        #expect(answer.status == 303)
        #expect(try await enter(site.visitor(), "un trimestre, douze semaines").status == 303)
    }

    @Test("counts failures of all nodes together", arguments: TestDatabase.all)
    func nodes(database: TestDatabase) async throws {
        let site = try site(database)
        let other = site.moved(to: site.today)
        for _ in 0..<5 {
            _ = try await enter(site.visitor(), "autre chose")
            _ = try await enter(other.visitor(), "autre chose")
        }
        #expect(try await enter(site.visitor()).status == 429)
        #expect(try await enter(other.visitor()).status == 429)
    }

    @Test(
        "another password ends tokens and known browsers; a closed account is not opened again with them",
        arguments: TestDatabase.all)
    func tokens(database: TestDatabase) async throws {
        let site = try site(database)
        let camille = try site.id(of: Person.self, "code", "camille.aubrac")
        func works(_ secret: String) async throws -> Bool {
            let headers = ["Authorization": "Bearer \(secret)"]
            return try await site.visitor().request("GET", "/api/v1/me", headers: headers, []).status == 200
        }
        func token() async throws -> String {
            let secret = AccessToken.secret()
            try await site.store.write(as: nil, at: site.clock.now()) {
                try $0.add(
                    AccessToken(id: $0.newKey(), person: camille, name: "Tableau", scope: .read),
                    hash: Secret.hash(secret))
            }
            return secret
        }
        let first = try await token()
        #expect(try await works(first))
        let browser = site.visitor()
        _ = try await enter(browser)
        _ = try await browser.get("/account")
        let changed = try await browser.submit(
            "/account/password",
            [
                "current_password": "les vertèbres du trimestre", "password": "un trimestre, douze semaines",
                "again": "un trimestre, douze semaines",
            ])
        #expect(changed.says("Mot de passe changé. Vos autres sessions et vos jetons sont fermés."))
        #expect(try await !works(first))
        let second = try await token()
        let feed = Secret.new()
        try await site.store.write(as: nil, at: site.clock.now()) {
            try $0.set(calendarFeed: Secret.hash(feed), of: camille)
        }
        let loic = try await site.signIn(as: "loic.perdrix")
        _ = try await loic.submit("/accounts/\(camille)/closure")
        _ = try await loic.submit("/accounts/\(camille)/reopening")
        #expect(try await !works(second))
        #expect(try await site.visitor().request("GET", "/meetings/feed/\(feed).ics").status == 404)
    }

    @Test(
        "leads to no other site by way of a preference", arguments: ["/\t/evil.example", "//evil.example", "/\\evil"])
    func preference(back: String) async throws {
        let page = try await site(.sqlite).visitor().request(
            "GET", "/preferences?lang=en&back=\(back.escapedForQuery)")
        #expect(page.status == 303 && page.location == "/")
    }

    @Test(
        "goes on to a page of this site only", arguments: TestDatabase.all,
        [
            ("/briefings?cycle=2026-Q2", "/briefings?cycle=2026-Q2"), ("//evil.example", "/"),
            ("https://evil.example", "/"), ("/\\evil.example", "/"), ("/\t/evil.example", "/"),
            ("/\n/evil.example", "/"), ("javascript:alert(1)", "/"), ("", "/"),
        ])
    func redirection(database: TestDatabase, next: (String, String)) async throws {
        let answer = try await site(database).visitor().send(
            "/sign-in", [("as", "camille.aubrac"), ("next", next.0)], follow: false)
        #expect(answer.location == next.1)
    }

    @Test("one click enters as nobody but the cast", arguments: TestDatabase.all)
    func cast(database: TestDatabase) async throws {
        let answer = try await site(database).visitor().send("/sign-in", [("as", "ravneet.gill")], follow: false)
        #expect(answer.status == 403 && answer.header("Set-Cookie") == nil)
    }

    @Test("one click enters as nobody outside a demonstration", arguments: TestDatabase.all)
    func noDemonstration(database: TestDatabase) async throws {
        let site = try TestSite(database, isDemo: false)
        let page = try await site.visitor().send("/sign-in", [("as", "camille.aubrac")], follow: false)
        #expect(page.status == 403 && page.header("Set-Cookie") == nil)
    }

    @Test("refuses a sign-in that another site sends", arguments: TestDatabase.all)
    func foreign(database: TestDatabase) async throws {
        let answer = try await site(database).visitor().request(
            "POST", "/sign-in",
            headers: ["Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "cross-site"],
            Array("as=camille.aubrac".utf8))
        #expect(answer.status == 403 && answer.header("Set-Cookie") == nil)
    }

    @Test("lets nobody in whose account is closed, and ends their session", arguments: TestDatabase.all)
    func closed(database: TestDatabase) async throws {
        let site = try site(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let id = try site.id(of: Person.self, "code", "camille.aubrac")
        let loic = try await site.signIn(as: "loic.perdrix")
        #expect(try await loic.submit("/accounts/\(id)/closure").says("Fermé"))
        #expect(try await camille.get("/account").path.hasPrefix("/sign-in"))
        #expect(try await enter(site.visitor()).status == 422)
        _ = try await loic.submit("/accounts/\(id)/reopening")
        #expect(try await enter(site.visitor()).status == 303)
    }

    @Test("leads a visitor to sign in and back to the page they wanted", arguments: TestDatabase.all)
    func next(database: TestDatabase) async throws {
        let browser = try site(database).visitor()
        let page = try await browser.get("/briefings?cycle=2026-Q1&q=d%C3%A9part")
        #expect(page.value(of: "next") == "/briefings?cycle=2026-Q1&q=d%C3%A9part")
    }

    @Test("costs as OWASP advises where nothing else is said")
    func cost() throws {
        let hash = try Passwords.hash("une phrase")
        #expect(hash.hasPrefix("scrypt$17$") && Passwords.matches("une phrase", hash))
        #expect(!Passwords.matches("une autre", hash))
    }

    @Test("signs out", arguments: TestDatabase.all)
    func leaves(database: TestDatabase) async throws {
        let site = try site(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(try await camille.submit("/sign-out").path.hasPrefix("/sign-in"))
        #expect(try await camille.get("/account").path.hasPrefix("/sign-in"))
        let left = try site.store.readNow { try $0.count("SELECT count(*) FROM session") }
        #expect(left == 0)
    }
}
