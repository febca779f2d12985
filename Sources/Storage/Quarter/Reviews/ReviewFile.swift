import Rouage

extension Sheet {
    /// One review a briefing and craft.
    func reviews() throws {
        let names = try names()
        let briefings: [String: Identifier<Briefing>] = try codes("SELECT ref, id FROM briefing")
        var known: [String: Review] = try known { "\($0.briefing) \($0.craft.rawValue)" }
        try eachRow { row in
            _ = (row.required("briefing"), row.required("reviewer"))
            let briefing = row.named("briefing", in: briefings)
            let reviewer = row.person("reviewer", names)
            let content = row.draft(over: Review.Content(opinion: .favourable), names)
            let day = row.day("reviewed_on") ?? today
            guard row.problems.isEmpty, let briefing, let reviewer, let craft = content.craft,
                let opinion = content.opinion
            else { return }
            let before = known["\(briefing) \(craft.rawValue)"]
            var review =
                before
                ?? Review(
                    id: transaction.newID(), on: briefing, craft: craft, by: reviewer, opinion: opinion,
                    text: content.text, on: day)
            review.reviewer = reviewer
            review.opinion = opinion
            review.text = content.text
            review.reviewedOn = day
            known["\(briefing) \(craft.rawValue)"] = try put(review, over: before)
        }
    }
}
