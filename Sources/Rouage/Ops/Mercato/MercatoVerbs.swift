extension Mercato {
    /// Moves its dates before it opens, and says why.
    package mutating func shift(opens: Day, closes: Day, reason: String, by deed: Deed, _ calendar: WorkCalendar)
        throws(Refusal) -> Activity?
    {
        guard deed.actor.may(.mercato(.schedule)) else { throw .notAllowed }
        guard state == .preparing else { throw .closed }
        var flaws: [Flaw] = []
        let today = day(deed.now)
        if !calendar.isOpen(opens) { flaws.append(Flaw(field: "opens", reason: .noDeadline)) }
        if opens < today { flaws.append(Flaw(field: "opens", reason: .passed)) }
        if !calendar.isOpen(closes) { flaws.append(Flaw(field: "closes", reason: .noDeadline)) }
        if closes <= opens {
            let first = calendar.adding(openDays: 1, to: opens)
            flaws.append(Flaw(field: "closes", reason: .tooEarly(before: first)))
        }
        flaws += Flaw.ofText(reason, "reason", upTo: Self.reasonLimit)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        let (opening, closing) = (Self.opening(on: opens), Self.closing(on: closes))
        guard opening != opensAt || closing != closesAt else { return nil }
        opensAt = opening
        closesAt = closing
        publishesAt = Self.opening(on: calendar.adding(openDays: 1, to: closes))
        return Activity(.shifted, reason: reason)
    }

    /// The CPO says what is taken on where the count leaves it open: after a missed quorum anything of the table, in a tie
    /// across the line some of the topics that are equal. All of it fits under the capacity.
    package mutating func rule(_ chosen: [String], reason: String, _ ranking: MercatoRanking, by deed: Deed)
        throws(Refusal) -> Activity
    {
        guard deed.actor.may(.mercato(.rule)), let person = deed.actor.id else { throw .notAllowed }
        guard state == .closed, needsRuling(ranking) else { throw .closed }
        try Refusal.check(reason, "reason", upTo: Self.reasonLimit)
        let open = quorumMissed ? Array(topics.indices) : ranking.tied
        let known = open.map { topics[$0].code }
        guard chosen.allSatisfy(known.contains), Set(chosen).count == chosen.count else {
            throw .invalid("selected", .unknown)
        }
        let first = ranking.tied.first.flatMap { tied in ranking.lines.first { $0.topic == tied }?.place }
        let before =
            quorumMissed
            ? [] : ranking.ranked.filter { ($0.place ?? 0) < (first ?? 0) }.map { topics[$0.topic].code }
        let whole = before + chosen
        let effort = topics.filter { whole.contains($0.code) }.reduce(0) { $0 + $1.effortDays }
        guard effort <= capacityDays else {
            throw .invalid("selected", .beyondCapacity(days: effort, of: capacityDays))
        }
        ruling = Ruling(by: person, at: deed.now, reason: reason, selected: whole)
        // The reason stands in the session, which shows it once it is published: the activity is read before.
        return Activity(.ruled)
    }
}
