/// What the director of a craft thinks of a briefing: advice that the decision reads, not the decision.
package struct Review: Noun, Equatable {
    package enum Opinion: String, Codable, Sendable, CaseIterable {
        case favourable, reserved
    }

    package static let kind = Kind.review
    package static let limit = 600

    /// What a director says.
    package struct Content: Drafted {
        package enum Name: String, CaseIterable, Sendable { case craft, opinion, text }
        package static let fields: [Field<Self>] = [
            .choice(.craft, \.craft, of: Craft.triforce, required: true),
            .choice(.opinion, \.opinion, required: true), .text(.text, \.text, upTo: limit),
        ]

        package var craft: Craft?
        package var opinion: Opinion?
        package var text: String

        package init(craft: Craft? = nil, opinion: Opinion? = nil, text: String = "") {
            self.craft = craft
            self.opinion = opinion
            self.text = text
        }
    }

    package let id: Identifier<Review>
    package var version = 1
    package let briefing: Identifier<Briefing>
    package let craft: Craft
    package var reviewer: Identifier<Person>
    package var opinion: Opinion
    package var text: String
    package var reviewedOn: Day

    package init(
        id: Identifier<Review>, on briefing: Identifier<Briefing>, craft: Craft, by reviewer: Identifier<Person>,
        opinion: Opinion, text: String, on day: Day
    ) {
        self.id = id
        self.briefing = briefing
        self.craft = craft
        self.reviewer = reviewer
        self.opinion = opinion
        self.text = text
        reviewedOn = day
    }

    /// Says what one thinks, once for each craft; who says it again replaces what was said.
    /// - Parameter previous: the review of the same craft, when there is one.
    package static func give(
        _ opinion: Opinion, _ text: String, for craft: Craft, replacing previous: Review?, id: Identifier<Review>,
        on briefing: Briefing, by deed: Deed
    ) throws(Refusal) -> (Review, Activity) {
        guard deed.actor.may(.review(briefing, craft)), let reviewer = deed.actor.id else { throw .notAllowed }
        switch briefing.state {
        case .submitted, .aligning, .ready: break
        case .draft, .validated, .postponed, .dropped, .presented, .inProgress, .done, .abandoned: throw .closed
        }
        guard opinion == .favourable || !text.isBlank else { throw .invalid("text", .missing) }
        try Refusal.checkLength(text, "text", upTo: limit)
        var review =
            previous
            ?? Review(id: id, on: briefing.id, craft: craft, by: reviewer, opinion: opinion, text: text, on: deed.day)
        review.reviewer = reviewer
        review.opinion = opinion
        review.text = text
        review.reviewedOn = deed.day
        return (review, Activity(.reviewed, reason: text))
    }
}
