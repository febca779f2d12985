import Rouage

/// Everything people can do to a dependency, with fields that are right: the rows of the table of transitions.
enum DependencyMove: String, CaseIterable, Sendable {
    case acknowledge, commit, counter, acceptCounter, refuseCounter, decline, reask, mitigate, claim, confirm
    case refuseClaim, breakPromise, withdraw, nameInitiative

    enum Side { case asking, giving }

    /// Which team moves.
    var side: Side {
        switch self {
        case .acknowledge, .commit, .counter, .decline, .claim, .breakPromise, .nameInitiative: .giving
        case .acceptCounter, .refuseCounter, .reask, .mitigate, .confirm, .refuseClaim, .withdraw: .asking
        }
    }

    /// Where each situation from which the move can be made leads to.
    var ways: [Situation: Dependency.State] {
        switch self {
        case .acknowledge: [.pointedOut: .acknowledged]
        case .commit: [.acknowledged: .committed]
        case .counter: [.acknowledged: .replanned, .committed: .replanned, .broken: .replanned]
        case .acceptCounter: [.replanned: .committed]
        case .refuseCounter: [.replanned: .acknowledged]
        case .decline: [.pointedOut: .declined, .acknowledged: .declined, .replanned: .declined]
        case .reask: [.declined: .pointedOut]
        case .mitigate: [.declined: .declined]
        case .claim: [.committed: .committed]
        case .confirm: [.claimed: .delivered]
        case .refuseClaim: [.claimed: .committed]
        case .breakPromise: [.committed: .broken, .claimed: .broken]
        case .withdraw:
            [
                .pointedOut: .withdrawn, .acknowledged: .withdrawn, .replanned: .withdrawn, .committed: .withdrawn,
                .claimed: .withdrawn, .broken: .withdrawn, .declined: .withdrawn,
            ]
        case .nameInitiative:
            [
                .pointedOut: .pointedOut, .acknowledged: .acknowledged, .replanned: .replanned,
                .committed: .committed, .claimed: .committed, .broken: .broken,
            ]
        }
    }

    /// - Parameter contact: somebody of the giving team.
    @discardableResult
    func apply(to dependency: inout Dependency, by deed: Deed, contact: Cast = .giverEngineer) throws -> Activity {
        switch self {
        case .acknowledge: return try dependency.acknowledge(contact: contact.id, by: deed)
        case .commit:
            return try dependency.commit(for: Cast.today + 20, effortDays: 6, contact: nil, by: deed)
        case .counter:
            return try dependency.counter(
                date: Day(2026, 5, 6), scope: "", reason: "Après la migration.", by: deed, in: Cast.cycle())
        case .acceptCounter: return try dependency.acceptCounter(by: deed)
        case .refuseCounter: return try dependency.refuseCounter(reason: "Trop tard.", by: deed)
        case .decline: return try dependency.decline(.capacity, reason: "Personne avant mai.", by: deed)
        case .reask: return try dependency.reask(what: "Le solde seul", reason: "", by: deed)
        case .mitigate: return try dependency.mitigate("Un export à la main.", by: deed)
        case .claim: return try dependency.claim(by: deed)
        case .confirm: return try dependency.confirm(by: deed)
        case .refuseClaim: return try dependency.refuseClaim(reason: "Il manque mars.", by: deed)
        case .breakPromise: return try dependency.breakPromise(reason: "Incident de paie.", by: deed)
        case .withdraw: return try dependency.withdraw(reason: "Plus besoin.", by: deed)
        case .nameInitiative: return try dependency.deliver(within: nil, by: deed)
        }
    }
}

/// The states of a dependency; a commitment that the giver says delivered is one of its own.
enum Situation: String, CaseIterable {
    case pointedOut, acknowledged, committed, claimed, replanned, declined, delivered, broken, withdrawn

    var state: Dependency.State {
        switch self {
        case .pointedOut: .pointedOut
        case .acknowledged: .acknowledged
        case .committed, .claimed: .committed
        case .replanned: .replanned
        case .declined: .declined
        case .delivered: .delivered
        case .broken: .broken
        case .withdrawn: .withdrawn
        }
    }

    func dependency(giver: String? = "conges") -> Dependency {
        var dependency = Cast.dependency(state, giver: giver)
        if self == .claimed || self == .delivered { dependency.claimedOn = Cast.today - 2 }
        if self == .delivered { dependency.deliveredOn = Cast.today - 1 }
        return dependency
    }
}
