import HTML
import Rouage

/// The top of every page: the product, the quarter shown, the palette, the person and the sections.
enum Masthead {
    static func html(_ visit: Visit, _ section: Layout.Section?, shown: Identifier<Cycle>?) -> HTML {
        let goto = visit.say(Phrase(fr: "Aller à…", en: "Go to…"))
        let search = visit.say(Phrase(fr: "rechercher", en: "search"))
        let palette: HTML = """
            <a class="goto" href="/search" data-palette aria-label="\(goto) (\(search))" aria-keyshortcuts="Control+K">\
            \(Part.icon("search"))<span>\(goto)</span><kbd>Ctrl K</kbd></a>
            """
        return """
            <div class="mast"><a class="brand" href="/"><svg viewBox="0 0 32 32" aria-hidden="true">\
            <use href="\(AssetRoutes.base)icons.svg#logo"/></svg>Rouage\
            <span class="org">\(visit.organisation.department?.name ?? "")</span></a>
            \(cycles(visit, section, shown))<span></span>
            \(isOpen(visit) ? palette : "")
            \(account(visit))
            <nav class="main" aria-label="\(visit.say(Phrase(fr: "Navigation principale", en: "Main navigation")))"><ul>\
            \(sections(visit).map { link($0, visit, current: $0 == section) })</ul></nav></div>
            """
    }

    /// The sections that answer: somebody signed in who has no place in the department is not led to closed doors.
    private static func sections(_ visit: Visit) -> [Layout.Section] {
        Layout.Section.allCases.filter { section in
            isOpen(visit) || section == .home || (section == .people && visit.actor?.holds(.administrator) == true)
        }
    }

    private static func isOpen(_ visit: Visit) -> Bool { visit.actor?.isMember ?? true }

    private static func link(_ section: Layout.Section, _ visit: Visit, current: Bool) -> HTML {
        let query: HTML = visit.exchange.query["cycle"].map { "?cycle=\($0.inQuery)" } ?? ""
        return """
            <li><a href="\(section.address)\(query)"\(" aria-current=\"page\"", if: current)>\(visit.say(section.phrase))</a></li>
            """
    }

    /// The two quarters that are alive: choosing one shows the section for it.
    private static func cycles(_ visit: Visit, _ section: Layout.Section?, _ shown: Identifier<Cycle>?) -> HTML {
        guard visit.actor?.isMember == true else { return "<span></span>" }
        let alive = [visit.running, visit.preparing].compactMap { $0 }
        let links = alive.map { cycle -> HTML in
            let state =
                cycle.start <= visit.today
                ? Phrase(fr: "en cours", en: "running") : Phrase(fr: "en préparation", en: "in preparation")
            return """
                <a href="\(address(visit, section, cycle))"\(" aria-current=\"true\"", if: cycle.id == shown)>\
                \(cycle.name(visit.language))<span class="vh"> : </span> \(visit.say(state))</a>
                """
        }
        return """
            <nav class="cycles seg" aria-label="\(visit.say(Phrase(fr: "Trimestre affiché", en: "Quarter shown")))">\
            \(links)</nav>
            """
    }

    private static func address(_ visit: Visit, _ section: Layout.Section?, _ cycle: Cycle) -> String {
        let isOtherView = section == .dependencies && ["/dependencies", "/board/matrix"].contains(visit.exchange.path)
        guard let section, visit.exchange.path != section.address, !isOtherView else {
            return visit.address(with: "cycle", cycle.label)
        }
        return "\(section.address)?cycle=\(cycle.label)"
    }

    private static func inbox(_ visit: Visit) -> HTML {
        "<a href=\"/inbox\">\(visit.say(Phrase(fr: "Ma boîte", en: "My inbox")))</a>"
    }

    private static func account(_ visit: Visit) -> HTML {
        guard let person = visit.person else {
            return "<a class=\"btn\" href=\"/sign-in\">\(visit.say(Phrase(fr: "Se connecter", en: "Sign in")))</a>"
        }
        let mine = visit.say(Phrase(fr: "Mon compte", en: "My account"))
        return """
            <details class="me"><summary aria-label="\(mine) : \(person.name)"><span class="av" aria-hidden="true">\
            \(person.initials)</span><span class="nm">\(person.name)</span>\(Part.icon("down"))</summary><div class="pop">
            \(isOpen(visit) ? inbox(visit) : "")<a href="/account">\(mine)</a>
            <form method="post" action="/sign-out">\(Part.csrf(visit))<button>\
            \(visit.say(Phrase(fr: "Se déconnecter", en: "Sign out")))</button></form></div></details>
            """
    }
}
