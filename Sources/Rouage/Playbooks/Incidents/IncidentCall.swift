extension Incident {
    /// Why somebody hears of an incident while it goes on.
    package enum Call: Sendable, Equatable {
        /// They coordinate it.
        case coordinate
        /// They look after all incidents, answer for a team that it hits, or for the department.
        case follow
    }

    /// Whether a serious incident that goes on calls a person: who coordinates it; at severity 1 also the incident
    /// manager, the directors of the teams that it hits and the CPO.
    package func call(of actor: Actor) -> Call? {
        guard state.isRunning, severity.isSerious, let id = actor.id else { return nil }
        if lead == id { return .coordinate }
        guard severity == .one else { return nil }
        let answers = teams.contains { actor.holds(.director, for: $0) }
        return answers || actor.holds(.cpo) || actor.holds(.incidentManager) ? .follow : nil
    }
}
