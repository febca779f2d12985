import HTML
import Rouage
import Storage
import WebCore

/// All incidents: what goes on, what is late, how long they last, and whether they pile up.
struct IncidentListPage {
    let visit: Visit
    let actor: Actor
    let all: [Incident]
    let open: [OpenIncidentAction]
    let trend: IncidentTrend
    let filter: IncidentFilter

    init(_ visit: Visit) throws {
        self.visit = visit
        actor = try visit.signedIn()
        all = try visit.reading.incidents()
        open = try visit.reading.openIncidentActions()
        trend = try IncidentTrend(visit)
        filter = try IncidentFilter(visit)
    }

    func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    private static let title = Phrase(fr: "Incidents", en: "Incidents")

    var answer: Answer {
        let new: HTML =
            actor.may(.incident(.open))
            ? "<a class=\"btn pri\" href=\"/incidents/new\">\(Part.icon("plus"))\(say(Phrase(fr: "Signaler un incident", en: "Report an incident")))</a>"
            : ""
        let content: HTML = all.isEmpty ? empty : "\(trend.banner)\(running)\(late)\(trend.section)\(figures)\(list)"
        let body: HTML = """
            <div class="inc"><header class="head"><div><h1>\(say(Self.title))</h1><p class="lede">\(say(lede))</p></div>
            <div class="acts noprint">\(new)</div></header><div id="incidents" data-live-part>\(content)</div></div>
            """
        return Layout.page(
            visit, title: say(Self.title), page: .incidents,
            live: "incident:*,incident_action:*,postmortem:*", body)
    }

    private var lede: Phrase {
        let now = all.count { $0.state.isRunning }
        let going = Phrase(
            count: now, fr: ("% incident en cours", "% incidents en cours"),
            en: ("% incident is on", "% incidents are on"))
        let owner = visit.organisation.people.values.filter { person in
            person.acts(on: visit.today)
                && visit.organisation.grants(of: person.id).contains { $0.role == .incidentManager }
        }.map(\.name).sorted().joined(separator: ", ")
        guard !owner.isEmpty else {
            return Phrase(
                fr: "\(going(.french)). On cherche ce que le système a permis, pas qui.",
                en: "\(going(.english)). We look for what the system allowed, not for who.")
        }
        return Phrase(
            fr: "\(going(.french)). \(owner) répond du process ; on cherche ce que le système a permis, pas qui.",
            en: "\(going(.english)). \(owner) owns the playbook; we look for what the system allowed, not for who.")
    }

    private var empty: HTML {
        let lead = Phrase(fr: "Aucun incident pour l’instant.", en: "No incident so far.")
        let how = Phrase(
            fr: "Ce qui se passe se note minute par minute ; ce que l’on apprend, une fois le calme revenu.",
            en: "What happens is noted minute by minute; what is learnt, once it is calm again.")
        return "<div class=\"empty\"><h2>\(say(lead))</h2><p>\(say(how))</p></div>"
    }

    // MARK: What goes on

    private var running: HTML {
        let now = all.filter(\.state.isRunning).sorted {
            ($0.severity.rawValue, $0.startedAt) < ($1.severity.rawValue, $1.startedAt)
        }
        guard !now.isEmpty else { return "" }
        let rows = now.map { incident -> HTML in
            let since = (visit.now.milliseconds - incident.startedAt.milliseconds) / 60_000
            let age = Phrase(fr: "depuis \(visit.span(max(0, since)))", en: "for \(visit.span(max(0, since)))")
            let lead: Phrase =
                incident.lead.map { person in
                    Phrase(fr: "coordonné par \(visit.name(person))", en: "coordinated by \(visit.name(person))")
                } ?? Phrase(fr: "personne ne coordonne encore", en: "nobody coordinates yet")
            return """
                <li><h3>\(link(incident))</h3><p class="tx">\(visit.severity(incident))\(visit.status(incident))<span>\(say(age))</span>\
                <span>\(say(lead))</span><span>\(incident.teams.map { visit.name($0) }.joined(separator: ", "))</span></p></li>
                """
        }
        return section("now", Phrase(fr: "En cours", en: "Going on"), nil, "<ul class=\"plain nowlist\">\(rows)</ul>")
    }

    private func link(_ incident: Incident) -> HTML {
        "<a href=\"/incidents/\(incident.id.description)\" lang=\"\(visit.language(of: incident.reportedBy).rawValue)\">\(visit.title(of: incident))</a>"
    }

    private func section(_ id: HTML, _ title: Phrase, _ note: Phrase?, _ content: HTML) -> HTML {
        """
        <section class="sec" id="\(id)" aria-labelledby="h-\(id)"><header><h2 id="h-\(id)">\(say(title))</h2>\
        <p>\(note.map(say) ?? "")</p></header>\(content)</section>
        """
    }

    // MARK: What is late

    private var overdue: [OpenIncidentAction] { open.filter { $0.action.isOverdue(on: visit.today) } }

    private var late: HTML {
        let pages = all.filter { $0.isPostmortemLate(.french, on: visit.today) }
            .sorted { ($0.postmortemDue(.french) ?? visit.today) < ($1.postmortemDue(.french) ?? visit.today) }
        guard !overdue.isEmpty || !pages.isEmpty else { return "" }
        func row(_ due: Day, _ what: HTML, _ who: Identifier<Person>?, _ incident: Incident) -> HTML {
            let days = Phrase(
                count: visit.today - due, fr: ("% jour", "% jours"), en: ("% day", "% days"))
            let name = visit.name(who)
            return """
                <li>\(Part.status(say(days), ("clock", "stop")))<div><p>\(what)</p><p class="tx"><span>\(name.isEmpty ? say(Phrase(fr: "personne", en: "nobody")) : name)</span>\
                <span>\(link(incident))</span></p></div></li>
                """
        }
        let actions = overdue.map { open -> HTML in
            let language = visit.language(of: open.action.owner)
            return row(
                open.action.due, "<span lang=\"\(language.rawValue)\">\(open.action.what.set(in: language))</span>",
                open.action.owner, open.incident)
        }
        let owed = pages.map { incident -> HTML in
            let words = Phrase(fr: "Post-mortem à publier", en: "Post-mortem to be published")
            return row(incident.postmortemDue(.french) ?? visit.today, HTML(say(words)), incident.lead, incident)
        }
        let note = Phrase(fr: "les actions d’abord", en: "actions first")
        return section(
            "late", Phrase(fr: "En retard", en: "Late"), note, "<ul class=\"plain latelist\">\(actions)\(owed)</ul>")
    }

    // MARK: Figures

    private var figures: HTML {
        let since = visit.today - 366
        let year = all.filter { $0.startedOn >= since && $0.severity.isSerious }
        let medians = Incident.medians(year)
        func span(_ minutes: Double?) -> String {
            minutes.map { visit.span(Int($0.rounded())) } ?? say(Phrase(fr: "pas encore", en: "not yet"))
        }
        let facts: [(Phrase, String)] = [
            (Phrase(fr: "Jusqu’à contenir, médiane", en: "To mitigate, median"), span(medians.mitigate)),
            (Phrase(fr: "Jusqu’à résoudre, médiane", en: "To resolve, median"), span(medians.resolve)),
            (Phrase(fr: "Actions à faire", en: "Actions to do"), String(open.count)),
            (Phrase(fr: "dont en retard", en: "of them late"), String(overdue.count)),
        ]
        let note = Phrase(
            fr: "gravités 1 et 2 des douze derniers mois, depuis le début de l’incident",
            en: "severities 1 and 2 of the last twelve months, from the beginning of the incident")
        let rows = facts.map { "<div><dt>\(say($0.0))</dt><dd>\($0.1)</dd></div>" as HTML }
        return section(
            "figures", Phrase(fr: "Combien de temps", en: "How long"), note, "<dl class=\"dl figs\">\(rows)</dl>")
    }

    // MARK: List

    private var list: HTML {
        let fitting = all.filter(filter.fits)
        let shown = filter.isAll ? fitting : Array(fitting.prefix(IncidentFilter.most))
        let note = Phrase(
            count: fitting.count, fr: ("% incident", "% incidents"), en: ("% incident", "% incidents"))
        let heads: [(Phrase, Bool)] = [
            (Phrase(fr: "Incident", en: "Incident"), false), (Incident.Draft.Name.severity.label, false),
            (Phrase(fr: "État", en: "State"), false), (Incident.Draft.Name.startedAt.label, false),
            (Phrase(fr: "Contenu en", en: "Mitigated in"), true), (Phrase(fr: "Résolu en", en: "Resolved in"), true),
        ]
        let head = heads.map { "<th scope=\"col\"\(" class=\"num\"", if: $0.1)>\(say($0.0))</th>" as HTML }
        let none = Phrase(
            fr: "Aucun incident de ce genre. Retirez un filtre pour en voir plus.",
            en: "No incident like this. Remove a filter to see more.")
        let table: HTML =
            shown.isEmpty
            ? "<div class=\"empty\"><p>\(say(none))</p></div>"
            : """
            <table class="t fold inct"><caption class="vh">\(say(Phrase(fr: "Les incidents, leur gravité et leur durée", en: "Incidents, their severity and how long they lasted")))</caption>\
            <thead><tr>\(head)</tr></thead><tbody>\(shown.map(row))</tbody></table>
            """
        let rest: HTML =
            shown.count < fitting.count
            ? "<p class=\"noprint\"><a href=\"\(visit.address(with: "all", "true"))\">\(say(Phrase(fr: "Tous les voir", en: "See them all")))</a></p>"
            : ""
        return section(
            "all", Phrase(fr: "Tous les incidents", en: "All incidents"), note, "\(filter.html)\(table)\(rest)")
    }

    private func row(_ incident: Incident) -> HTML {
        func cell(_ label: Phrase, _ text: HTML, number: Bool = false) -> HTML {
            "<td\(" class=\"num\"", if: number) data-l=\"\(say(label))\">\(text)</td>"
        }
        func span(_ minutes: Int?) -> HTML { minutes.map { HTML(visit.span($0)) } ?? "<span class=\"qq\">–</span>" }
        let teams = incident.teams.map { visit.name($0) }.joined(separator: ", ")
        let small: HTML = teams.isEmpty ? "" : "<small class=\"q\">\(teams)</small>"
        return """
            <tr><th scope="row">\(link(incident))\(small)</th>\(cell(Incident.Draft.Name.severity.label, visit.severity(incident)))\
            \(cell(Phrase(fr: "État", en: "State"), visit.status(incident)))\
            \(cell(Incident.Draft.Name.startedAt.label, HTML(visit.dates.full(incident.startedAt.day(in: visit.site.clock.zone)))))\
            \(cell(Phrase(fr: "Contenu en", en: "Mitigated in"), span(incident.minutesToMitigate), number: true))\
            \(cell(Phrase(fr: "Résolu en", en: "Resolved in"), span(incident.minutesToResolve), number: true))</tr>
            """
    }
}
