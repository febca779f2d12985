import Foundation

/// What a department's past says of who is needed: built once from its initiatives, then asked for each draft.
package struct SilentModel: Sendable {
    let precedents: [Precedent]
    let likeness: Likeness
    /// The places of the initiatives that asked somebody.
    let asking: [Int]
    let askedOf: [Identifier<Unit>: [Int]]
    let writtenBy: [Identifier<Unit>: [Int]]
    let newest: Int

    package init(_ precedents: [Precedent]) {
        self.precedents = precedents
        likeness = Likeness(
            precedents.map { SilentDraft(team: $0.team, title: $0.title, text: $0.text).stems })
        asking = precedents.indices.filter { !precedents[$0].asked.isEmpty }
        var askedOf: [Identifier<Unit>: [Int]] = [:]
        for place in asking { for team in Set(precedents[place].asked) { askedOf[team, default: []].append(place) } }
        self.askedOf = askedOf
        writtenBy = Dictionary(grouping: precedents.indices) { precedents[$0].team }
        newest = precedents.map(\.cycle).max() ?? 0
    }

    /// How likely each of the teams is to be needed by a draft, the likeliest first; its own team is left out.
    package func chances(
        for draft: SilentDraft, among teams: [AskableTeam]
    ) -> [(team: Identifier<Unit>, chance: Double)] {
        let reading = SilentReading(draft, in: self)
        return teams.filter { $0.id != draft.team }
            .map { ($0.id, reading.evidence(for: $0).chance) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }

    /// The past initiatives most like a draft, the most alike first, each with its likeness, 0 to 1.
    package func closest(_ count: Int, to draft: SilentDraft) -> [(precedent: Precedent, likeness: Double)] {
        let reading = SilentReading(draft, in: self)
        return reading.neighbours.prefix(count).map { (precedents[$0], reading.likeness[$0]) }
    }

    /// The signs that speak for one team.
    package func evidence(for team: AskableTeam, in draft: SilentDraft) -> SilentEvidence {
        SilentReading(draft, in: self).evidence(for: team)
    }
}
