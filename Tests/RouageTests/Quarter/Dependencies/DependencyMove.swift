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
    func apply(to dependency: inout Dependency, by actor: Actor, contact: Cast = .giverEngineer) throws -> Activity {
        let (today, now) = (Cast.today, Cast.now)
        switch self {
        case .acknowledge: return try dependency.acknowledge(contact: contact.id, by: actor, at: now)
        case .commit:
            return try dependency.commit(
                for: today + 20, effortDays: 6, contact: nil, by: actor, on: today, at: now)
        case .counter:
            return try dependency.counter(
                date: Day(2026, 5, 6), scope: "", reason: "Après la migration.", by: actor, in: Cast.cycle(),
                on: today, at: now)
        case .acceptCounter: return try dependency.acceptCounter(by: actor, at: now)
        case .refuseCounter: return try dependency.refuseCounter(reason: "Trop tard.", by: actor, at: now)
        case .decline: return try dependency.decline(.capacity, reason: "Personne avant mai.", by: actor, at: now)
        case .reask: return try dependency.reask(what: "Le solde seul", reason: "", by: actor, at: now)
        case .mitigate: return try dependency.mitigate("Un export à la main.", by: actor, at: now)
        case .claim: return try dependency.claim(by: actor, on: today, at: now)
        case .confirm: return try dependency.confirm(by: actor, on: today, at: now)
        case .refuseClaim: return try dependency.refuseClaim(reason: "Il manque mars.", by: actor, at: now)
        case .breakPromise: return try dependency.breakPromise(reason: "Incident de paie.", by: actor, at: now)
        case .withdraw: return try dependency.withdraw(reason: "Plus besoin.", by: actor, at: now)
        case .nameInitiative: return try dependency.deliver(within: nil, by: actor, at: now)
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
