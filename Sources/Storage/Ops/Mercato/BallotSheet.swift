import Rouage

/// Ballots in a file: one row for each topic that a ballot says something of. What other bodies vote with becomes scores:
/// places of a ranking by thirds of what the voter ranked, points by thirds of the most that the voter gave to one topic.
extension Sheet {
    private struct Named {
        var mercato: Mercato
        let voter: Voter
        let craft: Craft
        var scores: [Int: Score] = [:]
        var ranks: [Int: Int] = [:]
        var points: [Int: Double] = [:]
        var words: [Int: String] = [:]
        var conflicts: Set<Int> = []
        var savedAt: Instant?
        var rows = 0
    }

    func ballots() throws {
        let names = try names()
        let mercatos: [String: Mercato] = try known(by: \.ref)
        let places = mercatos.mapValues { mercato in
            Dictionary(mercato.topics.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        }
        var (named, kept): ([String: Named], [String: [Voter: Ballot]]) = ([:], [:])
        try eachRow { row in
            let (ref, label, code) = (row.required("mercato"), row.required("voter"), row.required("topic"))
            guard row.problems.isEmpty else { return }
            guard let mercato = mercatos[ref] else { return row.refuse("mercato", .unknown) }
            guard let topic = places[ref]?[code] else { return row.refuse("topic", .unknown) }
            if kept[ref] == nil {
                kept[ref] = Dictionary(
                    try transaction.keptBallots(of: mercato.id).map { ($0.voter, $0) }, uniquingKeysWith: { $1 })
            }
            var (voter, craft) = (Voter.outside(label), row.choice("craft", missing: Craft.other))
            if mercato.origin == .native && mercato.settings.visibility != .distribution {
                guard let id = names.person(label).id, let elector = mercato.elector(id) else {
                    return row.refuse("voter", .unknown)
                }
                (voter, craft) = (.person(id), elector.craft)
            }
            let score = row.optionalChoice("score", Score.self)
            let rank = row.integer("rank", in: 1...100_000)
            let points = row.amount("points")
            let at = row.instant("saved_at")
            let words = row.text("words")
            row.limit("words", to: Ballot.wordsLimit)
            if mercato.isFrozen, let kept = kept[ref]?[voter] {
                let isSame = kept.scores[topic] == score && kept.words[topic] == words
                if !isSame || kept.conflicts.contains(topic) != row.flag("concerned") { row.refuse("voter", .frozen) }
            }
            guard row.problems.isEmpty else { return }
            let key = "\(ref) \(voter.stored)"
            var ballot = named[key] ?? Named(mercato: mercato, voter: voter, craft: craft)
            if let score { ballot.scores[topic] = score }
            if score == nil, let rank { ballot.ranks[topic] = rank }
            if score == nil, rank == nil, let points { ballot.points[topic] = Double(points) }
            // A ballot of approvals names a topic and says no more.
            if score == nil && rank == nil && points == nil && row.flag("approved") { ballot.scores[topic] = .must }
            if !words.isEmpty { ballot.words[topic] = words }
            if row.flag("concerned") { ballot.conflicts.insert(topic) }
            ballot.savedAt = at ?? ballot.savedAt
            ballot.rows += 1
            named[key] = ballot
        }
        try keep(
            named.values.sorted { ($0.mercato.ref, $0.voter.stored) < ($1.mercato.ref, $1.voter.stored) }, over: kept)
    }

    private func keep(_ all: [Named], over kept: [String: [Voter: Ballot]]) throws {
        for (ref, ballots) in Dictionary(grouping: all, by: \.mercato.ref).sorted(by: { $0.key < $1.key }) {
            guard let mercato = ballots.first?.mercato else { continue }
            let known = kept[ref] ?? [:]
            // What left without names comes back for nobody who is there with one.
            if mercato.settings.visibility == .distribution, known.keys.contains(where: { $0.person != nil }) {
                file.unchanged += ballots.reduce(0) { $0 + $1.rows }
                continue
            }
            var changed: [Ballot] = []
            for named in ballots {
                let before = known[named.voter]
                let ballot = Self.ballot(named, topics: mercato.topics.count, at: before?.savedAt ?? now)
                if ballot == before {
                    file.unchanged += named.rows
                    continue
                }
                if before == nil { file.created += named.rows } else { file.updated += named.rows }
                changed.append(ballot)
            }
            try transaction.keep(changed, in: mercato.id)
            try transaction.keepRanking(of: mercato)
        }
    }

    private static func ballot(_ named: Named, topics: Int, at now: Instant) -> Ballot {
        let most = named.points.values.max() ?? 0
        let scores = (0..<topics).map { topic -> Score? in
            if let score = named.scores[topic] { return score }
            if let rank = named.ranks[topic] {
                let before = named.ranks.values.count { $0 < rank }
                return Score(rawValue: String(3 - before * 3 / named.ranks.count))
            }
            guard let points = named.points[topic] else { return nil }
            guard points > 0 else { return .noOpinion }
            return points * 3 > most * 2 ? .must : points * 3 > most ? .useful : .notNow
        }
        return Ballot(
            voter: named.voter, craft: named.craft, scores: scores, words: (0..<topics).map { named.words[$0] ?? "" },
            conflicts: named.conflicts, savedAt: named.savedAt ?? now)
    }
}
