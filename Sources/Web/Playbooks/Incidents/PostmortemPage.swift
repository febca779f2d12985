import HTML
import Rouage
import Storage
import WebCore

/// What was learnt from an incident, on one page that prints.
struct PostmortemPage {
    private let visit: Visit
    private let actor: Actor
    private let incident: Incident
    private let postmortem: Postmortem?
    private let parts: IncidentParts

    init(_ visit: Visit, _ incident: Incident) throws {
        self.visit = visit
        self.incident = incident
        actor = try visit.signedIn()
        postmortem = try visit.reading.postmortem(of: incident.id)
        parts = try IncidentParts(visit, incident)
    }

    private typealias Name = Postmortem.Content.Name
    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    private var address: String { "/incidents/\(incident.id)/postmortem" }
    private var isMine: Bool { actor.may(.incident(.update(incident))) && incident.state != .closed }

    var answer: Answer {
        let title = Phrase(
            fr: "Post-mortem : \(visit.title(of: incident))", en: "Post-mortem: \(visit.title(of: incident))")
        let body: HTML = """
            <div class="inc"><div class="brf"><article class="sheet" aria-labelledby="title">\(Part.refusal(visit))\
            <div id="postmortem" data-live-part>\(header)\(isMine ? BlamelessHint(visit, postmortem?.content).html : "")\(text)</div>\
            <div id="story" data-live-part>\(parts.timeline(isMine: false))\(parts.agreed)</div></article>
            <aside class="bside noprint">\(acts)</aside></div></div>
            """
        return Layout.page(
            visit, title: say(title), page: .incidents,
            live: "incident:\(incident.id),postmortem:*,incident_line:*,incident_action:*", body)
    }

    private var header: HTML {
        let state: HTML =
            postmortem?.publishedOn.map {
                Part.status(
                    say(
                        Phrase(
                            fr: "Publié le \(DateWords(language: .french).full($0))",
                            en: "Published on \(DateWords(language: .english).full($0))")), ("d-done", "ok"))
            } ?? Part.status(say(Phrase(fr: "Ébauche", en: "Draft")), ("d-sig", ""))
        return """
            <header><p class="over"><a href="/incidents/\(incident.id.description)">\(say(Phrase(fr: "L’incident", en: "The incident")))</a><span>\(say(Phrase(fr: "Post-mortem", en: "Post-mortem")))</span>\
            \(visit.severity(incident))<span class="end">\(state)</span></p>
            <h1 id="title">\(visit.title(of: incident))</h1>\(parts.facts)</header>
            """
    }

    private var text: HTML {
        guard let postmortem, postmortem.content != Postmortem.Content() else {
            let none = Phrase(
                fr: "Rien n’est encore écrit. La chronologie ci-dessous sert de départ.",
                en: "Nothing is written yet. The timeline below is where to begin.")
            return "<p class=\"note\">\(say(none))</p>"
        }
        let language = visit.language(of: postmortem.writtenBy)
        func part(_ name: Phrase, _ content: HTML) -> HTML {
            "<section class=\"f\"><h2>\(say(name))</h2>\(content)</section>"
        }
        let summary: HTML =
            postmortem.summary.isBlank
            ? "" : part(Name.summary.label, Part.prose(postmortem.summary, in: language))
        let factors = postmortem.factors.map { "<li>\($0.set(in: language))</li>" as HTML }
        let allowed: HTML =
            factors.isEmpty
            ? ""
            : part(Name.factors.label, "<ul class=\"prose factors\" lang=\"\(language.rawValue)\">\(factors)</ul>")
        let helped: HTML =
            postmortem.whatHelped.isBlank
            ? "" : part(Name.whatHelped.label, Part.prose(postmortem.whatHelped, in: language))
        return "\(parts.effect)\(summary)\(allowed)\(helped)"
    }

    private var acts: HTML {
        let edit: HTML =
            isMine
            ? "<a class=\"btn\" href=\"\(address)/edit\">\(Part.icon("pencil"))\(say(postmortem == nil ? Phrase(fr: "Commencer à écrire", en: "Begin to write") : Phrase(fr: "Modifier", en: "Edit")))</a>"
            : ""
        let print: HTML = """
            <a class="btn low" href="\(address)" data-print>\(Part.icon("print"))\(say(Phrase(fr: "Imprimer", en: "Print")))</a>
            """
        return """
            <section class="sec" aria-labelledby="h-next"><header><h2 id="h-next">\(say(Phrase(fr: "La suite", en: "Next")))</h2></header>\
            \(publication)<div class="acts">\(edit)\(print)</div>\(parts.target)</section>
            """
    }

    private var publication: HTML {
        guard isMine, postmortem?.publishedOn == nil else { return "" }
        guard incident.state == .resolved else {
            let wait = Phrase(
                fr: "Il se publie une fois l’incident résolu.", en: "It is published once the incident is resolved.")
            return "<p class=\"note\">\(say(wait))</p>"
        }
        let gaps = (postmortem?.content ?? .init()).gaps.compactMap { gap in
            Name(rawValue: gap.field)?.label
        }
        guard let postmortem, gaps.isEmpty else {
            let list = gaps.map { "<li><a href=\"\(address)/edit\">\(say($0))</a></li>" as HTML }
            return """
                <p class="note">\(say(Phrase(fr: "Avant de le publier, il manque :", en: "Before it is published, it lacks:")))</p><ul class="errs">\(list)</ul>
                """
        }
        return Postmortem.acts.button("publication", postmortem, visit)
    }
}
