import HTML
import Rouage
import Storage
import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// The page of what was found, by kind, with the words marked.
enum SearchViews {
    static func page(_ visit: Visit, _ question: String, _ hits: [SearchHit]) -> Answer {
        let chosen = visit.exchange.query["kind"].flatMap(Kind.init(rawValue:))
        let shown = hits.filter { chosen == nil || $0.found.kind == chosen }
        let count: HTML = hits.isEmpty ? "" : "<p>\(shown.count.spelled(visit.language))</p>"
        let body: HTML = """
            \(form(visit, question))\(hits.isEmpty ? "" : chips(visit, hits, chosen))
            <section class="sec" aria-labelledby="h-found"><header><h2 id="h-found">\
            \(visit.say(Phrase(fr: "Trouvé", en: "Found")))</h2>\(count)</header>
            \(shown.isEmpty ? empty(visit, question) : list(shown, question))</section>
            """
        return Layout.page(visit, title: visit.say(title), body)
    }

    /// For somebody without a place in the department: nothing is found.
    static func outside(_ visit: Visit) -> Answer {
        let text = Phrase(
            fr: "La recherche s’ouvre avec votre place dans le département.",
            en: "Search opens once you have a place in the department.")
        return Layout.page(
            visit, title: visit.say(title),
            "<h1>\(visit.say(title))</h1><div class=\"empty\"><p class=\"prose\">\(visit.say(text))</p></div>")
    }

    private static let title = Phrase(fr: "Rechercher", en: "Search")

    private static func form(_ visit: Visit, _ question: String) -> HTML {
        let label = Phrase(fr: "Un briefing, une équipe, une personne", en: "A briefing, a team, a person")
        return """
            <header class="head"><div><h1>\(visit.say(title))</h1></div></header>
            <form role="search" class="finder" action="/search"><div class="field">
            <label for="q">\(visit.say(label))</label>
            <input class="in" id="q" name="q" type="search" value="\(question)" maxlength="200"></div>
            <button class="btn pri">\(visit.say(title))</button></form>
            """
    }

    private static func chips(_ visit: Visit, _ hits: [SearchHit], _ chosen: Kind?) -> HTML {
        let kinds = visit.reading.kinds.searched.filter { kind in hits.contains { $0.found.kind == kind } }
        let chips = kinds.map { kind -> HTML in
            let count = hits.count { $0.found.kind == kind }
            return chip(
                visit.address(with: "kind", kind.rawValue), isChosen: kind == chosen,
                "\(kind.sign.map { visit.say($0.name) } ?? "") <b>\(count)</b>")
        }
        let all = chip(
            visit.address(with: "kind", nil), isChosen: chosen == nil,
            HTML(visit.say(Phrase(fr: "Tout", en: "Everything"))))
        let label = visit.say(Phrase(fr: "Filtrer par sorte", en: "Filter by kind"))
        return "<nav class=\"chips fl\" aria-label=\"\(label)\">\(all)\(chips)</nav>"
    }

    private static func chip(_ address: String, isChosen: Bool, _ text: HTML) -> HTML {
        let tick = isChosen ? Part.icon("check") : ""
        return "<a class=\"chip\" href=\"\(address)\"\(" aria-current=\"true\"", if: isChosen)>\(tick)\(text)</a>"
    }

    private static func list(_ hits: [SearchHit], _ question: String) -> HTML {
        let words = Folding.fold(question).split(separator: " ").map(String.init)
        let rows = hits.map { hit -> HTML in
            """
            <li>\(hit.found.kind.sign.map { Part.icon($0.icon) } ?? "")<div><a href="\(hit.address)">\(marked(hit.title, words))</a>\
            <p>\(hit.place)</p></div></li>
            """
        }
        return "<ul class=\"finds\">\(rows)</ul>"
    }

    /// The words that begin with one of those asked for are marked; accents and capitals do not matter.
    private static func marked(_ title: String, _ words: [String]) -> HTML {
        var html = HTML()
        var rest = title.unicodeScalars[...]
        while !rest.isEmpty {
            let gap = rest.prefix { !$0.isPartOfAWord }
            html.append(HTML(String(gap)))
            rest = rest[gap.endIndex...]
            let end = rest.firstIndex { !$0.isPartOfAWord } ?? rest.endIndex
            let word = String(rest[..<end])
            rest = rest[end...]
            let folded = Folding.fold(word)
            let isAsked = !folded.isEmpty && words.contains { folded.hasPrefix($0) }
            html.append(isAsked ? "<mark>\(word)</mark>" : HTML(word))
        }
        return html
    }

    private static func empty(_ visit: Visit, _ question: String) -> HTML {
        let (lead, how): (Phrase, Phrase) =
            question.isBlank
            ? (
                Phrase(fr: "Que cherchez-vous ?", en: "What are you looking for?"),
                Phrase(
                    fr:
                        "Quelques lettres suffisent, sans accents ni majuscules : un titre, une équipe, un nom, ce qui est attendu.",
                    en:
                        "A few letters are enough, without accents or capitals: a title, a team, a name, what is needed."
                )
            )
            : (
                Phrase(fr: "Rien ne contient tous ces mots.", en: "Nothing holds all these words."),
                Phrase(
                    fr: "Essayez avec un mot de moins, ou le début d’un mot.",
                    en: "Try one word less, or the beginning of a word.")
            )
        return "<div class=\"empty\"><h3>\(visit.say(lead))</h3><p>\(visit.say(how))</p></div>"
    }
}

extension Unicode.Scalar {
    /// A letter with its accents, or a digit.
    fileprivate var isPartOfAWord: Bool {
        switch value {
        case 48...57, 65...90, 97...122: true
        case ..<128: false
        default:
            properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
        }
    }
}
