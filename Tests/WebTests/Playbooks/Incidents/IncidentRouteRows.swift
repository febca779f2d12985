import Rouage
import Storage
import TestSupport
import Web
import WebCore

/// The addresses of incidents and for whom they are: Camille reported one that concerns Bulletins of the tribe Paie.
enum IncidentRouteRows {
    private typealias Row = PermissionMatrixTests.Row
    private static let all = Set(TestSite.cast)
    private static let members = all.subtracting(["loic.perdrix", "ines.maurel"])
    private static let holders: Set = ["camille.aubrac", "lison.perrault", "aziz.charvin", "fabrice.delmotte"]
    /// Directors, the CPO and Product Ops look on.
    private static let reporters = members.subtracting([
        "hana.diallo", "salome.tissier", "ruben.achard", "nour.castel", "thea.nogaret",
    ])

    static func rows(_ site: TestSite) throws -> [PermissionMatrixTests.Row] {
        let scene = try site.incident(.resolved, published: false)
        // Nothing is taken away from one that is closed.
        let closed = try site.incident(.closed)
        let page = "/postmortems/\(scene.postmortem)"
        let (route, path) = ("/incidents/{id}", "/incidents/\(scene.id)")
        let action = "/incident-actions/\(scene.action)"
        let long = String(repeating: "x", count: 9_000)
        func move(_ noun: String, _ fields: [String: String] = [:]) -> Row {
            Row("POST \(route)/\(noun)", "\(path)/\(noun)", holders, else: 403, 404, with: fields)
        }
        return [
            Row("GET /incidents", all), Row("GET /incidents/new", reporters, else: 403, 404),
            Row("POST /incidents", reporters, else: 403, 404, with: ["title": ""]),
            Row("GET \(route)", path, members, else: 404),
            Row("POST \(route)", path, holders, else: 403, 404, with: ["title": ""]),
            move("mitigation"), move("resolution"), move("reopening", ["reason": ""]), move("closing"),
            move("timeline", ["text": ""]), move("actions", ["what": ""]),
            move("postmortem", ["summary": long]),
            Row("POST /postmortems/{id}", page, holders, else: 403, 404, with: ["summary": long]),
            Row(
                "POST /postmortems/{id}/publication", page + "/publication", holders, else: 403, 404,
                with: ["version": "9"]),
            Row("GET \(route)/postmortem", path + "/postmortem", members, else: 404),
            Row("GET \(route)/postmortem/edit", path + "/postmortem/edit", holders, else: 403, 404),
            Row("POST /incident-actions/{id}", action, holders, else: 403, 404, with: ["what": ""]),
            Row(
                "POST /incident-actions/{id}/completion", action + "/completion", holders, else: 403, 404,
                with: ["version": "9"]),
            Row("POST /incident-actions/{id}/refusal", action + "/refusal", holders, else: 403, 404),
            Row("POST /incident-actions/{id}/taking-up", action + "/taking-up", holders, else: 403, 404),
            Row(
                "POST /incident-lines/{id}/removal", "/incident-lines/\(closed.line)/removal", holders, else: 403, 404),
        ]
    }
}
