import HTTPTypes
import Rouage
import Storage
package import WebCore

/// The advice of the three crafts on a briefing.
extension Operation {
    package static let reviews: [Operation] = [
        Operation(
            method: .get, path: "/briefings/{id}/reviews", name: "listReviews",
            about: "What the directors of the three crafts think of a briefing.",
            result: .of(PageJSON<ReviewJSON>.self),
            work: .read { call in
                let briefing = try readable(call)
                return APIResult(
                    try call.list(Review.self, where: "briefing = \(briefing.id)") { ReviewJSON($0, call.visit) })
            }),
        Operation(
            method: .post, path: "/briefings/{id}/reviews", name: "giveReview",
            about:
                "Says what a craft thinks of a briefing, once for each craft; said again, it replaces what was said.",
            body: .object(
                name: "NewReview",
                [
                    Schema.Property("craft", .text(choices: Craft.triforce.map(\.rawValue)), required: true),
                    Schema.Property("opinion", Review.Opinion.schema, required: true),
                    Schema.Property("text", .text(), "At most \(Review.limit) characters; needed for a reserve."),
                ]),
            example: [
                "craft": "product", "opinion": "reserved", "text": "Dites combien d’appels vous attendez encore.",
            ],
            result: .of(ReviewJSON.self),
            work: .write(form: "/briefings/:id/reviews", made: .review) { call in
                APIResult(ReviewJSON(try call.reading.get(try call.made(.review, Review.self)), call.visit))
            }),
    ]
}

struct ReviewJSON: APIRecord {
    let id: Identifier<Review>
    let version: Int
    let briefing: Identifier<Briefing>
    let craft: Craft
    let reviewer: String
    let opinion: Review.Opinion
    let text: String
    let reviewedOn: Day

    init(_ review: Review, _ visit: Visit) {
        id = review.id
        version = review.version
        briefing = review.briefing
        craft = review.craft
        reviewer = visit.code(review.reviewer) ?? ""
        opinion = review.opinion
        text = review.text
        reviewedOn = review.reviewedOn
    }
}
