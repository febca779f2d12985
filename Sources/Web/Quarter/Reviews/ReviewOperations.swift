import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// The advice of the three crafts on a briefing.
extension WebCore.Operation {
    package static let reviews: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/briefings/{id}/reviews", name: "listReviews",
                about: "What the directors of the three crafts think of a briefing.", result: Review.pageSchema,
                work: .read { call in
                    let briefing = try readable(call)
                    return try call.records(Review.self, where: "briefing = \(briefing.id)")
                })
        ]
        + Review.acts.operations(Review.schema) { call, id in try APIResult(call.reading.get(id), for: call.visit) }
}

extension Review: Shaped {
    package static let shape = Shape<Review>()
}
