import Rouage

extension Sheet {
    /// One line a briefing and a team it does not need.
    func dismissals() throws {
        let names = try names()
        let briefings: [String: Identifier<Briefing>] = try codes("SELECT ref, id FROM briefing")
        var known: [String: Dismissal] = try known { "\($0.briefing) \($0.team)" }
        try eachRow { row in
            _ = (row.required("briefing"), row.required("team"))
            let briefing = row.named("briefing", in: briefings)
            let team = row.unit("team", names)
            let at = row.instant("at") ?? now
            guard row.problems.isEmpty, let briefing, let team else { return }
            let before = known["\(briefing) \(team)"]
            let dismissal = before ?? Dismissal(id: transaction.newID(), of: team, for: briefing, at: at)
            known["\(briefing) \(team)"] = try put(dismissal, over: before)
        }
    }
}
