/// Whether the organisation can carry a playbook without Product Ops: a sum of what is known of it, and gates that must
/// be met whatever the sum.
package struct SelfSustaining: Sendable, Equatable {
    package enum Criterion: String, Codable, Sendable, CaseIterable {
        /// An owner outside Product Ops who accepted.
        case owner
        /// A deputy who is not the owner, and two different people outside Product Ops who ran it the last two times.
        case deputy
        case noOpsStep = "no_ops_step"
        /// It ran twice in a row without Product Ops in a blocking step; once is half of it.
        case freeRuns = "free_runs"
        /// The eligible teams that use it, or the times it was run whole; 80 % is enough.
        case adoption
        /// Why, how and when to stop are written, and were reviewed within half a year.
        case written
        /// A metric with a threshold and an owner.
        case metric
        /// The director accepted.
        case relay
        /// What it asks of people is known and within what was agreed.
        case burden
        /// Support ends within a quarter, and it is said when Product Ops come back.
        case support

        /// Points out of 100 (a judgement, not a measure).
        package var weight: Int {
            switch self {
            case .freeRuns: 20
            case .owner, .adoption: 15
            case .deputy, .noOpsStep, .written: 10
            case .metric, .relay, .burden, .support: 5
            }
        }

        /// The least value without which it is not self-sustaining, 0 to 1; nothing when it is no gate.
        package var gate: Double? {
            switch self {
            case .owner, .deputy, .noOpsStep: 1
            case .freeRuns: 0.5
            case .adoption, .written, .metric, .relay, .burden, .support: nil
            }
        }
    }

    /// How near it is to run without Product Ops; who carries it is another matter.
    package enum Band: String, Codable, Sendable, CaseIterable {
        case notYet = "not_yet"
        case nearly
        case selfSustaining = "self_sustaining"
    }

    /// The points from which it runs without Product Ops, once its gates are met.
    package static let enough = 80.0

    /// One part of the sum, 0 to 1.
    package let values: [Criterion: Double]

    package init(_ values: [Criterion: Double]) {
        self.values = values.mapValues { min(1, max(0, $0)) }
    }

    package func value(_ criterion: Criterion) -> Double { values[criterion] ?? 0 }
    package func points(_ criterion: Criterion) -> Double { Double(criterion.weight) * value(criterion) }

    /// 0 to 100.
    package var score: Double { Criterion.allCases.map(points).reduce(0, +) }
    /// As it is shown.
    package var rounded: Int { Int((score + 1e-9).rounded()) }

    package func isMet(_ criterion: Criterion) -> Bool { criterion.gate.map { value(criterion) >= $0 } ?? true }
    package var failingGates: [Criterion] { Criterion.allCases.filter { !isMet($0) } }

    package var band: Band {
        if score + 1e-9 < 50 { return .notYet }
        return score + 1e-9 >= Self.enough && failingGates.isEmpty ? .selfSustaining : .nearly
    }
}

/// What is known of a playbook, from which its score is computed: nothing of it is typed in.
package struct PlaybookStanding: Sendable {
    /// Days of occurrences that say which teams use it.
    package static let daysOfUse = 182
    /// The last occurrences that count, however long ago they were.
    package static let leastOccurrences = 2
    /// The share of eligible teams from which adoption counts whole.
    package static let fullAdoption = 0.8
    /// The share below which it has relapsed.
    package static let leastAdoption = 0.6
    package static let daysOfWriting = 180
    /// Days of a quarter at most.
    package static let quarter = 92

    /// The first of the days of use that end with this one.
    package static func firstDayOfUse(on day: Day) -> Day { day - daysOfUse + 1 }

    package let playbook: Playbook
    /// In the order of time: those of the days of use, and the last ones.
    package let occurrences: [Occurrence]
    package let organisation: Organisation
    /// The steps of the text by which it was run the last time, when they are known and another text holds since.
    private let formerSteps: [PlaybookStep]?

    package init(
        _ playbook: Playbook, _ occurrences: [Occurrence], formerSteps: [PlaybookStep]? = nil,
        in organisation: Organisation
    ) {
        self.playbook = playbook
        self.occurrences = occurrences.sorted(by: Occurrence.isEarlier)
        self.formerSteps = formerSteps
        self.organisation = organisation
    }

    private var today: Day { organisation.day }

    /// The eligible teams that took part in an occurrence of the last half year.
    package var using: Set<Identifier<Unit>> {
        let recent = occurrences.filter { $0.heldOn >= Self.firstDayOfUse(on: today) && $0.heldOn <= today }
        return Set(recent.flatMap(\.teams)).intersection(playbook.eligible(in: organisation))
    }

    /// The times by which a playbook that waits for its trigger is judged: those of the last half year, or the last
    /// ones when its trigger has not come since.
    package var triggered: [Occurrence] {
        let recent = occurrences.filter { $0.heldOn >= Self.firstDayOfUse(on: today) }
        return recent.isEmpty ? Array(occurrences.suffix(Self.leastOccurrences)) : recent
    }

    /// The share of eligible teams that use it, 0 to 1; nothing when it is meant for none. Of one that waits for its
    /// trigger, which never comes to some teams, the share of the times it was run as written; nothing before the first.
    package var adoption: Double? {
        if playbook.content.cadence == .onTrigger {
            let times = triggered
            return times.isEmpty ? nil : Double(times.count { $0.ok }) / Double(times.count)
        }
        let eligible = Set(playbook.eligible(in: organisation)).count
        return eligible == 0 ? nil : Double(using.count) / Double(eligible)
    }

    /// The step of the text that holds which a step of the last run has become: the one that says the same, else the
    /// one in its place when that was nowhere before; nothing when it is gone.
    func successor(of number: Int) -> Int? {
        let steps = playbook.content.steps
        guard let formerSteps, formerSteps.indices.contains(number - 1) else {
            return steps.indices.contains(number - 1) ? number : nil
        }
        if let same = steps.firstIndex(where: { $0.what == formerSteps[number - 1].what }) { return same + 1 }
        guard steps.indices.contains(number - 1), !formerSteps.contains(where: { $0.what == steps[number - 1].what })
        else { return nil }
        return number
    }

    /// How many of the last occurrences ran without Product Ops in a blocking step, one after the other.
    package var freeRuns: Int { occurrences.reversed().prefix { $0.isFreeOfOps }.count }

    /// The people outside Product Ops who led the last two.
    package var lastRunners: Set<Identifier<Person>> {
        Set(occurrences.suffix(2).map(\.ranBy).filter { !organisation.isOps($0) })
    }

    package var score: SelfSustaining {
        let content = playbook.content
        let isCarried = playbook.carriedBy == .organisation
        let owner = isCarried ? playbook.owner : playbook.handover.flatMap { $0.ownerAcceptedOn == nil ? nil : $0.to }
        let holder = isCarried ? playbook.owner : playbook.handover?.to
        let hasDeputy = playbook.deputy.map { $0 != holder && !organisation.isOps($0) } ?? false
        let isWritten = !content.why.isBlank && !content.steps.isEmpty && !content.exitRule.isBlank
        let burden = content.burden.isEmpty ? nil : BurdenBudget().adding(content).most
        let started = playbook.carriedSince ?? playbook.handover?.offeredOn ?? today
        let isSupported = playbook.supportEndsOn.map { $0 <= max(today, started) + Self.quarter } ?? false
        var values: [SelfSustaining.Criterion: Double] = [:]
        values[.owner] = owner != nil && !organisation.isOps(owner) ? 1 : 0
        values[.deputy] = hasDeputy && occurrences.count >= 2 && lastRunners.count == 2 ? 1 : 0
        values[.noOpsStep] = !content.steps.isEmpty && !content.steps.contains { $0.role == .ops } ? 1 : 0
        values[.freeRuns] = Double(min(2, freeRuns)) / 2
        values[.adoption] = (adoption ?? 0) / Self.fullAdoption
        values[.written] = isWritten && playbook.reviewedOn > today - Self.daysOfWriting ? 1 : 0
        values[.metric] = content.metric?.isWhole ?? false ? 1 : 0
        values[.relay] = playbook.handover?.directorAcceptedOn != nil ? 1 : 0
        values[.burden] = burden.map { $0 <= BurdenBudget.minutes ? 1 : 0 } ?? 0
        values[.support] = isSupported && !content.reentryRule.isBlank ? 1 : 0
        return SelfSustaining(values)
    }

    /// Reliance on Product Ops, the last time it was run.
    package var reliance: Reliance { Reliance(occurrences.suffix(1)) }
}
