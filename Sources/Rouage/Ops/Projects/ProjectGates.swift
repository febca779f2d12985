extension OpsProject {
    /// What keeps a project from its next stage.
    package enum Missing: Sendable, Hashable {
        case problemNotAgreed
        /// Pieces of evidence that are there, of five.
        case evidence(Int)
        /// Interviews that are there, of three.
        case interviews(Int)
        /// Teams that were heard, of two.
        case interviewedTeams(Int)
        /// Co-builders outside Product Ops, of two.
        case coBuilders(Int)
        /// The teams they come from, of two.
        case coBuildersTeams(Int)
        case coBuilderOf(Craft)
        case metric
        case endDay
        case thresholdNotMet
        case receiver
        /// No wave had its go.
        case wave
        case ownerAcceptance
        case directorAcceptance
        /// No playbook says how it is done from then on.
        case playbook
        /// A gate of its playbook that is not met.
        case sustaining(SelfSustaining.Criterion)
        /// The points of its playbook, of 80.
        case score(Int)
    }

    package static let evidenceNeeded = 5
    package static let interviewsNeeded = 3
    package static let teamsNeeded = 2
    package static let coBuildersNeeded = 2

    /// What is missing before the project may go to a stage; going back needs nothing.
    /// - Parameter legacy: what is known of the playbook that it leaves behind; nothing when none is named.
    package func missing(for target: Stage, _ organisation: Organisation, _ legacy: Legacy?) -> [Missing] {
        guard target > stage else { return [] }
        switch target {
        case .selected: return []
        case .discovery: return mode == .project && endsOn == nil ? [.endDay] : []
        case .experiment: return missingInDiscovery(organisation)
        case .rollout: return experiments.contains(where: \.isWon) ? [] : [.thresholdNotMet]
        case .handingOver:
            var missing: [Missing] = receiver == nil ? [.receiver] : []
            if !waves.contains(where: { $0.verdict == .go }) { missing.append(.wave) }
            return missing
        case .handedOver: return missingInHandover(legacy)
        }
    }

    private func missingInHandover(_ legacy: Legacy?) -> [Missing] {
        var missing: [Missing] = []
        if !isAcceptedByOwner(legacy) { missing.append(.ownerAcceptance) }
        if !isAcceptedByDirector(legacy) { missing.append(.directorAcceptance) }
        guard let legacy else { return missing + [.playbook] }
        missing += legacy.score.failingGates.map(Missing.sustaining)
        if legacy.score.score + 1e-9 < SelfSustaining.enough { missing.append(.score(legacy.score.rounded)) }
        return missing
    }

    private func missingInDiscovery(_ organisation: Organisation) -> [Missing] {
        var missing: [Missing] = []
        if mode == .product && metric.name.isBlank { missing.append(.metric) }
        if waiver == nil {
            if problemState != .agreed { missing.append(.problemNotAgreed) }
            if evidence.count < Self.evidenceNeeded { missing.append(.evidence(evidence.count)) }
            let interviews = evidence.filter { $0.sort == .interview }
            if interviews.count < Self.interviewsNeeded { missing.append(.interviews(interviews.count)) }
            let teams = Set(interviews.map(\.team)).count
            if teams < Self.teamsNeeded { missing.append(.interviewedTeams(teams)) }
        }
        let outside = coBuilders.filter { organisation.people[$0].map { !Actor($0, in: organisation).isOps } ?? false }
        if outside.count < Self.coBuildersNeeded { missing.append(.coBuilders(outside.count)) }
        let teams = Set(outside.flatMap { organisation.memberships(of: $0).map(\.unit) }).count
        if teams < Self.teamsNeeded { missing.append(.coBuildersTeams(teams)) }
        for craft in targetCrafts where !outside.contains(where: { organisation.people[$0]?.craft == craft }) {
            missing.append(.coBuilderOf(craft))
        }
        return missing
    }

    /// Goes to a stage: the next one when nothing is missing, or back to an earlier one.
    package mutating func move(to target: Stage?, _ legacy: Legacy?, by deed: Deed, in cycle: Cycle) throws(Refusal)
        -> Activity
    {
        try check(by: deed, in: cycle, isSettling: target == .handedOver)
        guard let target else { throw .invalid("stage", .unknown) }
        guard target != stage, stage != .handedOver, target <= stage || target == stage.next else { throw .closed }
        let missing = missing(for: target, deed.actor.organisation, legacy)
        guard missing.isEmpty else { throw .invalid(missing.map { Flaw(field: "stage", reason: .gate($0)) }) }
        let isBack = target < stage
        stage = target
        if startedOn == nil { startedOn = deed.day }
        guard target == .handedOver else { return Activity(isBack ? .moved : .advanced) }
        endedOn = deed.day
        return Activity(.handedOver)
    }

    /// Whether the project may be changed: by those who carry it, while it goes on in its quarter.
    func check(by deed: Deed, in cycle: Cycle, isSettling: Bool = false) throws(Refusal) {
        guard deed.actor.may(.opsWork(.carry(self))) else { throw .notAllowed }
        guard isSettling ? isAlive : isOpen(on: deed.day, in: cycle) else { throw .closed }
    }

    /// Whether it goes on in its quarter.
    package func isOpen(on day: Day, in cycle: Cycle) -> Bool { isAlive && !isLeftOver(on: day, in: cycle) }
}
