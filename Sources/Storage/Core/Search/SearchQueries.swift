package import Rouage

extension Reading {
    /// What somebody finds: what they may hear of. What a draft asks of others is found by those who read the draft.
    package func search(_ question: String, by actor: Actor, limit: Int = 50) throws -> [Found] {
        let found = try search(question, limit: limit)
        let asked = try pages(
            of: found.filter { $0.kind == .dependency }.compactMap { Identifier<Dependency>($0.id) })
        let hearings = try hearings(
            of: found.map { RecordName(kind: $0.kind, id: $0.id) }
                + asked.values.map { RecordName(kind: .briefing, id: $0) })
        func hears(_ id: String) -> Bool { hearings[id].map(actor.hears) ?? false }
        return found.filter { one in hears(one.id) && asked[one.id].map(hears) ?? true }
    }

    /// The briefings that dependencies belong to.
    private func pages(of dependencies: [Identifier<Dependency>]) throws -> [String: String] {
        guard !dependencies.isEmpty else { return [:] }
        let pairs = try all("SELECT id, briefing FROM dependency WHERE id IN \(in: dependencies)") {
            ($0.text(0), $0.text(1))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}
