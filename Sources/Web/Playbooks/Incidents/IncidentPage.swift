import HTML
import Rouage
import Storage
import WebCore

/// One incident: where it stands, what happened minute by minute, what was learnt, what is done about it.
struct IncidentPage {
    let visit: Visit
    let actor: Actor
    let incident: Incident
    let parts: IncidentParts
    let postmortem: Postmortem?
    let history: [HistoryLine]
    private let form: IncidentForm

    init(_ visit: Visit, of incident: Identifier<Incident>) throws {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        try self.init(visit, visit.reading.get(incident))
    }

    init(_ visit: Visit, _ incident: Incident) throws {
        self.visit = visit
        self.incident = incident
        form = try IncidentForm(
            visit, incident.draft, isNew: false, prefix: "edit", isSent: Incident.acts.isRefused(nil, incident, visit))
        actor = try visit.signedIn()
        parts = try IncidentParts(visit, incident)
        postmortem = try visit.reading.postmortem(of: incident.id)
        history = try visit.reading.history(of: incident.id.description)
    }

    func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    var address: String { "/incidents/\(incident.id)" }
    var isMine: Bool { actor.may(.incident(.update(incident))) && incident.state != .closed }

    var answer: Answer {
        let body: HTML = """
            <div class="inc"><div class="brf"><article class="sheet" aria-labelledby="title">\(Part.refusal(visit))\
            <div id="incident" data-live-part>\(header)\(parts.effect)</div>\(edition)
            <div id="timeline" data-live-part>\(parts.timeline(isMine: isMine))</div>\(lineForm)
            <div id="learnt" data-live-part>\(learnt)</div>
            \(IncidentActions(page: self).section)</article>
            <aside class="bside noprint">\(IncidentSide(page: self).html)</aside></div></div>
            """
        return Layout.page(
            visit, title: visit.title(of: incident), page: .incidents,
            live: "incident:\(incident.id),incident_line:*,postmortem:*,incident_action:*", body)
    }

    private var header: HTML {
        """
        <header><p class="over"><a href="/incidents">\(say(Phrase(fr: "Incidents", en: "Incidents")))</a>\
        \(visit.severity(incident))<span class="end">\(visit.status(incident))</span></p>
        <h1 id="title" lang="\(visit.language(of: incident.reportedBy).rawValue)">\(visit.title(of: incident))</h1>\(parts.facts)</header>
        """
    }

    private var edition: HTML {
        guard isMine else { return "" }
        let (parts, edit) = (form.form.parts, Incident.acts.sending(incident, visit))
        return """
            <details class="disc noprint" id="edit"\(" open", if: parts.isSent)><summary>\(Part.icon("pencil"))\
            \(say(Phrase(fr: "Corriger ce qui est connu", en: "Correct what is known")))\(Part.icon("down"))</summary>\
            <form class="stack incform" method="post" action="\(edit.to)">\(meanwhile)\(Part.csrf(visit))\(parts.version(incident.version))\(Part.peopleList(visit))\
            \(form.html)\
            <div class="acts"><button class="btn">\(edit.words)</button></div></form></details>
            """
    }

    private var meanwhile: HTML {
        guard form.form.parts.isSent, visit.refusal == .outdated, let typed = try? visit.taken(over: incident.draft)
        else { return "" }
        return Meanwhile(
            visit: visit, record: incident.id.description, stored: IncidentForm.shown(incident.draft, visit),
            typed: IncidentForm.shown(typed, visit)
        ).html
    }

    private var lineForm: HTML {
        guard isMine else { return "" }
        let form = FormParts(visit, prefix: "line", isSent: visit.isRefused("timeline"))
        let what = Phrase(fr: "Ce qui s’est passé, ou ce qui a été fait", en: "What happened, or what was done")
        return """
            <form class="lineform noprint" method="post" action="\(address)/timeline">\(Part.csrf(visit))\
            \(form.area("text", what, limit: IncidentLine.limit))\
            \(form.moment("at", Phrase(fr: "Quand", en: "When"), hint: .emptyIsNow, to: visit.now + 300))\
            <div class="acts"><button class="btn\(" pri", if: incident.state.isRunning)">\(Part.icon("plus"))\(IncidentLine.acts.making(visit))</button></div></form>
            """
    }

    // MARK: What was learnt

    private var learnt: HTML {
        let title = Phrase(fr: "Post-mortem", en: "Post-mortem")
        guard let postmortem else {
            let none: Phrase =
                incident.state.isRunning
                ? Phrase(fr: "Il s’écrira une fois l’incident passé.", en: "It is written once the incident is over.")
                : incident.severity.isSerious
                    ? Phrase(fr: "Pas encore commencé.", en: "Not begun yet.")
                    : Phrase(fr: "Facultatif à cette gravité.", en: "Optional at this severity.")
            let begin: HTML =
                isMine
                ? "<p class=\"noprint\"><a class=\"btn s\" href=\"\(address)/postmortem/edit\">\(Part.icon("pencil"))\(say(Phrase(fr: "Commencer à écrire", en: "Begin to write")))</a></p>"
                : ""
            return section("h-pm", title, "<p class=\"note\">\(say(none))</p>\(begin)")
        }
        let language = visit.language(of: postmortem.writtenBy)
        let state: HTML =
            postmortem.publishedOn == nil
            ? Part.status(say(Phrase(fr: "Ébauche", en: "Draft")), ("d-sig", ""))
            : Part.status(say(Phrase(fr: "Publié", en: "Published")), ("d-done", "ok"))
        let factors = postmortem.factors.map { "<li>\($0.set(in: language))</li>" as HTML }
        let allowed: HTML =
            factors.isEmpty
            ? ""
            : "<h3>\(say(Postmortem.Content.Name.factors.label))</h3><ul class=\"prose factors\" lang=\"\(language.rawValue)\">\(factors)</ul>"
        let summary = postmortem.summary.isBlank ? "" : Part.prose(postmortem.summary, in: language)
        return section(
            "h-pm", title,
            """
            \(summary)\(allowed)<p class="noprint">\(state) <a href="\(address)/postmortem">\(say(Phrase(fr: "Lire le post-mortem en entier, ou l’imprimer", en: "Read the whole post-mortem, or print it")))</a></p>
            """)
    }

    private func section(_ id: HTML, _ title: Phrase, _ content: HTML) -> HTML {
        "<section class=\"sec\" aria-labelledby=\"\(id)\"><header><h2 id=\"\(id)\">\(say(title))</h2></header>\(content)</section>"
    }
}
