import HTML
import Rouage
import Storage
import WebCore

/// The dependencies of a quarter: circular waits first, then what my teams wait for and owe, or all.
struct DependencyTablePage {
    let visit: Visit
    let actor: Actor
    let cycle: Cycle
    let filter: DependencyFilter
    /// The whole quarter with its risks.
    let risks: CycleRisks
    /// The visitor's teams that write briefings or give.
    let own: [Rouage.Unit]

    static func show(_ visit: Visit) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.isMember else { return Layout.forMembers(visit, .dependencies) }
        guard let cycle = visit.cycle else { return Layout.noCycle(visit) }
        let own = actor.teams.filter(\.sort.delivers)
        var filter = DependencyFilter(visit.exchange.query, in: visit.organisation)
        if own.isEmpty && filter.scope == .mine { filter.scope = .all }
        let page = DependencyTablePage(
            visit: visit, actor: actor, cycle: cycle, filter: filter, risks: try visit.risks(of: cycle), own: own)
        return try page.answer()
    }

    private var all: [DependencyLine] { risks.lines }

    private func answer() throws -> Answer {
        let say = visit.say
        let title = DependencyHead.title(of: cycle)
        let waits = WaitBanner(visit: visit, risks: risks)
        let head = DependencyHead(visit: visit, actor: actor, cycle: cycle, risks: risks, filter: filter, place: .table)
        let answerable = try visit.reading.records(visit.lines(of: cycle).awaiting(answeringTeams))
        let body: HTML = """
            \(head.html(waits))
            <div id="waits" data-live-part>\(waits.html)</div>
            \(DependencyChips(visit: visit, filter: filter, risks: risks, own: own, address: .table).html)\(OtherDay(visit: visit).html)
            <div id="dependencies" data-live-part>\(try tables(answerable))</div>
            """
        return Layout.page(visit, title: say(title), page: .dependencies, live: "dependency:*", body)
    }

    /// Teams for which the visitor may give or take an answer.
    private var answeringTeams: Set<Identifier<Rouage.Unit>> {
        Set(visit.organisation.teams.map(\.id).filter { actor.belongs(to: $0) || actor.leads($0) })
    }

    private func tables(_ answerable: [Dependency]) throws -> HTML {
        let table = DependencyTable(visit, answerable: answerable, filter: filter, risks: risks)
        let admitted = filter.ordered(all.filter { filter.admits($0, risks) }, visit.organisation, risks)
        switch filter.scope {
        case .all: return section(table, admitted, Phrase(fr: "Tout le département", en: "The whole department"))
        case .tribe(let id):
            let teams = Set(
                visit.organisation.teams.map(\.id).filter { visit.organisation.lineage(of: $0).contains(id) })
            let lines = admitted.filter { teams.contains($0.askingTeam) || $0.givingTeam.map(teams.contains) ?? false }
            let name = visit.name(id)
            return section(table, lines, Phrase(fr: name, en: name))
        case .briefing(let id):
            let briefing: Briefing = try visit.reading.get(id)
            guard try visit.opens(briefing) else { throw Refusal.notFound }
            let dependencies: [Dependency] = try visit.reading.records(where: "cycle = \(cycle.id)")
            let chain = ChainWords(visit: visit, briefing: briefing, dependencies: dependencies, cycle: cycle)
            let title = visit.title(of: briefing)
            return "\(chain.html)\(section(table, admitted.filter { $0.briefing == id }, Phrase(fr: title, en: title)))"
        case .team(let id): return split(table, admitted, [id])
        case .mine: return split(table, admitted, Set(own.map(\.id)))
        }
    }

    /// The two sides: what the teams wait for, what they owe.
    private func split(_ table: DependencyTable, _ lines: [DependencyLine], _ teams: Set<Identifier<Rouage.Unit>>)
        -> HTML
    {
        let isMine = filter.scope == .mine
        let name = teams.compactMap { visit.organisation.units[$0]?.name }.sorted().joined(separator: ", ")
        let asked = lines.filter { teams.contains($0.askingTeam) }
        let owed = lines.filter { $0.givingTeam.map(teams.contains) ?? false }
        let waits =
            isMine ? Phrase(fr: "J’attends", en: "I wait for") : Phrase(fr: "\(name) attend", en: "\(name) waits for")
        let owes = isMine ? Phrase(fr: "Je dois", en: "I owe") : Phrase(fr: "\(name) doit", en: "\(name) owes")
        let first: HTML = filter.side == .giving ? "" : section(table, asked, waits, empty: .waitsForNobody)
        let shown = filter.side == nil ? Set(asked.map(\.id)) : []
        let second: HTML =
            filter.side == .asking ? "" : section(table, owed, owes, empty: .owesNobody, shown: shown)
        return "\(first)\(second)"
    }

    private func section(
        _ table: DependencyTable, _ lines: [DependencyLine], _ title: Phrase, empty: Phrase = .noneLikeThis,
        shown: Set<Identifier<Dependency>> = []
    ) -> HTML {
        let words = visit.say(title)
        let count = Phrase(
            count: lines.count, fr: ("% dépendance", "% dépendances"), en: ("% dependency", "% dependencies"))
        let content: HTML =
            lines.isEmpty
            ? """
            <div class="empty"><p>\(visit.say(isNarrowed ? .noneLikeThis : empty))</p></div>
            """
            : table.html(lines, label: words, shown: shown)
        return """
            <section class="sec"><header><h2>\(words)</h2><p>\(visit.say(count))</p></header>\(content)</section>
            """
    }

    private var isNarrowed: Bool {
        filter.state != nil || filter.criticality != nil || filter.isUnanswered || filter.isLate || filter.isExternal
            || filter.isAtRisk || filter.isCircular || filter.week != nil || filter.other != nil
    }
}

extension Phrase {
    fileprivate static let waitsForNobody = Phrase(
        fr: "Vous n’attendez rien de personne. Une dépendance se signale depuis le briefing qui en a besoin.",
        en: "You wait for nobody. A dependency is pointed out from the briefing that needs it.")
    fileprivate static let owesNobody = Phrase(
        fr: "Personne n’attend rien de vous. Quand une équipe signalera une dépendance, elle apparaîtra ici.",
        en: "Nobody is waiting for you. When a team points out a dependency, it appears here.")
    fileprivate static let noneLikeThis = Phrase(
        fr: "Aucune dépendance de ce genre. Retirez un filtre pour en voir plus.",
        en: "No dependency like this. Remove a filter to see more.")
}
