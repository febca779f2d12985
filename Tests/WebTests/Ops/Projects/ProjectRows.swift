import Rouage
import Storage
import TestSupport
import Web
import WebCore

/// The addresses of Ops projects and of sharing out, and for whom they are: Camille and Malo build the project with Théa,
/// Lison is to take it over.
enum ProjectRows {
    private typealias Row = PermissionMatrixTests.Row
    private static let all = Set(TestSite.cast)
    private static let members = all.subtracting(["loic.perdrix", "ines.maurel"])
    private static let starters: Set = ["thea.nogaret", "nour.castel"]
    private static let carriers = starters.union(["camille.aubrac", "malo.fauvel"])

    static func rows(_ site: TestSite) throws -> [PermissionMatrixTests.Row] {
        let receiver = try site.personID("lison.perrault")
        let project = try site.project {
            $0.receiver = receiver
            $0.problemState = .proposed
        }
        let (route, path) = ("/projects/{id}", "/projects/\(project)")
        let moves: [(String, [String: String])] = [
            ("problem", ["problem": ""]), ("proposal", [:]), ("agreement", [:]),
            ("solution", ["solution": "Un canal."]),
            ("evidence", ["note": ""]), ("evidence-removal", ["evidence": "9"]),
            ("co-builders", ["co_builders": "personne"]), ("experiments", ["threshold": "x"]), ("conclusions", [:]),
            ("waves", ["from": "x"]), ("verdict", [:]), ("frame", ["ends_on": "x"]), ("receiver", ["receiver": ""]),
            ("playbook", ["playbook": "x"]),
            ("stage", ["stage": "none"]), ("pause", ["reason": ""]), ("resumption", [:]), ("stop", ["reason": ""]),
            ("closing", ["reason": ""]), ("retabling", ["reason": ""]),
        ]
        let sharing: [(String, [String: String])] = [
            ("preferences", ["days_off": "x"]), ("proposal", [:]), ("edits", [:]), ("confirmation", [:]),
        ]
        return [
            Row("GET /projects", all), Row("GET /projects/new", starters, else: 403, 404),
            Row("POST /projects", starters, else: 403, 404, with: ["topic": ""]),
            Row("GET /projects/value", members, else: 404), Row("GET /projects/share-out", members, else: 404),
            Row("GET \(route)", path, members, else: 404),
            Row(
                "POST \(route)/answers", path + "/answers", members.subtracting(["thea.nogaret"]), else: 403, 404,
                with: ["answer": ""]),
            Row("POST \(route)/waiver", path + "/waiver", ["nour.castel"], else: 403, 404, with: ["reason": ""]),
            Row(
                "POST \(route)/acceptance", path + "/acceptance",
                ["lison.perrault", "hana.diallo", "salome.tissier", "nour.castel"], else: 403, 404),
        ]
            + moves.map {
                Row("POST \(route)/\($0.0)", "\(path)/\($0.0)", carriers, else: 403, 404, with: $0.1)
            }
            + sharing.map {
                Row(
                    "POST /projects/share-out/\($0.0)", "/projects/share-out/\($0.0)", ["thea.nogaret"], else: 403, 404,
                    with: $0.1)
            }
    }
}
