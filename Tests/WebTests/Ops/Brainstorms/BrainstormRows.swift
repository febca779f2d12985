import Rouage
import TestSupport

/// The addresses of a brainstorm, to whose wall Camille is invited, with an idea of hers; and those of a signal.
enum BrainstormRows {
    static func rows(_ site: TestSite) throws -> [PermissionMatrixTests.Row] {
        typealias Row = PermissionMatrixTests.Row
        let all = Set(TestSite.cast)
        let members = all.subtracting(["loic.perdrix", "ines.maurel"])
        try site.brainstorm()
        try site.askThrice()
        let idea = try site.ownIdea()
        let (route, path) = ("/brainstorms/{label}", "/brainstorms/2026-Q2")
        let leading: Set = ["nour.castel", "thea.nogaret"]
        let takingPart = leading.union(["camille.aubrac"])
        let (signals, signal) = ("/cycles/{label}/signals/{key}", "/cycles/2026-Q2/signals/repeated_request-A-1")
        return [
            Row("GET /brainstorms", all), Row("GET \(route)", path, members, else: 404),
            Row("POST /brainstorms", leading, else: 403, 404, with: ["cycle": "none"]),
            Row("POST \(route)/ideas", path + "/ideas", takingPart, else: 403, 404, with: ["text": "a"]),
            Row("POST \(route)/moves", path + "/moves", takingPart, else: 403, 404),
            Row("POST \(route)/clusters/{key}", path + "/clusters/1", takingPart, else: 403, 404),
            Row("POST \(route)/clusters/{key}/merger", path + "/clusters/1/merger", takingPart, else: 403, 404),
            Row(
                "POST \(route)/clusters/{key}/topic", path + "/clusters/1/topic", takingPart, else: 403, 404,
                with: ["topic": "none"]),
            Row("POST \(signals)/topic", signal + "/topic", members, else: 404),
            Row("POST \(signals)/dismissal", signal + "/dismissal", leading, else: 403, 404),
        ]
            + ["", "/removal", "/signature"].map { noun in
                Row(
                    "POST \(route)/ideas/{id}\(noun)", "\(path)/ideas/\(idea)\(noun)", ["camille.aubrac"], else: 404,
                    with: ["text": "a"])
            }
            + ["plan", "beginning", "wall", "writing", "reopening", "closing"].map { noun in
                Row("POST \(route)/\(noun)", "\(path)/\(noun)", leading, else: 403, 404)
            }
    }
}
