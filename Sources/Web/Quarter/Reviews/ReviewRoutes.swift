import HTML
import Rouage
import Storage
import WebCore

enum ReviewRoutes {
    static func add(to routes: Routes) {
        routes.form("/briefings/:id/reviews", give, again: BriefingRoutes.show)
    }

    private static func give(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let briefing = try BriefingRoutes.readable(visit)
        let form = visit.exchange.form
        guard let craft = form["craft"].flatMap(Craft.init), let opinion = form["opinion"].flatMap(Review.Opinion.init)
        else { throw Refusal.invalid("opinion", .missing) }
        let previous = try transaction.reviews(of: briefing.id).first { $0.craft == craft }
        // Two directors of one craft do not overwrite each other unseen.
        if let seen = form.version, seen != previous?.version ?? 0, deed.actor.may(.review(briefing, craft)) {
            throw Refusal.outdated
        }
        let (review, activity) = try Review.give(
            opinion, form["text"] ?? "", for: craft, replacing: previous, id: transaction.newID(), on: briefing,
            by: deed)
        if previous == nil {
            try transaction.add(review, activity)
        } else {
            try transaction.change(review.id) { (stored: inout Review) in
                stored = review
                return activity
            }
        }
        return .seeOther("/briefings/\(briefing.id)#reviews")
    }
}
