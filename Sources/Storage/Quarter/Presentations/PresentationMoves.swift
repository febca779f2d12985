package import Rouage

/// The moves of a presentation that look at more than itself: at briefings, decisions and votes.
extension Transaction {
    /// Builds the run of show of a cycle, as the freeze does; what is there already stays.
    package func openPresentation(of cycle: Cycle, in organisation: Organisation) throws {
        guard try presentation(of: cycle.id) == nil else { return }
        let (presentation, activity) = Presentation.build(
            try presentationEntries(of: cycle.id, in: organisation), id: newID(), of: cycle)
        try add(presentation, activity)
        try openSecrets(of: presentation.id)
    }

    /// Lets the run of show follow a decision: nothing that is not validated has a place in it.
    package func followDecisions(in cycle: Identifier<Cycle>, _ organisation: Organisation) throws {
        guard let known = try presentation(of: cycle), known.state != .published else { return }
        let entries = try presentationEntries(of: cycle, in: organisation)
        try change(known.id) { (presentation: inout Presentation) in presentation.follow(entries) }
    }

    /// Goes live, with room for the votes.
    @discardableResult
    package func start(_ id: Identifier<Presentation>, version: Int? = nil, by deed: Deed) throws -> Presentation {
        let presentation = try change(id, version: version) { (presentation: inout Presentation) in
            try presentation.start(by: deed, in: get(presentation.cycle))
        }
        try openSecrets(of: id)
        try openCounters([.whole] + presentation.runOfShow.map { .team($0.team) }, of: presentation)
        return presentation
    }

    /// Ends it and keeps what was shown: who runs it does, or the product itself when the day is over.
    @discardableResult
    package func publish(_ id: Identifier<Presentation>, version: Int? = nil, by deed: Deed) throws -> Presentation {
        let known = try get(id)
        let cycle = try get(known.cycle)
        let text = try deck(of: known, in: cycle, deed.actor.organisation).document()
        let hash = Secret.hash(text)
        let presentation = try change(id, version: version) { (presentation: inout Presentation) in
            if deed.actor.isSystem { return presentation.publish(hash: hash, at: deed.now) }
            return try presentation.end(hash: hash, by: deed, in: cycle)
        }
        guard presentation.version > known.version else { return presentation }
        try add(
            PresentationSnapshot(id: newID(), of: id, text: text, hash: hash, at: now), Activity(.published))
        try closeVote(of: id)
        try askForRework(presentation, on: deed.day)
        return presentation
    }

    /// Where too few believed in what was announced, its director has five working days to say what changes.
    func askForRework(_ presentation: Presentation, on today: Day) throws {
        let due = WorkCalendar.french.adding(workingDays: Rework.workingDays, to: today)
        let weak = try confidence(of: presentation).filter { $0.value.needsRework }
        for (subject, confidence) in weak.sorted(by: { $0.key.stored < $1.key.stored }) {
            guard let mean = confidence.mean else { continue }
            var team: Identifier<Rouage.Unit>?
            if case .team(let id) = subject { team = id }
            let rework = Rework(
                id: newID(), of: presentation.id, team: team, mean: (mean * 100).rounded() / 100, due: due)
            try add(rework, Activity(.opened))
        }
    }
}
