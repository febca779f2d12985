import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("The report of a quarter, on its page")
struct ReportPageTests {
    @Test("refuses a setback without its cause, and a dependency without its name", arguments: TestDatabase.all)
    func cause(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let malo = try await site.signIn(as: "malo.fauvel")
        let address = "/briefings/\(try site.id(of: Briefing.self, "ref", "B4"))"
        let need = try site.id(of: Dependency.self, "ref", "D5")
        let other = try site.id(of: Dependency.self, "ref", "D1")
        let bare = try await malo.submit("\(address)/slowdown", ["reason": "Rien n’arrive."])
        #expect(bare.status == 422 && bare.says("Rien n’arrive."))
        let unnamed = try await malo.submit(
            "\(address)/slowdown", ["cause": "dependency", "reason": "Rien n’arrive."])
        #expect(unnamed.status == 422 && unnamed.says("La cause est une dépendance : dites laquelle"))
        let foreign = try await malo.submit(
            "\(address)/slowdown", ["cause": "dependency", "reason": "Rien.", "cause_dependencies": other.description])
        #expect(foreign.status == 422)
        let slowed = try await malo.submit(
            "\(address)/slowdown",
            ["cause": "dependency", "reason": "Rien n’arrive.", "cause_dependencies": need.description])
        #expect(slowed.says("Ce qui s’est passé") && slowed.says("Reprise des corrections 2025"))
        let report = try await malo.get("/cycles/2026-Q1/report")
        #expect(report.says("Ralenties ou abandonnées") && report.says("Les rejets expliqués"))
        #expect(report.says("1 sur 1") && report.says("Rien n’arrive."))
        #expect(try await malo.submit("\(address)/ending", ["ending": "abandoned", "reason": "Fini."]).status == 422)
        let done = try await malo.submit("\(address)/ending", ["ending": "done", "reason": "Moitié moins d’appels."])
        #expect(done.says("Moitié moins d’appels."))
    }

    @Test("tells of a late need what would have shown it, in both languages", arguments: TestDatabase.all)
    func surprise(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let malo = try await site.signIn(as: "malo.fauvel")
        let address = "/briefings/\(try site.id(of: Briefing.self, "ref", "B4"))"
        let pointed = try await malo.submit(
            "\(address)/dependencies",
            [
                "giving_team": "moteur", "what": "Motif de rejet par rubrique", "needed_by": "2026-03-20",
                "type": "information", "criticality": "slowing", "interaction": "as_a_service",
            ])
        #expect(pointed.status == 200)
        let report = try await malo.get("/cycles/2026-Q1/report")
        #expect(report.says("Motif de rejet par rubrique") && report.says("Rien dans Rouage ne l’annonçait."))
        let english = try await malo.get("/cycles/2026-Q1/report?lang=en")
        #expect(english.says("Not seen coming") && english.says("Nothing in Rouage announced it."))
        #expect(try await malo.get("/cycles/2026-Q2/report").says("Ce trimestre se prépare encore."))
        #expect(try await malo.get("/calendar").has("/cycles/2026-Q1/report"))
    }

    @Test("holds the retrospectives: the team's at once, everybody's once it is closed", arguments: TestDatabase.all)
    func retrospective(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let malo = try await site.signIn(as: "malo.fauvel")
        let address = "/cycles/2026-Q1/retrospectives/dsn"
        let empty = try await malo.submit(address, ["helped": " "])
        #expect(empty.status == 422)
        let saved = try await malo.submit(
            address, ["helped": "Les motifs du moteur.", "slowed": "", "changes": "Signaler plus tôt."])
        #expect(saved.says("Les motifs du moteur.") && saved.says("en dernier par Malo Fauvel"))
        let again = try await malo.submit(
            address, ["version": "1", "helped": "Les motifs, tôt.", "slowed": "", "changes": ""])
        #expect(again.says("Les motifs, tôt."))
        let stale = try await malo.submit(
            address, ["version": "1", "helped": "Autre chose.", "slowed": "", "changes": ""])
        #expect(stale.status == 409 && stale.says("Autre chose."))
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(try await !camille.get("/cycles/2026-Q1/report").says("Les motifs, tôt."))
        #expect(try await camille.request("GET", address).status == 404)
        let cycle = try site.id(of: Cycle.self, "label", "2026-Q1")
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction -> Void in
            try transaction.change(cycle) { (cycle: inout Cycle) in cycle.advance(on: Day(2026, 4, 2)) }
        }
        let later = try await site.moved(to: Day(2026, 4, 2)).signIn(as: "camille.aubrac")
        #expect(try await later.get("/cycles/2026-Q1/report").says("Les motifs, tôt."))
        #expect(try await later.get(address).says("Les motifs, tôt."))
    }
}
