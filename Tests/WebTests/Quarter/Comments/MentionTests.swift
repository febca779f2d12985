import Rouage
import Storage
import TestSupport
import Testing

@Suite("A mention")
struct MentionTests {
    private let words = "Camille Aubrac vous mentionne dans « Un bulletin que l’on comprend sans appeler le support »"

    private func say(_ text: String, on ref: String, as code: String, _ site: TestSite) async throws -> Identifier<
        Briefing
    > {
        let id = try site.id(of: Briefing.self, "ref", ref)
        let page = try await site.signIn(as: code).submit("/briefings/\(id)/comments", ["text": text], follow: false)
        #expect(page.status == 303)
        return id
    }

    @Test(
        "stands on the home of whom it names, leads to the comment, and goes once that is read",
        arguments: TestDatabase.all)
    func read(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let malo = try await site.signIn(as: "malo.fauvel")
        #expect(try await !malo.get("/").says("vous mentionne"))
        let id = try await say("Et pour vous, @Malo Fauvel ?", on: "B1", as: "camille.aubrac", site)
        let comment = try site.id(of: Rouage.Comment.self, "text", "Et pour vous, @Malo Fauvel ?")
        // The strict reader tries every link, and would read the comment.
        let home = try await malo.request("GET", "/")
        #expect(home.says(words) && home.says("Et pour vous, @Malo Fauvel ?"))
        #expect(home.has("href=\"/briefings/\(id)#c-\(comment)\""))
        #expect(try await malo.request("GET", "/inbox").says(words))
        // Looking at another page is not reading.
        _ = try await malo.request("GET", "/briefings")
        #expect(try await malo.request("GET", "/").says(words))
        #expect(try await malo.get("/briefings/\(id)").says("Et pour vous, @Malo Fauvel ?"))
        #expect(try await !malo.get("/").says("vous mentionne"))
    }

    @Test("is nobody else's, and not the author's own", arguments: TestDatabase.all)
    func others(database: TestDatabase) async throws {
        let site = try TestSite(database)
        _ = try await say("@Malo Fauvel, @Camille Aubrac et @thea.nogaret", on: "B1", as: "camille.aubrac", site)
        for (code, isNamed) in [
            ("malo.fauvel", true), ("thea.nogaret", true), ("camille.aubrac", false), ("wassim.ferhat", false),
        ] {
            #expect(try await site.signIn(as: code).request("GET", "/").says("vous mentionne") == isNamed, "\(code)")
        }
    }

    @Test("of a draft reaches those who may read it, and the others once it is submitted", arguments: TestDatabase.all)
    func drafts(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try await say("@Malo Fauvel, @Lison Perrault", on: "B2", as: "camille.aubrac", site)
        let malo = try await site.signIn(as: "malo.fauvel")
        #expect(try await site.signIn(as: "lison.perrault").request("GET", "/").says("vous mentionne"))
        let home = try await malo.request("GET", "/")
        #expect(!home.says("vous mentionne") && !home.says("départ en cours de mois"))
        #expect(try await malo.request("GET", "/briefings/\(id)").status == 404)
        let camille = try await site.signIn(as: "camille.aubrac")
        _ = try await camille.submit("/briefings/\(id)/no-dependency")
        _ = try await camille.submit("/briefings/\(id)/submission")
        #expect(try await malo.request("GET", "/").says("Camille Aubrac vous mentionne dans « Le bulletin d’un départ"))
    }

    @Test("goes with its comment, and leaves no line in the activity", arguments: TestDatabase.all)
    func removal(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try await say("@Malo Fauvel", on: "B1", as: "camille.aubrac", site)
        let malo = try await site.signIn(as: "malo.fauvel")
        let lines = try site.store.readNow { try $0.count("SELECT count(*) FROM activity") }
        _ = try await malo.request("GET", "/briefings/\(id)")
        #expect(try site.store.readNow { try $0.count("SELECT count(*) FROM activity") } == lines)
        _ = try await say("Encore @Malo Fauvel", on: "B1", as: "camille.aubrac", site)
        let again = try site.id(of: Rouage.Comment.self, "text", "Encore @Malo Fauvel")
        _ = try await site.signIn(as: "camille.aubrac").submit("/comments/\(again)/removal", follow: false)
        #expect(try await !malo.request("GET", "/").says("vous mentionne"))
        #expect(try site.store.readNow { try $0.count("SELECT count(*) FROM mention") } == 0)
    }
}
