package import Rouage

extension Transaction {
    /// Writes down what each team stands by at the presentation of a cycle: its initiatives, and what it promised to
    /// those of others. Done once: what changes later does not change it.
    package func recordCommitments(of cycle: Cycle) throws {
        // Two nodes may come here at once: the second waits, then sees that it is done.
        try takeTurn(at: .commitment)
        guard try count("SELECT count(*) FROM commitment WHERE cycle = \(cycle.id)") == 0 else { return }
        let briefings: [Briefing] = try records(
            where: "cycle = \(cycle.id) AND state IN ('presented', 'in_progress') ORDER BY id")
        let own = briefings.filter { !$0.offCycle }.map { Commitment(id: newID(), $0, in: cycle) }
        let presented = Set(own.map(\.briefing))
        let needs: [Dependency] = try records(where: "cycle = \(cycle.id) ORDER BY id")
        let given = needs.filter { presented.contains($0.briefing) }.compactMap {
            Commitment(id: newID(), $0, in: cycle)
        }
        try add(own + given, Activity(.presented))
    }
}
