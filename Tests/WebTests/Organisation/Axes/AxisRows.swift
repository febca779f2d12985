import Rouage
import TestSupport

/// Whom the addresses of axes are for: read by all, set by the CPO, proposed by Product Ops and directors.
enum AxisRows {
    private typealias Row = PermissionMatrixTests.Row
    private static let all = Set(TestSite.cast)
    private static let members = all.subtracting(["loic.perdrix", "ines.maurel"])
    private static let cpo: Set = ["nour.castel"]
    private static let proposing = cpo.union(["thea.nogaret", "hana.diallo", "salome.tissier", "ruben.achard"])

    static func rows(_ site: TestSite) throws -> [PermissionMatrixTests.Row] {
        let (route, set) = ("/axes/{id}", "/axes/\(try site.axis(takes: "Chacun sait qui prévenir."))")
        let proposed = "/axes/\(try site.axis("Proposé", by: "thea.nogaret"))"
        let other = "/axes/\(try site.axis("Proposé aussi", by: "thea.nogaret"))"
        let helping = cpo.union(["thea.nogaret"])
        return [
            Row("GET /axes", all), Row("GET /axes/new", proposing, else: 404),
            Row("POST /axes", proposing, else: 403, 404, with: ["title": ""]),
            Row("GET \(route)", set, members, else: 404),
            Row("POST \(route)", set, cpo, else: 403, 404, with: ["title": ""]),
            Row("POST \(route)/conditions", set + "/conditions", helping, else: 403, 404, with: ["text": ""]),
            Row("POST \(route)/release", set + "/release", helping, else: 403, 404, with: ["place": "x"]),
            Row("POST \(route)/reopening", set + "/reopening", cpo, else: 403, 404),
            Row("POST \(route)/refusal", proposed + "/refusal", cpo, else: 403, 404, with: ["reason": ""]),
            Row("POST \(route)/withdrawal", proposed + "/withdrawal", ["thea.nogaret"], else: 403, 404),
            Row("POST \(route)/acceptance", other + "/acceptance", cpo, else: 403, 404),
        ]
    }
}
