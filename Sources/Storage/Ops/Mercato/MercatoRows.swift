import Rouage

/// Sessions of the mercato as rows of files.
struct MercatoRows {
    private let reading: Reading
    private let names: Names
    private let mercatos: [Mercato]

    init(_ exporter: Exporter) throws {
        (reading, names) = (exporter.reading, exporter.names)
        mercatos = try reading.records(Mercato.self).sorted { $0.ref < $1.ref }
    }

    func table() -> FileFacts.Table {
        (
            """
            ref,cycle,origin,state,opens_at,closes_at,publishes_at,electors,capacity_days,k,session_quorum,\
            craft_minimum,item_quorum,extended,quorum_missed,ruled_by,ruled_at,ruling,ruled_topics,selected,\
            published_at,created_at,cpo_votes,visibility,title
            """, mercatos.map(row)
        )
    }

    func candidates() -> FileFacts.Table {
        (
            "mercato,topic,title,problem,source,kind,effort_days,sponsor",
            mercatos.flatMap { mercato in mercato.topics.map { row($0, mercato) } }
        )
    }

    /// Closed votes only: an open one is read by nobody.
    func ballots() throws -> FileFacts.Table {
        (
            "mercato,voter,craft,topic,score,words,concerned,saved_at",
            try mercatos.flatMap { mercato in try ballots(of: mercato).flatMap { rows($0, mercato) }.inOrder }
        )
    }

    private func person(_ id: Identifier<Person>?) -> String { names.code(id) }

    private func row(_ mercato: Mercato) -> [String] {
        let settings = mercato.settings
        let ruling = mercato.ruling
        return [
            mercato.ref, names.code(mercato.cycle), mercato.origin.rawValue, mercato.state.rawValue,
            mercato.opensAt.description, mercato.closesAt.description, mercato.publishesAt.description,
            mercato.electors.map { person($0.person) }.joined(separator: ";"), String(mercato.capacityDays),
            String(settings.k), "\(settings.sessionQuorum)", String(settings.craftMinimum), "\(settings.itemQuorum)",
            "\(mercato.extended)", "\(mercato.quorumMissed)", person(ruling?.by), ruling?.at.description ?? "",
            ruling?.reason ?? "", ruling?.selected.joined(separator: ";") ?? "",
            mercato.selected.joined(separator: ";"), mercato.publishedAt?.description ?? "",
            mercato.createdAt.description, "\(settings.cpoVotes)", settings.visibility.rawValue,
            mercato.title ?? "",
        ]
    }

    private func row(_ topic: Mercato.Row, _ mercato: Mercato) -> [String] {
        [
            mercato.ref, topic.code, topic.title, topic.problem, topic.source?.rawValue ?? "",
            topic.sort?.rawValue ?? "", String(topic.effortDays), person(topic.sponsor),
        ]
    }

    /// Where ballots stay without names they leave without them: numbered in the order of what they say, all of one time.
    private func ballots(of mercato: Mercato) throws -> [Ballot] {
        let ballots = try reading.ballots(of: mercato)
        guard mercato.settings.visibility == .distribution else { return ballots }
        let nameless = ballots.map { ballot in
            Ballot(
                voter: .outside(""), craft: ballot.craft, scores: ballot.scores, words: ballot.words,
                savedAt: mercato.closesAt)
        }
        let marks = nameless.map { ballot in
            ([ballot.craft.rawValue] + ballot.scores.map { $0?.rawValue ?? "." } + ballot.words).joined(separator: " ")
        }
        return zip(marks, nameless).sorted { $0.0 < $1.0 }.enumerated().map { number, pair in
            Ballot(
                voter: .outside(String(number + 1)), craft: pair.1.craft, scores: pair.1.scores, words: pair.1.words,
                savedAt: pair.1.savedAt)
        }
    }

    private func rows(_ ballot: Ballot, _ mercato: Mercato) -> [[String]] {
        let voter: String =
            switch ballot.voter {
            case .person(let id): person(id)
            case .outside(let label): label
            }
        return zip(mercato.topics.indices, mercato.topics).compactMap { place, topic in
            let score = ballot.scores.indices.contains(place) ? ballot.scores[place] : nil
            let words = ballot.words.indices.contains(place) ? ballot.words[place] : ""
            let isConcerned = ballot.conflicts.contains(place)
            guard score != nil || !words.isEmpty || isConcerned else { return nil }
            return [
                mercato.ref, voter, ballot.craft.rawValue, topic.code, score?.rawValue ?? "", words, "\(isConcerned)",
                ballot.savedAt.description,
            ]
        }
    }
}
