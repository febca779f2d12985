import Rouage
import Storage
import TestSupport
import Testing

@Suite("Versions of a briefing")
struct BriefingVersionTests {
    @Test("stand side by side with the words that changed", arguments: TestDatabase.all)
    func sideBySide(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let id = try site.id(of: Briefing.self, "ref", "B1")
        _ = try await camille.submit("/briefings/\(id)", ["source": "Seize entretiens en janvier."])
        let malo = try await site.signIn(as: "malo.fauvel")
        let page = try await malo.get("/briefings/\(id)/versions/1..2")
        #expect(page.has("<del>Quatorze</del>") && page.has("<ins>Seize</ins>"))
        #expect(page.says("Version 2 Camille Aubrac"))
        let list = try await malo.get("/briefings/\(id)/versions")
        #expect(list.has("/briefings/\(id)/versions/1..2"))
        #expect(try await malo.get("/briefings/\(id)/versions?from=2&to=1").path.hasSuffix("/versions/1..2"))
        for pair in ["1..9", "0..1", "a..b", "1", "1..2..3"] {
            #expect(try await malo.get("/briefings/\(id)/versions/\(pair)").status == 404)
        }
    }

    @Test("from before the submission stay with the team", arguments: TestDatabase.all)
    func beforeSubmission(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let id = try site.id(of: Briefing.self, "ref", "B2")
        _ = try await camille.submit("/briefings/\(id)", ["problem": "Une première version."])
        _ = try await camille.submit("/briefings/\(id)/no-dependency")
        _ = try await camille.submit("/briefings/\(id)/submission")
        _ = try await camille.submit("/briefings/\(id)", ["problem": "Une version publique."])
        let malo = try await site.signIn(as: "malo.fauvel")
        #expect(try await camille.get("/briefings/\(id)/versions/1..2").status == 200)
        #expect(try await malo.get("/briefings/\(id)").status == 200)
        #expect(try await malo.get("/briefings/\(id)/versions/1..2").status == 404)
        #expect(try await malo.get("/briefings/\(id)/versions/4..5").says("Une version publique."))
    }
}
