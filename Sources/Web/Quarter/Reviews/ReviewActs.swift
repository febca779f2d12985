import Rouage
import Storage
import WebCore

/// What a director of a craft does beside a briefing.
extension Review {
    static let acts = Acts<Review>(
        at: "/reviews", landing: { _, _, review in "/briefings/\(review.briefing)#reviews" },
        [
            .making(
                below: "/briefings/:id/reviews", of: BriefingRoutes.readable, "giveReview",
                "Says what a craft thinks of a briefing, once for each craft; said again, it replaces what was said.",
                .init("Donner la revue", "Give the review", done: "La revue est donnée.", "The review is given."),
                of: Content(), body: "NewReview",
                notes: ["text": "At most \(limit) characters; needed for a reserve."],
                example: [
                    "craft": "product", "opinion": "reserved",
                    "text": "Dites combien d’appels vous attendez encore.",
                ], { .readBriefing($0) }
            ) { briefing, content, call in
                guard let craft = content.craft, let opinion = content.opinion else {
                    throw Refusal.invalid(content.flaws)
                }
                let previous = try call.transaction.reviews(of: briefing.id).first { $0.craft == craft }
                // Two directors of one craft do not overwrite each other unseen.
                if let seen = call.version, seen != previous?.version ?? 0,
                    call.deed.actor.may(.review(briefing, craft))
                {
                    throw Refusal.outdated
                }
                let (review, activity) = try give(
                    opinion, content.text, for: craft, replacing: previous, id: call.transaction.newID(),
                    on: briefing, by: call.deed)
                if previous == nil {
                    try call.transaction.add(review, activity)
                } else {
                    try call.transaction.change(review.id) { (stored: inout Review) in
                        stored = review
                        return activity
                    }
                }
                return review.id
            }
        ])
}
