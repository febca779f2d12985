import Rouage
import WebCore

/// The nouns that a dependency's forms are sent to.
enum DependencyVerb: String, CaseIterable {
    case acknowledgement, commitment, decline, mitigation, claim, receipt, withdrawal
    case counter = "counter-proposal"
    case acceptance = "counter-proposal-acceptance"
    case refusal = "counter-proposal-refusal"
    case request = "new-request"
    case claimRefusal = "claim-refusal"
    case breach = "withdrawn-promise"

    /// Which of the two teams says it.
    var side: Dependency.Side {
        switch self {
        case .acknowledgement, .commitment, .counter, .decline, .claim, .breach: .giving
        case .acceptance, .refusal, .request, .mitigation, .receipt, .claimRefusal, .withdrawal: .asking
        }
    }

    /// Whether the state of the dependency calls for it on a day.
    func isOpen(for dependency: Dependency, on day: Day) -> Bool {
        let state = dependency.state
        let isClaimed = dependency.claimedOn != nil
        return switch self {
        case .acknowledgement: state == .pointedOut
        case .commitment: state == .pointedOut || state == .acknowledged
        case .counter:
            [.pointedOut, .acknowledged, .broken].contains(state)
                || (state == .committed && !isClaimed && (dependency.committedFor.map { day < $0 } ?? false))
        case .decline: [.pointedOut, .acknowledged, .replanned].contains(state)
        case .claim, .breach: state == .committed && !isClaimed
        case .acceptance, .refusal: state == .replanned
        case .request: state == .declined && !dependency.reasked
        case .mitigation: state == .declined
        case .receipt, .claimRefusal: state == .committed && isClaimed
        case .withdrawal: state.isOpen || state == .declined
        }
    }

    /// The answers open to a person, the most likely first.
    static func open(to actor: Actor, for dependency: Dependency, on day: Day) -> [DependencyVerb] {
        let gives = actor.may(.give(dependency))
        let asks = actor.may(.ask(dependency))
        return ordered.filter { verb in
            (verb.side == .giving ? gives : asks) && verb.isOpen(for: dependency, on: day)
        }
    }

    private static let ordered: [DependencyVerb] = [
        .acceptance, .refusal, .receipt, .claimRefusal, .commitment, .acknowledgement, .claim, .counter, .decline,
        .breach, .mitigation, .request, .withdrawal,
    ]

    /// The button, in the first person where the person binds their team.
    func phrase(for dependency: Dependency) -> Phrase {
        switch self {
        case .acknowledgement: return Phrase(fr: "Je prends en compte", en: "I acknowledge")
        case .commitment: return Phrase(fr: "Je m’engage", en: "I commit")
        case .counter:
            switch dependency.state {
            case .committed: return Phrase(fr: "Je change la date", en: "I move the date")
            case .broken: return Phrase(fr: "Je m’engage de nouveau", en: "I commit again")
            case .pointedOut, .acknowledged, .replanned, .declined, .delivered, .withdrawn:
                return Phrase(fr: "Je contre-propose", en: "I counter-propose")
            }
        case .decline: return Phrase(fr: "Je refuse", en: "I decline")
        case .claim: return Phrase(fr: "C’est livré", en: "It is delivered")
        case .breach: return Phrase(fr: "Je reprends ma promesse", en: "I take my promise back")
        case .acceptance:
            guard let date = dependency.counter?.date else { return Phrase(fr: "J’accepte", en: "I accept") }
            return Phrase(fr: "J’accepte le \(date.inFrench)", en: "I accept \(date.inEnglish)")
        case .refusal: return Phrase(fr: "Je refuse", en: "I refuse")
        case .receipt: return Phrase(fr: "Je confirme la réception", en: "I confirm the delivery")
        case .claimRefusal: return Phrase(fr: "Ce n’est pas ce que j’attends", en: "It is not what I need")
        case .mitigation: return Phrase(fr: "J’écris une parade", en: "I write a fallback")
        case .request: return Phrase(fr: "Je redemande autrement", en: "I ask differently")
        case .withdrawal:
            return dependency.state == .declined
                ? Phrase(fr: "J’y renonce", en: "I do without")
                : Phrase(fr: "Retirer la demande", en: "Withdraw the request")
        }
    }

    /// Refusing and taking back are drawn apart.
    var isHarsh: Bool {
        switch self {
        case .decline, .refusal, .claimRefusal, .breach, .withdrawal: true
        case .acknowledgement, .commitment, .counter, .acceptance, .request, .mitigation, .claim, .receipt: false
        }
    }

    /// The form that was just sent and refused.
    static func sent(by visit: Visit) -> DependencyVerb? {
        guard visit.isAgain else { return nil }
        return visit.exchange.path.split(separator: "/").last.flatMap { DependencyVerb(rawValue: String($0)) }
    }
}
