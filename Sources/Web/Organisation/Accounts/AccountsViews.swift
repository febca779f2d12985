import HTML
import Rouage
import Storage
import WebCore

enum AccountsViews {
    static let title = Phrase(fr: "Comptes", en: "Accounts")
    private static let most = 100

    static func page(_ visit: Visit) throws -> Answer {
        let say = visit.say
        let question = visit.exchange.query["q"] ?? visit.exchange.form["q"] ?? ""
        let words = Folding.fold(question).split(separator: " ")
        let people = visit.organisation.people.values.filter { person in
            let text = Folding.fold("\(person.name) \(person.email ?? "") \(person.code)")
            return words.allSatisfy { text.contains($0) }
        }.sorted { $0.name < $1.name }
        let accounts = try visit.reading.accounts(at: visit.now)
        let rows = people.prefix(most).map { row(visit, $0, accounts[$0.id], question) }
        let body: HTML = """
            <header class="head"><div><h1>\(say(title))</h1><p class="lede">\(say(lede))</p></div></header>\
            \(Part.refusal(visit))
            <form role="search" action="/accounts" class="stack"><div class="field">
            <label for="q">\(say(Phrase(fr: "Une personne", en: "A person")))</label>
            <input class="in" id="q" name="q" type="search" value="\(question)"></div>
            <div class="acts"><button class="btn s">\(say(Phrase(fr: "Chercher", en: "Search")))</button></div></form>
            \(table(visit, rows))\(more(visit, people.count))
            """
        return Layout.page(visit, title: say(title), page: .accounts, body)
    }

    private static let lede = Phrase(
        fr: "Un lien permet à la personne de choisir son mot de passe ; personne d’autre ne le connaît.",
        en: "A link lets the person choose their password; nobody else knows it.")

    private static func table(_ visit: Visit, _ rows: [HTML]) -> HTML {
        let say = visit.say
        if rows.isEmpty {
            return "<p class=\"note\">\(say(Phrase(fr: "Personne ne porte ce nom.", en: "Nobody is called so.")))</p>"
        }
        let heads = [
            Phrase(fr: "Personne", en: "Person"), Phrase(fr: "Adresse e-mail", en: "E-mail address"),
            Phrase(fr: "Compte", en: "Account"), Phrase(fr: "Actions", en: "Actions"),
        ].map { head -> HTML in "<th scope=\"col\">\(say(head))</th>" }
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(say(title))"><table class="t fold">
            <caption class="vh">\(say(title))</caption><thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private static func more(_ visit: Visit, _ count: Int) -> HTML {
        guard count > most else { return "" }
        let text = Phrase(
            fr: "\(count - most) autres personnes : précisez la recherche.",
            en: "\(count - most) other people: search for one.")
        return "<p class=\"note\">\(visit.say(text))</p>"
    }

    private static func row(_ visit: Visit, _ person: Person, _ account: AccountLine?, _ question: String) -> HTML {
        let say = visit.say
        let email = say(Phrase(fr: "Adresse e-mail", en: "E-mail address"))
        let label = say(Phrase(fr: "Compte", en: "Account"))
        return """
            <tr><th scope="row">\(person.name)</th><td data-l="\(email)">\(person.email ?? "")</td>\
            <td data-l="\(label)">\(say(state(visit, person, account)))</td>\
            <td><div class="acts">\(actions(visit, person, question))</div></td></tr>
            """
    }

    private static func state(_ visit: Visit, _ person: Person, _ account: AccountLine?) -> Phrase {
        guard person.active else { return Phrase(fr: "Fermé", en: "Closed") }
        if let seen = account?.seenAt {
            let day = visit.dates.full(seen.day(in: visit.site.clock.zone))
            return Phrase(fr: "Vu le \(day)", en: "Seen on \(day)")
        }
        if account?.hasPassword == true { return Phrase(fr: "Mot de passe choisi", en: "Password chosen") }
        if account?.isInvited == true { return Phrase(fr: "Lien donné", en: "Link given") }
        if person.email == nil { return Phrase(fr: "Sans adresse e-mail", en: "No e-mail address") }
        return Phrase(fr: "Pas encore de mot de passe", en: "No password yet")
    }

    private static func actions(_ visit: Visit, _ person: Person, _ question: String) -> HTML {
        if !person.active {
            return button(visit, person, "reopening", Phrase(fr: "Rouvrir", en: "Open again"), question)
        }
        var actions = HTML()
        if person.email != nil {
            actions.append(
                button(visit, person, "invitation", Phrase(fr: "Donner un lien", en: "Give a link"), question))
        }
        if person.id != visit.person?.id {
            actions.append(button(visit, person, "closure", Phrase(fr: "Fermer", en: "Close"), question))
        }
        return actions
    }

    private static func button(
        _ visit: Visit, _ person: Person, _ noun: String, _ phrase: Phrase, _ question: String
    ) -> HTML {
        """
        <form method="post" action="/accounts/\(person.id.description)/\(noun)">\(Part.csrf(visit))\
        <input type="hidden" name="q" value="\(question)"><button class="btn s">\(visit.say(phrase))\
        <span class="vh"> \(person.name)</span></button></form>
        """
    }

    /// The link, shown this once.
    static func link(_ visit: Visit, _ person: Person, _ secret: String) -> Answer {
        let say = visit.say
        let title = say(Phrase(fr: "Le lien de \(person.name)", en: "A link for \(person.name)"))
        let lede = Phrase(
            fr:
                "Donnez-le à la personne, et à elle seule. Il sert une fois, pendant \(Invitation.days) jours, et n’est plus montré.",
            en:
                "Give it to this person, and to nobody else. It works once, for \(Invitation.days) days, and is not shown again."
        )
        let address = "\(visit.isSecure ? "https" : "http")://\(visit.exchange.host)/welcome/\(secret)"
        let body: HTML = """
            <h1>\(title)</h1><p class="lede">\(say(lede))</p>
            <div class="field"><label for="link">\(say(Phrase(fr: "Lien", en: "Link")))</label>
            <input class="in" id="link" readonly value="\(address)"></div>
            <p><a class="btn pri" href="/accounts">\(say(Phrase(fr: "C’est copié", en: "It is copied")))</a></p>
            """
        return Layout.page(visit, title: title, page: .accounts, body)
    }
}
