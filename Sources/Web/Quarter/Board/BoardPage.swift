import HTML
package import Rouage
import Storage
import WebCore

/// The board: who gives what in which week, as counts; strings for what was chosen, and only for that.
struct BoardPage {
    let visit: Visit
    let actor: Actor
    let cycle: Cycle
    let filter: DependencyFilter
    let risks: CycleRisks
    /// The visitor's teams that write briefings or give.
    let own: [Rouage.Unit]
    /// The chosen initiative's title, when one is chosen.
    let briefing: Briefing?

    static func show(_ visit: Visit) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.isMember else { return Layout.forMembers(visit, .dependencies) }
        guard let cycle = visit.cycle else { return Layout.noCycle(visit) }
        let own = actor.teams.filter(\.sort.delivers)
        var filter = DependencyFilter(visit.exchange.query, in: visit.organisation, usual: .all)
        if own.isEmpty && filter.scope == .mine { filter.scope = .all }
        var briefing: Briefing?
        if case .briefing(let id) = filter.scope {
            let found: Briefing = try visit.reading.get(id)
            guard try visit.opens(found) else { throw Refusal.notFound }
            briefing = found
        }
        let page = BoardPage(
            visit: visit, actor: actor, cycle: cycle, filter: filter, risks: try visit.risks(of: cycle), own: own,
            briefing: briefing)
        return page.answer()
    }

    private func answer() -> Answer {
        let waits = WaitBanner(visit: visit, risks: risks)
        let head = DependencyHead(visit: visit, actor: actor, cycle: cycle, risks: risks, filter: filter, place: .board)
        let chosen = self.chosen
        let board = Board(self, chosen: chosen)
        let body: HTML = """
            \(head.html(waits))<div id="waits" data-live-part>\(waits.html)\(InversionNote(visit: visit, risks: risks).html)</div>
            \(DependencyChips(visit: visit, filter: filter, risks: risks, own: own, address: .board).html)\(OtherDay(visit: visit).html)
            <div id="board" data-live-part data-behaviour="board">\(board.html)</div>
            <div id="lists" data-live-part>\(BoardLists(page: self, chosen: chosen, letters: board.letters).html)</div>
            """
        return Layout.page(
            visit, title: visit.say(DependencyHead.title(of: cycle)), page: .dependencies, live: "dependency:*", body
        )
    }

    /// The teams that the filter names; none when it names none.
    var teams: Set<Identifier<Rouage.Unit>> { filter.teams(own: own, in: visit.organisation) }

    /// What is drawn as strings: all of a team, of an initiative or of the circles, what has most at stake first.
    private var chosen: [DependencyLine] {
        let isDrawn: (DependencyLine) -> Bool
        let teams = self.teams
        switch filter.scope {
        case .mine, .team:
            isDrawn = { line in
                let asks = teams.contains(line.askingTeam)
                let gives = line.givingTeam.map(teams.contains) ?? false
                return switch filter.side {
                case .asking: asks
                case .giving: gives
                case nil: asks || gives
                }
            }
        case .briefing(let id): isDrawn = { $0.briefing == id }
        case .all, .tribe: isDrawn = { _ in filter.isCircular }
        }
        return filter.with {
            $0.sort = .risk; $0.isDescending = true
        }
        .ordered(
            risks.lines.filter { $0.isOnBoard && filter.admits($0, risks) && isDrawn($0) }, visit.organisation, risks)
    }

    /// What is counted: all that the filter lets through, whatever is drawn.
    var counted: [DependencyLine] {
        let loose = filter.with {
            $0.week = nil
            $0.other = nil
            $0.isCircular = false
        }
        guard case .tribe = filter.scope else {
            return risks.lines.filter { $0.isOnBoard && loose.admits($0, risks) }
        }
        let teams = self.teams
        return risks.lines.filter { line in
            line.isOnBoard && loose.admits(line, risks)
                && (teams.contains(line.askingTeam) || line.givingTeam.map(teams.contains) ?? false)
        }
    }

    /// Whether something was chosen, so that the rest goes quiet.
    var isChosen: Bool {
        switch filter.scope {
        case .mine, .team, .briefing: true
        case .all, .tribe: filter.isCircular
        }
    }
}

extension DependencyLine {
    /// Whether it has a place on the board: it is waited for, or was delivered.
    var isOnBoard: Bool { isAwaited || state == .delivered }
}

extension DependencyFilter {
    /// The teams that the scope names; none when it names none.
    package func teams(own: [Rouage.Unit], in organisation: Organisation) -> Set<Identifier<Rouage.Unit>> {
        switch scope {
        case .mine: Set(own.map(\.id))
        case .team(let id): [id]
        case .tribe(let id): Set(organisation.teams.map(\.id).filter { organisation.lineage(of: $0).contains(id) })
        case .all, .briefing: []
        }
    }
}
