import Rouage

/// Sessions of the mercato as rows of files.
struct MercatoRows {
    private let reading: Reading
    private let names: FileNames
    private let mercatos: [Mercato]

    init(_ reading: Reading, _ names: FileNames) throws {
        self.reading = reading
        self.names = names
        mercatos = try reading.records(Mercato.self).sorted { $0.ref < $1.ref }
    }

    func table(_ name: String) throws -> (header: String, rows: [[String]]) {
        switch name {
        case "mercatos":
            (
                """
                ref,cycle,origin,state,opens_at,closes_at,publishes_at,electors,capacity_days,k,session_quorum,\
                craft_minimum,item_quorum,extended,quorum_missed,ruled_by,ruled_at,ruling,ruled_topics,selected,\
                published_at,created_at
                """, mercatos.map(row)
            )
        case "candidates":
            (
                "mercato,topic,title,problem,source,kind,effort_days,sponsor",
                mercatos.flatMap { mercato in mercato.topics.map { row($0, mercato) } }
            )
        // Closed votes only: an open one is read by nobody.
        default:
            (
                "mercato,voter,craft,topic,score,words,concerned,saved_at",
                try mercatos.flatMap { mercato in
                    try reading.ballots(of: mercato).flatMap { rows($0, mercato) }
                        .sorted { $0.lexicographicallyPrecedes($1) }
                }
            )
        }
    }

    private func person(_ id: Identifier<Person>?) -> String { id.flatMap { names.people[$0] } ?? "" }

    private func row(_ mercato: Mercato) -> [String] {
        let settings = mercato.settings
        let ruling = mercato.ruling
        return [
            mercato.ref, names.cycles[mercato.cycle] ?? "", mercato.origin.rawValue, mercato.state.rawValue,
            mercato.opensAt.description, mercato.closesAt.description, mercato.publishesAt.description,
            mercato.electors.map { person($0.person) }.joined(separator: ";"), String(mercato.capacityDays),
            String(settings.k), "\(settings.sessionQuorum)", String(settings.craftMinimum), "\(settings.itemQuorum)",
            "\(mercato.extended)", "\(mercato.quorumMissed)", person(ruling?.by), ruling?.at.description ?? "",
            ruling?.reason ?? "", ruling?.selected.joined(separator: ";") ?? "",
            mercato.selected.joined(separator: ";"), mercato.publishedAt?.description ?? "",
            mercato.createdAt.description,
        ]
    }

    private func row(_ topic: Mercato.Row, _ mercato: Mercato) -> [String] {
        [
            mercato.ref, topic.code, topic.title, topic.problem, topic.source?.rawValue ?? "",
            topic.sort?.rawValue ?? "", String(topic.effortDays), person(topic.sponsor),
        ]
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
