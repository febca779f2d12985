package import Rouage

extension Reading {
    /// What is owed in these cycles and is not met, but for what directors decide.
    package func duties(of cycles: [Cycle], _ calendar: WorkCalendar, on today: Day) throws -> [Duty] {
        guard !cycles.isEmpty else { return [] }
        let known = Dictionary(uniqueKeysWithValues: cycles.map { ($0.id, $0) })
        let drafts = try all(
            """
            SELECT id, team, cycle FROM briefing
            WHERE cycle IN \(in: cycles.map(\.id)) AND state = 'draft' AND NOT off_cycle ORDER BY id
            """
        ) { row -> Duty? in
            guard let cycle = known[try row.id(2)] else { return nil }
            return .submit(try row.id(0), by: try row.id(1), in: cycle, on: today)
        }
        let open = try all(
            """
            SELECT id, cycle, giving_team, asking_team, pointed_out_on, claimed_on FROM dependency
            WHERE cycle IN \(in: cycles.map(\.id))
                AND (state = 'pointed_out' OR (state = 'committed' AND claimed_on IS NOT NULL)) ORDER BY id
            """
        ) { row -> Duty? in
            if let claimed = try row.optionalDay(5) {
                return .confirm(
                    try row.id(0), by: try row.id(3), in: try row.id(1), claimedOn: claimed, calendar)
            }
            guard let giver: Identifier<Rouage.Unit> = try row.optionalID(2) else { return nil }
            return .acknowledge(
                try row.id(0), by: giver, in: try row.id(1), pointedOutOn: try row.day(4), calendar)
        }
        return (drafts + open).compactMap(\.self)
    }

    /// What the directors have to decide on in these cycles.
    func decisions(in cycles: [Cycle], _ organisation: Organisation, on today: Day) throws -> [Duty] {
        try cycles.filter { $0.state(on: today) == .aligning }.flatMap { cycle in
            let waiting: [Identifier<Rouage.Unit>] = try all(
                "SELECT DISTINCT team FROM briefing WHERE cycle = \(cycle.id) AND state IN ('ready', 'aligning')"
            ) { try $0.id(0) }
            return organisation.decisions(of: Set(waiting), in: cycle, on: today)
        }
    }

    /// Whether an obligation is still not met, as its record says.
    func isOwed(_ obligation: Obligation) throws -> Bool {
        switch obligation {
        case .submit(let id):
            try count("SELECT count(*) FROM briefing WHERE id = \(id) AND state = 'draft'") > 0
        case .acknowledge(let id):
            try count("SELECT count(*) FROM dependency WHERE id = \(id) AND state = 'pointed_out'") > 0
        case .confirm(let id):
            try count(
                "SELECT count(*) FROM dependency WHERE id = \(id) AND state = 'committed' AND claimed_on IS NOT NULL")
                > 0
        case .decide: true
        }
    }

    /// The person who can meet an obligation.
    func bearer(of obligation: Obligation, in organisation: Organisation) throws -> Identifier<Person>? {
        switch obligation {
        case .submit(let id): organisation.bearer(of: try get(id))
        case .acknowledge(let id), .confirm(let id): organisation.bearer(of: try get(id))
        case .decide(_, let director): director
        }
    }
}
