/// How many voted, without who.
package struct Turnout: Sendable, Equatable {
    package let electors: [Craft: Int]
    package let ballots: [Craft: Int]

    package init(electors: [Craft: Int], ballots: [Craft: Int]) {
        self.electors = electors
        self.ballots = ballots
    }

    package var given: Int { ballots.values.reduce(0, +) }
    package var asked: Int { electors.values.reduce(0, +) }

    /// Whether enough voted: the share of the electors, and of each craft that has electors the fewest ballots.
    package func meets(_ settings: Mercato.Settings) -> Bool {
        guard Double(given) >= settings.sessionQuorum * Double(asked) - 1e-9 else { return false }
        return electors.allSatisfy {
            $0.value == 0 || ballots[$0.key, default: 0] >= min(settings.craftMinimum, $0.value)
        }
    }
}

/// What happens to a mercato by date alone: once the table is frozen, no step of it waits for Product Ops.
extension Mercato {
    /// The session of a quarter, with the dates of the calendar.
    package static func prepare(for cycle: Cycle, id: Identifier<Mercato>, _ calendar: WorkCalendar, at now: Instant)
        -> (Mercato, Activity)
    {
        let plan = PreparationPlan(preparing: cycle.start...cycle.end, calendar)
        let mercato = Mercato(
            id: id, ref: cycle.label, cycle: cycle.id, opensAt: opening(on: plan.mercatoOpens),
            closesAt: closing(on: plan.mercatoCloses), publishesAt: opening(on: plan.ranking), at: now)
        return (mercato, Activity(.created))
    }

    static func opening(on day: Day) -> Instant { Instant(day, hour: opensAtHour, in: WorkCalendar.zone) }
    static func closing(on day: Day) -> Instant { Instant(day, hour: closesAtHour, in: WorkCalendar.zone) }

    /// Opens with what is on the table and with those who are directors at that moment; from then on both stay as they
    /// are. `nil` before its hour, or while there is nothing to vote on or nobody to vote.
    package mutating func open(
        _ tabled: [Topic], electors: [Elector], capacityDays: Int, at now: Instant
    ) -> Activity? {
        guard state == .preparing, opensAt <= now, now < closesAt, !tabled.isEmpty, !electors.isEmpty else {
            return nil
        }
        topics = tabled.sorted { ($0.ref, $0.id) < ($1.ref, $1.id) }.map(Row.init)
        self.electors = electors
        self.capacityDays = capacityDays
        state = .open
        return Activity(.opened)
    }

    /// The hour has come: enough voted and it closes, or it stays open two working days more, once. Still too few then,
    /// and the CPO decides from the partial result. `nil` before its hour.
    package mutating func close(_ turnout: Turnout, _ calendar: WorkCalendar, at now: Instant) -> Activity? {
        guard state == .open, closesAt <= now else { return nil }
        let isEnough = turnout.meets(settings)
        if !isEnough && !extended {
            extended = true
            let last = calendar.adding(workingDays: Self.extensionDays, to: day(closesAt))
            closesAt = Self.closing(on: last)
            publishesAt = Self.opening(on: calendar.adding(openDays: 1, to: last))
            // What nobody turned for days closes as it would have.
            if now < closesAt { return Activity(.extended) }
        }
        quorumMissed = !isEnough
        state = .closed
        return Activity(.closed)
    }

    /// Whether the CPO has to say what is taken on.
    package func needsRuling(_ ranking: MercatoRanking) -> Bool {
        ruling == nil && (quorumMissed || !ranking.tied.isEmpty)
    }

    /// The codes of what is taken on, as far as the count or the CPO says.
    package func taken(_ ranking: MercatoRanking) -> [String] {
        ruling?.selected ?? ranking.lines.filter(\.isAbove).map { topics[$0.topic].code }
    }

    /// The day of the ranking has come; `nil` before it, and as long as the CPO has to decide.
    package mutating func publish(_ ranking: MercatoRanking, at now: Instant) -> Activity? {
        guard state == .closed, publishesAt <= now, !needsRuling(ranking) else { return nil }
        selected = taken(ranking)
        state = .published
        publishedAt = now
        return Activity(.published)
    }
}
