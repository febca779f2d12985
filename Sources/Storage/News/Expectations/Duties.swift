package import Rouage

extension Reading {
    /// What is owed in these cycles and is not met, but for what directors decide.
    package func duties(in cycles: [Cycle], _ outlook: Outlook) throws -> [Duty] {
        guard !cycles.isEmpty else { return [] }
        let drafts: [Briefing] = try records(
            where: "cycle IN \(in: cycles.map(\.id)) AND state = 'draft' AND NOT off_cycle ORDER BY id")
        let open: [Dependency] = try records(
            where: """
                cycle IN \(in: cycles.map(\.id))
                    AND (state = 'pointed_out' OR (state = 'committed' AND claimed_on IS NOT NULL)) ORDER BY id
                """)
        return drafts.compactMap { $0.duty(outlook) } + open.compactMap { $0.duty(outlook) }
    }

    /// What the directors have to decide on in these cycles before their freeze.
    func decisions(in cycles: [Cycle], _ organisation: Organisation, _ outlook: Outlook) throws -> [Duty] {
        try cycles.filter { $0.state(on: outlook.today) == .aligning }.flatMap { cycle in
            let tallies = try all(
                """
                SELECT team, state, count(*) FROM briefing WHERE cycle = \(cycle.id)
                    AND state IN ('ready', 'aligning') GROUP BY team, state
                """
            ) { Tally(team: try $0.id(0), state: try $0.choice(1), count: $0.integer(2)) }
            return organisation.people.values.sorted { $0.id < $1.id }.compactMap { person in
                cycle.decisions(of: tallies, by: Actor(person, in: organisation), outlook)
                    .flatMap { Duty(deciding: $0, in: organisation) }
            }
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
