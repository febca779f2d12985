package import HTML
package import Rouage
import Storage

/// Small parts that several pages share.
package enum Part {
    private static let sprite = AssetRoutes.base + "icons.svg#i-"

    package static func icon(_ name: String) -> HTML {
        "<svg class=\"i\" aria-hidden=\"true\"><use href=\"\(sprite)\(name)\"/></svg>"
    }

    package static func status(_ phrase: String, _ dial: (icon: String, tone: String)) -> HTML {
        "<span class=\"st \(dial.tone)\">\(icon(dial.icon))\(phrase)</span>"
    }

    package static func csrf(_ visit: Visit) -> HTML {
        "<input type=\"hidden\" name=\"csrf\" value=\"\(visit.session?.csrf ?? "")\">"
    }

    /// What a person wrote, as paragraphs: an empty line begins a new one.
    /// - Parameter language: the language of its author, for the signs of print; nothing leaves the text as it is.
    package static func prose(_ text: String, in language: Language? = nil) -> HTML {
        let set = language.map { text.set(in: $0) } ?? text
        let paragraphs = set.split(separator: "\n\n").map { paragraph -> HTML in
            "<p>\(paragraph.split(separator: "\n").map { HTML(String($0)) }.joined("<br>"))</p>"
        }
        let lang: HTML = language.map { " lang=\"\($0.rawValue)\"" } ?? ""
        return "<div class=\"prose\"\(lang)>\(paragraphs)</div>"
    }

    /// The summary of what was refused, on top of a form that comes back.
    package static func refusal(_ visit: Visit) -> HTML {
        guard let refusal = visit.refusal else { return "" }
        let why: HTML =
            named(refusal, visit) ?? "<p>\(visit.say(refusal.explanation(at: visit.exchange.path)))</p>"
        return """
            <div class="banner stop" role="alert" tabindex="-1">\(icon("alert"))<div><b>\(visit.say(.refused(refusal)))</b>
            \(why)</div></div>
            """
    }

    /// Each field that needs another look, by the name that people know; nothing where one of them has none.
    private static func named(_ refusal: Refusal, _ visit: Visit) -> HTML? {
        guard case .invalid(let flaws) = refusal else { return nil }
        let lines = flaws.compactMap { flaw in
            visit.labels[flaw.field].map { label in
                "<li><b>\(visit.say(label))</b>\(visit.colon)\(visit.say(flaw.reason.phrase))</li>" as HTML
            }
        }
        return lines.isEmpty || lines.count < flaws.count ? nil : "<ul class=\"errs\">\(lines)</ul>"
    }

    package static func flaw(_ visit: Visit, _ field: String) -> HTML {
        guard let flaw = visit.flaw(field) else { return "" }
        return "<p class=\"err\" id=\"\(field)-error\">\(icon("alert"))\(visit.say(flaw.reason.phrase))</p>"
    }
}

extension String {
    /// A text that a person wrote, with the signs of print of its language.
    package func set(in language: Language) -> String {
        language == .french ? Typography.french(self) : Typography.english(self)
    }
}

extension Visit {
    /// The language in which a person writes: their own; French when nobody is known.
    package func language(of author: Identifier<Person>?) -> Language {
        author.flatMap { organisation.people[$0]?.locale } ?? .french
    }

    /// The language in which a page is written: that of its owner, or of the first person named with it.
    package func language(of briefing: Briefing) -> Language {
        language(of: briefing.owner ?? briefing.contributors.first)
    }

    /// The title of a page, set in its language.
    package func title(of briefing: Briefing) -> String { briefing.text.title.set(in: language(of: briefing)) }
}
