import HTML
import Rouage
import Storage
import WebCore

/// The fields of an axis.
struct AxisForm {
    let form: FieldForm<Axis.Content>
    private let quarters: [(String, String)]

    init(_ visit: Visit, _ stored: Axis.Content, prefix: String = "f", isSent: Bool? = nil) throws {
        form = try FieldForm(visit, stored, prefix: prefix, isSent: isSent)
        // Those that are known, two years beyond, and what is written already.
        let known = visit.cycles.sorted { $0.start < $1.start }
        var labels = known.map(\.label)
        var next = known.last.flatMap { Quarter(following: $0) } ?? Quarter(containing: visit.today, fiscalStart: 1)
        for _ in 0..<8 {
            labels.append(next.label)
            next = next.next
        }
        let written = [stored.fromQuarter, stored.toQuarter].compactMap(\.self).filter { !labels.contains($0) }
        quarters = (written + labels).sorted().map { label in
            (label, Quarter(label: label, fiscalStart: 1)?.name(visit.language) ?? label)
        }
    }

    var html: HTML {
        """
        \(form.control(.title))\(form.control(.why))\(form.control(.owner))\
        <div class="g2">\(form.select(.from, quarters, empty: Phrase(fr: "Depuis toujours", en: "Ever")))\
        \(form.select(.to, quarters, empty: Phrase(fr: "Sans fin prévue", en: "Until further notice")))</div>
        """
    }
}

/// Writing a new axis.
enum NewAxisPage {
    static func answer(_ visit: Visit) throws -> Answer {
        let isSet = try visit.signedIn().may(.axis(.set))
        let title =
            isSet
            ? Phrase(fr: "Écrire un axe", en: "Write an axis") : Phrase(fr: "Proposer un axe", en: "Propose an axis")
        let lede =
            isSet
            ? Phrase(
                fr: "Une direction pour quelques trimestres. Les briefings, les sujets et les projets s’y rattachent.",
                en: "A direction for some quarters. Briefings, topics and projects hang on it.")
            : Phrase(
                fr: "La CPO et les VP répondent. D’ici là, l’axe se lit comme une proposition.",
                en: "The CPO and the VPs answer. Until then it reads as a proposal.")
        let form = try AxisForm(visit, Axis.Content())
        let body: HTML = """
            <header class="head"><div><h1>\(visit.say(title))</h1><p class="lede">\(visit.say(lede))</p></div></header>
            <form class="stack topicform" method="post" action="/axes">\(Part.csrf(visit))\
            \(form.form.summary(Phrase(fr: "L’axe n’est pas enregistré.", en: "The axis is not saved.")))\(form.html)\
            <div class="acts"><button class="btn pri">\(visit.say(title))</button>\
            <a class="btn low" href="/axes">\(visit.say(Phrase(fr: "Annuler", en: "Cancel")))</a></div></form>
            """
        return Layout.page(visit, title: visit.say(title), page: .axes, body)
    }
}
