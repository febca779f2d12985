extension OpsProject {
    /// The days on which a try or a wave may begin: from a month ago, for what began before it was written down, to a quarter
    /// ahead, and not beyond the quarter of the project.
    package static func trialDays(in cycle: Cycle, on day: Day) -> ClosedRange<Day> {
        (day - 30)...min(day + 92, max(cycle.end, day))
    }

    private static func startFlaws(_ start: Day, in cycle: Cycle, on day: Day) -> [Flaw] {
        let days = trialDays(in: cycle, on: day)
        if start < days.lowerBound { return [Flaw(field: "from", reason: .tooEarly(before: days.lowerBound))] }
        return start > days.upperBound ? [Flaw(field: "from", reason: .tooLate(than: days.upperBound))] : []
    }

    /// Begins a try in one to three teams, for six weeks at most.
    package mutating func begin(_ experiment: Experiment, by deed: Deed, in cycle: Cycle) throws(Refusal) -> Activity {
        try check(by: deed, in: cycle)
        guard stage >= .experiment else { throw .closed }
        guard experiments.count < Self.mostParts else { throw .over(limit: Self.mostParts) }
        var flaws =
            Flaw.ofText(experiment.hypothesis, "hypothesis", upTo: Self.noteLimit)
            + Flaw.ofText(experiment.measure, "measure", upTo: Self.noteLimit)
        if !Experiment.teamCount.contains(Set(experiment.teams).count) {
            flaws.append(Flaw(field: "teams", reason: .outOfRange(Experiment.teamCount)))
        }
        if !Experiment.figures.contains(experiment.threshold) {
            flaws.append(Flaw(field: "threshold", reason: .outOfRange(Experiment.figures)))
        }
        flaws += Self.startFlaws(experiment.from, in: cycle, on: deed.day)
        if experiment.to < experiment.from {
            flaws.append(Flaw(field: "to", reason: .tooEarly(before: experiment.from)))
        } else if experiment.to > experiment.from + Experiment.mostDays {
            flaws.append(Flaw(field: "to", reason: .tooLate(than: experiment.from + Experiment.mostDays)))
        }
        guard flaws.isEmpty else { throw .invalid(flaws) }
        experiments.append(experiment)
        return Activity(.started)
    }

    /// Says what came of a try, by its place.
    package mutating func conclude(
        _ place: Int?, reached: Int?, _ result: Experiment.Result?, learned: String, by deed: Deed, in cycle: Cycle
    ) throws(Refusal) -> Activity {
        try check(by: deed, in: cycle)
        guard let place, experiments.indices.contains(place) else { throw .invalid("experiment", .unknown) }
        var flaws = Flaw.ofText(learned, "learned", upTo: Self.noteLimit)
        let start = experiments[place].from
        if deed.day < start { flaws.append(Flaw(field: "experiment", reason: .tooEarly(before: start))) }
        if reached == nil { flaws.append(Flaw(field: "reached", reason: .notANumber)) }
        if let reached, !Experiment.figures.contains(reached) {
            flaws.append(Flaw(field: "reached", reason: .outOfRange(Experiment.figures)))
        }
        if result == nil { flaws.append(Flaw(field: "result", reason: .missing)) }
        guard flaws.isEmpty else { throw .invalid(flaws) }
        experiments[place].reached = reached
        experiments[place].result = result
        experiments[place].learned = learned
        return Activity(.finished)
    }

    /// Plans the next teams, once the wave before has its go or its no.
    package mutating func plan(_ teams: [Identifier<Unit>], from first: Day?, by deed: Deed, in cycle: Cycle)
        throws(Refusal) -> Activity
    {
        try check(by: deed, in: cycle)
        guard stage >= .rollout else { throw .closed }
        guard waves.last?.verdict != nil || waves.isEmpty else { throw .invalid("teams", .waveUndecided) }
        guard waves.count < Self.mostParts else { throw .over(limit: Self.mostParts) }
        var flaws: [Flaw] = []
        if teams.isEmpty || Set(teams).count != teams.count { flaws.append(Flaw(field: "teams", reason: .missing)) }
        if first == nil { flaws.append(Flaw(field: "from", reason: .notADay)) }
        if let first { flaws += Self.startFlaws(first, in: cycle, on: deed.day) }
        guard flaws.isEmpty, let first else { throw .invalid(flaws) }
        waves.append(Wave(teams: teams, from: first))
        return Activity(.planned)
    }

    /// Says whether the last wave goes, and why.
    package mutating func decide(_ verdict: Wave.Verdict?, reason: String, by deed: Deed, in cycle: Cycle)
        throws(Refusal) -> Activity
    {
        try check(by: deed, in: cycle)
        guard let last = waves.indices.last, waves[last].verdict == nil else { throw .closed }
        var flaws = Flaw.ofText(reason, "reason", upTo: Self.noteLimit)
        if verdict == nil { flaws.append(Flaw(field: "verdict", reason: .missing)) }
        guard flaws.isEmpty else { throw .invalid(flaws) }
        waves[last].verdict = verdict
        waves[last].reason = reason
        waves[last].decidedOn = deed.day
        return Activity(verdict == .go ? .validated : .declined, reason: reason)
    }
}
