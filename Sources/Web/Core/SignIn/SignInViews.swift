import HTML
import Rouage
import Storage

enum SignInViews {
    static func page(_ visit: Visit) -> Answer { page(visit, held: Held(insideSignIn: visit.exchange.form)) }

    /// The sign-in page in the place of a form whose session had ended: it carries the form.
    static func expired(_ visit: Visit) -> Answer { page(visit, held: Held(visit.exchange)) }

    private static func page(_ visit: Visit, held: Held?) -> Answer {
        let say = visit.say
        let next = Exchange.local(visit.exchange.query["next"] ?? visit.exchange.form["next"])
        let title = say(Phrase(fr: "Se connecter", en: "Sign in"))
        let waiting: HTML = held?.insideSignIn ?? ""
        let body: HTML = """
            <div class="signin"><h1>\(say(Phrase(fr: "Entrer dans Rouage", en: "Enter Rouage")))</h1>
            \(notice(visit, held))
            <form method="post" action="/sign-in" class="stack">
            <input type="hidden" name="next" value="\(next)">\(waiting)
            <div class="field"><label for="email">\(say(Phrase(fr: "Adresse e-mail", en: "E-mail address")))</label>
            <input class="in" id="email" name="email" type="email" autocomplete="username" required \
            value="\(visit.exchange.form["email"] ?? "")"></div>
            <div class="field"><label for="password">\(say(Phrase(fr: "Mot de passe", en: "Password")))</label>
            <input class="in" id="password" name="password" type="password" autocomplete="current-password" required></div>
            <div class="acts"><button class="btn pri">\(title)</button></div>
            <p class="note">\(say(lost))</p></form>
            \(castForm(visit, next, waiting))</div>
            """
        return Layout.page(visit, title: title, body)
    }

    private static let lost = Phrase(
        fr: "Mot de passe perdu, ou premier passage : l’administration de Rouage vous donne un lien.",
        en: "Lost your password, or here for the first time: your Rouage administrator gives you a link.")

    /// Signed in again: the form that waited is there to be read and sent.
    static func kept(_ held: Held, _ person: Person, _ session: Session) -> Answer {
        let title = Phrase(fr: "Vous êtes de nouveau dans Rouage", en: "You are signed in again")(person.locale)
        let text = Phrase(
            fr: "Votre session avait expiré. Voici ce que vous aviez écrit : rien n’est encore enregistré.",
            en: "Your session had expired. Here is what you had written; nothing is saved yet.")(person.locale)
        let section = held.section(person.locale, csrf: session.csrf, mayRepeat: true)
        return Layout.bare(person.locale, title: title, "<h1>\(title)</h1><p class=\"lede\">\(text)</p>\(section)")
    }

    private static func notice(_ visit: Visit, _ held: Held?) -> HTML {
        if let wait = visit.wait {
            let clock = wait.clock(in: visit.site.clock.zone)
            let at = visit.dates.clock(clock.hour, clock.minute)
            return banner(
                visit, "stop",
                Phrase(
                    fr: "Trop d’essais sans succès. Réessayez après \(at), ou demandez un lien à l’administration.",
                    en: "Too many tries without success. Try again after \(at), or ask the administrator for a link."))
        }
        if visit.refusal != nil {
            return banner(
                visit, "stop",
                Phrase(
                    fr:
                        "L’adresse et le mot de passe ne vont pas ensemble. Réessayez, ou demandez un lien à l’administration.",
                    en: "The address and the password do not match. Try again, or ask the administrator for a link."))
        }
        guard held != nil else { return "" }
        return banner(
            visit, "warn",
            Phrase(
                fr: "Votre session a expiré. Connectez-vous : ce que vous avez écrit est gardé et vous sera montré.",
                en: "Your session has expired. Sign in: what you wrote is kept and will be shown to you."))
    }

    private static func banner(_ visit: Visit, _ tone: String, _ phrase: Phrase) -> HTML {
        """
        <div class="banner \(tone)" role="alert">\(Part.icon("alert"))<p>\(visit.say(phrase))</p></div>
        """
    }

    private static func castForm(_ visit: Visit, _ next: String, _ waiting: HTML) -> HTML {
        let cast = visit.site.cast.compactMap { code in
            visit.organisation.people.values.first { $0.code == code && $0.active }
        }
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
            <form method="post" action="/sign-in"><input type="hidden" name="next" value="\(next)">\(waiting)
            <ul class="cast">\(rows)</ul></form></section>
            """
    }
}
