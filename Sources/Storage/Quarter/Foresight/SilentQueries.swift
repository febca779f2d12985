package import Rouage

extension Reading {
    /// The initiatives of these cycles that were submitted, and whom each asked, the oldest first.
    /// - Parameter cycles: in the order of time.
    package func precedents(of cycles: [Cycle]) throws -> [Precedent] {
        guard !cycles.isEmpty else { return [] }
        let ids = cycles.map(\.id)
        let places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        var asked: [Identifier<Briefing>: [Identifier<Rouage.Unit>]] = [:]
        try each(
            """
            SELECT briefing, giving_team FROM dependency
            WHERE cycle IN \(in: ids) AND giving_team IS NOT NULL ORDER BY id
            """
        ) { row in
            let team: Identifier<Rouage.Unit> = try row.id(1)
            let briefing: Identifier<Briefing> = try row.id(0)
            if asked[briefing]?.contains(team) != true { asked[briefing, default: []].append(team) }
        }
        return try all(
            """
            SELECT id, team, cycle, title, problem, source, problem_size, intention FROM briefing
            WHERE cycle IN \(in: ids) AND state <> 'draft' ORDER BY id
            """
        ) { row in
            let id: Identifier<Briefing> = try row.id(0)
            return Precedent(
                briefing: id, team: try row.id(1), cycle: places[try row.id(2)] ?? 0, title: row.text(3),
                text: (4...7).map(row.text).joined(separator: "\n"), asked: asked[id] ?? [])
        }
    }

    /// What the people of a briefing said it does not need, the first first.
    package func dismissals(for briefing: Identifier<Briefing>) throws -> [Dismissal] {
        try records(where: "briefing = \(briefing) ORDER BY created_at, id")
    }
}
