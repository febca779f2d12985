package import Rouage

extension Reading {
    /// Every playbook, in the order of its category and its age.
    package func playbooks() throws -> [Playbook] {
        let order = Playbook.Category.allCases
        return try records(Playbook.self, where: "1 = 1 ORDER BY id").enumerated().sorted {
            let (a, b) = ($0.element.content.category, $1.element.content.category)
            return (order.firstIndex(of: a) ?? 0, $0.offset) < (order.firstIndex(of: b) ?? 0, $1.offset)
        }.map(\.element)
    }

    /// The last times a playbook was run, the last first, at most so many.
    package func occurrences(of playbook: Identifier<Playbook>, last most: Int) throws -> [Occurrence] {
        try records(where: "playbook = \(playbook) ORDER BY held_on DESC, id DESC LIMIT \(most)")
    }

    /// How often a playbook was run.
    package func occurrenceCount(of playbook: Identifier<Playbook>) throws -> Int {
        try count("SELECT count(*) FROM occurrence WHERE playbook = \(playbook)")
    }

    /// The times that any playbook was run from one day to another.
    package func occurrences(from first: Day, to last: Day) throws -> [Occurrence] {
        try records(where: "held_on >= \(first) AND held_on <= \(last) ORDER BY held_on, id")
    }

    /// The texts that no longer hold, the last first.
    package func editions(of playbook: Identifier<Playbook>) throws -> [PlaybookEdition] {
        try records(where: "playbook = \(playbook) ORDER BY number DESC")
    }

    /// What people say of a playbook, the last first.
    package func feedback(on playbook: Identifier<Playbook>) throws -> [PlaybookFeedback] {
        try records(where: "playbook = \(playbook) ORDER BY given_on DESC, id DESC")
    }

    /// What is known of playbooks, in their order: from the occurrences that count, however many there were before.
    package func standings(of playbooks: [Playbook], in organisation: Organisation) throws -> [PlaybookStanding] {
        guard !playbooks.isEmpty else { return [] }
        let first = PlaybookStanding.firstDayOfUse(on: organisation.day)
        let recent: [Occurrence] = try records(where: "playbook IN \(in: playbooks.map(\.id)) AND held_on >= \(first)")
        let known = Dictionary(grouping: recent, by: \.playbook)
        return try playbooks.map { playbook in
            var occurrences = known[playbook.id] ?? []
            if occurrences.count < PlaybookStanding.leastOccurrences {
                occurrences = try self.occurrences(of: playbook.id, last: PlaybookStanding.leastOccurrences)
            }
            return PlaybookStanding(
                playbook, occurrences, formerSteps: try formerSteps(of: playbook, occurrences), in: organisation)
        }
    }

    /// The steps by which a playbook was run the last time, when another text holds since.
    private func formerSteps(of playbook: Playbook, _ occurrences: [Occurrence]) throws -> [PlaybookStep]? {
        guard let last = occurrences.max(by: Occurrence.isEarlier), last.edition != playbook.edition else { return nil }
        let editions: [PlaybookEdition] = try records(
            where: "playbook = \(playbook.id) AND number = \(last.edition)")
        return editions.first?.content.steps
    }

    package func standing(of playbook: Playbook, in organisation: Organisation) throws -> PlaybookStanding {
        try standings(of: [playbook], in: organisation)[0]
    }

    /// What people said that waits for an answer, the first said first.
    package func unansweredFeedback(on playbooks: [Identifier<Playbook>]) throws -> [PlaybookFeedback] {
        guard !playbooks.isEmpty else { return [] }
        return try records(
            PlaybookFeedback.self,
            where: "playbook IN \(in: playbooks) AND answered_on IS NULL ORDER BY given_on, id"
        ).filter(\.asksAnswer)
    }
}

extension Transaction {
    /// Changes a playbook by a verb, and lets the organisation carry it when that was the last thing missing.
    @discardableResult
    package func changePlaybook(
        _ id: Identifier<Playbook>, version: Int? = nil, in organisation: Organisation,
        by verb: (inout Playbook) throws -> Activity?
    ) throws -> Playbook {
        try change(id, version: version, by: verb)
        return try settle(id, in: organisation)
    }

    /// Writes a playbook otherwise, and keeps the edition that no longer holds.
    @discardableResult
    package func rewrite(
        _ id: Identifier<Playbook>, version: Int? = nil, as draft: Playbook.Draft, note: String, by deed: Deed
    ) throws -> Playbook {
        var former: PlaybookEdition?
        let kept = newID(PlaybookEdition.self)
        let others = try burden(beside: id)
        try change(id, version: version) { (playbook: inout Playbook) in
            let written = try playbook.rewrite(draft, note: note, beside: others, keptAs: kept, by: deed)
            former = written?.1
            return written?.0
        }
        if let former { try add(former, Activity(.created, reason: note)) }
        return try settle(id, in: deed.actor.organisation)
    }

    /// What the other playbooks in force ask. Two that come at once would each leave the other out, so they take turns.
    package func burden(beside id: Identifier<Playbook>) throws -> BurdenBudget {
        try takeTurn(at: .playbook)
        return BurdenBudget(try playbooks().filter { $0.id != id })
    }

    /// Writes down that a playbook was run; sent twice, once.
    @discardableResult
    package func record(_ account: Occurrence.Account, of id: Identifier<Playbook>, by deed: Deed) throws -> Occurrence
    {
        try takeTurn(at: .playbook)
        let playbook: Playbook = try get(id)
        let (occurrence, activity) = try Occurrence.record(account, of: playbook, id: newID(), by: deed)
        let sameDay: [Occurrence] = try records(where: "playbook = \(id) AND held_on = \(occurrence.heldOn)")
        if let known = sameDay.first(where: occurrence.isSame) { return known }
        try add(occurrence, activity)
        try settle(id, in: deed.actor.organisation)
        return occurrence
    }

    /// Takes away an occurrence that was written down wrongly.
    package func strike(_ id: Identifier<Occurrence>, reason: String, by deed: Deed) throws {
        let playbook = try get(try get(id).playbook)
        try remove(id) { try $0.strike(reason: reason, of: playbook, by: deed) }
        try settle(playbook.id, in: deed.actor.organisation)
    }

    /// Keeps what somebody says of a playbook; sent twice, once.
    package func keep(_ feedback: PlaybookFeedback, _ activity: Activity) throws -> Identifier<PlaybookFeedback> {
        try takeTurn(at: .playbook)
        let sameDay: [PlaybookFeedback] = try records(
            where: "playbook = \(feedback.playbook) AND given_on = \(feedback.givenOn)")
        if let known = sameDay.first(where: feedback.isSame) { return known.id }
        try add(feedback, activity)
        return feedback.id
    }

    @discardableResult
    private func settle(_ id: Identifier<Playbook>, in organisation: Organisation) throws -> Playbook {
        let playbook: Playbook = try get(id)
        let standing = try standing(of: playbook, in: organisation)
        return try change(id) { (playbook: inout Playbook) in
            let day = organisation.day
            return playbook.settle(standing.score, in: organisation, on: day, at: now)
                ?? playbook.watch(Relapse.of(standing), on: day, at: now)
        }
    }
}
