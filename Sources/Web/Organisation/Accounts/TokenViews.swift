import HTML
import Rouage
import Storage
package import WebCore

/// Tokens with which programs act as a person.
enum TokenViews {
    static func section(_ visit: Visit, _ person: Person) throws -> HTML {
        let rows = try visit.reading.accessTokens(of: person.id).map { row(visit, $0) }
        let nobody = Phrase(fr: "Aucun programme n’agit en votre nom.", en: "No program acts as you.")
        let none: HTML = "<p class=\"note\">\(visit.say(nobody))</p>"
        let list: HTML = rows.isEmpty ? none : "<ul class=\"plain rows\">\(rows)</ul>"
        return AccountViews.section(
            "tokens", Phrase(fr: "Jetons pour programmes", en: "Tokens for programs"),
            Phrase(
                fr: "Un programme agit avec vos droits, jamais plus.",
                en: "A program acts with your rights, never more."),
            visit, "\(list)\(form(visit))")
    }

    private static func row(_ visit: Visit, _ token: AccessToken) -> HTML {
        """
        <li><b>\(token.name)</b> <span class="q">\(visit.say(token.scope.phrase))</span>
        <form method="post" action="/account/tokens/\(token.id.description)/revocation">\(Part.csrf(visit))\
        <button class="btn s bad">\(visit.say(Phrase(fr: "Révoquer", en: "Revoke")))\
        <span class="vh"> \(token.name)</span></button></form></li>
        """
    }

    private static func form(_ visit: Visit) -> HTML {
        let say = visit.say
        let chosen = visit.typed("scope", or: AccessToken.Scope.read.rawValue)
        let scopes = AccessToken.Scope.allCases.map { scope -> HTML in
            """
            <label class="opt"><input type="radio" name="scope" value="\(scope.rawValue)"\
            \(" checked", if: scope.rawValue == chosen)> <span>\(say(scope.phrase))</span></label>
            """
        }
        return """
            <form method="post" action="/account/tokens" class="stack">\(Part.csrf(visit))
            <div class="field"><label for="token_name">\(say(Phrase(fr: "À quoi sert le jeton", en: "What the token is for")))</label>
            <input class="in" id="token_name" name="token_name" autocomplete="off" value="\(visit.typed("token_name", or: ""))">\
            \(Part.flaw(visit, "token_name"))</div>
            <fieldset class="field"><legend>\(say(Phrase(fr: "Portée", en: "Scope")))</legend>\(scopes)</fieldset>
            <div class="acts"><button class="btn">\(say(Phrase(fr: "Créer un jeton", en: "Create a token")))</button></div></form>
            """
    }

    /// The token, shown this once.
    static func once(_ visit: Visit, _ token: AccessToken, _ secret: String) -> Answer {
        let say = visit.say
        let title = say(Phrase(fr: "Votre jeton", en: "Your token"))
        let lede = Phrase(
            fr: "Copiez-le maintenant : il ne sera plus montré. Rouage n’en garde qu’une empreinte.",
            en: "Copy it now; it will not be shown again. Rouage keeps a fingerprint only.")
        let body: HTML = """
            <h1>\(title)</h1><p class="lede">\(say(lede))</p>
            <div class="field"><label for="secret">\(token.name), \(say(token.scope.phrase))</label>
            <input class="in" id="secret" readonly value="\(secret)"></div>
            <p><a class="btn pri" href="/account#tokens">\(say(Phrase(fr: "C’est copié", en: "It is copied")))</a></p>
            """
        return Layout.page(visit, title: title, page: .account, body)
    }
}

extension AccessToken.Scope {
    package var phrase: Phrase {
        switch self {
        case .read: Phrase(fr: "lecture", en: "reading")
        case .write: Phrase(fr: "lecture et écriture", en: "reading and writing")
        }
    }
}
