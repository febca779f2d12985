import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// What is said beside a briefing.
extension WebCore.Operation {
    package static let comments: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/briefings/{id}/comments", name: "listComments",
                about: "What is said beside a briefing.", result: Comment.pageSchema,
                work: .read { call in
                    let briefing = try readable(call)
                    return try call.records(Comment.self, where: "briefing = \(briefing.id)")
                })
        ]
        + Comment.acts.operations(Comment.schema) { call, id in try APIResult(call.reading.get(id), for: call.visit) }
}

extension Comment: Shaped {
    package static let shape = Shape<Comment>()
}
