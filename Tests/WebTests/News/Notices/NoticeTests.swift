import Foundation
import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("What happened")
struct NoticeTests {
    private func page(_ site: TestSite, _ ref: String = "B1") throws -> String {
        "/briefings/\(try site.id(of: Briefing.self, "ref", ref))"
    }

    private func comment(_ site: TestSite, by code: String = "yanis.corbel", on ref: String = "B1") async throws {
        let page = try await site.signIn(as: code).submit(
            try page(site, ref) + "/comments", ["text": "Et pour les anciens bulletins ?"], follow: false)
        #expect(page.status == 303)
    }

    /// What somebody reads in their inbox, where no link is tried.
    private func inbox(_ site: TestSite, _ code: String) async throws -> Page {
        try await site.signIn(as: code).request("GET", "/inbox")
    }

    @Test(
        "to what is mine is read in the inbox and on the home: a comment, a review, a decision, an answer",
        arguments: TestDatabase.all)
    func mine(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try await comment(site)
        let hana = try await site.signIn(as: "hana.diallo")
        _ = try await hana.submit(
            try page(site) + "/reviews", ["craft": "product", "opinion": "favourable", "text": ""], follow: false)
        _ = try await hana.submit(
            try page(site) + "/decision",
            ["outcome": "validated", "code": "other", "reason": "Un risque que nous prenons."], follow: false)
        let need = try site.id(of: Dependency.self, "ref", "D1")
        _ = try await site.signIn(as: "wassim.ferhat").submit(
            "/dependencies/\(need)/withdrawn-promise", ["reason": "Incident de paie."], follow: false)
        let read = try await inbox(site, "camille.aubrac")
        #expect(read.says("Yanis Corbel commente « Un bulletin que l’on comprend"), "\(read)")
        #expect(read.says("Hana Diallo rend un avis favorable sur « Un bulletin que l’on comprend"))
        #expect(read.says("« Un bulletin que l’on comprend sans appeler le support » : validée"))
        #expect(read.says("Hana Diallo. Un risque que nous prenons."))
        #expect(read.says(": engagement rompu") && read.says("Wassim Ferhat. Incident de paie."), "\(read)")
        let camille = try await site.signIn(as: "camille.aubrac")
        let home = try await camille.request("GET", "/")
        #expect(home.says("Ce qui s'est passé") && home.says("1 autre nouvelle"), "\(home)")
        #expect(try await camille.request("GET", "/inbox?lang=en").says("Yanis Corbel comments on “Un bulletin"))
        // What one did oneself is no news, and neither is what is somebody else's.
        #expect(try await !inbox(site, "hana.diallo").says(": validée"))
        #expect(try await !inbox(site, "wassim.ferhat").says("commente"))
        // Who contributes hears of it too, and so does who spoke beside it.
        #expect(try await inbox(site, "lison.perrault").says("Yanis Corbel commente"))
        #expect(try await inbox(site, "yanis.corbel").says(": validée"))
    }

    @Test("what is kept in memory hears of each comment that concerns its reader", arguments: TestDatabase.all)
    func kept(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let mehdi = try await site.signIn(as: "mehdi.rahal")
        func heard() async throws -> Int {
            try await mehdi.request("GET", "/inbox").words.components(separatedBy: "commente «").count - 1
        }
        #expect(try await heard() == 0)
        try await comment(site)
        #expect(try await heard() == 0, "a page that is not mine")
        try await comment(site, by: "mehdi.rahal")
        let before = try await heard()
        #expect(before > 0, "what was said before is there once one speaks beside it")
        try await comment(site, by: "lison.perrault")
        #expect(try await heard() == before + 1)
        try await comment(site, by: "lison.perrault", on: "B3")
        #expect(try await heard() == before + 1)
        let yanis = try await site.signIn(as: "yanis.corbel")
        let author = try site.personID("yanis.corbel")
        let said: [Identifier<Rouage.Comment>] = try site.store.readNow {
            try $0.all("SELECT id FROM comment WHERE author = \(author)") { try $0.id(0) }
        }
        _ = try await yanis.submit("/comments/\(said[0])/removal", follow: false)
        #expect(try await heard() == before, "what was taken back is gone")
    }

    @Test("one person’s edits of one day are one line", arguments: TestDatabase.all)
    func edits(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let lison = try await site.signIn(as: "lison.perrault")
        for days in [11, 12, 13] {
            let id = try site.id(of: Briefing.self, "ref", "B2")
            try site.store.writeNow(as: try site.personID("lison.perrault"), at: site.clock.now()) { t -> Void in
                try t.change(id) { (briefing: inout Briefing) in
                    briefing.appetiteDays = days
                    return Activity(.revised)
                }
            }
        }
        let titles = try await titles(site, "camille.aubrac")
        #expect(titles.count { $0.contains("modification") } == 1, "\(titles)")
        #expect(try await !lison.request("GET", "/inbox").says("modification"))
    }

    @Test("is read until one moment, by that person alone; what comes later is not read", arguments: TestDatabase.all)
    func read(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try await comment(site)
        let client = try await APIClient(site, as: "camille.aubrac")
        let until = try #require(try await client.get("/notices").items.first?["at"] as? String)
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(try await camille.request("GET", "/inbox").says("1 non lu"))
        _ = try await camille.submit("/inbox/marks", ["until": until], follow: false)
        #expect(try await client.get("/notices").items.first?["read"] as? Bool == true)
        #expect(try await !camille.request("GET", "/").says("Yanis Corbel commente"))
        #expect(try await camille.request("GET", "/inbox").says("Yanis Corbel commente"))
        #expect(try await site.signIn(as: "lison.perrault").request("GET", "/").says("Yanis Corbel commente"))
        // An older page, sent again, takes nothing back.
        _ = try await camille.submit("/inbox/marks", ["until": "2026-01-01T00:00:00.000Z"], follow: false)
        #expect(try await !camille.request("GET", "/inbox").says("non lu"))
        #expect(try await camille.attempt("/inbox/marks", ["until": "hier"]).status == 422)
        site.move(to: site.today, hour: 11)
        try await comment(site, by: "malo.fauvel")
        let later = try await camille.request("GET", "/inbox")
        #expect(later.says("1 non lu") && later.says("Malo Fauvel commente"))
    }

    @Test("anybody follows what is not theirs, and leaves it; nobody sees who does", arguments: TestDatabase.all)
    func follows(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let wassim = try await site.signIn(as: "wassim.ferhat")
        #expect(try await wassim.get(try page(site)).says("Suivre"))
        let id = try site.id(of: Briefing.self, "ref", "B1").description
        try await comment(site)
        let before = try site.store.readNow { try $0.count("SELECT count(*) FROM activity") }
        let followed = try await wassim.submit("/follows/briefing/\(id)")
        #expect(followed.says("Ne plus suivre") && followed.says("Vous suivez ce qui se passe ici."))
        #expect(try site.store.readNow { try $0.count("SELECT count(*) FROM activity") } == before)
        // What happened before is not told.
        let early = try await inbox(site, "wassim.ferhat")
        #expect(!early.says("commente") && early.says("Ce que vous suivez 1"), "\(early)")
        site.move(to: site.today, hour: 11)
        try await comment(site, by: "malo.fauvel")
        #expect(try await inbox(site, "wassim.ferhat").says("Malo Fauvel commente"))
        let left = try await wassim.submit("/follows/briefing/\(id)/removal")
        #expect(left.says("Suivre") && !left.says("Ne plus suivre"))
        #expect(try await !inbox(site, "wassim.ferhat").says("commente"))
        // Who hears of it anyway needs no button.
        let camille = try await site.signIn(as: "camille.aubrac").get(try page(site))
        #expect(camille.says("Ce qui se passe ici arrive déjà dans votre boîte.") && !camille.says("Suivre"))
    }

    @Test("every thing that can be followed has the button on its page", arguments: TestDatabase.all)
    func pages(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let project = try site.project(.discovery, "Qui appeler la nuit")
        let things = [
            ("dependency", "dependencies", "\(try site.id(of: Dependency.self, "ref", "D3"))"),
            ("topic", "topics", "\(try site.topic())"), ("ops_project", "projects", "\(project)"),
            ("unit", "teams", "\(try site.id(of: Rouage.Unit.self, "code", "bulletins"))"),
        ]
        let mehdi = try await site.signIn(as: "mehdi.rahal")
        for (kind, folder, id) in things {
            let path = "/\(folder)/\(kind == "unit" ? "bulletins" : id)"
            #expect(try await mehdi.request("GET", path).has("action=\"/follows/\(kind)/\(id)\""), "\(kind)")
            #expect(try await mehdi.submit("/follows/\(kind)/\(id)", follow: false).location == path + "#follow")
            #expect(try await mehdi.request("GET", path).has("action=\"/follows/\(kind)/\(id)/removal\""), "\(kind)")
        }
        #expect(try await APIClient(site, as: "mehdi.rahal").get("/follows").items.count == things.count)
    }

    @Test(
        "who follows a team or a tribe hears of its pages, and of none that they may not read",
        arguments: TestDatabase.all)
    func teams(database: TestDatabase) async throws {
        let site = try TestSite(database)
        for (who, code) in [("wassim.ferhat", "bulletins"), ("mehdi.rahal", "paie"), ("lison.perrault", "bulletins")] {
            let unit = try site.id(of: Rouage.Unit.self, "code", code)
            let answer = try await APIClient(site, as: who).send("PUT", "/follows/unit/\(unit)")
            #expect(answer.items.count == 1, "\(answer)")
        }
        for ref in ["B1", "B2"] { try await comment(site, by: "camille.aubrac", on: ref) }
        _ = try site.writeSecrets()
        for code in ["wassim.ferhat", "mehdi.rahal"] {
            let titles = try await titles(site, code)
            #expect(titles.contains { $0.contains("Un bulletin que l’on comprend") }, "\(code): \(titles)")
            #expect(!titles.contains { $0.contains("Le bulletin d’un départ") }, "a draft, \(code): \(titles)")
        }
        #expect(try await titles(site, "lison.perrault").contains { $0.contains("Le bulletin d’un départ") })
    }

    @Test("nobody follows what they may not read, or what is not there", arguments: TestDatabase.all)
    func closed(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let draft = try site.id(of: Briefing.self, "ref", "B2").description
        let malo = try await site.signIn(as: "malo.fauvel")
        for path in ["briefing/\(draft)", "comment/\(draft)", "unit/\(draft)", "topic/x"] {
            #expect(try await malo.attempt("/follows/\(path)").status == 404, "\(path)")
        }
        #expect(try site.store.readNow { try $0.count("SELECT count(*) FROM follow") } == 0)
    }

    @Test("a kind that says nothing of itself tells nobody anything", arguments: TestDatabase.all)
    func silent(database: TestDatabase) async throws {
        let site = try TestSite(database, kinds: Kinds { $0 == .comment ? $0.facts : KindFacts($0.facts.noun) })
        try await comment(site)
        _ = try site.writeSecrets()
        let titles = try await titles(site, "camille.aubrac")
        #expect(titles.contains { $0.contains("commente") })
        #expect(!titles.contains { $0.contains("modification") || $0.contains("réserves") }, "\(titles)")
    }

    private func titles(_ site: TestSite, _ code: String) async throws -> [String] {
        try await APIClient(site, as: code).get("/notices").items.compactMap { $0["title"] as? String }
    }

    @Test(
        "a record of each kind that is said to be followed can be, on its page and by program",
        arguments: TestDatabase.all, FollowedKind.allCases)
    func kinds(database: TestDatabase, kind: FollowedKind) async throws {
        let site = try TestSite(database)
        let id =
            switch kind.kind {
            case .axis: try site.axis().description
            case .topic: try site.topic().description
            case .briefing: try site.id(of: Briefing.self, "ref", "B1").description
            case .dependency: try site.id(of: Dependency.self, "ref", "D2").description
            case .unit: try site.id(of: Rouage.Unit.self, "code", "dsn").description
            case .opsProject: try site.project().description
            case let other: try #require(nil as String?, "say here how a record of \(other) is made")
            }
        let aziz = try await site.signIn(as: "mehdi.rahal")
        let page = try await aziz.submit("/follows/\(kind.rawValue)/\(id)")
        #expect(page.status == 200 && page.says("Ne plus suivre"), "\(page)")
        let client = try await APIClient(site, as: "mehdi.rahal")
        #expect(try await client.get("/follows").items.map { $0["subject"] as? String } == [id])
        #expect(try await client.send("DELETE", "/follows/\(kind.rawValue)/\(id)").status == 200)
        #expect(try await client.send("PUT", "/follows/\(kind.rawValue)/\(id)").status == 200)
    }
}
