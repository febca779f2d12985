package import Rouage

extension Reading {
    /// What a person follows, the first first.
    package func follows(of person: Identifier<Person>) throws -> [Follow] {
        try all("SELECT kind, subject, since FROM follow WHERE person = \(person) ORDER BY since, subject") { row in
            Follow(try row.choice(0), row.text(1), since: try row.instant(2))
        }
    }

    /// The records that are followed, those of them that somebody may hear of.
    package func things(_ follows: [Follow], for actor: Actor) throws -> [Followed] {
        func get<Record: Noun>(_ sort: Followed.Sort, _ make: (Record) -> Followed) throws -> [Followed] {
            let ids = follows.filter { $0.sort == sort }.compactMap { Identifier<Record>($0.subject) }
            return try records(ids).map(make)
        }
        let things =
            try get(.briefing) { .briefing($0) } + get(.dependency) { .dependency($0) } + get(.topic) { .topic($0) }
            + get(.project) { .project($0) } + get(.unit) { .unit($0) }
        let hearings = try hearings(of: things.map { RecordName(kind: $0.sort.kind, id: $0.id) })
        return things.filter { hearings[$0.id].map(actor.hears) ?? false }
    }

    /// Whether a person hears what happens to something although they do not follow it: they carry it, asked for it,
    /// give it, or spoke beside it.
    package func isTheirs(_ thing: Followed, _ person: Identifier<Person>, in organisation: Organisation) throws -> Bool
    {
        switch thing {
        case .briefing(let page):
            return try page.isCarried(by: person)
                || count("SELECT count(*) FROM comment WHERE briefing = \(page.id) AND author = \(person)") > 0
        case .dependency(let need):
            let page: Briefing? = try find(need.briefing)
            return need.isGiven(by: person, in: organisation) || page?.isCarried(by: person) == true
        case .topic(let topic): return topic.proposedBy == person || topic.sponsor == person
        case .project(let project): return project.isCarried(by: person)
        case .unit(let unit): return unit.lead == person || unit.deputy == person
        }
    }
}

extension Briefing {
    func isCarried(by person: Identifier<Person>) -> Bool { owner == person || contributors.contains(person) }
}

extension Dependency {
    func isGiven(by person: Identifier<Person>, in organisation: Organisation) -> Bool {
        guard contact != person else { return true }
        let giver = givingTeam.flatMap { organisation.units[$0] }
        return giver?.lead == person || giver?.deputy == person
    }
}

extension OpsProject {
    func isCarried(by person: Identifier<Person>) -> Bool {
        lead == person || buddy == person || receiver == person || coBuilders.contains(person)
    }
}

extension Transaction {
    /// The person hears of it from now on.
    package func follow(_ thing: Followed, by person: Identifier<Person>) throws {
        try connection.run(
            """
            INSERT INTO follow (person, kind, subject, since)
            VALUES (\(person), \(thing.sort.rawValue), \(thing.id), \(now))
            ON CONFLICT (person, kind, subject) DO NOTHING
            """)
    }

    /// The person hears of it no more, but for what is theirs.
    package func unfollow(_ thing: Followed, by person: Identifier<Person>) throws {
        try connection.run(
            "DELETE FROM follow WHERE person = \(person) AND kind = \(thing.sort.rawValue) AND subject = \(thing.id)")
    }
}
