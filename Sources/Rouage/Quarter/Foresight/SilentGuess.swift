/// A team that a draft will probably need and does not name, and why.
package struct SilentGuess: Sendable, Equatable {
    /// How likely a guess has to be before it is shown, 0 to 1; chosen on earlier periods of real departments, where
    /// half of what passed it had been asked.
    package static let threshold = 0.4
    /// The most teams shown beside one draft.
    package static let most = 3
    /// The fewest words a draft has before anything is guessed of it.
    static let fewestWords = 12

    package let team: Identifier<Unit>
    /// 0 to 1.
    package let chance: Double
    /// The strongest first.
    package let reasons: [Reason]

    package enum Reason: Sendable, Equatable {
        /// The text names the team.
        case namedInTheText
        /// So many of the closest initiatives named the team; these did.
        case neighbours(named: Int, of: Int, examples: [Example])
        /// The same team asked it in so many of the quarters in which it wrote.
        case habit(cycles: Int, of: Int)
        /// Words of the draft that belong to what the team does, as they stand in the draft.
        case words([String])
        /// So many initiatives of the department asked it something.
        case usual(asked: Int, of: Int)
    }

    /// A past initiative that a reason points to.
    package struct Example: Sendable, Equatable {
        package let briefing: Identifier<Briefing>
        package let title: String
    }
}

extension SilentModel {
    /// At most three teams, the likeliest first: none that the draft names already, none below the threshold.
    /// - Parameter named: teams that the draft asks already, or that its people said it does not need.
    package func guesses(
        for draft: SilentDraft, among teams: [AskableTeam], named: Set<Identifier<Unit>>
    ) -> [SilentGuess] {
        guard draft.title.count + draft.body.count >= SilentGuess.fewestWords else { return [] }
        let reading = SilentReading(draft, in: self)
        return teams.filter { $0.id != draft.team && !named.contains($0.id) }
            .map { (team: $0, evidence: reading.evidence(for: $0)) }
            .filter { $0.evidence.chance >= SilentGuess.threshold }
            .sorted { ($1.evidence.chance, $0.team.id) < ($0.evidence.chance, $1.team.id) }
            .prefix(SilentGuess.most)
            .map {
                SilentGuess(
                    team: $0.team.id, chance: $0.evidence.chance, reasons: reading.reasons(for: $0.team, $0.evidence))
            }
    }
}
