import HTML
import Rouage

/// What surrounds every page: masthead, navigation, footer.
enum Layout {
    enum Section: CaseIterable {
        case home, briefings, dependencies, calendar, people

        var address: String {
            switch self {
            case .home: "/"
            case .briefings: "/briefings"
            case .dependencies: "/dependencies"
            case .calendar: "/calendar"
            case .people: "/people"
            }
        }

        var phrase: Phrase {
            switch self {
            case .home: Phrase(fr: "Colonne", en: "Column")
            case .briefings: Phrase(fr: "Briefings", en: "Briefings")
            case .dependencies: Phrase(fr: "Dépendances", en: "Dependencies")
            case .calendar: Phrase(fr: "Calendrier", en: "Calendar")
            case .people: Phrase(fr: "Équipes et personnes", en: "Teams and people")
            }
        }
    }

    static func page(_ visit: Visit, title: String, section: Section? = nil, live: String = "", _ body: HTML) -> Answer
    {
        let page: HTML = """
            \(head(visit.language, title, visit.exchange.cookies["theme"]))<body data-behaviour="live" data-live="\(live)">
            <a class="skip" href="#main">\(visit.say(Phrase(fr: "Aller au contenu", en: "Skip to content")))</a>
            <header class="noprint">\(masthead(visit, section))</header>
            <main id="main">\(body)</main>
            \(footer(visit))</body></html>
            """
        return .page(page)
    }

    /// Without masthead: signing in, and when the database is away.
    static func bare(_ language: Language, title: String, _ body: HTML) -> Answer {
        .page("\(head(language, title, nil))<body><main id=\"main\">\(body)</main></body></html>")
    }

    private static func head(_ language: Language, _ title: String, _ theme: String?) -> HTML {
        let theme: HTML = theme == "dark" ? " data-theme=\"dark\"" : theme == "light" ? " data-theme=\"light\"" : ""
        return """
            <!doctype html>
            <html lang="\(language.rawValue)"\(theme)><head>
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title), Rouage</title>
            <link rel="icon" href="/assets/logo.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/assets/css/tokens.css">
            <link rel="stylesheet" href="/assets/css/base.css">
            <link rel="stylesheet" href="/assets/css/components.css">
            <script type="module" src="/assets/js/app.js"></script>
            </head>
            """
    }

    private static func masthead(_ visit: Visit, _ section: Section?) -> HTML {
        let say = visit.say
        return """
            <div class="mast"><a class="brand" href="/"><img src="/assets/logo.svg" alt="" width="22" height="22">Rouage\
            <span class="org">\(visit.organisation.department?.name ?? "")</span></a>
            \(cycles(visit))<span></span>
            <a class="goto" href="/search" data-palette aria-keyshortcuts="Control+K">\(Part.icon("search"))\
            <span>\(say(Phrase(fr: "Aller à…", en: "Go to…")))</span><kbd>Ctrl K</kbd></a>
            \(account(visit))
            <nav class="main" aria-label="\(say(Phrase(fr: "Navigation principale", en: "Main navigation")))"><ul>\
            \(Section.allCases.map { link($0, visit, current: $0 == section) })</ul></nav></div>
            """
    }

    private static func link(_ section: Section, _ visit: Visit, current: Bool) -> HTML {
        "<li><a href=\"\(section.address)\"\(" aria-current=\"page\"", if: current)>\(visit.say(section.phrase))</a></li>"
    }

    private static func cycles(_ visit: Visit) -> HTML {
        guard visit.person != nil else { return "<span></span>" }
        let alive = [visit.running, visit.preparing].compactMap { $0 }
        let links = alive.map { cycle -> HTML in
            let state =
                cycle.start <= visit.today
                ? Phrase(fr: "en cours", en: "running") : Phrase(fr: "en préparation", en: "in preparation")
            return """
                <a href="?cycle=\(cycle.label)"\(" aria-current=\"true\"", if: cycle.id == visit.cycle?.id)>\
                \(cycle.name(visit.language)) \(visit.say(state))</a>
                """
        }
        return """
            <nav class="cycles seg" aria-label="\(visit.say(Phrase(fr: "Trimestre affiché", en: "Quarter shown")))">\
            \(links)</nav>
            """
    }

    private static func account(_ visit: Visit) -> HTML {
        guard let person = visit.person else {
            return "<a class=\"btn\" href=\"/sign-in\">\(visit.say(Phrase(fr: "Se connecter", en: "Sign in")))</a>"
        }
        return """
            <details class="me"><summary><span class="av" aria-hidden="true">\(person.initials)</span>\
            <span class="nm">\(person.name)</span>\(Part.icon("down"))</summary><div class="pop">
            <a href="/account">\(visit.say(Phrase(fr: "Mon compte", en: "My account")))</a>
            <form method="post" action="/sign-out">\(Part.csrf(visit))<button>\
            \(visit.say(Phrase(fr: "Se déconnecter", en: "Sign out")))</button></form></div></details>
            """
    }

    private static func footer(_ visit: Visit) -> HTML {
        let other: HTML =
            visit.language == .french
            ? "<a href=\"?lang=en\" lang=\"en\" hreflang=\"en\">English</a>"
            : "<a href=\"?lang=fr\" lang=\"fr\" hreflang=\"fr\">Français</a>"
        return """
            <footer class="foot noprint"><div><span class="end">\(other)\
            <a href="?theme=dark" data-theme-toggle>\(visit.say(Phrase(fr: "Clair ou sombre", en: "Light or dark")))</a>\
            </span></div></footer>
            """
    }
}
