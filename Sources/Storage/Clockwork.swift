package import Rouage

/// What the product does by date alone: phases begin, silence counts, promises lapse, the next quarter appears. Every
/// node may turn it at any time; what is done already is left as it is.
package struct Clockwork: Sendable {
    private let store: Store
    private let calendar = WorkCalendar.french

    package init(_ store: Store) { self.store = store }

    package func turn(at now: Instant, on today: Day) throws {
        let isDue = try store.readNow { try !moves(in: $0, at: now, on: today).isEmpty }
        guard isDue else { return }
        try store.writeNow(as: nil, at: now) { transaction in
            for move in try moves(in: transaction, at: now, on: today) { try move(transaction) }
        }
    }

    private typealias Move = (Transaction) throws -> Void

    private func moves(in reading: Reading, at now: Instant, on today: Day) throws -> [Move] {
        let cycles: [Cycle] = try reading.records().sorted { $0.start < $1.start }
        return try phases(of: cycles, on: today) + nextCycle(after: cycles, on: today)
            + briefings(in: reading, cycles, at: now, on: today)
            + dependencies(in: reading, at: now, on: today)
    }

    private func phases(of cycles: [Cycle], on today: Day) -> [Move] {
        cycles.filter { $0.state(on: today) > $0.state }.map { cycle in
            { try $0.change(cycle.id) { (cycle: inout Cycle) in cycle.advance(on: today) } }
        }
    }

    /// Two cycles are always alive: the one that runs and the one being prepared.
    private func nextCycle(after cycles: [Cycle], on today: Day) -> [Move] {
        guard let last = cycles.last else {
            let running = Quarter(containing: today, fiscalStart: 1)
            return [running, running.next].map { quarter in { try add(quarter, on: today, $0) } }
        }
        guard last.start <= today, let quarter = Quarter(following: last) else { return [] }
        return [{ try add(quarter, on: today, $0) }]
    }

    private func add(_ quarter: Quarter, on today: Day, _ transaction: Transaction) throws {
        var cycle = Cycle(quarter, id: transaction.newID(), calendar)
        cycle.state = cycle.state(on: today)
        try transaction.add(cycle, Activity(.opened))
    }

    private func briefings(in reading: Reading, _ cycles: [Cycle], at now: Instant, on today: Day) throws -> [Move] {
        var moves: [Move] = []
        func move(
            _ state: Briefing.State, of ids: [Identifier<Cycle>], by verb: @escaping (inout Briefing) -> Activity?
        ) throws {
            guard !ids.isEmpty else { return }
            let due: [Briefing] = try reading.records(where: "state = \(state) AND cycle IN \(in: ids)")
            moves += due.map { briefing in { try $0.change(briefing.id, by: verb) } }
        }
        func due(from first: Cycle.State, to last: Cycle.State) -> [Identifier<Cycle>] {
            cycles.filter { (first...last).contains($0.state(on: today)) }.map(\.id)
        }
        try move(.submitted, of: due(from: .aligning, to: .presented)) { $0.startAligning(at: now) }
        try move(.validated, of: due(from: .presented, to: .running)) { $0.present(at: now) }
        try move(.presented, of: due(from: .running, to: .running)) { $0.start(at: now) }
        return moves
    }

    private func dependencies(in reading: Reading, at now: Instant, on today: Day) throws -> [Move] {
        let promised: [Dependency] = try reading.records(where: "state = \(Dependency.State.committed)")
        return promised.compactMap { dependency in
            if let claimed = dependency.claimedOn {
                let days = calendar.workingDays(after: claimed, upTo: today)
                guard days >= 10 else { return nil }
                return {
                    try $0.change(dependency.id) { (dependency: inout Dependency) in
                        dependency.deliverBySilence(workingDaysSinceClaim: days, on: today, at: now)
                    }
                }
            }
            guard let promised = dependency.committedFor else { return nil }
            let days = calendar.workingDays(after: promised, upTo: today)
            guard days >= 5 else { return nil }
            return {
                try $0.change(dependency.id) { (dependency: inout Dependency) in
                    dependency.lapse(workingDaysPast: days, at: now)
                }
            }
        }
    }
}
