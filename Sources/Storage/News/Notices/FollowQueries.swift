package import Rouage

extension Reading {
    /// What a person follows, the first first.
    package func follows(of person: Identifier<Person>) throws -> [Follow] {
        try all("SELECT kind, subject, since FROM follow WHERE person = \(person) ORDER BY since, subject") { row in
            Follow(try row.choice(0), row.text(1), since: try row.instant(2))
        }
    }

    /// The records that are followed, those of them that somebody may hear of.
    package func things(_ follows: [Follow], for actor: Actor) throws -> [any Followed] {
        let nouns = Kind.allCases.compactMap { $0.facts.noun as? any Followed.Type }
        let things = try nouns.flatMap { try followed($0, among: follows) }
        let hearings = try hearings(of: things.map { RecordName(kind: $0.kind, id: $0.recordID) })
        return things.filter { hearings[$0.recordID].map(actor.hears) ?? false }
    }

    private func followed<Record: Followed>(_: Record.Type, among follows: [Follow]) throws -> [any Followed] {
        try records(follows.filter { $0.kind.kind == Record.kind }.compactMap { Identifier<Record>($0.subject) })
    }

    /// Whether a person hears what happens to something although they do not follow it: they carry it, asked for it,
    /// give it, or spoke beside it.
    package func isTheirs(_ thing: any Followed, _ person: Identifier<Person>, in organisation: Organisation) throws
        -> Bool
    {
        if thing.isCarried(by: person, in: organisation) { return true }
        if let page = thing as? Briefing {
            return try count("SELECT count(*) FROM comment WHERE briefing = \(page.id) AND author = \(person)") > 0
        }
        guard let need = thing as? Dependency, let page = try find(need.briefing) else { return false }
        return page.isCarried(by: person, in: organisation)
    }
}

extension Transaction {
    /// The person hears of it from now on.
    package func follow(_ thing: any Followed, by person: Identifier<Person>) throws {
        try connection.run(
            """
            INSERT INTO follow (person, kind, subject, since)
            VALUES (\(person), \(thing.kind.rawValue), \(thing.recordID), \(now))
            ON CONFLICT (person, kind, subject) DO NOTHING
            """)
    }

    /// The person hears of it no more, but for what is theirs.
    package func unfollow(_ thing: any Followed, by person: Identifier<Person>) throws {
        try connection.run(
            "DELETE FROM follow WHERE person = \(person) AND kind = \(thing.kind.rawValue) AND subject = \(thing.recordID)"
        )
    }
}
