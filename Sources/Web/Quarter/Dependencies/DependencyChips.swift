import HTML
import Rouage
import Storage
import WebCore

/// The filters of the table, each a link with its count; the rarer ones in a form.
struct DependencyChips {
    let visit: Visit
    let filter: DependencyFilter
    let risks: CycleRisks
    /// The visitor's teams that write briefings or give.
    let own: [Rouage.Unit]
    /// The view that the chips narrow.
    let address: DependencyViews.Place

    private var all: [DependencyLine] { risks.lines }

    var html: HTML {
        """
        <nav class="chips fl noprint" aria-label="\(visit.say(Phrase(fr: "Filtrer les dépendances", en: "Filter the dependencies")))">\
        \(scopes)<span class="sep"></span>\(quick)</nav>\(address == .table ? more : "")
        """
    }

    private func chip(_ words: String, _ count: Int, _ target: DependencyFilter, isOn: Bool) -> HTML {
        """
        <a class="chip" href="\(address.rawValue)?\(target.query(in: visit.organisation))"\(" aria-current=\"true\"", if: isOn)>\
        \(isOn ? Part.icon("check") : "")\(words) <b>\(count)</b></a>
        """
    }

    private func scope(_ words: String, _ scope: DependencyFilter.Scope, _ fits: (DependencyLine) -> Bool) -> HTML {
        chip(words, all.count(where: fits), filter.with { $0.scope = scope }, isOn: filter.scope == scope)
    }

    /// The department, the visitor's tribe and teams; the one asked for when it is another.
    private var scopes: HTML {
        let organisation = visit.organisation
        let mine = Set(own.map(\.id))
        var chips = scope(visit.say(Phrase(fr: "Tout le département", en: "The whole department")), .all) { _ in true }
        let tribe = own.first.flatMap { organisation.tribe(of: $0.id) }
        if let tribe { chips.append(self.tribe(tribe)) }
        if !own.isEmpty {
            let name = own.count == 1 ? own[0].name : visit.say(Phrase(fr: "Mes équipes", en: "My teams"))
            // The one team of mine may have been chosen by its name.
            let isMine = own.count == 1 && filter.scope == .team(own[0].id)
            chips.append(scope(name, isMine ? filter.scope : .mine) { self.concerns($0, mine) })
        }
        switch filter.scope {
        case .team(let id) where own.map(\.id) != [id]:
            chips.append(scope(visit.name(id), .team(id)) { self.concerns($0, [id]) })
        case .tribe(let id) where id != tribe?.id:
            if let other = organisation.units[id] { chips.append(self.tribe(other)) }
        case .briefing(let id):
            let words = visit.say(Phrase(fr: "Une initiative", en: "One initiative"))
            chips.append(scope(words, .briefing(id)) { $0.briefing == id })
        case .team, .tribe, .mine, .all: break
        }
        if let week = filter.week {
            let day = visit.dates.short(week)
            let words = visit.say(Phrase(fr: "Semaine du \(day)", en: "Week of \(day)"))
            chips.append(toggle(words, true, { $0.week = nil }) { $0.givenOn.monday == week })
        }
        if let other = filter.other {
            let name = visit.name(other)
            let words = visit.say(Phrase(fr: "Pour \(name)", en: "For \(name)"))
            chips.append(toggle(words, true, { $0.other = nil }) { $0.askingTeam == other })
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
        _ words: String, _ isOn: Bool, _ change: (inout DependencyFilter) -> Void, _ fits: (DependencyLine) -> Bool
    ) -> HTML {
        chip(words, all.count(where: fits), filter.with(change), isOn: isOn)
    }

    private var quick: HTML {
        let isBlocking = filter.criticality == .blocking
        let say = visit.say
        var chips = [
            toggle(
                say(Phrase(fr: "Sans réponse", en: "Without an answer")), filter.isUnanswered,
                { $0.isUnanswered.toggle() }
            ) { $0.state == .pointedOut },
            toggle(
                say(Phrase(fr: "Bloquantes", en: "Blocking")), isBlocking,
                { $0.criticality = isBlocking ? nil : .blocking }
            ) { $0.criticality == .blocking },
            toggle(say(Phrase(fr: "Risque élevé", en: "High risk")), filter.isAtRisk, { $0.isAtRisk.toggle() }) {
                $0.isAtRisk(risks)
            },
        ]
        if filter.isCircular || all.contains(where: { risks.isInCircle($0.id) }) {
            chips.append(
                toggle(
                    say(Phrase(fr: "En attente circulaire", en: "In a circular wait")), filter.isCircular,
                    { $0.isCircular.toggle() }
                ) { risks.isInCircle($0.id) })
        }
        chips += [
            toggle(say(Phrase(fr: "Non anticipées", en: "Late")), filter.isLate, { $0.isLate.toggle() }) { $0.isLate },
            toggle(
                say(Phrase(fr: "Hors de l’entreprise", en: "Outside the company")), filter.isExternal,
                { $0.isExternal.toggle() }
            ) { $0.givingTeam == nil },
        ]
        return chips.joined()
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
            <form class="row" method="get" action="/dependencies">\(cycle)\(day)\
            \(parts.select("team", Phrase(fr: "Équipe", en: "Team"), stored: chosenTeam, teams, empty: any))\
            \(parts.select("tribe", Phrase(fr: "Tribe", en: "Tribe"), stored: chosenTribe, tribes, empty: any))\
            \(parts.select("side", Phrase(fr: "Côté", en: "Side"), stored: filter.side?.rawValue ?? "", sides, empty: Phrase(fr: "Les deux", en: "Both")))\
            \(parts.select("state", Phrase(fr: "Statut", en: "Status"), stored: filter.state?.rawValue ?? "", states, empty: any))\
            \(parts.select("criticality", Phrase(fr: "Criticité", en: "Criticality"), stored: filter.criticality?.rawValue ?? "", levels, empty: any))\
            <button class="btn s">\(visit.say(Phrase(fr: "Filtrer", en: "Filter")))</button></form>
            """
    }

    private var cycle: HTML {
        filter.cycle.isEmpty ? "" : "<input type=\"hidden\" name=\"cycle\" value=\"\(filter.cycle)\">"
    }

    private var day: HTML {
        filter.day.isEmpty ? "" : "<input type=\"hidden\" name=\"as_of\" value=\"\(filter.day)\">"
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
