/// What a person may do with incidents. Product Ops, directors and the CPO look on; the incident manager looks after
/// the whole of it.
package enum IncidentPermission: Sendable, Equatable {
    /// Report one.
    case open
    /// Keep it up to date, write what was learnt, agree on what follows, close it.
    case update(Incident)
    /// Do what was agreed on, or say why not.
    case settle(IncidentAction, Incident)
}

extension Actor {
    /// Anybody who works in a team reports, another Ops team too; the people of the teams concerned, those who lead
    /// them, who coordinates it and who reported it keep it up to date.
    func may(_ permission: IncidentPermission) -> Bool {
        guard let id, isMember, !isOps else { return false }
        switch permission {
        case .open:
            return holds(.incidentManager) || holds(.otherOps) || holds(.tribeLead) || !teams.isEmpty || isNamedAtTribe
        case .update(let incident):
            if holds(.incidentManager) || incident.lead == id { return true }
            if holds(.otherOps) && teams.allSatisfy({ $0.sort == .otherOps }) { return false }
            return incident.reportedBy == id || incident.teams.contains { belongs(to: $0) || leads($0) }
        case .settle(let action, let incident):
            return action.owner == id || may(.update(incident))
        }
    }

    /// Whether a tribe names the person as its lead or its deputy.
    private var isNamedAtTribe: Bool { organisation.units.values.contains { $0.sort == .tribe && isNamed(at: $0.id) } }
}
