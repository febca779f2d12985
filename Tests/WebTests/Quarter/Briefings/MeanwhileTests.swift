import Foundation
import Rouage
import Storage
import TestSupport
import Testing

@Suite("Two people on one text")
struct MeanwhileTests {
    @Test("a playbook: the second reads what the first saved, and then saves knowingly", arguments: TestDatabase.all)
    func playbook(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try PlaybookScene(on: site)
        let camille = try await site.signIn(as: "camille.aubrac")
        let lison = try await site.signIn(as: "lison.perrault")
        let version = try #require(try await lison.get(scene.address + "/edit").value(of: "version"))
        _ = try await camille.submit(
            scene.address,
            [
                "version": version, "why": "Le texte de Camille.", "steps_listed": "true",
                "steps-0-what": "Choisir vingt bulletins", "steps-0-role": "engineer", "steps-0-blocking": "true",
            ])
        let wrong = try await lison.submit(scene.address, ["version": version, "owner": "Personne Inconnue"])
        #expect(wrong.status == 422 && wrong.value(of: "version") == version)
        let clash = try await lison.submit(
            scene.address,
            [
                "version": version, "why": "Le texte de Lison.", "steps_listed": "true",
                "steps-0-what": "Choisir dix bulletins", "steps-0-role": "designer",
            ])
        #expect(clash.status == 409 && clash.says("Ce que Camille Aubrac a enregistré entre-temps"))
        #expect(clash.says("Le texte de Camille.") && clash.says("1. Choisir vingt bulletins (Ingénierie, bloquante)"))
        #expect(clash.value(of: "why")?.trimmingCharacters(in: .newlines) == "Le texte de Lison.")
        #expect(clash.has("Choisir dix bulletins"))
        func kept() throws -> Playbook { try site.store.readNow { try $0.get(scene.playbook) } }
        #expect(try kept().content.why == "Le texte de Camille.")
        let now = try #require(clash.value(of: "version"))
        let saved = try await lison.submit(scene.address, ["version": now, "why": "Les deux textes."])
        #expect(try saved.status == 200 && kept().content.why == "Les deux textes.")
        #expect(try kept().content.steps.map(\.what) == ["Choisir vingt bulletins"])
    }

    @Test("a post-mortem: the same, and so for one that two people begin at once", arguments: TestDatabase.all)
    func postmortem(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try site.incident(.resolved, published: false)
        let camille = try await site.signIn(as: "camille.aubrac")
        let aziz = try await site.signIn(as: "aziz.charvin")
        let address = "/postmortems/\(scene.postmortem)"
        _ = try await camille.submit(address, ["version": "1", "summary": "Le résumé de Camille."])
        let clash = try await aziz.submit(address, ["version": "1", "summary": "Le résumé d’Aziz."])
        #expect(clash.status == 409 && clash.says("Ce que Camille Aubrac a enregistré entre-temps"))
        #expect(clash.says("Le résumé de Camille."))
        #expect(clash.value(of: "summary")?.trimmingCharacters(in: .newlines) == "Le résumé d’Aziz.")
        let second = try await aziz.submit("/incidents/\(scene.id)/postmortem", ["summary": "Un second."])
        #expect(second.status == 409 && second.says("Le résumé de Camille.") && second.says("Un second."))
        let known = try site.store.readNow { try $0.get(scene.postmortem) }
        #expect(known.summary == "Le résumé de Camille.")
    }

    @Test("an incident's facts: the same", arguments: TestDatabase.all)
    func incident(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try site.incident(.open)
        let camille = try await site.signIn(as: "camille.aubrac")
        let aziz = try await site.signIn(as: "aziz.charvin")
        let address = "/incidents/\(scene.id)"
        _ = try await camille.submit(address, ["version": "1", "severity": "2", "title": "Le titre de Camille"])
        let clash = try await aziz.submit(address, ["version": "1", "severity": "1", "title": "Le titre d’Aziz"])
        #expect(clash.status == 409 && clash.says("Ce que Camille Aubrac a enregistré entre-temps"))
        #expect(clash.says("Gravité 2 : une fonction importante"))
        #expect(clash.value(of: "title") == "Le titre d’Aziz")
    }

    @Test("a move without a text speaks of none", arguments: TestDatabase.all)
    func move(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try PlaybookScene(on: site)
        let camille = try await site.signIn(as: "camille.aubrac")
        let late = try await camille.submit(scene.address + "/state", ["version": "9", "state": "in_force"])
        #expect(late.status == 409 && late.says("Cela a changé entre-temps : vérifiez, puis recommencez."))
        #expect(!late.says("Votre texte"))
    }
}
