extension Ballot {
    /// What an elector writes, by the codes of topics: `3`, `2`, `1`, `0` for no opinion, nothing where it is taken back.
    package struct Answers: Drafted {
        package enum Name: String, CaseIterable, Sendable { case scores, words, concerned }
        package static let fields: [Field<Answers>] = [
            .texts(.scores, \.scores), .texts(.words, \.words), .words(.concerned, \.concerned),
        ]
        package var scores: [String: String]
        package var words: [String: String]
        package var concerned: [String]

        /// What was saved before: a topic that is not named stays as it was.
        package init(of ballot: Ballot?, in mercato: Mercato) {
            (scores, words) = ([:], [:])
            for (place, topic) in mercato.topics.enumerated() {
                guard let ballot, ballot.scores.indices.contains(place) else { continue }
                scores[topic.code] = ballot.scores[place]?.rawValue
                if ballot.words.indices.contains(place), !ballot.words[place].isEmpty {
                    words[topic.code] = ballot.words[place]
                }
            }
            let conflicts = ballot?.conflicts ?? []
            concerned = conflicts.sorted().filter(mercato.topics.indices.contains).map { mercato.topics[$0].code }
        }
    }

    /// The same from what is said of each topic by its code.
    package static func fill(_ answers: Answers, in mercato: Mercato, by deed: Deed) throws(Refusal) -> Ballot {
        let codes = mercato.topics.map(\.code)
        let ballot = try fill(
            codes.map { answers.scores[$0].flatMap(Score.init) },
            words: codes.map { answers.words[$0]?.trimmed ?? "" },
            conflicts: Set(codes.indices.filter { answers.concerned.contains(codes[$0]) }), in: mercato, by: deed)
        var flaws: [Flaw] = []
        let known = Set(codes)
        if !known.isSuperset(of: answers.scores.keys) { flaws.append(Flaw(field: "scores", reason: .unknown)) }
        if !answers.scores.values.allSatisfy({ Score(rawValue: $0) != nil }) {
            flaws.append(Flaw(field: "scores", reason: .outOfRange(0...3)))
        }
        if !known.isSuperset(of: answers.words.keys) { flaws.append(Flaw(field: "words", reason: .unknown)) }
        if !known.isSuperset(of: answers.concerned) { flaws.append(Flaw(field: "concerned", reason: .unknown)) }
        guard flaws.isEmpty else { throw .invalid(flaws) }
        return ballot
    }
}
