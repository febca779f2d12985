import HTML
import Rouage
import Storage
import WebCore

/// The form in which people write what an incident taught them.
struct PostmortemForm {
    private let visit: Visit
    private let incident: Incident
    private let stored: Postmortem?

    static let summary = Phrase(fr: "Ce qui s’est passé", en: "What happened")
    static let factors = Phrase(fr: "Ce qui l’a permis", en: "What allowed it")
    static let helped = Phrase(fr: "Ce qui a aidé", en: "What helped")
    static let labels: [(String, Phrase)] = [("summary", summary), ("factors", factors), ("what_helped", helped)]

    init(_ visit: Visit, _ incident: Incident) throws {
        self.visit = visit
        self.incident = incident
        stored = try visit.reading.postmortem(of: incident.id)
    }

    /// What was typed; a field that was not sent stays as it is. Each line of the factors is one.
    static func content(_ visit: Visit, over stored: Postmortem.Content) -> Postmortem.Content {
        let form = visit.exchange.form
        var content = stored
        if let text = form["summary"] { content.summary = text.trimmed }
        if let text = form["what_helped"] { content.whatHelped = text.trimmed }
        if form["factors"] != nil || form["factors_listed"] != nil {
            content.factors = form.all("factors").flatMap { $0.split(whereSeparator: \.isNewline) }
                .map { String($0).trimmed }.filter { !$0.isEmpty }
        }
        return content
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    var answer: Answer {
        let heading = Phrase(fr: "Écrire le post-mortem", en: "Write the post-mortem")
        let lede = Phrase(
            fr: "Chacun a fait de son mieux avec ce qu’il savait. On cherche ce que le système a permis, pas qui.",
            en: "Everybody did their best with what they knew. We look for what the system allowed, not for who.")
        let parts = FormParts(visit)
        let page = "/incidents/\(incident.id)/postmortem"
        // What was begun before somebody else began it stays so, until this form shows what they wrote.
        let isFirst = parts.isSent && visit.refusal != .outdated && visit.exchange.form["version"] == nil
        let known = isFirst ? nil : stored
        let address = known.map { "/postmortems/\($0.id)" } ?? page
        let back = stored == nil ? "/incidents/\(incident.id)" : page
        let version: HTML = known.map { parts.version($0.version) } ?? ""
        let body: HTML = """
            <header class="head"><div><p class="over"><a href="/incidents/\(incident.id.description)">\(visit.title(of: incident))</a></p>\
            <h1>\(say(heading))</h1><p class="lede">\(say(lede))</p></div></header>
            \(parts.summary(Phrase(fr: "Rien n’est enregistré.", en: "Nothing was saved."), Self.labels))\(meanwhile)
            <form class="frm incform" method="post" action="\(address)">\(Part.csrf(visit))\(version)\
            \(BlamelessHint(visit, parts.isSent ? Self.content(visit, over: .init()) : stored?.content).html)\
            \(parts.area("summary", Self.summary, hint: Phrase(fr: "Les faits, dans l’ordre, pour quelqu’un qui n’y était pas.", en: "The facts, in order, for somebody who was not there."), stored: stored?.summary ?? "", limit: Postmortem.textLimit))\
            \(parts.area("factors", Self.factors, hint: Phrase(fr: "Un par ligne, dix au plus : une alarme muette, un essai qui manquait, deux listes à tenir.", en: "One a line, ten at most: a silent alarm, a test that was missing, two lists to keep."), stored: (stored?.factors ?? []).joined(separator: "\n")))\
            \(parts.area("what_helped", Self.helped, hint: Phrase(fr: "À garder, et à rendre facile la prochaine fois.", en: "To keep, and to make easy next time."), stored: stored?.whatHelped ?? "", limit: Postmortem.textLimit))
            <div class="acts"><button class="btn pri">\(say(stored?.publishedOn == nil ? Phrase(fr: "Enregistrer l’ébauche", en: "Save the draft") : Phrase(fr: "Enregistrer", en: "Save")))</button>\
            <a class="btn low" href="\(back)">\(say(Phrase(fr: "Revenir", en: "Go back")))</a></div></form>
            """
        return Layout.page(visit, title: say(heading), page: .incidents, body)
    }

    private var meanwhile: HTML {
        guard let stored else { return "" }
        return Meanwhile(
            visit: visit, record: stored.id.description, stored: Self.fields(stored.content),
            typed: Self.fields(Self.content(visit, over: stored.content))
        ).html
    }

    private static func fields(_ content: Postmortem.Content) -> [Meanwhile.Field] {
        [
            Meanwhile.Field(summary, content.summary),
            Meanwhile.Field(factors, content.factors.joined(separator: "\n")),
            Meanwhile.Field(helped, content.whatHelped),
        ]
    }
}

/// A gentle word when a text names people: it can be published as it is.
struct BlamelessHint {
    private let visit: Visit
    private let names: [String]

    init(_ visit: Visit, _ content: Postmortem.Content?) {
        self.visit = visit
        names = content.map { Blameless.names(in: $0.whole, of: visit.organisation) } ?? []
    }

    var html: HTML {
        guard !names.isEmpty else { return "" }
        let list = names.prefix(4).joined(separator: ", ") + (names.count > 4 ? "…" : "")
        let lead = Phrase(fr: "Ce texte nomme : \(list).", en: "This text names: \(list).")
        let how = Phrase(
            fr:
                "Dites plutôt ce que le système a permis : « l’écran laisse valider sans montrer l’écart ». Rien ne vous y oblige.",
            en:
                "Rather say what the system allowed: “the screen lets one confirm without showing the difference”. Nothing forces you to."
        )
        return """
            <div class="banner noprint" id="blameless" role="note">\(Part.icon("info"))<div><p><b>\(visit.say(lead))</b></p><p>\(visit.say(how))</p></div></div>
            """
    }
}
