import Foundation
package import Rouage

extension Reading {
    /// The session of that name, or nothing.
    package func mercato(ref: String) throws -> Mercato? { try records(Mercato.self, where: "ref = \(ref)").first }

    /// The session held here for a quarter, or nothing.
    package func mercato(of cycle: Identifier<Cycle>) throws -> Mercato? {
        try records(Mercato.self, where: "cycle = \(cycle) AND origin = 'native'").first
    }

    /// The session that votes, or voted last, on a topic: before it opens, the one that is being prepared while the topic
    /// is on the table.
    package func mercato(voting topic: Topic) throws -> Mercato? {
        let table = "%\"\(topic.id)\"%"
        let native = "origin = 'native'" as SQL
        let held = try records(
            Mercato.self, where: "\(native) AND topics LIKE \(table) ORDER BY opens_at DESC LIMIT 1")
        if let held = held.first { return held }
        guard topic.state == .tabled else { return nil }
        return try records(Mercato.self, where: "\(native) AND state = 'preparing' ORDER BY opens_at LIMIT 1").first
    }

    /// All sessions, the newest first.
    package func mercatos() throws -> [Mercato] { try records(where: "1 = 1 ORDER BY opens_at DESC, ref") }

    /// The sessions that are open or counted and not published.
    package func livingMercatos() throws -> [Mercato] {
        try records(Mercato.self, where: "state <> 'published' AND state <> 'preparing' ORDER BY ref")
    }

    /// The votes of the last year that are over and in which a person gave a ballot.
    package func letters(to person: Identifier<Person>) throws -> [Mercato] {
        try records(
            Mercato.self,
            where: """
                state = 'published' AND id IN (SELECT mercato FROM ballot
                    WHERE voter = \(Voter.person(person).stored) AND \(Self.isAnswered)) ORDER BY opens_at DESC LIMIT 4
                """)
    }

    /// The topics that stand on the table of the next vote, in the order of their names in files; not those of a vote that
    /// goes on, or that still waits for what is taken on.
    package func tabledTopics() throws -> [Topic] { try topicsToTable().filter { $0.state == .tabled } }

    /// The topics that may be put on the table of the next vote or taken off it.
    package func topicsToTable() throws -> [Topic] {
        let bound = Set(try livingMercatos().flatMap(\.topics).compactMap(\.topic))
        return try records(Topic.self, where: "state IN ('ready', 'tabled') ORDER BY ref").filter {
            !bound.contains($0.id)
        }
    }

    /// How many have voted; not who.
    package func ballotCount(of mercato: Identifier<Mercato>) throws -> Int {
        try count("SELECT count(*) FROM ballot WHERE mercato = \(mercato) AND \(Self.isAnswered)")
    }

    /// The person's own ballot, or nothing.
    package func ownBallot(of person: Identifier<Person>, in mercato: Mercato) throws -> Ballot? {
        try ballots(of: mercato.id, where: "voter = \(Voter.person(person).stored)").first
    }

    /// All ballots of a vote that is closed; nobody reads them before, by any way.
    package func ballots(of mercato: Mercato) throws -> [Ballot] {
        guard mercato.state == .closed || mercato.state == .published else { return [] }
        return try ballots(of: mercato.id, where: Self.isAnswered).map(mercato.flagged)
    }

    /// What a closed vote came to; nothing before. Once it is published it is kept as it was counted.
    package func ranking(of mercato: Mercato) throws -> MercatoRanking? {
        guard mercato.state == .closed || mercato.state == .published else { return nil }
        if mercato.state == .published, let kept = try keptRanking(of: mercato) { return kept }
        let ranking = MercatoRanking(
            efforts: mercato.topics.map(\.effortDays), try ballots(of: mercato), capacity: mercato.capacityDays,
            mercato.settings)
        return mercato.settings.visibility == .named ? ranking : ranking.withoutNames()
    }

    /// The ranking kept for the session as it is; nothing when it was published before rankings were kept, or was changed
    /// since by files.
    private func keptRanking(of mercato: Mercato) throws -> MercatoRanking? {
        try first(
            "SELECT ranking FROM mercato_ranking WHERE mercato = \(mercato.id) AND version = \(mercato.version)"
        ) { try JSONDecoder().decode(MercatoRanking.self, from: Data($0.text(0).utf8)) }
    }

    /// How many of each craft have voted: for the move by date that looks whether they are enough.
    package func turnout(of mercato: Mercato) throws -> Turnout {
        var given: [Craft: Int] = [:]
        try each(
            "SELECT craft, count(*) FROM ballot WHERE mercato = \(mercato.id) AND \(Self.isAnswered) GROUP BY craft"
        ) { given[try $0.choice(0)] = $0.integer(1) }
        let asked = Dictionary(grouping: mercato.electors, by: \.craft).mapValues(\.count)
        return Turnout(electors: asked, ballots: given)
    }

    /// A ballot on which nothing is answered is none.
    static let isAnswered: SQL =
        "(scores LIKE '%3%' OR scores LIKE '%2%' OR scores LIKE '%1%' OR scores LIKE '%0%')"

    /// What is kept, also while the vote is open: for files that bring ballots in, never for what is shown.
    func keptBallots(of mercato: Identifier<Mercato>) throws -> [Ballot] { try ballots(of: mercato, where: "1 = 1") }

    private func ballots(of mercato: Identifier<Mercato>, where fitting: SQL) throws -> [Ballot] {
        let decoder = JSONDecoder()
        return try all(
            """
            SELECT voter, craft, scores, words, conflicts, saved_at FROM ballot
            WHERE mercato = \(mercato) AND \(fitting) ORDER BY voter
            """
        ) { row in
            let words = row.text(3)
            return Ballot(
                voter: Voter(stored: row.text(0)), craft: try row.choice(1),
                scores: row.text(2).map { Score(rawValue: String($0)) },
                words: words == "[]" ? [] : try decoder.decode([String].self, from: Data(words.utf8)),
                conflicts: Set(row.text(4).split(separator: ",").compactMap { Int($0) }), savedAt: try row.instant(5))
        }
    }
}

extension Transaction {
    /// Sets the table of the next vote: the topics of these names stand on it, all others are off.
    package func setTable(
        _ wanted: Set<String>, seen: Set<String>? = nil, of mercato: Identifier<Mercato>, by deed: Deed
    ) throws {
        guard deed.actor.may(.mercato(.setTable)) else { throw Refusal.notAllowed }
        // The vote may open at this moment: either it sees the whole table, or none is set any more.
        try takeTurn(at: .mercato)
        let session = try get(mercato)
        guard session.state == .preparing, try get(session.cycle).end >= deed.day else { throw Refusal.closed }
        let topics = try topicsToTable()
        guard wanted.isSubset(of: topics.map(\.ref)) else { throw Refusal.invalid("topics", .unknown) }
        for topic in topics where wanted.contains(topic.ref) != (topic.state == .tabled) {
            // Somebody else put it on or took it off since; who sends this changed nothing of it.
            if let seen, seen.contains(topic.ref) == wanted.contains(topic.ref) { continue }
            try change(topic.id) { (topic: inout Topic) in
                topic.state == .ready ? try topic.table(by: deed) : try topic.untable(by: deed)
            }
        }
    }

    /// Takes the ballot of an elector. Its hour may come at this moment: either the close counts it, or it is refused.
    package func cast(_ ballot: Ballot, in mercato: Mercato) throws {
        try takeTurn(at: .mercato)
        guard try get(mercato.id).takesBallots(at: now) else { throw Refusal.closed }
        let before = try ballotCount(of: mercato.id)
        try keep([ballot], in: mercato.id)
        // Open pages hear that the number they show is another one, and nothing of what is scored meanwhile.
        guard try ballotCount(of: mercato.id) != before else { return }
        tell(Change(kind: .mercato, id: mercato.id.description, version: mercato.version, actor: nil))
    }

    /// Keeps a ballot in the place of what its author had saved before. It leaves no line of activity: a feed that told
    /// when a ballot changed would tell who votes.
    package func keep(_ ballots: [Ballot], in mercato: Identifier<Mercato>) throws {
        var rest = ballots[...]
        while !rest.isEmpty {
            let rows = try rest.prefix(128).map { ballot -> [SQLValue] in
                let words = ballot.words.allSatisfy(\.isEmpty) ? "[]" : try RecordEncoder.document(ballot.words)
                return [
                    mercato.sqlValue, .text(ballot.voter.stored), .text(ballot.craft.rawValue),
                    .text(ballot.scores.map { $0?.rawValue ?? "." }.joined()), .text(words),
                    .text(ballot.conflicts.sorted().map(String.init).joined(separator: ",")),
                    ballot.savedAt.sqlValue,
                ]
            }
            rest = rest.dropFirst(128)
            try connection.run(
                """
                INSERT INTO ballot (mercato, voter, craft, scores, words, conflicts, saved_at) VALUES \(rows: rows)
                ON CONFLICT (mercato, voter) DO UPDATE SET craft = excluded.craft, scores = excluded.scores,
                    words = excluded.words, conflicts = excluded.conflicts, saved_at = excluded.saved_at
                """)
        }
    }

    /// Keeps what a published vote came to, so that its pages do not count it anew.
    package func keepRanking(of mercato: Mercato) throws {
        try connection.run("DELETE FROM mercato_ranking WHERE mercato = \(mercato.id)")
        guard mercato.state == .published, let ranking = try ranking(of: mercato) else { return }
        try connection.run(
            """
            INSERT INTO mercato_ranking (mercato, version, ranking)
            VALUES (\(mercato.id), \(mercato.version), \(try RecordEncoder.document(ranking)))
            """)
    }

    /// Ranks the topics of a vote that is over and keeps the ranking: what lies above the line is taken on, the rest has to be raised anew.
    package func settle(_ mercato: Mercato) throws {
        try keepRanking(of: mercato)
        for row in mercato.topics {
            guard let id = row.topic, let topic = try find(id), topic.state == .tabled else { continue }
            try change(id) { (topic: inout Topic) in try topic.rank(at: now) }
            try change(id) { (topic: inout Topic) in
                mercato.selected.contains(row.code) ? try topic.select(at: now) : try topic.leaveOut(at: now)
            }
        }
    }
}
