/// From where a person looks at the department: their teams, the part they direct, or the whole.
package enum Standpoint: Sendable, Equatable {
    case teams([Unit])
    /// The units that a tribe lead or a director answers for, and the teams below them.
    case above([Unit], teams: [Unit])
    case department

    package init(of actor: Actor) {
        let teams = actor.teams.filter(\.sort.delivers)
        guard teams.isEmpty, let id = actor.id else {
            self = .teams(teams)
            return
        }
        let organisation = actor.organisation
        let granted = organisation.grants(of: id).filter { $0.role == .director || $0.role == .tribeLead }
            .compactMap { $0.unit.flatMap { organisation.units[$0] } }
        let led = organisation.units.values.filter { $0.sort == .tribe && ($0.lead == id || $0.deputy == id) }
        var units: [Unit] = []
        for unit in granted + led where !units.contains(where: { $0.id == unit.id }) { units.append(unit) }
        let below = organisation.teams.filter { team in
            let line = organisation.lineage(of: team.id)
            return units.contains { line.contains($0.id) }
        }
        let isWhole = units.isEmpty || units.contains { $0.sort == .department } || below.isEmpty
        self = isWhole ? .department : .above(units.sorted { $0.name < $1.name }, teams: below)
    }

    /// The teams in view; none for the whole department.
    package var teams: [Unit] {
        switch self {
        case .teams(let teams), .above(_, let teams): teams
        case .department: []
        }
    }
}
