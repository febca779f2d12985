package import Rouage

/// Where a briefing that was found stands.
package struct BriefingPlace: Sendable {
    package let cycle: Identifier<Cycle>
    package let team: Identifier<Unit>
    package let state: Briefing.State
    package let owner: Identifier<Person>?
}

/// Between whom a dependency that was found stands, and how far its briefing is.
package struct DependencyPlace: Sendable {
    package let askingTeam: Identifier<Unit>
    package let givingTeam: Identifier<Unit>?
    package let externalParty: String
    package let briefing: Identifier<Briefing>
    package let state: Briefing.State
    package let owner: Identifier<Person>?
}

extension Reading {
    /// What somebody finds: what they may hear of. What a draft asks of others is found by those who read the draft.
    package func search(_ question: String, by actor: Actor, limit: Int = 50) throws -> [Found] {
        let found = try search(question, limit: limit)
        let asked = try places(
            of: found.filter { $0.kind == .dependency }.compactMap { Identifier<Dependency>($0.id) })
        let pages = asked.values.map { RecordName(kind: .briefing, id: $0.briefing.description) }
        let hearings = try hearings(of: found.map { RecordName(kind: $0.kind, id: $0.id) } + pages)
        func hears(_ id: String) -> Bool { hearings[id].map(actor.hears) ?? false }
        return found.filter { one in
            let page = Identifier<Dependency>(one.id).flatMap { asked[$0]?.briefing.description }
            return hears(one.id) && page.map(hears) ?? true
        }
    }

    package func places(of briefings: [Identifier<Briefing>]) throws -> [Identifier<Briefing>: BriefingPlace] {
        var places: [Identifier<Briefing>: BriefingPlace] = [:]
        guard !briefings.isEmpty else { return places }
        try each("SELECT id, cycle, team, state, owner FROM briefing WHERE id IN \(in: briefings)") { row in
            places[try row.id(0)] = BriefingPlace(
                cycle: try row.id(1), team: try row.id(2), state: try row.choice(3),
                owner: try row.optionalID(4))
        }
        return places
    }

    package func places(of dependencies: [Identifier<Dependency>]) throws -> [Identifier<Dependency>: DependencyPlace] {
        var places: [Identifier<Dependency>: DependencyPlace] = [:]
        guard !dependencies.isEmpty else { return places }
        try each(
            """
            SELECT d.id, d.asking_team, d.giving_team, d.external_party, b.id, b.state, b.owner
            FROM dependency d JOIN briefing b ON b.id = d.briefing WHERE d.id IN \(in: dependencies)
            """
        ) { row in
            places[try row.id(0)] = DependencyPlace(
                askingTeam: try row.id(1), givingTeam: try row.optionalID(2), externalParty: row.text(3),
                briefing: try row.id(4), state: try row.choice(5), owner: try row.optionalID(6))
        }
        return places
    }
}
