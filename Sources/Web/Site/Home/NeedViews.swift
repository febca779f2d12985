import HTML
import Rouage
import Storage
import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// What those in view wait for and owe: three rows each, the rest one link away.
enum NeedViews {
    private static let most = 3

    static func sections(_ home: Home) -> HTML {
        guard home.standpoint != .department else { return department(home) }
        let teams = Set(home.standpoint.teams.map(\.id))
        let isOneTeam = teams.count == 1
        // Between two teams of a tribe, the tribe neither waits nor owes.
        let waits = home.needs.filter {
            teams.contains($0.askingTeam) && (isOneTeam || !isWithin(teams, $0.givingTeam))
        }
        let owes = home.needs.filter { isWithin(teams, $0.givingTeam) && (isOneTeam || !teams.contains($0.askingTeam)) }
        let verb = home.standpoint.isMany
        let say = home.visit.say
        let query = home.address
        return section(
            home, id: "waits",
            title: say(
                Phrase(
                    fr: "\(home.name) \(verb ? "attendent" : "attend")",
                    en: "\(home.name) \(verb ? "wait" : "waits") for")),
            heads: (Phrase(fr: "Quoi, de qui", en: "What, from whom"), say(Phrase(fr: "Pour le", en: "By"))),
            waits, side: .asking, more: "/dependencies?\(query)side=asking")
            + section(
                home, id: "owes",
                title: say(
                    Phrase(
                        fr: "\(home.name) \(verb ? "doivent" : "doit")", en: "\(home.name) \(verb ? "owe" : "owes")")),
                heads: (Phrase(fr: "Quoi, à qui", en: "What, to whom"), say(Phrase(fr: "Pour le", en: "By"))),
                owes, side: .giving, more: "/dependencies?\(query)side=giving")
    }

    private static func isWithin(_ teams: Set<Identifier<Rouage.Unit>>, _ team: Identifier<Rouage.Unit>?) -> Bool {
        team.map(teams.contains) ?? false
    }

    /// For the CPO, Product Ops and whoever looks at the whole: what may fail, and who has not answered.
    private static func department(_ home: Home) -> HTML {
        let say = home.visit.say
        let heads = (
            Phrase(fr: "Quoi, de qui à qui", en: "What, from whom to whom"), say(Phrase(fr: "Pour le", en: "By"))
        )
        return section(
            home, id: "blocking",
            title: say(Phrase(fr: "Bloquantes, sans engagement", en: "Blocking, not promised")), heads: heads,
            home.blocking, side: .both, more: "/dependencies?scope=all&criticality=blocking")
            + section(
                home, id: "unanswered", title: say(Phrase(fr: "Sans réponse", en: "Without an answer")), heads: heads,
                home.unanswered, side: .both, more: "/dependencies?scope=all&unanswered=1")
    }

    private enum Side { case asking, giving, both }

    private static func section(
        _ home: Home, id: String, title: String, heads: (Phrase, String), _ needs: [DependencyLine], side: Side,
        more: String
    ) -> HTML {
        let visit = home.visit
        let shown = needs.prefix(most)
        let number: HTML = needs.isEmpty ? "" : "<p>\(count(home, needs))</p>"
        return """
            <section class="sec" aria-labelledby="h-\(id)"><header><h2 id="h-\(id)">\(title)</h2>\
            \(number)</header>
            \(needs.isEmpty ? empty(visit, side) : table(visit, title, heads, shown.map { row(home, $0, side) }))\
            \(rest(visit, Array(needs.dropFirst(most)), side, more))\(side == .giving ? load(home) : "")</section>
            """
    }

    private static func table(_ visit: Visit, _ title: String, _ heads: (Phrase, String), _ rows: [HTML]) -> HTML {
        """
        <table class="t"><caption class="vh">\(title)</caption><thead><tr><th scope="col">\(visit.say(heads.0))</th>\
        <th scope="col">\(visit.say(Phrase(fr: "Statut", en: "Status")))</th>\
        <th scope="col" class="num">\(heads.1)</th></tr></thead><tbody>\(rows)</tbody></table>
        """
    }

    private static func row(_ home: Home, _ need: DependencyLine, _ side: Side) -> HTML {
        let visit = home.visit
        let giver = need.givingTeam.map { visit.name($0) } ?? need.externalParty
        let isRunning = need.cycle == home.running?.id
        let other =
            switch side {
            case .asking: giver
            case .giving: visit.name(need.askingTeam)
            case .both:
                visit.say(
                    Phrase(
                        fr: "\(giver) à \(visit.name(need.askingTeam))",
                        en: "\(giver) to \(visit.name(need.askingTeam))"))
            }
        let quarter = isRunning ? home.running.map { ", \($0.shortName(visit.language))" } ?? "" : ""
        return """
            <tr><th scope="row"><a href="/dependencies/\(need.id.description)">\
            \(need.what.shortened(to: 60).set(in: visit.language))</a><small class="q">\(other)\(quarter)</small></th>\
            <td>\(status(visit, need, side))</td><td class="num">\(visit.dates.short(need.neededBy))</td></tr>
            """
    }

    private static func status(_ visit: Visit, _ need: DependencyLine, _ side: Side) -> HTML {
        if need.isClaimed {
            return Part.status(visit.say(Phrase(fr: "À confirmer", en: "To confirm")), ("d-done", "acc"))
        }
        if need.state == .pointedOut, side == .giving {
            return Part.status(visit.say(Phrase(fr: "À répondre", en: "To answer")), ("d-sig", "stop"))
        }
        return Part.status(visit.say(need.state.phrase), need.state.dial)
    }

    /// `3 au T2, 1 au T1`.
    private static func count(_ home: Home, _ needs: [DependencyLine]) -> String {
        let visit = home.visit
        let cycles = [home.prepared, home.running].compactMap { $0 }
        let counts = cycles.map { cycle in (cycle, needs.count { $0.cycle == cycle.id }) }.filter { $0.1 > 0 }
        if counts.count == 1, let (cycle, count) = counts.first {
            let name = cycle.shortName(visit.language)
            return visit.say(
                Phrase(
                    count: count, fr: ("% dépendance du \(name)", "% dépendances du \(name)"),
                    en: ("% dependency of \(name)", "% dependencies of \(name)")))
        }
        return counts.map { cycle, count in
            let name = cycle.shortName(visit.language)
            return visit.say(Phrase(fr: "\(count) au \(name)", en: "\(count) in \(name)"))
        }.joined(separator: ", ")
    }

    private static func rest(_ visit: Visit, _ needs: [DependencyLine], _ side: Side, _ address: String) -> HTML {
        guard !needs.isEmpty else { return "" }
        var names: [String] = []
        for need in needs {
            let name =
                side == .asking
                ? need.givingTeam.map { visit.name($0) } ?? need.externalParty : visit.name(need.askingTeam)
            if !names.contains(name) { names.append(name) }
        }
        let known = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? "…" : "")
        let phrase = Phrase(
            count: needs.count, fr: ("% autre : \(known)", "% autres : \(known)"),
            en: ("% more: \(known)", "% more: \(known)"))
        return "<p class=\"note more\"><a href=\"\(address)\">\(visit.say(phrase))</a></p>"
    }

    private static func empty(_ visit: Visit, _ side: Side) -> HTML {
        let (lead, how): (Phrase, Phrase) =
            switch side {
            case .asking:
                (
                    Phrase(fr: "Aucune autre équipe n’est attendue.", en: "No other team is waited for."),
                    Phrase(
                        fr: "Un briefing signale ce dont il a besoin ; c’est là que cela s’écrit.",
                        en: "A briefing points out what it needs; that is where it is written.")
                )
            case .giving:
                (
                    Phrase(fr: "Aucune équipe n’attend rien ici.", en: "No team waits for anything here."),
                    Phrase(
                        fr: "Ce que d’autres signalent viendra ici, avec sa date.",
                        en: "What others point out will come here, with its date.")
                )
            case .both:
                (
                    Phrase(fr: "Rien de tel aujourd’hui.", en: "None today."),
                    Phrase(
                        fr: "Les dépendances du trimestre sont toutes à une page d’ici.",
                        en: "All dependencies of the quarter are one page away.")
                )
            }
        return "<div class=\"empty\"><h3>\(visit.say(lead))</h3><p>\(visit.say(how))</p></div>"
    }

    private static func load(_ home: Home) -> HTML {
        guard let load = home.load, let percent = load.percent, let zone = load.zone, let cycle = home.prepared else {
            return ""
        }
        let visit = home.visit
        let label = Phrase(
            fr: "Charge prévue au \(cycle.shortName(.french))", en: "Load planned for \(cycle.shortName(.english))")
        let estimated =
            load.isEstimated ? visit.say(Phrase(fr: ", estimé", en: ", estimated")) : ""
        return """
            <p class="note load"><span>\(visit.say(label))</span>\(Part.track(percent: percent))\
            <span><b>\(visit.say(Phrase(fr: "\(percent) %", en: "\(percent)%")))</b> \
            \(visit.say(zone.phrase).lowercased())\(estimated)</span></p>\(LoadViews(visit: visit).why(load))
            """
    }
}

extension Home {
    /// The part of an address that narrows the dependency table to who is in view.
    fileprivate var address: String {
        guard case .teams(let teams) = standpoint, let team = teams.first else { return "" }
        return "team=\(team.code.inAddress)&"
    }
}
