import HTML
import Rouage
import Storage
import WebCore

/// The form in which people write what an incident taught them.
struct PostmortemForm {
    private let visit: Visit
    private let incident: Incident
    private let stored: Postmortem?
    private let form: FieldForm<Postmortem.Content>

    private typealias Name = Postmortem.Content.Name

    init(_ visit: Visit, _ incident: Incident) throws {
        self.visit = visit
        self.incident = incident
        stored = try visit.reading.postmortem(of: incident.id)
        form = try FieldForm(visit, stored?.content ?? Postmortem.Content())
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    var answer: Answer {
        let heading = Phrase(fr: "Écrire le post-mortem", en: "Write the post-mortem")
        let lede = Phrase(
            fr: "Chacun a fait de son mieux avec ce qu’il savait. On cherche ce que le système a permis, pas qui.",
            en: "Everybody did their best with what they knew. We look for what the system allowed, not for who.")
        let parts = form.parts
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
            \(form.summary(Phrase(fr: "Rien n’est enregistré.", en: "Nothing was saved.")))\(meanwhile)
            <form class="frm incform" method="post" action="\(address)">\(Part.csrf(visit))\(version)\
            \(BlamelessHint(visit, parts.isSent ? typed(over: .init()) : stored?.content).html)\
            \(form.control(.summary))\
            \(parts.area(Name.factors.rawValue, Name.factors.label, hint: Name.factors.hint, stored: (stored?.factors ?? []).joined(separator: "\n")))\
            \(form.control(.whatHelped))
            <div class="acts"><button class="btn pri">\(say(stored?.publishedOn == nil ? Phrase(fr: "Enregistrer l’ébauche", en: "Save the draft") : Phrase(fr: "Enregistrer", en: "Save")))</button>\
            <a class="btn low" href="\(back)">\(say(Phrase(fr: "Revenir", en: "Go back")))</a></div></form>
            """
        return Layout.page(visit, title: say(heading), page: .incidents, body)
    }

    private func typed(over stored: Postmortem.Content) -> Postmortem.Content {
        (try? visit.taken(over: stored)) ?? stored
    }

    private var meanwhile: HTML {
        guard let stored else { return "" }
        return Meanwhile(
            visit: visit, record: stored.id.description, stored: Self.fields(stored.content),
            typed: Self.fields(typed(over: stored.content))
        ).html
    }

    private static func fields(_ content: Postmortem.Content) -> [Meanwhile.Field] {
        [
            Meanwhile.Field(Name.summary.label, content.summary),
            Meanwhile.Field(Name.factors.label, content.factors.joined(separator: "\n")),
            Meanwhile.Field(Name.whatHelped.label, content.whatHelped),
        ]
    }
}

extension Postmortem.Content.Name: Worded {
    var label: Phrase {
        switch self {
        case .summary: Phrase(fr: "Ce qui s’est passé", en: "What happened")
        case .factors: Phrase(fr: "Ce qui l’a permis", en: "What allowed it")
        case .whatHelped: Phrase(fr: "Ce qui a aidé", en: "What helped")
        }
    }

    var hint: Phrase? {
        switch self {
        case .summary:
            Phrase(
                fr: "Les faits, dans l’ordre, pour quelqu’un qui n’y était pas.",
                en: "The facts, in order, for somebody who was not there.")
        case .factors:
            Phrase(
                fr: "Un par ligne, dix au plus : une alarme muette, un essai qui manquait, deux listes à tenir.",
                en: "One a line, ten at most: a silent alarm, a test that was missing, two lists to keep.")
        case .whatHelped:
            Phrase(
                fr: "À garder, et à rendre facile la prochaine fois.", en: "To keep, and to make easy next time.")
        }
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
