import HTML
import Rouage
import Storage
import WebCore
import WebQuarter

/// Closing a unit: its pages and what it still owes go to other teams first; what it waits for goes with its pages.
enum UnitClosing {
    static func show(_ visit: Visit) throws -> Answer {
        let unit = try visit.unit()
        guard try visit.signedIn().may(.editOrganisation(unit.id)) else { throw Refusal.notAllowed }
        let open = try visit.reading.openDependencies(of: unit.id, on: visit.today)
        let owed = open.filter { $0.givingTeam == unit.id }
        let briefings = try visit.reading.briefingsUnderWay(of: unit.id, on: visit.today)
        let kept = Set(briefings.map(\.id))
        let asked = open.filter { $0.askingTeam == unit.id && !kept.contains($0.briefing) }
        let form = try FieldForm(visit, Rouage.Unit.Closing(on: visit.today))
        let title = Phrase(fr: "Fermer \(unit.name)", en: "Close \(unit.name)")
        let send = Rouage.Unit.acts.sending("closure", unit, visit)
        let body: HTML = """
            <header class="head"><div><p class="over"><a href="/teams/\(unit.code.inAddress)">\(unit.name)</a></p>\
            <h1>\(visit.say(title))</h1><p class="lede">\(visit.say(lede(visit, unit)))</p></div></header>
            \(form.summary(Phrase(fr: "L’unité n’est pas fermée.", en: "The unit was not closed.")))
            <form class="frm" method="post" action="\(send.to)">\(Part.csrf(visit))\
            \(form.day(.day, from: visit.today))
            \(writing(visit, unit, form, briefings))\(owing(visit, unit, form.parts, owed))\(waiting(visit, asked))
            <div class="acts"><button class="btn bad">\(send.words)</button>\
            <a class="btn low" href="/teams/\(unit.code.inAddress)">\(visit.say(Phrase(fr: "Revenir", en: "Go back")))</a></div></form>
            """
        return Layout.page(visit, title: visit.say(title), page: .people, body)
    }

    private static func lede(_ visit: Visit, _ unit: Rouage.Unit) -> Phrase {
        let places = Phrase(
            count: visit.organisation.members(of: unit.id).count,
            fr: ("% place prend fin ce jour-là.", "% places prennent fin ce jour-là."),
            en: ("% membership ends on that day.", "% memberships end on that day."))
        return Phrase(
            fr: "Rien n’est effacé : ses trimestres passés restent lisibles. \(places(.french))",
            en: "Nothing is deleted: its past quarters stay readable. \(places(.english))")
    }

    /// One select for each page under way: the team that takes it over, or that it ends, for those who decide on it.
    private static func writing(
        _ visit: Visit, _ unit: Rouage.Unit, _ form: FieldForm<Rouage.Unit.Closing>, _ briefings: [Briefing]
    ) -> HTML {
        guard !briefings.isEmpty else { return "" }
        let teams = visit.organisation.teams.filter { $0.id != unit.id }.map { ($0.code, $0.name) }
        let mayEnd = briefings.contains { visit.actor?.may(.decideBriefing($0)) ?? false }
        let end = [
            (Rouage.Unit.Closing.nobody, visit.say(Phrase(fr: "Personne : elle s’arrête", en: "Nobody: it ends")))
        ]
        let rows = briefings.map { briefing -> HTML in
            let title = shown(briefing, visit)
            let cycle = visit.cycles.first { $0.id == briefing.cycle }
            let label = Phrase(
                fr: "\(title), \(cycle?.shortName(.french) ?? "")", en: "\(title), \(cycle?.shortName(.english) ?? "")")
            return form.parts.select(
                "taker-\(briefing.id)", label, teams + (mayEnd ? end : []),
                empty: Phrase(fr: "Choisissez une équipe", en: "Choose a team"))
        }
        let hint = Phrase(
            fr: "L’équipe choisie reprend le texte, l’historique et ce qu’il attend des autres.",
            en: "The team you choose takes over the text, its history and what it waits for.")
        return """
            <section class="sec" id="f-taker"><header><h2>\(visit.say(Phrase(fr: "Ses briefings en route", en: "Its briefings under way")))</h2>\
            <p>\(briefings.count)</p></header><p class="note">\(visit.say(hint))</p>\(rows)\
            \(mayEnd ? form.control(.reason) : "")</section>
            """
    }

    /// Who closes a team sees that a page is there, and reads its title when it is open to them.
    private static func shown(_ briefing: Briefing, _ visit: Visit) -> String {
        if visit.actor?.may(.readBriefing(briefing)) ?? false { return visit.title(of: briefing) }
        let begun = visit.dates.short(briefing.createdAt.day(in: visit.site.clock.zone))
        return visit.say(
            briefing.state == .draft
                ? Phrase(
                    fr: "Une ébauche, pas encore déposée, commencée le \(begun)",
                    en: "A draft, not submitted yet, begun on \(begun)")
                : Phrase(fr: "Un briefing commencé le \(begun)", en: "A briefing begun on \(begun)"))
    }

    /// What a team gives, for those of the department; that there is something, for who administers it from outside.
    private static func shown(_ dependency: Dependency, _ visit: Visit) -> String {
        if visit.actor?.isMember ?? false { return dependency.what }
        let day = visit.dates.short(dependency.neededBy)
        return visit.say(Phrase(fr: "Une dépendance, attendue le \(day)", en: "A dependency, needed by \(day)"))
    }

    /// One select for each dependency it still owes: the team that takes it over answers for itself.
    private static func owing(
        _ visit: Visit, _ unit: Rouage.Unit, _ parts: FormParts, _ owed: [Dependency]
    ) -> HTML {
        guard !owed.isEmpty else { return "" }
        let teams = visit.organisation.teams.filter { $0.id != unit.id }
        let rows = owed.map { dependency -> HTML in
            let options = teams.filter { $0.id != dependency.askingTeam }.map { ($0.code, $0.name) }
            let what = shown(dependency, visit)
            let label = Phrase(
                fr: "\(what), pour \(visit.name(dependency.askingTeam))",
                en: "\(what), for \(visit.name(dependency.askingTeam))")
            return parts.select(
                "giver-\(dependency.id)", label, options,
                empty: Phrase(fr: "Choisissez une équipe", en: "Choose a team"))
        }
        let hint = Phrase(
            fr: "L’équipe choisie reçoit une demande sans réponse : ce que \(unit.name) avait promis ne l’engage pas.",
            en: "The team you choose receives a request without an answer: what \(unit.name) promised does not bind it."
        )
        return """
            <section class="sec" id="f-giver"><header><h2>\(visit.say(Phrase(fr: "Ce que l’équipe doit encore", en: "What the team still owes")))</h2>\
            <p>\(owed.count)</p></header><p class="note">\(visit.say(hint))</p>\(rows)</section>
            """
    }

    private static func waiting(_ visit: Visit, _ asked: [Dependency]) -> HTML {
        guard !asked.isEmpty else { return "" }
        let rows = asked.map { dependency -> HTML in
            """
            <li><a href="/dependencies/\(dependency.id.description)">\(shown(dependency, visit))</a> \
            <span class="q">\(DependencyViews.giver(visit, dependency))</span></li>
            """
        }
        let hint = Phrase(
            fr: "L’équipe les retire, ou attend leur livraison : personne d’autre ne peut le faire à sa place.",
            en: "The team withdraws them, or waits for their delivery: nobody else can do that for it.")
        return """
            <section class="sec"><header><h2>\(visit.say(Phrase(fr: "Ce que l’équipe attend encore", en: "What the team still waits for")))</h2>\
            <p>\(asked.count)</p></header><p class="note">\(visit.say(hint))</p><ul class="tree">\(rows)</ul></section>
            """
    }
}
