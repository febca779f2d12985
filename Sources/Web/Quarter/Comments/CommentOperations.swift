package import Rouage
package import WebCore

/// What is said beside a briefing.
extension WebCore.Operation {
    package static let comments: [WebCore.Operation] =
        [beside(briefing: "comments", Comment.self, "listComments", "What is said beside a briefing.")]
        + Comment.acts.operations()
}

extension Comment: Shaped {
    package static let shape = Shape<Comment>()
}
