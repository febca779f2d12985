import HTML
import Rouage
import Storage
import WebCore

/// One project: the problem and who confirms it, what was found, what is tried, where it is rolled out, who takes it over.
struct ProjectPage {
    let visit: Visit
    let actor: Actor
    let project: OpsProject
    let cycle: Cycle
    let topic: Topic?
    let answers: OpsProject.Agreement
    let request: OpsRequest?
    /// All of the library, for those who may name one.
    let playbooks: [Playbook]
    let legacy: OpsProject.Legacy?
    let history: [HistoryLine]
    let follow: HTML

    init(_ visit: Visit, _ project: OpsProject) throws {
        self.visit = visit
        self.project = project
        actor = try visit.signedIn()
        cycle = try visit.reading.get(project.cycle)
        topic = try project.topic.flatMap { try visit.reading.find($0) }
        request = try project.request.flatMap { try visit.reading.find($0) }
        playbooks = try visit.reading.playbooks()
        legacy = try visit.reading.legacies(of: [project], in: visit.organisation)[project.id]
        answers = try visit.reading.agreement(on: project.id)
        history = try visit.reading.history(of: project.id.description)
        follow = try Part.follow(project, visit)
    }

    func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    var address: String { "/projects/\(project.id)" }
    var language: Language { visit.language(of: project.lead) }
    var answer: Answer {
        let (discovery, trials) = (ProjectDiscoveryViews(page: self), ProjectTrialViews(page: self))
        let body: HTML = """
            <div class="brf project"><article class="sheet" aria-labelledby="title">\(Part.refusal(visit))\
            <div id="project" data-live-part>\(header)\(banners)\(steps)</div>\
            \(discovery.problem)\(discovery.evidence)\(discovery.solution)\(trials.experiments)\(trials.waves)\(trials.metric)\(ProjectLegacyView(page: self).html)</article>
            <aside class="bside noprint">\(ProjectForms(page: self).html)\(follow)\(past)</aside></div>
            """
        return Layout.page(
            visit, title: visit.title(of: project), page: .projects, live: "ops_project:\(project.id)",
            cycle: project.cycle, body)
    }

    private var header: HTML {
        let status =
            project.standing == .active
            ? Part.status(say(project.stage.phrase), project.stage.dial)
            : Part.status(say(project.standing.phrase), ("d-0", "quiet"))
        let people = project.coBuilders.map { visit.name($0) }.joined(separator: ", ")
        let end = project.endsOn.map { visit.dates.full($0) } ?? ""
        let crafts = project.targetCrafts.map { say($0.phrase) }.joined(separator: ", ")
        return """
            <header><p class="over"><span><a href="/projects">\(say(Phrase(fr: "Projet Ops", en: "Ops project")))</a></span>\
            <span>\(cycle.name(visit.language))</span><span class="end">\(status)</span></p><h1 id="title">\(visit.title(of: project))</h1>
            <dl class="dl">\(fact(Phrase(fr: "Pilote", en: "Lead"), visit.name(project.lead)))\
            \(fact(Phrase(fr: "En appui", en: "Buddy"), visit.name(project.buddy)))\
            \(fact(Phrase(fr: "Co-construit avec", en: "Built with"), people))\
            \(fact(Phrase(fr: "Métiers concernés", en: "Crafts concerned"), crafts))\
            \(fact(Phrase(fr: "Effort", en: "Effort"), visit.days(project.effortDays)))\
            \(fact(Phrase(fr: "Mené", en: "Carried"), say(project.mode.phrase)))\(fact(Phrase(fr: "Fin prévue", en: "Meant to end"), end))\(origins)</dl></header>
            """
    }

    private var origins: HTML {
        let from = topic.map {
            origin(Phrase(fr: "Sujet d’origine", en: "Topic it comes from"), "/topics/\($0.id)", visit.title(of: $0))
        }
        let asked = request.map {
            let title = $0.title.set(in: visit.language(of: $0.requester))
            return origin(Phrase(fr: "Demande d’origine", en: "Request it comes from"), $0.address, title)
        }
        return "\(from ?? "")\(asked ?? "")"
    }

    private func origin(_ name: Phrase, _ address: String, _ title: String) -> HTML {
        "<div><dt>\(say(name))</dt><dd><a href=\"\(address)\">\(title)</a></dd></div>"
    }

    func fact(_ name: Phrase, _ value: String) -> HTML {
        value.isEmpty ? "" : "<div><dt>\(say(name))</dt><dd>\(value)</dd></div>"
    }

    private var banners: HTML {
        var all = HTML()
        if project.isLeftOver(on: visit.today, in: cycle) {
            all.append(
                banner(
                    "alert", "warn", Phrase(fr: "Son trimestre est clos.", en: "Its quarter is over."),
                    say(
                        Phrase(
                            fr: "À clore, à rendre ou à remettre au tableau : rien ne se prolonge en silence.",
                            en: "To be closed, handed over or put back on the table: nothing goes on in silence."))))
        }
        if project.standing != .active {
            all.append(banner("info", "", project.standing.phrase, project.reason.set(in: language)))
        }
        if let waiver = project.waiver {
            let title = Phrase(
                fr: "Urgence : \(visit.name(waiver.by)) laisse avancer sans discovery complète.",
                en: "Urgent: \(visit.name(waiver.by)) lets it go on before the discovery is whole.")
            all.append(banner("flag", "", title, waiver.reason.set(in: visit.language(of: waiver.by))))
        }
        return all
    }

    private func banner(_ icon: String, _ tone: HTML, _ title: Phrase, _ text: String) -> HTML {
        "<div class=\"banner \(tone)\">\(Part.icon(icon))<div><p><b>\(say(title))</b></p><p>\(text)</p></div></div>"
    }

    private var steps: HTML {
        let list = OpsProject.Stage.allCases.map { stage -> HTML in
            let isHere = stage == project.stage
            let mark: HTML = stage < project.stage ? Part.icon("check") : ""
            return "<li\(" aria-current=\"step\"", if: isHere)>\(mark)\(say(stage.phrase))</li>"
        }
        let label = say(Phrase(fr: "Étapes du projet", en: "Stages of the project"))
        return "<ol class=\"steps\" aria-label=\"\(label)\">\(list)</ol>"
    }

    // MARK: Parts that the sections share

    func parts(_ noun: String) -> FormParts { FormParts(visit, prefix: noun, isSent: visit.isRefused(noun)) }

    /// A form behind a line that opens it, where its act is offered.
    func disclosure(_ noun: String, as title: Phrase? = nil, _ fields: HTML) -> HTML {
        OpsProject.acts.disclosure(noun, project, visit, as: title, fields)
    }

    /// The button of an act, where it is offered.
    func button(_ noun: String) -> HTML { OpsProject.acts.button(noun, project, visit) }

    func section(_ id: String, _ title: Phrase, _ note: Phrase? = nil, _ content: HTML) -> HTML {
        let told: HTML = note.map { "<p>\(say($0))</p>" } ?? ""
        return """
            <section class="sec" id="\(id)" aria-labelledby="h-\(id)"><header><h2 id="h-\(id)">\(say(title))</h2>\(told)</header>\(content)</section>
            """
    }

    /// Teams to tick.
    func teams(_ noun: String) -> HTML {
        let chosen = Set(visit.isRefused(noun) ? visit.exchange.form.all("teams") : [])
        let list = visit.organisation.teams.map { team -> HTML in
            """
            <label class="opt"><input type="checkbox" name="teams" value="\(team.code)"\
            \(" checked", if: chosen.contains(team.code))> <span>\(team.name)</span></label>
            """
        }
        return """
            <fieldset class="field ticks"><legend>\(say(Phrase(fr: "Équipes", en: "Teams")))</legend><div class="tickgrid">\(list)</div>\
            \(Part.flaw(visit, "teams"))</fieldset>
            """
    }

    private var past: HTML {
        // A file that is loaded writes the parts of a project one after the other.
        let told = history.enumerated().filter { place, line in
            line.action != .imported || place == 0 || history[place - 1].action != .imported
        }
        return Part.history(told.map(\.element), visit)
    }
}
