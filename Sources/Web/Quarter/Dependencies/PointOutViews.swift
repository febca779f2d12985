import HTML
import Rouage
import Storage
import WebCore

/// The form that points out what an initiative needs from another team.
enum PointOutViews {
    /// The choice that stands for a party outside the company.
    static let outside = "-"

    private static let title = Phrase(fr: "Signaler une dépendance", en: "Point out a dependency")

    static func form(_ visit: Visit, _ briefing: Briefing) throws -> Answer {
        guard try visit.signedIn().may(.writeBriefing(briefing)) else { throw Refusal.notAllowed }
        let cycle = try visit.cycle(of: briefing)
        let parts = FormParts(visit)
        let labels = [
            ("what", what), ("giving_team", giver), ("external_party", party), ("needed_by", neededBy),
            ("collaborates_until", collaboratesUntil),
        ]
        let body: HTML = """
            <header class="head"><div><p class="over"><a href="/briefings/\(briefing.id.description)">\
            \(visit.title(of: briefing))</a></p><h1>\(visit.say(title))</h1></div></header>
            \(parts.summary(Phrase(fr: "La dépendance n’est pas signalée.", en: "The dependency was not pointed out."), labels))
            <form class="frm" method="post" action="/briefings/\(briefing.id.description)/dependencies">\(Part.csrf(visit))
            \(parts.area("what", what, hint: whatHint, limit: Dependency.limit))\(giverField(visit, briefing, parts))\
            \(parts.day("needed_by", neededBy, hint: needHint(cycle), from: visit.today, to: cycle.end))\
            \(criticality(parts))\(kind(visit, parts, cycle))
            <div class="acts"><button class="btn pri">\(visit.say(Phrase(fr: "Signaler la dépendance", en: "Point out the dependency")))</button>\
            <a class="btn low" href="/briefings/\(briefing.id.description)">\(visit.say(Phrase(fr: "Revenir", en: "Go back")))</a></div></form>
            """
        return Layout.page(visit, title: visit.say(title), page: .briefings, body)
    }

    private static let what = Phrase(fr: "Ce que vous attendez", en: "What you need")
    private static let whatHint = Phrase(
        fr: "Une chose que l’autre équipe peut promettre pour un jour. Le pourquoi est dans votre briefing.",
        en: "One thing that the other team can promise for a day. The reason is in your briefing.")
    private static let giver = Phrase(fr: "Équipe contributrice", en: "Giving team")
    private static let party = Phrase(fr: "Hors de l’entreprise : de qui", en: "Outside the company: from whom")
    private static let neededBy = Phrase(fr: "Attendue pour le", en: "Needed by")
    private static let collaboratesUntil = Phrase(fr: "Fin de la collaboration", en: "End of the collaboration")

    private static let partingHint = Phrase(
        fr: "Pour une collaboration : le jour où les deux équipes cessent de travailler ensemble.",
        en: "For a collaboration: the day on which the two teams stop working together.")

    private static func needHint(_ cycle: Cycle) -> Phrase {
        Phrase(
            fr: "Au plus tard le \(cycle.end.inFrench), fin du \(cycle.name(.french)).",
            en: "No later than \(cycle.end.inEnglish), the end of \(cycle.name(.english)).")
    }

    private static func giverField(_ visit: Visit, _ briefing: Briefing, _ parts: FormParts) -> HTML {
        let chosen = parts.value("giving_team", or: visit.exchange.query["giving_team"] ?? "")
        let teams = visit.organisation.teams.filter { $0.id != briefing.team }
        let groups = Dictionary(grouping: teams) { visit.organisation.tribe(of: $0.id)?.name ?? "" }
        let grouped = groups.sorted { $0.key < $1.key }.map { group -> HTML in
            """
            <optgroup label="\(group.key)">\(group.value.map { parts.option(value: $0.code, $0.name, chosen: chosen) })</optgroup>
            """
        }
        let options: HTML = """
            \(parts.nothing(Phrase(fr: "Choisissez une équipe", en: "Choose a team")))\(grouped)\
            \(parts.option(value: outside, visit.say(Phrase(fr: "Hors de l’entreprise", en: "Outside the company")), chosen: chosen))
            """
        let hint = Phrase(
            fr: "Une seule. Pour deux équipes, signalez deux dépendances.",
            en: "Only one. For two teams, point out two dependencies.")
        let partyHint = Phrase(
            fr: "Un organisme, un fournisseur. Vous noterez ici ce qu’il répond.",
            en: "An authority, a supplier. You write down here what they answer.")
        return """
            \(parts.select("giving_team", giver, hint: hint, options: options))\
            \(parts.text("external_party", party, hint: partyHint))
            """
    }

    private static func criticality(_ parts: FormParts) -> HTML {
        parts.radios(
            "criticality", Phrase(fr: "Criticité", en: "Criticality"), stored: Dependency.Criticality.slowing.rawValue,
            Dependency.Criticality.allCases.map { ($0.rawValue, $0.words) })
    }

    private static func kind(_ visit: Visit, _ parts: FormParts, _ cycle: Cycle) -> HTML {
        let kinds = Dependency.Sort.allCases.map { ($0.rawValue, visit.say($0.phrase)) }
        return """
            \(parts.select("type", Phrase(fr: "Nature", en: "Kind"), stored: Dependency.Sort.deliverable.rawValue, kinds))\
            \(parts.radios("interaction", Phrase(fr: "Façon de travailler", en: "Way of working"),
                stored: Dependency.Interaction.asAService.rawValue,
                Dependency.Interaction.allCases.map { ($0.rawValue, $0.phrase) }))\
            \(parts.day("collaborates_until", collaboratesUntil, hint: partingHint, from: visit.today, to: cycle.end))
            """
    }

    /// From anywhere else, one first says for which initiative.
    static func chooseBriefing(_ visit: Visit) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.isMember, let cycle = visit.cycle else { throw Refusal.notFound }
        let teams = visit.organisation.teams.filter { !actor.isOps && (actor.belongs(to: $0.id) || actor.leads($0.id)) }
        let own = Set(teams.map(\.id))
        let briefings = try visit.lines(of: cycle).briefings
            .filter { own.contains($0.team) && ![.dropped, .postponed, .done, .abandoned].contains($0.state) }
            .sorted { $0.title < $1.title }
        let items = briefings.map { line -> HTML in
            """
            <li><a href="/briefings/\(line.id.description)/dependencies/new">\(line.title.set(in: visit.language(of: line.owner)))</a> \
            <span class="q">\(visit.name(line.team))</span></li>
            """
        }
        let lede = Phrase(
            fr: "Pour quelle initiative du \(cycle.name(.french)) ?",
            en: "For which initiative of \(cycle.name(.english))?")
        let body: HTML = """
            <header class="head"><div><h1>\(visit.say(title))</h1><p class="lede">\(visit.say(lede))</p></div></header>
            \(items.isEmpty ? nothing(visit) : "<ul class=\"tree\">\(items)</ul>")
            """
        return Layout.page(visit, title: visit.say(title), page: .dependencies, body)
    }

    private static func nothing(_ visit: Visit) -> HTML {
        """
        <div class="empty"><h2>\(visit.say(Phrase(fr: "Vos équipes n’ont pas de briefing ce trimestre.", en: "Your teams have no briefing this quarter.")))</h2>\
        <p>\(visit.say(Phrase(fr: "Une dépendance se signale depuis le briefing qui en a besoin.", en: "A dependency is pointed out from the briefing that needs it.")))</p>\
        <a class="btn s" href="/briefings/new">\(visit.say(Phrase(fr: "Commencer un briefing", en: "Start a briefing")))</a></div>
        """
    }
}
