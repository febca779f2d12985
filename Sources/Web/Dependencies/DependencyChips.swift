import HTML
import Rouage
import Storage

/// The filters of the table, each a link with its count; the rarer ones in a form.
struct DependencyChips {
    let page: DependencyTablePage
    private var visit: Visit { page.visit }
    private var filter: DependencyFilter { page.filter }

    var html: HTML {
        """
        <nav class="chips fl" aria-label="\(visit.say(Phrase(fr: "Filtrer les dépendances", en: "Filter the dependencies")))">\
        \(scopes)<span class="sep"></span>\(quick)</nav>\(more)
        """
    }

    private func chip(_ words: String, _ count: Int, _ target: DependencyFilter, isOn: Bool) -> HTML {
        """
        <a class="chip" href="/dependencies?\(target.query(in: visit.organisation))"\(" aria-current=\"true\"", if: isOn)>\
        \(isOn ? Part.icon("check") : "")\(words) <b>\(count)</b></a>
        """
    }

    private func scope(_ words: String, _ scope: DependencyFilter.Scope, _ fits: (DependencyLine) -> Bool) -> HTML {
        chip(words, page.all.count(where: fits), filter.with { $0.scope = scope }, isOn: filter.scope == scope)
    }

    /// The department, the visitor's tribe and teams; the one asked for when it is another.
    private var scopes: HTML {
        let organisation = visit.organisation
        let own = Set(page.own.map(\.id))
        var chips = scope(visit.say(Phrase(fr: "Tout le département", en: "The whole department")), .all) { _ in true }
        let tribe = page.own.first.flatMap { organisation.tribe(of: $0.id) }
        if let tribe { chips.append(self.tribe(tribe)) }
        if !own.isEmpty {
            let name = page.own.count == 1 ? page.own[0].name : visit.say(Phrase(fr: "Mes équipes", en: "My teams"))
            chips.append(scope(name, .mine) { self.concerns($0, own) })
        }
        switch filter.scope {
        case .team(let id):
            chips.append(scope(visit.name(id), .team(id)) { self.concerns($0, [id]) })
        case .tribe(let id) where id != tribe?.id:
            if let other = organisation.units[id] { chips.append(self.tribe(other)) }
        case .briefing(let id):
            let words = visit.say(Phrase(fr: "Une initiative", en: "One initiative"))
            chips.append(scope(words, .briefing(id)) { $0.briefing == id })
        case .tribe, .mine, .all: break
        }
        return chips
    }

    private func tribe(_ tribe: Rouage.Unit) -> HTML {
        let organisation = visit.organisation
        let teams = Set(organisation.teams.map(\.id).filter { organisation.lineage(of: $0).contains(tribe.id) })
        let name = tribe.sort == .tribe ? "Tribe \(tribe.name)" : tribe.name
        return scope(name, .tribe(tribe.id)) { self.concerns($0, teams) }
    }

    private func concerns(_ line: DependencyLine, _ teams: Set<Identifier<Rouage.Unit>>) -> Bool {
        teams.contains(line.askingTeam) || line.givingTeam.map(teams.contains) ?? false
    }

    private func toggle(
        _ words: Phrase, _ isOn: Bool, _ change: (inout DependencyFilter) -> Void, _ fits: (DependencyLine) -> Bool
    ) -> HTML {
        chip(visit.say(words), page.all.count(where: fits), filter.with(change), isOn: isOn)
    }

    private var quick: HTML {
        let isBlocking = filter.criticality == .blocking
        return [
            toggle(
                Phrase(fr: "Sans réponse", en: "Without an answer"), filter.isUnanswered, { $0.isUnanswered.toggle() }
            ) { $0.state == .pointedOut },
            toggle(
                Phrase(fr: "Bloquantes", en: "Blocking"), isBlocking,
                { $0.criticality = isBlocking ? nil : .blocking }
            ) { $0.criticality == .blocking },
            toggle(Phrase(fr: "Non anticipées", en: "Late"), filter.isLate, { $0.isLate.toggle() }) { $0.isLate },
            toggle(
                Phrase(fr: "Hors de l’entreprise", en: "Outside the company"), filter.isExternal,
                { $0.isExternal.toggle() }
            ) { $0.givingTeam == nil },
        ].joined()
    }

    // MARK: The form

    private var more: HTML {
        let isUsed = filter.state != nil || filter.side != nil || (filter.criticality ?? .blocking) != .blocking
        return """
            <details class="disc fl"\(" open", if: isUsed)><summary>\(Part.icon("filter"))\
            \(visit.say(Phrase(fr: "Plus de filtres", en: "More filters")))</summary>\(form)</details>
            """
    }

    private var form: HTML {
        let any = Phrase(fr: "Tous", en: "All")
        let organisation = visit.organisation
        let teams = organisation.teams.map { ($0.code, $0.name) }
        let tribes = organisation.units.values.filter { $0.sort == .tribe }.sorted { $0.name < $1.name }
            .map { ($0.code, $0.name) }
        let states = Dependency.State.allCases.map { ($0.rawValue, visit.say($0.phrase)) }
        let levels = Dependency.Criticality.allCases.map { ($0.rawValue, visit.say($0.phrase)) }
        let sides = [
            ("asking", visit.say(Phrase(fr: "Ce qu’elle attend", en: "What it waits for"))),
            ("giving", visit.say(Phrase(fr: "Ce qu’elle doit", en: "What it owes"))),
        ]
        let parts = FormParts(visit, prefix: "fl", isSent: false)
        return """
            <form class="row" method="get" action="/dependencies"><input type="hidden" name="cycle" value="\(page.cycle.label)">\
            \(parts.select("team", Phrase(fr: "Équipe", en: "Team"), stored: chosenTeam, teams, empty: any))\
            \(parts.select("tribe", Phrase(fr: "Tribe", en: "Tribe"), stored: chosenTribe, tribes, empty: any))\
            \(parts.select("side", Phrase(fr: "Côté", en: "Side"), stored: filter.side?.rawValue ?? "", sides, empty: Phrase(fr: "Les deux", en: "Both")))\
            \(parts.select("state", Phrase(fr: "Statut", en: "Status"), stored: filter.state?.rawValue ?? "", states, empty: any))\
            \(parts.select("criticality", Phrase(fr: "Criticité", en: "Criticality"), stored: filter.criticality?.rawValue ?? "", levels, empty: any))\
            <button class="btn s">\(visit.say(Phrase(fr: "Filtrer", en: "Filter")))</button></form>
            """
    }

    private var chosenTeam: String {
        if case .team(let id) = filter.scope { return visit.organisation.units[id]?.code ?? "" }
        return ""
    }

    private var chosenTribe: String {
        if case .tribe(let id) = filter.scope { return visit.organisation.units[id]?.code ?? "" }
        return ""
    }
}
