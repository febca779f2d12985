/// What happens to a presentation by date alone: no step of it waits for a person.
extension Presentation {
    /// An initiative that has a place in the run of show.
    package struct Entry: Sendable, Equatable {
        package let briefing: Identifier<Briefing>
        package let team: Identifier<Unit>

        package init(briefing: Identifier<Briefing>, team: Identifier<Unit>) {
            self.briefing = briefing
            self.team = team
        }
    }

    /// The run of show as the freeze builds it: one slot a team, in the order in which the teams come.
    package static func build(_ entries: [Entry], id: Identifier<Presentation>, of cycle: Cycle) -> (
        Presentation, Activity
    ) {
        var presentation = Presentation(id: id, cycle: cycle.id)
        presentation.fit(entries)
        return (presentation, Activity(.opened))
    }

    /// Follows the decisions: what is validated has its place, what is not any more has none; `nil` when all stays.
    package mutating func follow(_ entries: [Entry]) -> Activity? {
        guard state != .published else { return nil }
        let before = self
        fit(entries)
        return self == before ? nil : Activity(.edited)
    }

    private mutating func fit(_ entries: [Entry]) {
        for index in runOfShow.indices {
            let own = entries.filter { $0.team == runOfShow[index].team }.map(\.briefing)
            let kept = runOfShow[index].initiatives.filter(own.contains)
            runOfShow[index].initiatives = kept + own.filter { !kept.contains($0) }
        }
        runOfShow.removeAll { $0.initiatives.isEmpty }
        for entry in entries where slot(of: entry.team) == nil {
            runOfShow.append(
                Slot(team: entry.team, initiatives: entries.filter { $0.team == entry.team }.map(\.briefing)))
        }
        // Who was on stage with nothing left to show makes room for the first.
        if state == .live, slot(of: showing) == nil { showing = runOfShow.first?.team }
        if let slot = slot(of: showing) { slide = min(slide, slot.slides - 1) }
    }

    /// The day has come: what was prepared is ready, whoever said so; `nil` when it is already.
    package mutating func comeToItsDay() -> Activity? {
        guard state == .preparing else { return nil }
        state = .ready
        return Activity(.declaredReady)
    }

    /// The day is over: it is published, also when nobody pressed anything; `nil` when it is already.
    /// - Parameter hash: of the text that readers keep.
    package mutating func publish(hash: String, at now: Instant) -> Activity? {
        guard state != .published else { return nil }
        state = .published
        publishedAt = now
        self.hash = hash
        showing = nil
        slide = 0
        slotStartedAt = nil
        pausedAt = nil
        return Activity(.published)
    }
}
