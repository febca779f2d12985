import HTML
import Rouage
import Storage
package import WebCore

/// The form that points out what an initiative needs from another team.
enum PointOutViews {
    private static let title = Phrase(fr: "Signaler une dépendance", en: "Point out a dependency")

    static func form(_ visit: Visit, _ briefing: Briefing) throws -> Answer {
        guard try visit.signedIn().may(.writeBriefing(briefing)) else { throw Refusal.notAllowed }
        let cycle = try visit.cycle(of: briefing)
        let form = try FieldForm(
            visit, Dependency.Request(ref: "", givingTeam: nil, what: "", neededBy: visit.today))
        let body: HTML = """
            <header class="head"><div><p class="over"><a href="/briefings/\(briefing.id.description)">\
            \(visit.title(of: briefing))</a></p><h1>\(visit.say(title))</h1></div></header>
            \(form.summary(Phrase(fr: "La dépendance n’est pas signalée.", en: "The dependency was not pointed out.")))
            <form class="frm" method="post" action="/briefings/\(briefing.id.description)/dependencies">\(Part.csrf(visit))
            \(form.control(.what))\(giver(visit, briefing, form))\(form.control(.externalParty))\
            \(day(.neededBy, form, to: cycle.end, hint: needHint(cycle)))\
            \(form.radios(.criticality, \Dependency.Criticality.words))\(form.select(.type, \Dependency.Sort.phrase))\
            \(form.radios(.interaction, \Dependency.Interaction.phrase))\
            \(day(.collaboratesUntil, form, to: cycle.end, hint: Name.collaboratesUntil.hint))
            <div class="acts"><button class="btn pri">\(Dependency.acts.making(visit))</button>\
            <a class="btn low" href="/briefings/\(briefing.id.description)">\(visit.say(Phrase(fr: "Revenir", en: "Go back")))</a></div></form>
            """
        return Layout.page(visit, title: visit.say(title), page: .briefings, body)
    }

    private typealias Name = Dependency.Request.Name

    private static func day(_ name: Name, _ form: FieldForm<Dependency.Request>, to end: Day, hint: Phrase?) -> HTML {
        form.parts.day(name.rawValue, name.label, hint: hint, from: form.visit.today, to: end)
    }

    private static func needHint(_ cycle: Cycle) -> Phrase {
        Phrase(
            fr: "Au plus tard le \(cycle.end.inFrench), fin du \(cycle.name(.french)).",
            en: "No later than \(cycle.end.inEnglish), the end of \(cycle.name(.english)).")
    }

    /// Nobody is chosen at first; what is sent empty is outside the company.
    private static func giver(_ visit: Visit, _ briefing: Briefing, _ form: FieldForm<Dependency.Request>) -> HTML {
        let fields = visit.isAgain ? visit.exchange.form : visit.exchange.query
        let chosen = fields[Name.givingTeam.rawValue]
        let teams = visit.organisation.teams.filter { $0.id != briefing.team }
        let groups = Dictionary(grouping: teams) { visit.organisation.tribe(of: $0.id)?.name ?? "" }
        let grouped = groups.sorted { $0.key < $1.key }.map { group -> HTML in
            """
            <optgroup label="\(group.key)">\(group.value.map { form.parts.option(value: $0.code, $0.name, chosen: chosen ?? "") })</optgroup>
            """
        }
        let outside = visit.say(Phrase(fr: "Hors de l’entreprise", en: "Outside the company"))
        let options: HTML = """
            <option disabled\(" selected", if: chosen == nil)>\(visit.say(Phrase(fr: "Choisissez une équipe", en: "Choose a team")))</option>\
            \(grouped)<option value=""\(" selected", if: chosen == "")>\(outside)</option>
            """
        return form.parts.select(
            Name.givingTeam.rawValue, Name.givingTeam.label, hint: Name.givingTeam.hint, options: options)
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

extension Dependency.Request.Name: Worded {
    package var label: Phrase {
        switch self {
        case .what: Phrase(fr: "Ce que vous attendez", en: "What you need")
        case .givingTeam: Phrase(fr: "Équipe contributrice", en: "Giving team")
        case .externalParty: Phrase(fr: "Hors de l’entreprise : de qui", en: "Outside the company: from whom")
        case .neededBy: Phrase(fr: "Attendue pour le", en: "Needed by")
        case .criticality: Phrase(fr: "Criticité", en: "Criticality")
        case .type: Phrase(fr: "Nature", en: "Kind")
        case .interaction: Phrase(fr: "Façon de travailler", en: "Way of working")
        case .collaboratesUntil: Phrase(fr: "Fin de la collaboration", en: "End of the collaboration")
        }
    }

    package var hint: Phrase? {
        switch self {
        case .what:
            Phrase(
                fr: "Une chose que l’autre équipe peut promettre pour un jour. Le pourquoi est dans votre briefing.",
                en: "One thing that the other team can promise for a day. The reason is in your briefing.")
        case .givingTeam:
            Phrase(
                fr: "Une seule. Pour deux équipes, signalez deux dépendances.",
                en: "Only one. For two teams, point out two dependencies.")
        case .externalParty:
            Phrase(
                fr: "Un organisme, un fournisseur. Vous noterez ici ce qu’il répond.",
                en: "An authority, a supplier. You write down here what they answer.")
        case .collaboratesUntil:
            Phrase(
                fr: "Pour une collaboration : le jour où les deux équipes cessent de travailler ensemble.",
                en: "For a collaboration: the day on which the two teams stop working together.")
        case .neededBy, .criticality, .type, .interaction: nil
        }
    }
}
