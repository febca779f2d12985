import Rouage

/// Everything that is done to a request, with fields that are right: the rows of the table of its transitions.
enum RequestMove: String, CaseIterable, Sendable, TransitionMove {
    case triage, take, count, answer, help, topic, urgent, rate

    /// Where each state from which the move can be made leads to.
    var ways: [OpsRequest.State: OpsRequest.State] {
        switch self {
        case .triage: [.new: .triaged, .triaged: .triaged]
        case .take: [.triaged: .inHand, .inHand: .inHand]
        case .count: [.inHand: .inHand]
        case .answer: [.new: .closed, .triaged: .closed, .inHand: .closed]
        case .help, .topic, .urgent: [.inHand: .closed]
        case .rate: [.closed: .closed]
        }
    }

    /// Product Ops do their own work, and the CPO drops something for an urgent project; who asked says how it was.
    func able(from state: OpsRequest.State) -> Set<Cast> {
        switch self {
        case .triage, .take, .count, .answer, .help, .topic: [.ops, .opsInTeam]
        case .urgent: [.ops, .opsInTeam, .cpo]
        case .rate: [.camille]
        }
    }
    func record(in state: OpsRequest.State) -> OpsRequest { Cast.request(state) }
    static func state(of request: OpsRequest) -> OpsRequest.State { request.state }

    @discardableResult
    func apply(to request: inout OpsRequest, by deed: Deed) throws -> Activity? {
        let room = UrgencyRoom(capacity: 100, used: 0)
        func close(_ outcome: OpsRequest.Outcome) throws -> Activity {
            try request.close(
                .init(outcome, answer: "Fait.", days: 2), room: room, topic: Identifier(high: 22, low: 1), by: deed)
        }
        switch self {
        case .triage: return try request.triage(impact: 3, urgency: 3, by: deed)
        case .take:
            return try request.take(decider: Cast.director.id, returnOwner: Cast.camille.id, by: deed)
        case .count: return try request.count(days: 1.5, by: deed)
        case .answer: return try close(.answered)
        case .help: return try close(.quickHelp)
        case .topic: return try close(.becameTopic)
        case .urgent: return try close(.urgentProject)
        case .rate: return try request.rate(4, by: deed)
        }
    }
}

extension Cast {
    static let requestDraft = OpsRequest.Draft(
        title: "Qui valide un accès à la base ?", whatHurts: "Trois demandes attendent depuis dix jours.",
        since: "lundi", ifWeWait: "Le diagnostic attend aussi.", peopleHit: 8, team: unit("bulletins"))

    /// What Camille asks of Product Ops, in a state in which people can have put it.
    static func request(_ state: OpsRequest.State = .new, isHot: Bool = false, on day: Day = today) -> OpsRequest {
        var draft = requestDraft
        draft.hotPotato = isHot
        var request = OpsRequest(
            id: Identifier(high: 20, low: 1), ref: "q1", draft, requester: camille.id, on: day, at: now)
        request.state = state
        if state != .new { (request.impact, request.urgency, request.triagedOn) = (2, 2, day) }
        if state == .inHand { (request.handledBy, request.takenOn) = (ops.id, day) }
        if state == .closed { (request.outcome, request.closedOn) = (.answered, day) }
        return request
    }
}
