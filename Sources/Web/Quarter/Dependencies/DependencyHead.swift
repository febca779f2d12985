import HTML
import Rouage
import Storage
package import WebCore

extension DependencyViews {
    /// The three views of a quarter's dependencies.
    package enum Place: String, CaseIterable {
        case board = "/board"
        case matrix = "/board/matrix"
        case table = "/dependencies"

        package var phrase: Phrase {
            switch self {
            case .board: Phrase(fr: "Ficelles", en: "Strings")
            case .matrix: Phrase(fr: "Matrice", en: "Matrix")
            case .table: Phrase(fr: "Tableau", en: "Table")
            }
        }
    }
}

/// The head of the three views: how many, how many at risk, and the way to the other views.
struct DependencyHead {
    let visit: Visit
    let actor: Actor
    let cycle: Cycle
    let risks: CycleRisks
    let filter: DependencyFilter
    let place: DependencyViews.Place

    static func title(of cycle: Cycle) -> Phrase {
        Phrase(fr: "Dépendances du \(cycle.shortName(.french))", en: "Dependencies of \(cycle.shortName(.english))")
    }

    func html(_ waits: WaitBanner) -> HTML {
        """
        <header class="head"><div><h1>\(visit.say(Self.title(of: cycle)))</h1>\
        <p class="lede" id="lede" data-live-part>\(lede(waits))</p></div>\
        <div class="acts noprint">\(views)\(add)</div></header>
        """
    }

    private var views: HTML {
        let links = DependencyViews.Place.allCases.map { other -> HTML in
            // Each view has its own default: what is chosen is kept, what is not is left to it.
            let query = filter.with {
                $0.sort = .needed; $0.isDescending = false
            }
            .query(in: visit.organisation, usual: other == .table ? .mine : .all)
            let icon: HTML = other == .board ? Part.icon("board") : ""
            let tail: HTML = query.isEmpty ? "" : "?\(query)"
            return """
                <a href="\(other.rawValue)\(tail)"\(" aria-current=\"true\"", if: other == place)>\
                \(icon)\(visit.say(other.phrase))</a>
                """
        }
        return "<nav class=\"seg\" aria-label=\"\(visit.say(Phrase(fr: "Vue", en: "View")))\">\(links)</nav>"
    }

    private var add: HTML {
        guard !actor.isOps, visit.past == nil, actor.teams.contains(where: \.sort.delivers) else { return "" }
        return """
            <a class="btn" href="/dependencies/new?cycle=\(cycle.label.inAddress)">\(Part.icon("plus"))\
            \(visit.say(Phrase(fr: "Signaler une dépendance", en: "Point out a dependency")))</a>
            """
    }

    private func lede(_ waits: WaitBanner) -> HTML {
        let all = risks.lines
        let alive = all.filter { $0.state != .withdrawn }
        let teams = Set(alive.map(\.askingTeam)).union(alive.compactMap(\.givingTeam)).count
        let unanswered = alive.count { $0.state == .pointedOut }
        let high = all.count { $0.isAtRisk(risks) }
        let total = Phrase(
            count: alive.count, fr: ("% dépendance", "% dépendances"), en: ("% dependency", "% dependencies"))
        let between = Phrase(count: teams, fr: ("% équipe", "% équipes"), en: ("% team", "% teams"))
        let silent = Phrase(fr: "\(unanswered) sans réponse", en: "\(unanswered) without an answer")
        let atRisk = Phrase(fr: ", \(high) à risque élevé", en: ", \(high) at high risk")
        let freeze = DateWords(language: visit.language).weekdayLong(cycle.phases.freeze)
        let end =
            visit.today < cycle.phases.freeze
            ? Phrase(fr: " Le gel est \(freeze).", en: " The freeze is on \(freeze).") : Phrase(fr: "", en: "")
        let gone = Phrase(
            count: all.count - alive.count,
            fr: (" % retirée, qui n’est pas comptée.", " % retirées, qui ne sont pas comptées."),
            en: (" % withdrawn, not counted.", " % withdrawn, not counted."))
        let left = all.count > alive.count ? visit.say(gone) : ""
        let link = visit.say(Phrase(fr: "entre", en: "between"))
        return """
            \(visit.say(total)) \(link) \(visit.say(between)). <b>\(visit.say(silent))</b>\(visit.say(atRisk))\(waits.count).\
            \(left)\(visit.say(end))
            """
    }
}
