import Foundation

/// One draft held against the past.
struct SilentReading {
    /// Initiatives whose asks count as votes.
    private static let closest = 15
    /// What a habit of one cycle earlier is worth.
    private static let fading = 0.8

    let model: SilentModel
    let draft: SilentDraft
    let stems: [String]
    let weights: [(term: Int, weight: Double)]
    let likeness: [Double]
    /// Initiatives that asked somebody, the most alike first.
    let neighbours: [Int]
    private let votes: [Identifier<Unit>: Double]
    private let habits: [Identifier<Unit>: Double]
    private let habit: Double
    private let mean: Double
    private let deviation: Double
    private let positions: [String: [Int]]

    init(_ draft: SilentDraft, in model: SilentModel) {
        self.model = model
        self.draft = draft
        let stems = draft.stems
        self.stems = stems
        weights = model.likeness.weights(of: stems)
        let likeness = model.likeness.likeness(of: weights)
        self.likeness = likeness
        neighbours = model.asking.sorted { (likeness[$1], $0) < (likeness[$0], $1) }
        votes = Self.votes(neighbours.prefix(Self.closest), likeness, model)
        (habits, habit) = Self.habits(of: draft.team, model)
        let count = Double(max(1, likeness.count))
        let mean = likeness.reduce(0, +) / count
        self.mean = mean
        deviation = (likeness.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot() + 1e-9
        positions = Dictionary(grouping: stems.indices) { stems[$0] }
    }

    /// What the closest initiatives named, the closer the heavier: the square of the likeness over the highest.
    private static func votes(
        _ closest: ArraySlice<Int>, _ likeness: [Double], _ model: SilentModel
    ) -> [Identifier<Unit>: Double] {
        let highest = (likeness.max() ?? 0) + 1e-9
        var votes: [Identifier<Unit>: Double] = [:]
        var total = 1.0
        for place in closest {
            let vote = likeness[place] / highest * (likeness[place] / highest)
            total += vote
            for team in model.precedents[place].asked { votes[team, default: 0] += vote }
        }
        return votes.mapValues { $0 / total }
    }

    /// What the draft's own team named, and how much it wrote at all; a cycle back counts a fifth less.
    private static func habits(
        of team: Identifier<Unit>, _ model: SilentModel
    ) -> ([Identifier<Unit>: Double], Double) {
        var habits: [Identifier<Unit>: Double] = [:]
        var total = 0.0
        for place in model.writtenBy[team] ?? [] {
            let precedent = model.precedents[place]
            let weight = pow(fading, Double(model.newest - precedent.cycle))
            total += weight
            for asked in precedent.asked { habits[asked, default: 0] += weight }
        }
        return (habits, total)
    }

    /// What speaks for a team.
    func evidence(for team: AskableTeam) -> SilentEvidence {
        let asked = model.askedOf[team.id] ?? []
        let own = model.writtenBy[team.id] ?? []
        let share = (Double(asked.count) + 0.2) / (Double(max(1, model.asking.count)) + 1)
        var evidence = SilentEvidence()
        evidence.neighbours = votes[team.id] ?? 0
        evidence.usual = log(share)
        evidence.habit = log(((habits[team.id] ?? 0) + 2 * share) / (habit + 2) / share)
        evidence.subject = (asked + own).reduce(0) { $0 + standing(of: $1) } / Double(asked.count + own.count + 2)
        evidence.ownSubject = own.map(standing).sorted(by: >).prefix(3).reduce(0, +) / 3
        evidence.together = together(with: team.id, share)
        let said = team.names.map(mentions)
        evidence.named = log(1 + Double(said.map(\.loose).max() ?? 0))
        evidence.namedAsTeam = log(1 + Double(said.map(\.asTeam).max() ?? 0))
        return evidence
    }

    private func together(with team: Identifier<Unit>, _ share: Double) -> Double {
        let own = model.askedOf[team].map(Set.init) ?? []
        return votes.sorted { $0.key < $1.key }.reduce(0) { sum, vote in
            guard vote.key != team, let others = model.askedOf[vote.key] else { return sum }
            let both = Double(others.count(where: own.contains))
            return sum + vote.value * ((both + 3 * share) / (Double(others.count) + 3) - share)
        }
    }

    private func standing(of place: Int) -> Double { (likeness[place] - mean) / deviation }

    private static let teamWords: Set<String> = Set(
        ["team", "équipe", "squad", "sig", "wg", "group"].map {
            Words.stems(of: $0)[0]
        })

    /// How often all the words of a name stand in the text, and how often they stand together beside a word for team.
    func mentions(of name: [String]) -> (loose: Int, asTeam: Int) {
        let loose = name.map { positions[$0]?.count ?? 0 }.min() ?? 0
        guard loose > 0, let starts = positions[name[0]] else { return (0, 0) }
        let asTeam = starts.count { start in
            let end = start + name.count
            guard end <= stems.count, stems[start..<end].elementsEqual(name) else { return false }
            return (start > 0 && Self.teamWords.contains(stems[start - 1]))
                || (end < stems.count && Self.teamWords.contains(stems[end]))
        }
        return (loose, asTeam)
    }
}
