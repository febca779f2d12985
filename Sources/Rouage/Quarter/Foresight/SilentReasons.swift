/// A guess in facts that can be looked up.
extension SilentReading {
    /// Initiatives that count as close in an explanation.
    private static let near = 5
    /// Cycles that an explanation looks back.
    private static let cycles = 5

    /// What speaks for the team, the heaviest first; never empty.
    func reasons(for team: AskableTeam, _ evidence: SilentEvidence) -> [SilentGuess.Reason] {
        let known: [(reason: SilentGuess.Reason?, weight: Double)] = [
            (evidence.named > 0 ? .namedInTheText : nil, evidence.named + 3 * evidence.namedAsTeam),
            (closeOnes(naming: team.id), 5 * evidence.neighbours),
            (habit(of: team.id), 1),
            (
                evidence.subject + evidence.ownSubject > 0 ? words(of: team.id) : nil,
                evidence.subject + evidence.ownSubject
            ),
        ]
        let reasons = known.sorted { $0.weight > $1.weight }.compactMap(\.reason)
        return reasons.isEmpty ? [usual(team.id)] : reasons
    }

    private func closeOnes(naming team: Identifier<Unit>) -> SilentGuess.Reason? {
        guard let nearest = neighbours.first, likeness[nearest] > 0 else { return nil }
        let near = neighbours.prefix(Self.near).filter { likeness[$0] >= likeness[nearest] / 3 }
        let naming = near.filter { model.precedents[$0].asked.contains(team) }
        guard !naming.isEmpty else { return nil }
        let examples = naming.map { place in
            SilentGuess.Example(
                briefing: model.precedents[place].briefing, title: model.precedents[place].title)
        }
        return .neighbours(named: naming.count, of: near.count, examples: examples)
    }

    private func habit(of team: Identifier<Unit>) -> SilentGuess.Reason? {
        let own = (model.writtenBy[draft.team] ?? []).map { model.precedents[$0] }
        let cycles = Set(own.map(\.cycle)).sorted(by: >).prefix(Self.cycles)
        let asked = cycles.count { cycle in own.contains { $0.cycle == cycle && $0.asked.contains(team) } }
        guard asked > 0, asked * 2 >= cycles.count else { return nil }
        return .habit(cycles: asked, of: cycles.count)
    }

    /// The three words of the draft that most set apart what the team was asked for and what it writes.
    private func words(of team: Identifier<Unit>) -> SilentGuess.Reason? {
        let texts = Set((model.askedOf[team] ?? []) + (model.writtenBy[team] ?? []))
        let shown = Dictionary(
            (draft.title + draft.body).map { ($0.stem, $0.shown) }, uniquingKeysWith: { first, _ in first })
        let heavy = shown.compactMap { stem, word -> (word: String, weight: Double)? in
            guard word.count > 2, let term = model.likeness.term(stem),
                let own = weights.first(where: { $0.term == term })?.weight
            else { return nil }
            let excess = model.likeness.excess(of: term, in: texts)
            return excess > 0 ? (word, own * excess) : nil
        }
        let words = heavy.sorted { ($1.weight, $0.word) < ($0.weight, $1.word) }.prefix(3).map(\.word)
        return words.isEmpty ? nil : .words(words)
    }

    private func usual(_ team: Identifier<Unit>) -> SilentGuess.Reason {
        .usual(asked: model.askedOf[team]?.count ?? 0, of: model.asking.count)
    }
}
