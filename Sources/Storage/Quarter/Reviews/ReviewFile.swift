import Rouage

extension Sheet {
    /// One review a briefing and craft.
    func reviews() throws {
        let names = try names()
        let briefings: [String: Identifier<Briefing>] = try codes("SELECT ref, id FROM briefing")
        var known: [String: Review] = try known { "\($0.briefing) \($0.craft.rawValue)" }
        try eachRow { row in
            _ = (row.required("briefing"), row.required("craft"), row.required("reviewer"))
            let briefing = row.named("briefing", in: briefings)
            let reviewer = row.person("reviewer", names)
            let craft: Craft = row.choice("craft", missing: .other)
            let opinion: Review.Opinion = row.choice("opinion", missing: .favourable)
            let text = row.text("text")
            let day = row.day("reviewed_on") ?? today
            if !Craft.triforce.contains(craft) { row.refuse("craft", .unknown) }
            row.limit("text", to: Review.limit)
            guard row.problems.isEmpty, let briefing, let reviewer else { return }
            let before = known["\(briefing) \(craft.rawValue)"]
            var review =
                before
                ?? Review(
                    id: transaction.newID(), on: briefing, craft: craft, by: reviewer, opinion: opinion, text: text,
                    on: day)
            review.reviewer = reviewer
            review.opinion = opinion
            review.text = text
            review.reviewedOn = day
            known["\(briefing) \(craft.rawValue)"] = try put(review, over: before)
        }
    }
}
