import Rouage

/// Everything people can do to an incident, with fields that are right: the rows of the table of its transitions.
enum IncidentMove: String, CaseIterable, Sendable, TransitionMove {
    case edit, mitigate, resolve, reopen, close

    /// Where each state from which the move can be made leads to.
    var ways: [Incident.State: Incident.State] {
        switch self {
        case .edit: [.open: .open, .mitigated: .mitigated, .resolved: .resolved, .reviewed: .reviewed]
        case .mitigate: [.open: .mitigated]
        case .resolve: [.open: .resolved, .mitigated: .resolved]
        case .reopen: [.mitigated: .open, .resolved: .open]
        case .close: [.reviewed: .closed]
        }
    }

    static let bulletins: Set<Cast> = [.camille, .designer, .engineer, .builder, .lead, .deputy]
    /// The people of Bulletins and the lead of their tribe; who coordinates it, and who reported it.
    static let holders = bulletins.union([.tribeLead, .giverEngineer, .giverManager])
    /// Everybody who works in a team or leads a tribe, another Ops team too; not the directors, the CPO, Product Ops.
    static let reporters = bulletins.union([
        .giverManager, .giverEngineer, .giverLead, .namedContact, .formerMember, .futureLead, .tribeLead,
        .giverTribeLead, .salesOps,
    ])

    func able(from state: Incident.State) -> Set<Cast> { Self.holders }
    func record(in state: Incident.State) -> Incident { Cast.incident(state) }
    static func state(of incident: Incident) -> Incident.State { incident.state }

    @discardableResult
    func apply(to incident: inout Incident, by deed: Deed) throws -> Activity? {
        switch self {
        case .edit:
            var draft = incident.draft
            draft.severity = .two
            return try incident.edit(draft, by: deed)
        case .mitigate: return try incident.mitigate(at: nil, by: deed)
        case .resolve: return try incident.resolve(at: nil, by: deed)
        case .reopen: return try incident.reopen(reason: "Cela recommence.", by: deed)
        case .close: return try incident.close([], by: deed)
        }
    }
}

extension Cast {
    /// An incident of Bulletins, two hours ago, in a state in which people can have put it.
    static func incident(_ state: Incident.State, _ severity: Incident.Severity = .one) -> Incident {
        let isOver = state != .open && state != .mitigated
        let draft = Incident.Draft(
            title: "Les bulletins de mars partent sans net", severity: severity, startedAt: now + -7_200,
            detectedAt: now + -6_600, mitigatedAt: state == .open ? nil : now + -5_400,
            resolvedAt: isOver ? now + -3_600 : nil, lead: giverEngineer.id, teams: [unit("bulletins")])
        return Incident(
            id: Identifier(high: 30, low: 1), ref: "i-1", draft, state: state, by: giverManager.id, at: now + -6_600)
    }

    /// What a contact of Congés does after it.
    static var incidentAction: IncidentAction {
        IncidentAction(
            id: Identifier(high: 31, low: 1), ref: "a-1", of: incident(.open).id,
            what: "Comparer dix bulletins avant l’envoi", owner: namedContact.id, due: today + 10, at: now)
    }
}
