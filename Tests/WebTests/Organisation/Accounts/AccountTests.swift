import Foundation
import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("Accounts", .serialized)
struct AccountTests {
    @Test("keep the language on the person, and the name", arguments: TestDatabase.all)
    func presentation(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.submit(
            "/account", ["name": "Camille Aubrac-Roux", "locale": "en", "theme": "dark"])
        #expect(page.says("Saved.") && page.has("data-theme=\"dark\""))
        let other = try await site.signIn(as: "camille.aubrac")
        #expect(try await other.get("/account").says("My account"))
        let blank = try await other.submit("/account", ["name": " ", "locale": "en"])
        #expect(blank.status == 422 && blank.says("This field is empty"))
    }

    @Test("change a password with the present one only, and end the other sessions", arguments: TestDatabase.all)
    func password(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let elsewhere = try await site.signIn(as: "camille.aubrac")
        let short = try await camille.submit("/account/password", ["password": "court", "again": "court"])
        #expect(short.status == 422 && short.says("Il manque 5 caractères."))
        let first = "une vertèbre après l’autre"
        let different = try await camille.submit("/account/password", ["password": first, "again": "autre"])
        #expect(different.says("Les deux textes ne sont pas les mêmes."))
        #expect(
            try await camille.submit("/account/password", ["password": first, "again": first]).says(
                "Mot de passe changé."))
        #expect(try await elsewhere.get("/account").path.hasPrefix("/sign-in"))
        let wrong = try await camille.submit(
            "/account/password",
            ["current_password": "autre", "password": "encore une phrase", "again": "encore une phrase"])
        #expect(wrong.status == 422 && wrong.says("Ce n’est pas le bon mot de passe."))
        #expect(!wrong.has("encore une phrase"))
        let entered = try await site.visitor().send(
            "/sign-in", [("email", "camille.aubrac@emargo.example"), ("password", first)], follow: false)
        #expect(entered.status == 303)
        // Typed on another keyboard, the accents are made of two characters.
        let decomposed = try await site.visitor().send(
            "/sign-in",
            [("email", "camille.aubrac@emargo.example"), ("password", first.decomposedStringWithCanonicalMapping)],
            follow: false)
        #expect(decomposed.status == 303)
    }

    @Test("list the open sessions, and close one", arguments: TestDatabase.all)
    func sessions(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let phone = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.get("/account")
        let path = try #require(page.html.firstMatch(of: #/action="(/account/sessions/[0-9a-f-]+/closure)"/#)?.1)
        #expect(try await camille.submit(String(path)).says("Session fermée."))
        #expect(try await phone.get("/account").path.hasPrefix("/sign-in"))
        let hana = try await site.signIn(as: "hana.diallo")
        #expect(try await hana.submit(String(path)).status == 404)
    }

    @Test("live on while they are used, and end fourteen days after", arguments: TestDatabase.all)
    func lifetime(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        func move(days: Int) async throws {
            try await site.store.write(as: nil, at: site.clock.now()) { transaction -> Void in
                let now = transaction.now
                try transaction.connection.run(
                    "UPDATE session SET seen_at = \(now + -days * 86_400), expires_at = \(now + (14 - days) * 86_400)")
            }
        }
        try await move(days: 13)
        #expect(try await camille.get("/account").status == 200)
        let end = try site.store.readNow { try $0.first("SELECT expires_at FROM session") { try $0.instant(0) } }
        #expect(end.map { $0 > site.clock.now() + 13 * 86_400 } == true)
        try await move(days: 15)
        #expect(try await camille.get("/account").path.hasPrefix("/sign-in"))
    }

    @Test("give tokens to programs, shown once and revoked by their owner", arguments: TestDatabase.all)
    func tokens(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.submit("/account/tokens", ["token_name": "tableau", "scope": "read"])
        let secret = try #require(page.html.firstMatch(of: #/value="(rouage_[0-9a-f]{64})"/#)?.1)
        func me() async throws -> Int {
            try await site.visitor().request("GET", "/api/v1/me", headers: ["Authorization": "Bearer \(secret)"]).status
        }
        #expect(try await me() == 200)
        let account = try await camille.get("/account")
        #expect(account.says("tableau lecture") && !account.has(String(secret)))
        let path = try #require(account.html.firstMatch(of: #/action="(/account/tokens/[0-9a-f-]+/revocation)"/#)?.1)
        let hana = try await site.signIn(as: "hana.diallo")
        #expect(try await hana.submit(String(path)).status == 404)
        #expect(try await me() == 200)
        _ = try await camille.submit(String(path))
        #expect(try await me() == 401)
        #expect(try await camille.submit("/account/tokens", ["token_name": "", "scope": "read"]).status == 422)
    }

    @Test("begin with a link of the administrator's, which works once", arguments: TestDatabase.all)
    func invitation(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let loic = try await site.signIn(as: "loic.perdrix")
        let id = try site.id(of: Person.self, "code", "ravneet.gill")
        #expect(try await loic.get("/accounts?q=ravneet").says("Pas encore de mot de passe"))
        func invite() async throws -> String {
            let page = try await loic.submit("/accounts/\(id)/invitation", ["q": ""])
            return String(
                try #require(page.html.firstMatch(of: #/value="http://localhost(/welcome/[0-9a-f]{64})"/#)?.1))
        }
        let replaced = try await invite()
        let link = try await invite()
        #expect(try await site.visitor().get(replaced).says("Ce lien ne sert plus"))
        let given: [Identifier<Person>] = try site.store.readNow { reading in
            try reading.all("SELECT actor FROM activity WHERE subject_id = \(id.description) AND action = 'invited'") {
                try $0.id(0)
            }
        }
        let administrator: Identifier<Person> = try site.id(of: Person.self, "code", "loic.perdrix")
        #expect(given == [administrator, administrator], "who gives a link leaves a trace")
        let ravneet = site.visitor()
        #expect(try await ravneet.get(link).says("Ravneet Gill"))
        let phrase = "one vertebra at a time"
        #expect(try await ravneet.submit(link, ["password": phrase, "again": "other"]).status == 422)
        #expect(try await ravneet.submit(link, ["password": phrase, "again": phrase], follow: false).location == "/")
        #expect(try await ravneet.get("/account").says("Ravneet Gill"))
        #expect(try await site.visitor().submit(link, ["password": phrase, "again": phrase]).status == 404)
        #expect(try await site.visitor().submit(replaced, ["password": phrase, "again": phrase]).status == 404)
        let kept = try site.store.readNow { try $0.first("SELECT password FROM account") { $0.text(0) } }
        #expect(kept?.hasPrefix("scrypt$10$") == true)
    }

    @Test("are administered by administrators only", arguments: TestDatabase.all)
    func administration(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.id(of: Person.self, "code", "camille.aubrac")
        for code in ["hana.diallo", "nour.castel", "thea.nogaret", "camille.aubrac"] {
            let person = try await site.signIn(as: code)
            #expect(try await person.get("/accounts").status == 403)
            #expect(try await person.submit("/accounts/\(id)/invitation").status == 403)
            #expect(try await person.submit("/accounts/\(id)/closure").status == 403)
        }
        let loic = try await site.signIn(as: "loic.perdrix")
        let own = try site.id(of: Person.self, "code", "loic.perdrix")
        #expect(try await loic.submit("/accounts/\(own)/closure").status == 403)
    }
}
