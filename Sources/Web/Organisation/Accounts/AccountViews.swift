import HTML
import Rouage
import Storage
import WebCore

enum AccountViews {
    static func page(_ visit: Visit) throws -> Answer {
        guard let person = visit.person else { throw SignInNeeded() }
        let title = visit.say(Phrase(fr: "Mon compte", en: "My account"))
        let administration: HTML =
            visit.actor?.may(.administerAccounts) == true
            ? "<p><a href=\"/accounts\">\(visit.say(AccountsViews.title))</a></p>" : ""
        let body: HTML = """
            <header class="head"><div><h1>\(title)</h1><p class="lede">\(person.name), \(person.email ?? person.code)</p>\
            \(administration)</div></header>
            \(Part.refusal(visit))\(wait(visit))\(saved(visit))
            \(AccountPersonViews.section(visit, person))\(try password(visit, person))\(try SessionViews.section(visit, person))
            \(try CalendarFeedViews.section(visit, person))\(try TokenViews.section(visit, person))
            """
        return Layout.page(visit, title: title, page: .account, body)
    }

    private static func wait(_ visit: Visit) -> HTML {
        guard let wait = visit.wait else { return "" }
        let clock = wait.clock(in: visit.site.clock.zone)
        let at = visit.dates.clock(clock.hour, clock.minute)
        let text = Phrase(
            fr: "Trop d’essais sans succès. Réessayez après \(at).",
            en: "Too many tries without success. Try again after \(at).")
        return "<div class=\"banner stop\" role=\"alert\">\(Part.icon("alert"))<p>\(visit.say(text))</p></div>"
    }

    private static func saved(_ visit: Visit) -> HTML {
        let text: Phrase? =
            switch visit.exchange.query["saved"] {
            case "person": Phrase(fr: "Enregistré.", en: "Saved.")
            case "password":
                Phrase(
                    fr: "Mot de passe changé. Vos autres sessions et vos jetons sont fermés.",
                    en: "Password changed. Your other sessions and your tokens are closed.")
            case "sessions": Phrase(fr: "Session fermée.", en: "Session closed.")
            case "calendar": Phrase(fr: "Adresse d’agenda révoquée.", en: "Calendar address revoked.")
            case "tokens": Phrase(fr: "Jeton révoqué.", en: "Token revoked.")
            default: nil
            }
        guard let text, visit.refusal == nil else { return "" }
        return "<div class=\"banner ok\" role=\"status\">\(Part.icon("check"))<p>\(visit.say(text))</p></div>"
    }

    static func section(_ id: String, _ title: Phrase, _ note: Phrase, _ visit: Visit, _ body: HTML) -> HTML {
        """
        <section class="sec" id="\(id)" aria-labelledby="h-\(id)"><header><h2 id="h-\(id)">\(visit.say(title))</h2>\
        <p>\(visit.say(note))</p></header>\(body)</section>
        """
    }

    private static func password(_ visit: Visit, _ person: Person) throws -> HTML {
        let isSet = try visit.reading.passwordHash(of: person.id) != nil
        let button = visit.say(Phrase(fr: "Changer le mot de passe", en: "Change the password"))
        let form: HTML = """
            <form method="post" action="/account/password" class="stack">\(Part.csrf(visit))\
            \(isSet ? PasswordFields.current(visit) : "")\(PasswordFields.new(visit))
            <div class="acts"><button class="btn">\(button)</button></div></form>
            """
        return section(
            "secret", Phrase(fr: "Mot de passe", en: "Password"),
            Phrase(
                fr: "Le changer ferme vos autres sessions et vos jetons.",
                en: "Changing it closes your other sessions and your tokens."), visit,
            form)
    }
}
