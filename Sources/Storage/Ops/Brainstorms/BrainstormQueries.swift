package import Rouage

extension Reading {
    /// The session of a quarter, or nothing.
    package func brainstorm(of cycle: Identifier<Cycle>) throws -> Brainstorm? {
        try records(Brainstorm.self, where: "cycle = \(cycle)").first
    }

    /// All sessions, the newest first.
    package func brainstorms() throws -> [Brainstorm] { try records(where: "1 = 1 ORDER BY held_on DESC, id") }

    /// The sessions that are not over.
    package func openBrainstorms() throws -> [Brainstorm] {
        try records(where: "state <> 'closed' ORDER BY held_on, id")
    }

    /// How many ideas a session has; not whose. It is all that is known of them while everybody writes.
    package func ideaCount(in brainstorm: Identifier<Brainstorm>) throws -> Int {
        try count("SELECT count(*) FROM idea WHERE brainstorm = \(brainstorm)")
    }

    /// What a person wrote in a session, in the order in which they wrote.
    package func ownIdeas(of person: Identifier<Person>, in brainstorm: Identifier<Brainstorm>) throws -> [Idea] {
        try ideas(where: "brainstorm = \(brainstorm) AND author = \(person) ORDER BY id")
    }

    /// The ideas on the wall, by number; nothing while everybody writes. Their authors stay out of it, but for who asks
    /// and for those who signed.
    package func wall(of brainstorm: Brainstorm, for reader: Identifier<Person>?) throws -> [Idea] {
        guard brainstorm.state.showsIdeas else { return [] }
        return try ideas(where: "brainstorm = \(brainstorm.id) AND number IS NOT NULL ORDER BY number").map { idea in
            var idea = idea
            if !idea.isSigned && (reader == nil || idea.author != reader) { idea.author = nil }
            return idea
        }
    }

    /// One's own idea; somebody else's is not there.
    package func ownIdea(_ id: Identifier<Idea>, of person: Identifier<Person>?) throws -> Idea {
        guard let person, let idea = try ideas(where: "id = \(id) AND author = \(person)").first else {
            throw Refusal.notFound
        }
        return idea
    }

    /// The session and the cluster that a topic came of, or nothing.
    package func brainstorm(leadingTo topic: Identifier<Topic>) throws -> (Brainstorm, Brainstorm.Cluster)? {
        for brainstorm in try brainstorms() {
            if let cluster = brainstorm.clusters.first(where: { $0.topic == topic }) { return (brainstorm, cluster) }
        }
        return nil
    }

    func ideas(where fitting: SQL) throws -> [Idea] {
        try all("SELECT id, brainstorm, number, text, source, author, is_signed FROM idea WHERE \(fitting)") { row in
            Idea(
                id: try row.id(0), brainstorm: try row.id(1), number: row.isNull(2) ? nil : row.integer(2),
                text: row.text(3), source: try row.choice(4), author: row.isNull(5) ? nil : try row.id(5),
                isSigned: row.boolean(6))
        }
    }
}

extension Transaction {
    /// Keeps an idea, or what became of it. Nobody is told who wrote, only that there is one more.
    package func keep(_ idea: Idea, in brainstorm: Brainstorm) throws {
        try connection.run(
            """
            INSERT INTO idea (id, brainstorm, number, text, source, author, is_signed)
            VALUES (\(idea.id), \(idea.brainstorm), \(idea.number.sqlValue), \(idea.text), \(idea.source.rawValue),
                \(idea.author.sqlValue), \(idea.isSigned))
            ON CONFLICT (id) DO UPDATE SET text = excluded.text, source = excluded.source,
                author = excluded.author, is_signed = excluded.is_signed
            """)
        tellOfIdeas(in: brainstorm)
    }

    /// Writes an idea; one that is sent while somebody hangs the ideas is hung with them, or comes back to who wrote it.
    package func write(_ text: String, _ source: Topic.Source, in session: Identifier<Brainstorm>, by deed: Deed) throws
        -> Idea
    {
        try takeTurn(at: .brainstorm)
        let brainstorm = try get(session)
        let own = try deed.actor.id.map { try ownIdeas(of: $0, in: session).count } ?? 0
        let idea = try Idea.write(text, source, in: brainstorm, own: own, id: newID(), by: deed)
        try keep(idea, in: brainstorm)
        return idea
    }

    /// Takes one's own idea back.
    package func withdraw(_ idea: Idea, in brainstorm: Brainstorm, by deed: Deed) throws {
        try takeTurn(at: .brainstorm)
        try idea.checkWithdrawal(in: get(brainstorm.id), by: deed)
        try connection.run("DELETE FROM idea WHERE id = \(idea.id)")
        tellOfIdeas(in: brainstorm)
    }

    /// Ends a session. Nothing tells from then on who wrote what they did not sign.
    package func close(_ id: Identifier<Brainstorm>, version: Int? = nil, by deed: Deed) throws {
        try takeTurn(at: .brainstorm)
        try change(id, version: version) { (brainstorm: inout Brainstorm) in try brainstorm.close(by: deed) }
        try connection.run("UPDATE idea SET author = NULL WHERE brainstorm = \(id) AND NOT is_signed")
        leaveNoTrace(in: "idea")
    }

    /// Hangs all ideas on the wall: those that have no number yet are given one by lot.
    @discardableResult
    package func hang(_ id: Identifier<Brainstorm>, version: Int? = nil, by deed: Deed) throws -> Brainstorm {
        try takeTurn(at: .brainstorm)
        let before = try get(id)
        let count = try ideaCount(in: id)
        let after = try change(id, version: version) { (brainstorm: inout Brainstorm) in
            try brainstorm.hang(count, by: deed)
        }
        let waiting: [Identifier<Idea>] = try all(
            "SELECT id FROM idea WHERE brainstorm = \(id) AND number IS NULL ORDER BY id"
        ) { try $0.id(0) }
        for (place, idea) in waiting.shuffled().enumerated() {
            try connection.run("UPDATE idea SET number = \(before.hung + place + 1) WHERE id = \(idea)")
        }
        return after
    }

    /// The session of a quarter, or nothing; of two who plan it at once the second finds it planned.
    package func planned(for cycle: Identifier<Cycle>) throws -> Brainstorm? {
        try takeTurn(at: .brainstorm)
        return try brainstorm(of: cycle)
    }

    private func tellOfIdeas(in brainstorm: Brainstorm) {
        tell(
            Change(kind: .brainstorm, id: brainstorm.id.description, version: brainstorm.version, actor: nil))
    }
}
