import Foundation
import Rouage
import Storage
import TestSupport
import Testing

@Suite("Two people on one briefing")
struct BriefingConflictTests {
    private struct Desk {
        let site: TestSite
        let camille: Browser
        let lison: Browser
        let id: Identifier<Briefing>
        var address: String { "/briefings/\(id)" }
        var kept: Briefing {
            get throws { try site.store.readNow { try $0.get(id) } }
        }

        init(_ database: TestDatabase) async throws {
            site = try TestSite(database)
            camille = try await site.signIn(as: "camille.aubrac")
            lison = try await site.signIn(as: "lison.perrault")
            id = try site.id(of: Briefing.self, "ref", "B1")
        }

        func autosave(_ browser: Browser, _ fields: [String: String]) async throws -> (status: Int, json: [String: Any])
        {
            let token = try await browser.get("\(address)/edit").value(of: "csrf") ?? ""
            let body = fields.merging(["csrf": token]) { mine, _ in mine }.map { pair in
                "\(pair.key)=\(pair.value.addingPercentEncoding(withAllowedCharacters: .alphanumerics)!)"
            }.joined(separator: "&")
            let page = try await browser.request(
                "POST", address,
                headers: ["Content-Type": "application/x-www-form-urlencoded", "X-Autosave": "1"], Array(body.utf8))
            let json = try JSONSerialization.jsonObject(with: Data(page.bytes)) as? [String: Any]
            return (page.status, json ?? [:])
        }
    }

    @Test("in different fields: both are kept, without a word", arguments: TestDatabase.all)
    func differentFields(database: TestDatabase) async throws {
        let desk = try await Desk(database)
        let shown = try await desk.camille.get("\(desk.address)/edit")
        let version = try #require(shown.value(of: "version"))
        _ = try await desk.lison.submit(desk.address, ["version": version, "source": "Vingt entretiens."])
        let page = try await desk.camille.submit(
            desk.address,
            ["version": version, "intention": "Une phrase par écart.", "source": "Quatorze entretiens en janvier."])
        #expect(page.status == 200)
        let kept = try desk.kept
        #expect(kept.text.source == "Vingt entretiens.")
        #expect(kept.text.intention == "Une phrase par écart.")
    }

    @Test("in the same field: nothing is lost, the second sees both and chooses", arguments: TestDatabase.all)
    func sameField(database: TestDatabase) async throws {
        let desk = try await Desk(database)
        let version = try #require(try await desk.camille.get("\(desk.address)/edit").value(of: "version"))
        _ = try await desk.lison.submit(desk.address, ["version": version, "problem": "Le texte de Lison."])
        let clash = try await desk.camille.submit(
            desk.address, ["version": version, "problem": "Le texte de Camille.", "cost": "3 ETP"])
        #expect(clash.status == 409)
        #expect(clash.says("Lison Perrault a modifié Problème à 10 h"))
        #expect(clash.says("Le texte de Lison."))
        #expect(clash.value(of: "problem")?.trimmingCharacters(in: .newlines) == "Le texte de Camille.")
        #expect(clash.value(of: "cost") == "3 ETP")
        #expect(try desk.kept.text.problem == "Le texte de Lison.")

        let now = try #require(clash.value(of: "version"))
        _ = try await desk.camille.submit(
            desk.address, ["version": now, "problem": "Le texte de Camille.", "cost": "3 ETP"])
        #expect(try desk.kept.text.problem == "Le texte de Camille.")
        #expect(try desk.kept.text.cost == "3 ETP")
    }

    @Test("the other's text is taken by a box, without JavaScript", arguments: TestDatabase.all)
    func taking(database: TestDatabase) async throws {
        let desk = try await Desk(database)
        let version = try #require(try await desk.camille.get("\(desk.address)/edit").value(of: "version"))
        _ = try await desk.lison.submit(desk.address, ["version": version, "problem": "Le texte de Lison."])
        let clash = try await desk.camille.submit(
            desk.address, ["version": version, "problem": "Le texte de Camille.", "cost": "3 ETP"])
        _ = try await desk.camille.submit(
            desk.address,
            [
                "version": clash.value(of: "version") ?? "", "problem": "Le texte de Camille.", "take-problem": "1",
                "cost": "3 ETP",
            ])
        #expect(try desk.kept.text.problem == "Le texte de Lison.")
        #expect(try desk.kept.text.cost == "3 ETP")
    }

    @Test(
        "saving by itself brings the other's fields in, and shows both texts of one field", arguments: TestDatabase.all)
    func autosave(database: TestDatabase) async throws {
        let desk = try await Desk(database)
        let version = try String(desk.kept.version)
        let first = try await desk.autosave(desk.lison, ["version": version, "source": "Vingt entretiens."])
        #expect(first.status == 200)
        #expect((first.json["savedAt"] as? String)?.hasPrefix("10\u{A0}h") == true)

        let second = try await desk.autosave(desk.camille, ["version": version, "cost": "3 ETP"])
        #expect(second.status == 200)
        #expect((second.json["merged"] as? [String: String])?["source"] == "Vingt entretiens.")

        let third = try await desk.autosave(desk.camille, ["version": version, "source": "Trente entretiens."])
        #expect(third.status == 409)
        let clashes = try #require(third.json["clashes"] as? [[String: String]])
        #expect(clashes.map { $0["name"] } == ["source"])
        #expect(clashes.first?["theirs"] == "Vingt entretiens.")
        #expect(try desk.kept.text.source == "Vingt entretiens.")

        let now = try #require(third.json["version"] as? Int)
        let chosen = try await desk.autosave(desk.camille, ["version": String(now), "source": "Trente entretiens."])
        #expect(chosen.status == 200)
        #expect(try desk.kept.text.source == "Trente entretiens.")
        #expect(try desk.kept.text.cost == "3 ETP")
    }

    @Test("both at the same moment: one is told, none is lost", arguments: TestDatabase.all)
    func atOnce(database: TestDatabase) async throws {
        let desk = try await Desk(database)
        let version = try String(desk.kept.version)
        async let one = desk.camille.submit(
            desk.address, ["version": version, "problem": "De Camille."], follow: false)
        async let two = desk.lison.submit(desk.address, ["version": version, "problem": "De Lison."], follow: false)
        let pages = try await [one, two]
        #expect(Set(pages.map(\.status)) == [303, 409])
        let refused = try #require(pages.first { $0.status == 409 })
        #expect(refused.says("De Camille.") && refused.says("De Lison."))
    }

    @Test(
        "a version that nobody ever saw is no way around", arguments: TestDatabase.all, ["0", "999", "-1", "'; --", ""])
    func madeUpVersion(database: TestDatabase, version: String) async throws {
        let desk = try await Desk(database)
        _ = try await desk.lison.submit(desk.address, ["version": "1", "problem": "Le texte de Lison."])
        let clash = try await desk.camille.submit(
            desk.address, ["version": version, "problem": "Le texte de Camille."])
        #expect(clash.status == 409)
        #expect(try desk.kept.text.problem == "Le texte de Lison.")
    }
}
