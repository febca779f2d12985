/// Who settles what teams do not settle among themselves.
extension Organisation {
    /// The lead of the tribe that holds all the teams; else the lead of each tribe concerned, in the order of the
    /// teams. Where a tribe has no lead, the teams' own leads.
    package func leadsToSettle(between teams: [Identifier<Unit>]) -> [Identifier<Person>] {
        var leads: [Identifier<Person>] = []
        for team in teams {
            let tribe = tribe(of: team).map { tribeLeads(of: $0) } ?? []
            let own = tribe.isEmpty ? [units[team]?.lead].compactMap { $0 }.filter(isHere) : tribe
            for lead in own where !leads.contains(lead) { leads.append(lead) }
        }
        return leads
    }

    private func tribeLeads(of tribe: Unit) -> [Identifier<Person>] {
        if let lead = tribe.lead, isHere(lead) { return [lead] }
        return people.values.filter { person in
            isHere(person.id) && grants(of: person.id).contains { $0.role == .tribeLead && $0.unit == tribe.id }
        }.sorted { $0.name < $1.name }.map(\.id)
    }

    func isHere(_ person: Identifier<Person>) -> Bool { people[person]?.acts(on: day) ?? false }
}
