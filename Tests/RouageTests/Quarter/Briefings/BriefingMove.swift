import Rouage

/// Everything people can do to a briefing, with fields that are right: the rows of the table of transitions.
enum BriefingMove: String, CaseIterable, Sendable {
    case revise, sign, unsign, submit, declareReady, validate, postpone, drop, finish, abandon, slow, resume

    /// Whether it is a decision; the others are the team's.
    var isDecision: Bool { self == .validate || self == .postpone || self == .drop }

    /// Where each state from which the move can be made leads to, in the alignment weeks.
    var ways: [Briefing.State: Briefing.State] {
        switch self {
        case .revise, .sign, .unsign:
            [.draft: .draft, .submitted: .submitted, .aligning: .aligning, .ready: .ready]
        case .submit: [.draft: .aligning]
        case .declareReady: [.aligning: .ready]
        case .validate: decided(.validated)
        case .postpone: decided(.postponed)
        case .drop: decided(.dropped)
        case .finish: [.inProgress: .done]
        case .abandon: [.inProgress: .abandoned]
        case .slow, .resume: [.inProgress: .inProgress]
        }
    }

    /// Decided, or decided otherwise; what is dropped is so for the cycle.
    private func decided(_ state: Briefing.State) -> [Briefing.State: Briefing.State] {
        [.aligning: state, .ready: state, .validated: state, .postponed: state]
    }

    /// A briefing to which nothing but its state, or who acts, is in the way.
    func briefing(_ state: Briefing.State) -> Briefing {
        var briefing = Cast.briefing(state)
        briefing.slowed = self == .resume
        if self == .unsign || self == .submit { briefing.noDependency = .init(by: Cast.camille.id, at: Cast.now) }
        return briefing
    }

    @discardableResult
    func apply(to briefing: inout Briefing, by deed: Deed, in cycle: Cycle = Cast.cycle()) throws -> Activity? {
        let waiting = Briefing.Telling(code: .capacity, text: "Deux départs.")
        func decide(_ outcome: Briefing.Outcome) throws -> Activity {
            try briefing.decide(outcome, code: .priority, reason: "Le plus demandé.", by: deed, in: cycle)
        }
        switch self {
        case .revise:
            var content = briefing.content
            content.text.intention += " Dès avril."
            return try briefing.revise(content, by: deed, in: cycle)
        case .sign: return try briefing.declareNoDependency(by: deed)
        case .unsign: return try briefing.withdrawNoDependency(by: deed)
        case .submit:
            return try briefing.submit(dependencies: 0, by: deed, in: cycle, grace: cycle.lastDayOnTime(.french))
        case .declareReady: return try briefing.declareReady(Cast.readiness(), by: deed)
        case .validate: return try decide(.validated)
        case .postpone: return try decide(.postponed)
        case .drop: return try decide(.dropped)
        case .finish: return try briefing.finish("Livré.", by: deed)
        case .abandon: return try briefing.abandon(waiting, among: [], by: deed)
        case .slow: return try briefing.slow(waiting, among: [], by: deed)
        case .resume: return try briefing.resume(by: deed)
        }
    }
}
