package import Rouage

extension Reading {
    /// What suggests topics for a quarter on a day and is not answered yet; what was known on the eve of a quarter, once it
    /// has begun.
    package func signals(for cycle: Cycle, on today: Day) throws -> [Signal] {
        let answers = try signalAnswers()
        return try allSignals(for: cycle, on: today).filter { !$0.isAnswered(by: answers) }
    }

    fileprivate func allSignals(for cycle: Cycle, on today: Day) throws -> [Signal] {
        let day = min(today, cycle.start - 1)
        let before: [Cycle] = try records(where: "starts < \(cycle.start) ORDER BY starts DESC LIMIT 1")
        let since = day - (RepeatedRequests.days - 1)
        let requests: [OpsRequest] = try records(
            where: "asked_on BETWEEN \(since) AND \(day) ORDER BY asked_on DESC, id DESC LIMIT 400")
        let playbooks: [Playbook] = try records(where: "relapsed_on IS NOT NULL ORDER BY relapsed_on, ref")
        let late = try (before + [cycle]).compactMap { try Signal.late(lateShare(of: $0.id), in: $0) }
        // The quarter of that day, and the one before it, which is whole.
        let quarter = try calendarQuarter(of: day)
        let surges = try [quarter.previous, quarter].compactMap { try Signal.surge(incidentSurge(in: $0), in: $0) }
        return surges + late + Signal.repeated(requests, on: day) + playbooks.compactMap(Signal.relapse)
    }

    /// Dependencies first pointed out after the freeze of their quarter, of all of it.
    private func lateShare(of cycle: Identifier<Cycle>) throws -> CycleFigures.Share {
        let phases = try all("SELECT pointed_out_phase, count(*) FROM dependency WHERE cycle = \(cycle) GROUP BY 1") {
            (phase: try $0.choice(0, Cycle.State.self), count: $0.integer(1))
        }
        return CycleFigures.Share(
            part: phases.filter { $0.phase.isLate }.reduce(0) { $0 + $1.count },
            whole: phases.reduce(0) { $0 + $1.count })
    }

    /// What was made of signals, the newest first.
    package func signalAnswers() throws -> [SignalAnswer] { try records(where: "1 = 1 ORDER BY answered_at DESC, id") }

    /// What was made of the signals of a quarter, the newest first.
    package func signalAnswers(for cycle: Identifier<Cycle>) throws -> [SignalAnswer] {
        try records(where: "cycle = \(cycle) ORDER BY answered_at DESC, id")
    }

    /// The signal that a topic was made of, or nothing.
    package func signalAnswer(leadingTo topic: Identifier<Topic>) throws -> SignalAnswer? {
        try records(SignalAnswer.self, where: "topic = \(topic)").first
    }
}

extension Transaction {
    /// The signal of that name, for who answers it; of two who answer at once the second finds it answered.
    package func signal(_ key: String, for cycle: Cycle, on today: Day) throws -> Signal {
        try takeTurn(at: .signalAnswer)
        let answers = try signalAnswers()
        guard let signal = try allSignals(for: cycle, on: today).first(where: { $0.key == key }) else {
            throw Refusal.notFound
        }
        guard !signal.isAnswered(by: answers) else { throw Refusal.closed }
        return signal
    }
}
