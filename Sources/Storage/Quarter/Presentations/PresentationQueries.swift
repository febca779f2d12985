import Foundation
package import Rouage

extension Presentation.State: SQLBindable {}

extension Reading {
    /// The presentation of a cycle, or nothing before its freeze.
    package func presentation(of cycle: Identifier<Cycle>) throws -> Presentation? {
        try records(Presentation.self, where: "cycle = \(cycle)").first
    }

    /// What has a place in the run of show, team by team as tribes and teams are named.
    package func presentationEntries(of cycle: Identifier<Cycle>, in organisation: Organisation) throws
        -> [Presentation.Entry]
    {
        let entries = try all(
            """
            SELECT id, team FROM briefing WHERE cycle = \(cycle) AND off_cycle = \(false)
                AND state IN ('validated', 'presented', 'in_progress', 'done', 'abandoned') ORDER BY ref
            """
        ) { Presentation.Entry(briefing: try $0.id(0), team: try $0.id(1)) }
        func place(_ team: Identifier<Rouage.Unit>) -> (String, String, Identifier<Rouage.Unit>) {
            (organisation.tribe(of: team)?.name ?? "", organisation.units[team]?.name ?? "", team)
        }
        let teams = Set(entries.map(\.team)).sorted { place($0) < place($1) }
        return teams.flatMap { team in entries.filter { $0.team == team } }
    }

    /// Whether a decision was taken that the run of show does not show yet.
    func isBehindDecisions(_ presentation: Presentation) throws -> Bool {
        let decided = try all(
            """
            SELECT id FROM briefing WHERE cycle = \(presentation.cycle) AND off_cycle = \(false)
                AND state IN ('validated', 'presented', 'in_progress', 'done', 'abandoned')
            """
        ) { try $0.id(0, of: Briefing.self) }
        return Set(decided) != Set(presentation.runOfShow.flatMap(\.initiatives))
    }

    /// The slides as the pages are now.
    package func deck(of presentation: Presentation, in cycle: Cycle, _ organisation: Organisation) throws -> Deck {
        let ids = presentation.runOfShow.flatMap(\.initiatives)
        guard !ids.isEmpty else { return Deck(presentation, of: cycle, [], [], in: organisation) }
        return Deck(
            presentation, of: cycle, try records(where: "id IN \(in: ids)"),
            try records(where: "briefing IN \(in: ids) ORDER BY needed_by, id"), in: organisation)
    }

    /// The slides of some teams, as the pages are now: a projector needs the one on stage and no more.
    package func deck(
        of presentation: Presentation, teams: [Identifier<Rouage.Unit>], in cycle: Cycle, _ organisation: Organisation
    ) throws -> Deck {
        var part = presentation
        part.runOfShow.removeAll { !teams.contains($0.team) }
        return try deck(of: part, in: cycle, organisation)
    }

    /// What was kept when it was published.
    package func snapshot(of presentation: Identifier<Presentation>) throws -> PresentationSnapshot? {
        try records(PresentationSnapshot.self, where: "presentation = \(presentation)").first
    }

    /// The presentation that is live, or nothing.
    package func livePresentation() throws -> Presentation? {
        try records(Presentation.self, where: "state <> 'published' AND state = 'live' ORDER BY started_at").last
    }

    /// The published presentations, the last first.
    package func publishedPresentations() throws -> [Presentation] {
        try records(where: "state = 'published' ORDER BY published_at DESC, id LIMIT 40")
    }

    /// What waits for a director's answer, in all quarters.
    package func openReworks() throws -> [Rework] { try records(where: "answered_on IS NULL ORDER BY due, id") }

    /// What directors still have to say of what too few believed in.
    package func reworks(of presentation: Identifier<Presentation>) throws -> [Rework] {
        try records(where: "presentation = \(presentation) ORDER BY mean, id")
    }
}

extension PresentationSnapshot {
    /// The slides that were kept.
    package func deck() throws -> Deck { try JSONDecoder().decode(Deck.self, from: Data(text.utf8)) }
}

extension Deck {
    /// The document that is kept and given to readers: the same bytes for the same deck.
    package func document() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}
