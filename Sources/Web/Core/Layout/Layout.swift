import Foundation
package import HTML
package import Rouage

/// What surrounds every page.
package enum Layout {
    /// A whole page.
    /// - Parameters:
    ///   - page: the page that the screen belongs to, of those that one can go to from anywhere.
    ///   - live: the subjects whose changes the page shows at once, such as `briefing:ID,dependency:*`.
    ///   - cycle: the quarter of what the page shows, when that is not the one chosen in the masthead.
    package static func page(
        _ visit: Visit, title: String, page: Page? = nil, live: String = "", cycle: Identifier<Cycle>? = nil,
        _ body: HTML
    ) -> Answer {
        let isLive = !live.isEmpty && visit.person != nil && visit.past == nil
        let behaviour: HTML = isLive ? " data-behaviour=\"live\" data-live=\"\(live)\"" : ""
        let told = Told.shown(visit)
        let whole: HTML = """
            \(head(visit.language, title, visit.exchange.cookies["theme"]))<body\(behaviour)>
            <a class="skip" href="#main">\(visit.say(Phrase(fr: "Aller au contenu", en: "Skip to content")))</a>
            <header class="noprint">\(Masthead.html(visit, page, shown: cycle ?? visit.cycle?.id))\(Ruler.html(visit))</header>
            <main id="main" tabindex="-1">\(visit.pastBanner)\(fault(visit))\(unsaid(visit, body))\(returned(visit, body))</main>
            \(footer(visit, page))\(Palette.html(visit))\(isLive ? liveNote(visit) : "")\(told?.0 ?? "")</body></html>
            """
        return .page(whole, cookies: told?.cookies ?? [])
    }

    /// Above a page that comes back refused and does not say so itself.
    private static func unsaid(_ visit: Visit, _ body: HTML) -> HTML {
        visit.refusal == nil || body.text.contains("role=\"alert\"") ? "" : Part.refusal(visit)
    }

    /// A page that comes back loses nothing: what was written in a form that it does not offer any more stands below
    /// the sentence that says what was refused, to be copied.
    private static func returned(_ visit: Visit, _ body: HTML) -> HTML {
        guard visit.refusal != nil, visit.isAgain else { return body }
        let held = Held(visit.exchange).lost(from: body)
            .section(visit.language, csrf: nil, mayRepeat: false, labels: visit.labels)
        let text = body.text
        guard !held.text.isEmpty, let alert = text.range(of: "role=\"alert\""),
            let end = text.range(of: "</div></div>", range: alert.upperBound..<text.endIndex)
        else { return "\(held)\(body)" }
        return HTML(trusted: "\(text[..<end.upperBound])\(held.text)\(text[end.upperBound...])")
    }

    /// Above a form that comes back although nothing is wrong with it.
    private static func fault(_ visit: Visit) -> HTML {
        guard let words = visit.fault else { return "" }
        let again = Phrase(
            fr: "Rien n’est enregistré ; ce que vous avez écrit est ci-dessous, à envoyer de nouveau.",
            en: "Nothing was saved; what you wrote is below, to be sent again.")
        return """
            <div class="banner stop noprint" role="alert" tabindex="-1">\(Part.icon("alert"))<div>\
            <p><b>\(visit.say(words.title))</b></p><p>\(visit.say(words.text))</p><p>\(visit.say(again))</p></div></div>
            """
    }

    /// Without masthead: what is shown to a room, or to somebody who has no account.
    /// - Parameter more: classes and data of the page itself.
    package static func stage(_ visit: Visit, title: String, more: HTML, _ body: HTML) -> Answer {
        .page(
            "\(head(visit.language, title, visit.exchange.cookies["theme"]))<body\(more)>\(unsaid(visit, body))\(body)</body></html>"
        )
    }

    /// Without masthead: when the database is away.
    package static func bare(_ language: Language, title: String, _ body: HTML) -> Answer {
        .page("\(head(language, title, nil))<body><main id=\"main\">\(body)</main></body></html>")
    }

    private static func head(_ language: Language, _ title: String, _ theme: String?) -> HTML {
        let theme: HTML = theme == "dark" ? " data-theme=\"dark\"" : theme == "light" ? " data-theme=\"light\"" : ""
        let assets = AssetRoutes.base
        return """
            <!doctype html>
            <html lang="\(language.rawValue)"\(theme)><head>
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title), Rouage</title>
            <link rel="icon" href="\(assets)logo.svg" type="image/svg+xml">
            <link rel="stylesheet" href="\(assets)rouage.css">
            <script type="module" src="\(assets)js/app.js"></script>
            </head>
            """
    }

    private static func footer(_ visit: Visit, _ page: Page?) -> HTML {
        let back = visit.addressHere
        let other: Language = visit.language == .french ? .english : .french
        let name = other.ownName
        let theme = visit.exchange.cookies["theme"] == "dark" ? "light" : "dark"
        return """
            <footer class="foot noprint"><div>\(PlaybookOfScreen.link(visit, page))<span class="end">\
            <a href="\(Preference.address("lang", other.rawValue, back: back))" lang="\(other.rawValue)" \
            hreflang="\(other.rawValue)">\(name)</a>\
            <a href="\(Preference.address("theme", theme, back: back))" data-behaviour="theme">\
            \(visit.say(Phrase(fr: "Clair ou sombre", en: "Light or dark")))</a></span></div></footer>
            """
    }

    /// Said when a part of the page changed while the person writes in it.
    private static func liveNote(_ visit: Visit) -> HTML {
        let changed = Phrase(
            fr: "vient de modifier cette page. Votre saisie est gardée.",
            en: "has just changed this page. What you typed is kept.")
        return """
            <div class="toasts noprint" role="status"><div class="toast" id="live-note" hidden>\
            <span><b data-who>\(visit.say(Phrase(fr: "Quelqu’un", en: "Somebody")))</b> \(visit.say(changed))</span>\
            <a href="" data-show>\(visit.say(Phrase(fr: "Recharger", en: "Reload")))</a>\
            <button type="button" data-dismiss>\(visit.say(Phrase(fr: "Plus tard", en: "Later")))</button></div></div>
            """
    }
}
