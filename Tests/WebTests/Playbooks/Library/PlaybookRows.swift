import Rouage
import Storage
import TestSupport
import Web
import WebCore

/// The addresses of playbooks and for whom they are: the playbook is Camille Aubrac's, for Bulletins of the tribe Paie.
enum PlaybookRows {
    private typealias Row = PermissionMatrixTests.Row
    private static let all = Set(TestSite.cast)
    private static let members = all.subtracting(["loic.perdrix", "ines.maurel"])
    private static let directors: Set = ["hana.diallo", "salome.tissier", "ruben.achard"]
    private static let editors = directors.union([
        "camille.aubrac", "lison.perrault", "fabrice.delmotte", "nour.castel",
    ])

    static func rows(_ site: TestSite) throws -> [PermissionMatrixTests.Row] {
        let scene = try PlaybookScene(on: site)
        let offered = try PlaybookOffer(on: site)
        let (route, path) = ("/playbooks/{id}", scene.address)
        // Other Ops propose only; everybody else may begin one that they own.
        let writers = members.subtracting(["mehdi.rahal"])
        return [
            Row("GET /playbooks", all), Row("GET /playbooks/reliance", members, else: 404),
            Row("GET /playbooks/new", writers, else: 403, 404),
            Row("POST /playbooks", writers, else: 403, 404, with: ["title": "", "why": ""]),
            Row("POST /playbook-starters/{key}", "/playbook-starters/none", [], else: 404),
            Row("GET \(route)", path, members, else: 404),
            Row("GET \(route)/edit", path + "/edit", editors, else: 403, 404),
            Row("POST \(route)", path, editors, else: 403, 404, with: ["title": ""]),
            Row("GET \(route)/score", path + "/score", members, else: 404),
            Row("GET \(route)/editions/{number}", path + "/editions/1", members, else: 404),
            Row("GET \(route)/occurrences/new", path + "/occurrences/new", editors, else: 403, 404),
            Row("POST \(route)/occurrences", path + "/occurrences", editors, else: 403, 404, with: ["held_on": ""]),
            Row(
                "POST /occurrences/{id}/removal", "/occurrences/\(scene.occurrence)/removal", editors, else: 403, 404,
                with: ["reason": ""]),
            Row("POST \(route)/state", path + "/state", editors, else: 403, 404, with: ["state": "none"]),
            Row("POST \(route)/hand-over", path + "/hand-over", editors, else: 403, 404, with: ["to": "personne"]),
            Row(
                "POST \(route)/acceptance", offered.address + "/acceptance", ["camille.aubrac"], else: 403, 404,
                with: ["as": "owner"]),
            Row(
                "POST \(route)/taking-back", path + "/taking-back",
                ["camille.aubrac", "lison.perrault", "hana.diallo", "salome.tissier", "nour.castel"], else: 403, 404,
                with: ["reason": ""]),
            Row("POST \(route)/feedback", path + "/feedback", members, else: 404, with: ["useful": "9"]),
            Row(
                "POST /playbook-feedback/{id}/answer", "/playbook-feedback/\(scene.feedback)/answer",
                ["camille.aubrac", "lison.perrault"], else: 403, 404, with: ["answer": ""]),
        ]
    }
}

/// A second playbook, which Product Ops have offered to Camille Aubrac.
private struct PlaybookOffer {
    let address: String

    init(on site: TestSite) throws {
        let camille = try site.id(of: Person.self, "code", "camille.aubrac")
        address = try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            var playbook = Playbook(
                id: transaction.newID(), ref: "offert",
                .init(.init(title: "Offert", category: .other, why: "Pour voir.")), state: .inForce,
                carriedBy: .handingOver, on: site.today, at: transaction.now)
            playbook.handover = .init(to: camille, by: nil, on: site.today)
            try transaction.add(playbook, Activity(.created))
            return "/playbooks/\(playbook.id)"
        }
    }
}
