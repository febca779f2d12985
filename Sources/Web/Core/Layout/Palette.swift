import HTML
import Rouage
import Storage

/// Ctrl+K: where one can go from here, and what the search finds. Closed until a script opens it.
enum Palette {
    static func html(_ visit: Visit) -> HTML {
        guard visit.actor?.isMember == true else { return "" }
        let say = visit.say
        let label = Phrase(
            fr: "Chercher un briefing, une équipe, une personne", en: "Search a briefing, a team, a person")
        return """
            <dialog class="pal noprint" id="palette" aria-label="\(say(Phrase(fr: "Aller à", en: "Go to")))" \
            data-behaviour="palette"><form role="search" action="/search"><div class="bar">\(Part.icon("search"))\
            <input name="q" aria-label="\(say(label))" placeholder="\(say(Phrase(fr: "Un briefing, une équipe, une personne…", en: "A briefing, a team, a person…")))" \
            autocomplete="off"><kbd>\(say(Phrase(fr: "Échap", en: "Esc")))</kbd></div></form>
            \(list(visit, Phrase(fr: "Trouvé", en: "Found"), " data-found", []))\
            \(list(visit, Phrase(fr: "Sur cette page", en: "On this page"), "", here(visit)))\
            \(list(visit, Phrase(fr: "Aller à", en: "Go to"), "", places(visit)))
            \(visit.reading.kinds.searched.compactMap(\.sign).map(template))
            <footer><span><kbd>↑</kbd> <kbd>↓</kbd> \(say(Phrase(fr: "choisir", en: "choose")))</span>\
            <span><kbd>\(say(Phrase(fr: "Entrée", en: "Enter")))</kbd> \(say(Phrase(fr: "ouvrir", en: "open")))</span>\
            </footer></dialog>
            """
    }

    private static func list(_ visit: Visit, _ title: Phrase, _ mark: HTML, _ rows: [HTML]) -> HTML {
        "<h3\(" hidden", if: rows.isEmpty)>\(visit.say(title))</h3><ul class=\"pr\"\(mark)\(" hidden", if: rows.isEmpty)>\(rows)</ul>"
    }

    private static func here(_ visit: Visit) -> [HTML] {
        [
            """
            <li><a href="\(visit.addressHere)" data-print>\(Part.icon("print"))\
            \(visit.say(Phrase(fr: "Imprimer en A4", en: "Print on A4")))<small>Ctrl P</small></a></li>
            """
        ]
    }

    private static func places(_ visit: Visit) -> [HTML] {
        Layout.Page.allCases.filter(visit.opens).map { page -> HTML in
            let room: HTML = page.room.map { $0 == .spine ? "" : "<small>\($0.words(visit.language))</small>" } ?? ""
            return """
                <li><a href="\(page.address)">\(Part.icon(page.icon))\(page.name(visit.language))\(room)</a></li>
                """
        }
    }

    /// The icons of what the search finds, for the script to copy.
    private static func template(_ sign: KindSign) -> HTML {
        "<template data-icon=\"\(sign.icon)\">\(Part.icon(sign.icon))</template>"
    }
}
