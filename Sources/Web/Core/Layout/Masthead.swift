import HTML
import Rouage

/// The top of every page: the product, the quarter shown, the palette, what is expected, the person; under it the rooms.
enum Masthead {
    static func html(_ visit: Visit, _ page: Layout.Page?, shown: Identifier<Cycle>?) -> HTML {
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
            \(cycles(visit, page, shown))\(visit.actor?.isMember == true ? palette : "")
            \(Tray.html(visit, isHere: page == .inbox))\(account(visit))
            \(Contents(visit, page).html)</div>
            """
    }

    /// The two quarters that are alive: choosing one shows the page for it.
    private static func cycles(_ visit: Visit, _ page: Layout.Page?, _ shown: Identifier<Cycle>?) -> HTML {
        guard visit.actor?.isMember == true else { return "" }
        let alive = [visit.running, visit.preparing].compactMap { $0 }
        let links = alive.map { cycle -> HTML in
            let state =
                cycle.start <= visit.today
                ? Phrase(fr: "en cours", en: "running") : Phrase(fr: "en préparation", en: "in preparation")
            return """
                <a href="\(address(visit, page, cycle))"\(" aria-current=\"true\"", if: cycle.id == shown)>\
                \(cycle.name(visit.language))<span class="vh"> : </span> \(visit.say(state))</a>
                """
        }
        return """
            <nav class="cycles seg" aria-label="\(visit.say(Phrase(fr: "Trimestre affiché", en: "Quarter shown")))">\
            \(links)</nav>
            """
    }

    private static func address(_ visit: Visit, _ page: Layout.Page?, _ cycle: Cycle) -> String {
        guard let page, !([page.address] + page.views).contains(visit.exchange.path) else {
            return visit.address(with: "cycle", cycle.label)
        }
        return "\(page.address)?cycle=\(cycle.label.inAddress)"
    }

    private static func account(_ visit: Visit) -> HTML {
        guard let person = visit.person else {
            return "<a class=\"btn\" href=\"/sign-in\">\(visit.say(Phrase(fr: "Se connecter", en: "Sign in")))</a>"
        }
        let links = [Layout.Page.account, .accounts].filter(visit.opens).map { page -> HTML in
            "<a href=\"\(page.address)\">\(page.name(visit.language))</a>"
        }
        return """
            <details class="me" data-behaviour="fold"><summary aria-label="\(visit.say(Layout.Page.account.words)) : \(person.name)">\
            <span class="av" aria-hidden="true">\(person.initials)</span><span class="nm">\(person.name)</span>\
            \(Part.icon("down"))</summary><div class="pop">\(links)
            <form method="post" action="/sign-out">\(Part.csrf(visit))<button>\
            \(visit.say(Phrase(fr: "Se déconnecter", en: "Sign out")))</button></form></div></details>
            """
    }
}
