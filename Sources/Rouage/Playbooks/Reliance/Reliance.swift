/// How much rests on Product Ops: the blocking steps that they did, of all that were done.
package struct Reliance: Sendable, Equatable {
    package let byOps: Int
    package let all: Int

    package init(byOps: Int, all: Int) {
        self.byOps = byOps
        self.all = all
    }

    package init(_ occurrences: some Sequence<Occurrence>) {
        let blocking = occurrences.flatMap(\.doneSteps).filter(\.blocking)
        self.init(byOps: blocking.filter(\.ops).count, all: blocking.count)
    }

    /// 0 to 1; nothing while no blocking step was done.
    package var share: Double? { all == 0 ? nil : Double(byOps) / Double(all) }

    /// What would stop in a quarter without Product Ops: the playbooks that are run, with the blocking steps that are
    /// theirs by the text, or that they did last time. What was done last time holds until the next one, however the
    /// text was written since.
    package static func stops(without playbooks: [PlaybookStanding]) -> [Stop] {
        playbooks.filter(\.playbook.state.isRun).compactMap { standing in
            let steps = standing.playbook.content.steps
            let done = Set(
                (standing.occurrences.last?.doneSteps ?? []).filter { $0.blocking && $0.ops }
                    .compactMap { standing.successor(of: $0.step) })
            let numbers = steps.indices.map { $0 + 1 }.filter { number in
                let step = steps[number - 1]
                return step.blocking && (step.role == .ops || done.contains(number))
            }
            return numbers.isEmpty ? nil : Stop(standing: standing, steps: numbers)
        }
    }

    /// A playbook that would stop, and at which of its steps, from 1.
    package struct Stop: Sendable {
        package let standing: PlaybookStanding
        package let steps: [Int]
    }
}

/// What shows that a playbook slips after the organisation took it over.
package enum Relapse: Sendable, Equatable {
    /// Occurrences that were not held, or not as written, one after the other.
    case missed(Int)
    /// The share of eligible teams that still use it.
    case adoption(Double)

    package static let missed = 2

    /// Nothing while it holds, or while Product Ops still carry it. One that waits for its trigger slips by what was
    /// left out alone: a team to which the trigger never came has not given it up.
    package static func of(_ standing: PlaybookStanding) -> Relapse? {
        let playbook = standing.playbook
        guard playbook.carriedBy == .organisation, playbook.state.isRun, let since = playbook.carriedSince else {
            return nil
        }
        let count = missed(standing, since: since)
        if count >= missed { return .missed(count) }
        // What nobody has run since does not show yet which teams use it.
        guard playbook.content.cadence != .onTrigger,
            standing.occurrences.contains(where: { $0.heldOn >= since }), let share = standing.adoption,
            share < PlaybookStanding.leastAdoption
        else { return nil }
        return .adoption(share)
    }

    /// How many in a row, up to today: the last that were not held as written, then the dates that passed since.
    static func missed(_ standing: PlaybookStanding, since: Day) -> Int {
        let after = standing.occurrences.filter { $0.heldOn >= since }
        let last = standing.occurrences.last.map { max($0.heldOn, since) } ?? since
        let empty = standing.playbook.content.cadence.days.map { max(0, (standing.organisation.day - last - 1) / $0) }
        return after.reversed().prefix { !$0.ok }.count + (empty ?? 0)
    }
}

extension Playbook {
    /// Notes since when it slips, and that it holds again; `nil` when nothing changes.
    package mutating func watch(_ relapse: Relapse?, on day: Day, at now: Instant) -> Activity? {
        guard (relapse != nil) != (relapsedOn != nil) else { return nil }
        relapsedOn = relapse == nil ? nil : day
        updatedAt = now
        return Activity(relapse == nil ? .resumed : .relapsed)
    }
}
