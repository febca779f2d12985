import HTML
package import Rouage

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
            \(Kind.searchable.map(template))
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
    private static func template(_ kind: Kind) -> HTML {
        "<template data-icon=\"\(kind.icon)\">\(Part.icon(kind.icon))</template>"
    }
}

extension Kind {
    /// What the search knows, in the order of the filters.
    package static let searchable: [Kind] = [
        .briefing, .dependency, .playbook, .incident, .request, .topic, .opsProject, .unit, .person,
    ]

    package var icon: String {
        switch self {
        case .briefing: "doc"
        case .dependency: "link"
        case .unit: "board"
        case .person: "people"
        case .meeting: "cal"
        case .decision: "flag"
        case .membership, .role, .cycle, .comment, .axis, .tribeField, .review, .dismissal, .reminder, .relay,
            .teamView, .meetingAction:
            "info"
        case .request: "comment"
        case .topic: "flag"
        case .commitment, .retrospective, .dutyWeek: "info"
        case .playbook: "doc"
        case .occurrence, .playbookEdition, .playbookFeedback: "info"
        case .mercato: "ballot"
        case .opsProject: "cog"
        case .shareOut, .sharePreference: "info"
        case .brainstorm, .signalAnswer: "info"
        case .incident: "alert"
        case .incidentLine, .postmortem, .incidentAction: "info"
        case .presentation, .audienceQuestion, .rework, .presentationSnapshot: "info"
        }
    }
}
