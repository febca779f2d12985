import HTML
import Rouage

enum SignInViews {
    static func page(_ visit: Visit) -> Answer {
        let say = visit.say
        let next = visit.exchange.query["next"] ?? visit.exchange.form["next"] ?? "/"
        let cast = visit.site.cast.compactMap { code in visit.organisation.people.values.first { $0.code == code } }
        let body: HTML = """
            <div class="signin"><h1>\(say(Phrase(fr: "Entrer dans Rouage", en: "Enter Rouage")))</h1>
            \(refusal(visit))
            <form method="post" action="/sign-in" class="stack">
            <input type="hidden" name="next" value="\(next)">
            <div class="field"><label for="email">\(say(Phrase(fr: "Adresse e-mail", en: "E-mail address")))</label>
            <input class="in" id="email" name="email" type="email" autocomplete="username" required \
            value="\(visit.exchange.form["email"] ?? "")"></div>
            <div class="field"><label for="password">\(say(Phrase(fr: "Mot de passe", en: "Password")))</label>
            <input class="in" id="password" name="password" type="password" autocomplete="current-password" required></div>
            <div class="acts"><button class="btn pri">\(say(Phrase(fr: "Se connecter", en: "Sign in")))</button></div>
            </form>
            \(castForm(visit, cast, next))</div>
            """
        return Layout.page(visit, title: say(Phrase(fr: "Se connecter", en: "Sign in")), body)
    }

    private static func refusal(_ visit: Visit) -> HTML {
        guard visit.refusal != nil else { return "" }
        let text = Phrase(
            fr:
                "L’adresse et le mot de passe ne vont pas ensemble. Réessayez, ou demandez un nouveau mot de passe à l’administration.",
            en: "The address and the password do not match. Try again, or ask the administrator for a new password.")
        return "<div class=\"banner stop\" role=\"alert\">\(Part.icon("alert"))<p>\(visit.say(text))</p></div>"
    }

    private static func castForm(_ visit: Visit, _ cast: [Person], _ next: String) -> HTML {
        guard !cast.isEmpty else { return "" }
        let rows = cast.map { person -> HTML in
            """
            <li><button class="btn" name="as" value="\(person.code)">\(person.name)<span class="q">\(person.job)</span>\
            </button></li>
            """
        }
        let title = Phrase(fr: "Ou entrer comme l’une de ces personnes", en: "Or enter as one of these people")
        return """
            <section class="sec" aria-labelledby="cast"><header><h2 id="cast">\(visit.say(title))</h2>\
            <p>\(visit.say(Phrase(fr: "Démonstration", en: "Demonstration")))</p></header>
            <form method="post" action="/sign-in"><input type="hidden" name="next" value="\(next)">
            <ul class="cast">\(rows)</ul></form></section>
            """
    }
}
