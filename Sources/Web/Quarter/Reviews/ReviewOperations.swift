package import Rouage
package import WebCore

/// The advice of the three crafts on a briefing.
extension WebCore.Operation {
    package static let reviews: [WebCore.Operation] =
        [
            beside(
                briefing: "reviews", Review.self, "listReviews",
                "What the directors of the three crafts think of a briefing.")
        ] + Review.acts.operations()
}

extension Review: Shaped {
    package static let shape = Shape<Review>()
}
