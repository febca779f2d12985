import Foundation
import Hummingbird
import Rouage
import Storage
import TestSupport
import Web
import WebCore
import Testing

@Suite("The API")
struct APITests {
    @Test("asks for a token, and says so in a problem document", arguments: TestDatabase.all)
    func tokens(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let nobody = try await APIClient(site, as: nil)
        let none = try await nobody.get("/briefings")
        #expect(none.status == 401 && none.problem == "no-token")
        #expect(none.header("WWW-Authenticate") == "Bearer realm=\"Rouage\"")
        #expect(none.header("Content-Type") == "application/problem+json")
        let wrong = try await nobody.get("/briefings", headers: ["Authorization": "Bearer rouage_0000"])
        #expect(wrong.status == 401 && wrong.problem == "bad-token")
        let camille = try await APIClient(site, as: "camille.aubrac")
        #expect(try await camille.get("/me").json["person"] as? String == "camille.aubrac")
        let id = try site.id(of: Person.self, "code", "camille.aubrac")
        try await site.store.write(as: nil, at: site.clock.now()) { transaction -> Void in
            for token in try transaction.accessTokens(of: id) { _ = try transaction.revoke(token.id) }
        }
        #expect(try await camille.get("/me").status == 401)
    }

    @Test("does not take the cookie of a page", arguments: TestDatabase.all)
    func cookies(database: TestDatabase) async throws {
        let camille = try await TestSite(database).signIn(as: "camille.aubrac")
        #expect(try await camille.request("GET", "/api/v1/briefings").status == 401)
    }

    @Test("lets a reading token read only", arguments: TestDatabase.all)
    func scope(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let reader = try await APIClient(site, as: "camille.aubrac", scope: .read)
        let id = try site.id(of: Briefing.self, "ref", "B1")
        #expect(try await reader.get("/briefings/\(id)").status == 200)
        let refused = try await reader.post("/briefings/\(id)/comments", #"{"text":"Bonjour"}"#)
        #expect(refused.status == 403 && refused.problem == "read-only-token")
    }

    @Test("acts with the rights of its person, never more", arguments: TestDatabase.all)
    func rights(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let draft = try site.id(of: Briefing.self, "ref", "B2")
        let open = try site.id(of: Briefing.self, "ref", "B1")
        let malo = try await APIClient(site, as: "malo.fauvel")
        #expect(try await malo.get("/briefings/\(draft)").status == 404)
        let listed = try await malo.get("/briefings").items.compactMap { $0["ref"] as? String }
        #expect(listed.contains("B1") && !listed.contains("B2"))
        #expect(try await malo.get("/search?q=prorata").items.isEmpty)
        #expect(try await malo.post("/briefings/\(open)/readiness").status == 403)
        let thea = try await APIClient(site, as: "thea.nogaret")
        let given = try site.id(of: Dependency.self, "ref", "D4")
        #expect(try await thea.post("/dependencies/\(given)/acknowledgement").status == 403)
        let stranger = try await APIClient(site, as: "ines.maurel")
        #expect(try await stranger.get("/briefings").status == 403)
        #expect(try await stranger.get("/briefings/\(open)").status == 404)
    }

    @Test("hides the activity of drafts from those who may not read them", arguments: TestDatabase.all)
    func activity(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let draft = try site.id(of: Briefing.self, "ref", "B2").description
        try await site.store.write(as: nil, at: site.clock.now()) { transaction -> Void in
            try transaction.connection.run("UPDATE activity SET at = \(site.clock.now() + -60)")
        }
        let camille = try await APIClient(site, as: "camille.aubrac")
        let malo = try await APIClient(site, as: "malo.fauvel")
        func subjects(_ client: APIClient) async throws -> [String] {
            try await client.get("/activity?limit=200").items.compactMap { $0["subject"] as? String }
        }
        #expect(try await subjects(camille).contains(draft))
        #expect(try await !subjects(malo).contains(draft))
    }

    @Test("tells nobody else that somebody changed their password", arguments: TestDatabase.all)
    func passwords(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.id(of: Person.self, "code", "camille.aubrac")
        try site.store.writeNow(as: id, at: site.clock.now() + -60) { transaction in
            try transaction.change(id) { $0.notePassword() }
        }
        for (code, isTold) in [("camille.aubrac", true), ("malo.fauvel", false)] {
            let actions = try await APIClient(site, as: code).get("/activity?limit=200").items
                .compactMap { $0["action"] as? String }
            #expect(actions.contains("password_changed") == isTold, "\(code)")
        }
    }

    @Test("lists in parts that neither repeat nor miss a record", arguments: TestDatabase.all)
    func cursors(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await APIClient(site, as: "camille.aubrac")
        var codes: [String] = []
        var path: String? = "/people?limit=4"
        while let next = path {
            let page = try await camille.get(next)
            codes += page.items.compactMap { $0["code"] as? String }
            path = (page.json["next"] as? String).map { "/people?limit=4&cursor=\($0)" }
            #expect((path != nil) == (page.header("Link") != nil))
        }
        #expect(codes.count == 17 && Set(codes).count == 17)
        #expect(try await camille.get("/people?cursor=zzz").flawedFields == ["cursor"])
        #expect(try await camille.get("/people?limit=0").flawedFields == ["limit"])
        #expect(try await camille.get("/people?limit=201").status == 422)
        #expect(try await camille.get("/people?lmit=2").flawedFields == ["lmit"])
    }

    @Test("keeps to the parts that are asked for where a list is read whole", arguments: TestDatabase.all)
    func parts(database: TestDatabase) async throws {
        let camille = try await APIClient(TestSite(database), as: "camille.aubrac")
        for list in ["/expectations", "/notices", "/search?q=bulletin"] {
            let joint = list.contains("?") ? "&" : "?"
            let all = try await camille.get("\(list)\(joint)limit=200")
            var ids: [String] = []
            var next: String? = "\(list)\(joint)limit=1"
            while let path = next {
                let page = try await camille.get(path)
                #expect(page.items.count <= 1)
                ids += page.items.map { "\($0)" }
                next = (page.json["next"] as? String).map { "\(list)\(joint)limit=1&cursor=\($0)" }
            }
            #expect(ids.count == all.items.count, "\(list)")
            #expect(try await camille.get("\(list)\(joint)cursor=zzz").flawedFields == ["cursor"])
            #expect(try await camille.get("\(list)\(joint)limit=abc").flawedFields == ["limit"])
        }
    }

    @Test("filters", arguments: TestDatabase.all)
    func filters(database: TestDatabase) async throws {
        let camille = try await APIClient(TestSite(database), as: "camille.aubrac")
        func refs(_ path: String) async throws -> [String] {
            try await camille.get(path).items.compactMap { $0["ref"] as? String }.sorted()
        }
        #expect(try await refs("/briefings?cycle=2026-Q2&state=aligning") == ["B1", "B3"])
        #expect(try await refs("/briefings?team=paie&cycle=2026-Q1") == ["B4"])
        #expect(try await refs("/dependencies?giving_team=bulletins") == ["D4", "D5"])
        #expect(try await refs("/dependencies?team=bulletins&criticality=blocking") == ["D1", "D4"])
        #expect(try await camille.get("/briefings?state=nowhere").flawedFields == ["state"])
        #expect(try await camille.get("/briefings?team=nobody").flawedFields == ["team"])
        #expect(try await camille.get("/dependencies?cycle=2030-Q9").flawedFields == ["cycle"])
    }

    @Test("answers 304 to who has it already, and HEAD without a body", arguments: TestDatabase.all)
    func tags(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await APIClient(site, as: "camille.aubrac")
        let path = "/briefings/\(try site.id(of: Briefing.self, "ref", "B1"))"
        let tag = try #require(try await camille.get(path).header("ETag"))
        let again = try await camille.get(path, headers: ["If-None-Match": tag])
        #expect(again.status == 304 && again.bytes.isEmpty)
        #expect(try await camille.get(path, headers: ["If-None-Match": "\"other\""]).status == 200)
        let head = try await camille.send("HEAD", path)
        #expect(head.status == 200 && head.header("ETag") == tag)
    }

    @Test("overwrites nobody: a rewrite names the version it read", arguments: TestDatabase.all)
    func versions(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await APIClient(site, as: "camille.aubrac")
        let lison = try await APIClient(site, as: "lison.perrault")
        let path = "/briefings/\(try site.id(of: Briefing.self, "ref", "B1"))"
        #expect(try await camille.send("PATCH", path, #"{"cost":"1 h"}"#).status == 428)
        let tag = try #require(try await camille.get(path).header("ETag"))
        let first = try await lison.send("PATCH", path, #"{"cost":"2 h"}"#, headers: ["If-Match": tag])
        #expect(first.status == 200 && first.json["cost"] as? String == "2 h")
        let second = try await camille.send("PATCH", path, #"{"cost":"3 h"}"#, headers: ["If-Match": tag])
        #expect(second.status == 412 && second.problem == "stale-version")
        #expect(second.header("ETag") == first.header("ETag"))
        #expect(try await camille.get(path).json["cost"] as? String == "2 h")
        let third = try await camille.send(
            "PATCH", path, #"{"cost":null,"appetite_days":12}"#, headers: ["If-Match": first.header("ETag") ?? ""])
        #expect(third.json["cost"] as? String == "" && third.json["appetite_days"] as? Int == 12)
    }

    @Test("names each field that is wrong", arguments: TestDatabase.all)
    func flaws(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await APIClient(site, as: "camille.aubrac")
        let draft = try site.id(of: Briefing.self, "ref", "B2")
        let body = #"{"giving_team":7,"needed_by":"2026-02-30","criticality":"very","colour":"red"}"#
        let answer = try await camille.post("/briefings/\(draft)/dependencies", body)
        #expect(answer.status == 422)
        #expect(answer.flawedFields.sorted() == ["colour", "criticality", "giving_team", "needed_by", "what"])
        let closed = try site.id(of: Dependency.self, "ref", "D1")
        let late = try await APIClient(site, as: "wassim.ferhat")
        #expect(try await late.post("/dependencies/\(closed)/acknowledgement").status == 409)
    }

    @Test("refuses what it cannot read, with the right status", arguments: TestDatabase.all)
    func malformed(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await APIClient(site, as: "camille.aubrac")
        for body in ["{", "[]", "\"text\"", "{\"title\":\"\u{1}", "nul"] {
            #expect(try await camille.post("/briefings", body).status == 400, "\(body)")
        }
        let nul = try await camille.post("/briefings", #"{"team":"bulletins","cycle":"2026-Q2","title":"a\u0000b"}"#)
        #expect(nul.status == 422 && nul.flawedFields == ["title"])
        #expect(try await camille.post("/briefings", "a=b", headers: ["Content-Type": "text/plain"]).status == 415)
        #expect(try await camille.get("/briefings", headers: ["Accept": "text/html"]).status == 406)
        #expect(try await camille.send("DELETE", "/briefings").status == 405)
        #expect(try await camille.send("DELETE", "/briefings").header("Allow") == "GET, HEAD, OPTIONS, POST")
        #expect(try await camille.send("OPTIONS", "/units").status == 204)
        #expect(try await camille.get("/nothing").problem == "not-found")
        #expect(try await camille.get("/briefings/not-an-id").status == 404)
        let large = "{\"title\":\"" + String(repeating: "a", count: 1_100_000) + "\"}"
        let tooLarge = try await camille.post("/briefings", large)
        #expect(tooLarge.status == 413 && tooLarge.problem == "too-large")
        let invalid = try await site.visitor().request(
            "POST", "/api/v1/briefings", headers: ["Content-Type": "application/json"], [0x7B, 0xFF, 0xFE, 0x7D])
        #expect(invalid.status == 401)
    }

    @Test("takes away what may be taken away, once, and by whom it may", arguments: TestDatabase.all)
    func removals(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await APIClient(site, as: "camille.aubrac")
        let briefing = try site.id(of: Briefing.self, "ref", "B1")
        let said = try await camille.post("/briefings/\(briefing)/comments", #"{"text":"Bonjour"}"#)
        let comment = try #require(said.json["id"] as? String)
        #expect(try await APIClient(site, as: "malo.fauvel").post("/comments/\(comment)/removal").status == 403)
        let stale = try await camille.send("POST", "/comments/\(comment)/removal", headers: ["If-Match": "\"7\""])
        #expect(stale.status == 412)
        let gone = try await camille.post("/comments/\(comment)/removal")
        #expect(gone.status == 200 && gone.json["version"] as? Int == 2 && gone.json["kind"] as? String == "comment")
        #expect(try await camille.post("/comments/\(comment)/removal").status == 404)
        #expect(try await camille.get("/briefings/\(briefing)/comments").items.isEmpty)
    }

    @Test("answers at the addresses of its document and at no other")
    func everyRoute() async throws {
        let site = try TestSite(.sqlite)
        let document = try await APIClient(site, as: nil).get("/openapi.json").json
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        let described = paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } }
        var answered: [String] = []
        for route in site.node(site.store).router().routes where "\(route.path)".hasPrefix("/api") {
            let (method, path) = ("\(route.method)", "\(route.path)")
            if method == "HEAD" || method == "OPTIONS" || path == "/api/v1/openapi.json" { continue }
            // Every address says which methods it knows; those it refuses are no operations.
            let filled = path.replacing(#/\{[^}]*\}/#, with: "none")
            if try await site.visitor().request(method, filled).status != 405 { answered.append("\(method) \(path)") }
        }
        #expect(Set(answered).subtracting(described).sorted() == [], "add these to the list of operations")
        #expect(Set(described).subtracting(answered).sorted() == [])
        #expect(answered.count == Set(answered).count)
    }

    @Test("slows down an address that guesses tokens", arguments: TestDatabase.all)
    func guesses(database: TestDatabase) async throws {
        let nobody = try await APIClient(TestSite(database), as: nil)
        var last: Page?
        for number in 0..<61 {
            last = try await nobody.get("/me", headers: ["Authorization": "Bearer rouage_\(number)"])
        }
        #expect(last?.status == 429)
        #expect(last?.header("Retry-After") != nil)
    }
}
