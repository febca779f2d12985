import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// The fields that a tribe adds to the briefings of its teams.
extension WebCore.Operation {
    package static let tribeFields: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/tribes/{code}/fields", name: "listTribeFields",
                about: "What a tribe asks beside the standard fields.", result: TribeField.pageSchema,
                work: .read { call in
                    _ = try call.member()
                    let tribe = try TribeFieldRoutes.tribe(call.visit)
                    return try call.records(TribeField.self, where: "tribe = \(tribe.id)")
                })
        ] + TribeField.acts.operations()
}

extension TribeField: Shaped {
    package static let shape = Shape<TribeField>(renamed: ["characters": "limit"])
}
