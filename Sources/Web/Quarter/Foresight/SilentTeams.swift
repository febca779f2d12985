import Rouage
import Storage
import WebCore

/// The teams that one draft probably needs and does not name, and those that its people said it does not need.
struct SilentTeams {
    let guesses: [SilentGuess]
    let dismissed: [Identifier<Rouage.Unit>]

    private init(_ visit: Visit, _ briefing: Briefing, _ dependencies: [Dependency]) throws {
        dismissed = try visit.reading.dismissals(for: briefing.id).map(\.team)
        let teams = visit.organisation.teams.map { unit in
            AskableTeam(id: unit.id, names: [unit.name, unit.code.replacing("-", with: " ")])
        }
        let page = briefing.text
        let draft = SilentDraft(
            team: briefing.team, title: page.title,
            text: [page.problem, page.source, page.problemSize, page.intention].joined(separator: "\n"))
        let model = try visit.site.silent.value(visit.today, visit.reading) {
            SilentModel(try visit.reading.precedents(of: Cycle.teaching(of: visit.cycles, on: visit.today)))
        }
        guesses = model.guesses(
            for: draft, among: teams, named: Set(dependencies.compactMap(\.givingTeam)).union(dismissed))
    }

    /// Guesses are for the people of a page, while it is written.
    static func shown(
        _ visit: Visit, _ briefing: Briefing, _ dependencies: [Dependency], in cycle: Cycle
    ) throws -> SilentTeams? {
        guard let actor = visit.actor, actor.may(.writeBriefing(briefing)), briefing.acceptsText(in: cycle) else {
            return nil
        }
        return try SilentTeams(visit, briefing, dependencies)
    }
}

extension Site {
    /// What the past says of who is needed, built anew each day and when a cycle moves on.
    fileprivate var silent: Kept<Day, SilentModel> { shelf.item { Kept(store.changes, until: [.cycle]) } }
}
