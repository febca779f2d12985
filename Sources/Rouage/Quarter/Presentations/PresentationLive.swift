/// What is done on the day, by whoever presents: one press of a key moves everybody on.
extension Presentation {
    /// Where the show goes next.
    package enum Step: String, Codable, Sendable, CaseIterable {
        case next, previous, pause, resume
    }

    /// Goes live with the first team.
    package mutating func start(by deed: Deed, in cycle: Cycle) throws(Refusal) -> Activity {
        guard deed.actor.may(.runPresentation(self)) else { throw .notAllowed }
        guard state == .preparing || state == .ready, let first = runOfShow.first, deed.day >= cycle.phases.presentation
        else { throw .closed }
        state = .live
        startedAt = deed.now
        show(first.team, at: deed.now)
        return Activity(.started)
    }

    /// Goes one slide further or back, or holds the clock; `nil` at either end.
    package mutating func step(_ step: Step, by deed: Deed) throws(Refusal) -> Activity? {
        guard deed.actor.may(.runPresentation(self)) else { throw .notAllowed }
        guard state == .live, let place else { throw .closed }
        switch step {
        case .next:
            if slide + 1 < runOfShow[place].slides {
                slide += 1
            } else {
                guard runOfShow.indices.contains(place + 1) else { return nil }
                show(runOfShow[place + 1].team, at: deed.now)
            }
        case .previous:
            if slide > 0 {
                slide -= 1
            } else {
                guard place > 0 else { return nil }
                show(runOfShow[place - 1].team, at: deed.now)
            }
        case .pause:
            guard pausedAt == nil else { return nil }
            pausedAt = deed.now
        case .resume:
            guard let since = pausedAt, let started = slotStartedAt else { return nil }
            slotStartedAt = Instant(milliseconds: started.milliseconds + deed.now.milliseconds - since.milliseconds)
            pausedAt = nil
        }
        return Activity(.advanced)
    }

    /// Goes where the person who runs it says.
    package mutating func move(to position: Position, by deed: Deed) throws(Refusal) -> Activity? {
        if let team = position.team { return try go(to: team, by: deed) }
        guard let step = position.step else { throw .invalid("go", .missing) }
        return try self.step(step, by: deed)
    }

    /// Goes to a team, whatever the order said.
    package mutating func go(to team: Identifier<Unit>, by deed: Deed) throws(Refusal) -> Activity? {
        guard deed.actor.may(.runPresentation(self)) else { throw .notAllowed }
        guard state == .live else { throw .closed }
        guard slot(of: team) != nil else { throw .invalid("team", .unknown) }
        guard showing != team else { return nil }
        show(team, at: deed.now)
        return Activity(.advanced)
    }

    /// Ends it and makes it readable for good, as it was shown.
    package mutating func end(hash: String, by deed: Deed, in cycle: Cycle) throws(Refusal) -> Activity {
        guard deed.actor.may(.runPresentation(self)) else { throw .notAllowed }
        guard deed.day >= cycle.phases.presentation, let activity = publish(hash: hash, at: deed.now) else {
            throw .closed
        }
        return activity
    }

    private mutating func show(_ team: Identifier<Unit>, at now: Instant) {
        showing = team
        slide = 0
        slotStartedAt = now
        pausedAt = nil
    }
}
