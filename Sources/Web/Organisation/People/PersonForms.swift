import HTML
import Rouage
import Storage
import WebCore

/// The forms that add a person and correct what is known of them.
enum PersonForms {
    private static let labels: [(String, Phrase)] = [
        ("name", name), ("code", code), ("email", email), ("job", job), ("unit", unit), ("fte", fte), ("from", from),
    ]
    private static let name = Phrase(fr: "Prénom et nom", en: "First and last name")
    private static let code = Phrase(fr: "Identifiant", en: "Code")
    private static let email = Phrase(fr: "E-mail", en: "E-mail")
    private static let job = Phrase(fr: "Fonction", en: "Job")
    private static let unit = Phrase(fr: "Équipe", en: "Team")
    private static let fte = Phrase(fr: "Part du temps, en %", en: "Share of time, in %")
    private static let from = Phrase(fr: "À partir du", en: "From")

    static func new(_ visit: Visit) throws -> Answer {
        let actor = try visit.signedIn()
        let units = visit.organisation.units.values
            .filter { $0.closedOn == nil && actor.may(.editMembers(of: $0.id)) }.sorted { $0.name < $1.name }
        guard !units.isEmpty || actor.may(.editOrganisation(nil)) else { throw Refusal.notAllowed }
        let parts = FormParts(visit)
        let empty = actor.may(.editOrganisation(nil)) ? Phrase(fr: "Aucune", en: "None") : nil
        let title = Phrase(fr: "Ajouter une personne", en: "Add a person")
        let given = Person.Description(
            code: "", name: "", email: nil, craft: .product, job: "", locale: visit.language)
        let place: HTML = """
            \(parts.select("unit", unit, stored: visit.exchange.query["unit"] ?? "", units.map { ($0.code, $0.name) }, empty: empty))\
            \(parts.text("fte", fte, stored: "100", more: " inputmode=\"numeric\"", isShort: true))\
            \(parts.day("from", from, stored: visit.today.description, from: visit.firstOpenDay))
            """
        let body: HTML = """
            <header class="head"><div><h1>\(visit.say(title))</h1></div></header>
            \(parts.summary(Phrase(fr: "La personne n’est pas ajoutée.", en: "The person was not added."), labels))
            <form class="frm" method="post" action="/people">\(Part.csrf(visit))\(fields(visit, parts, given))\(place)
            <div class="acts"><button class="btn pri">\(visit.say(title))</button></div></form>
            """
        return Layout.page(visit, title: visit.say(title), page: .people, body)
    }

    static func edit(_ visit: Visit) throws -> Answer {
        let person = try visit.shownPerson()
        guard try visit.signedIn().may(.editOrganisation(nil)) else { throw Refusal.notAllowed }
        let parts = FormParts(visit)
        let title = Phrase(fr: "Modifier \(person.name)", en: "Edit \(person.name)")
        let body: HTML = """
            <header class="head"><div><h1>\(visit.say(title))</h1></div></header>
            \(parts.summary(Phrase(fr: "Rien n’est changé.", en: "Nothing was changed."), labels))
            <form class="frm" method="post" action="/people/\(person.id.description)">\(Part.csrf(visit))\
            <input type="hidden" name="version" value="\(parts.value("version", or: String(person.version)))">\
            \(fields(visit, parts, person.description))
            <div class="acts"><button class="btn pri">\(visit.say(Phrase(fr: "Enregistrer", en: "Save")))</button>\
            <a class="btn low" href="/people/\(person.id.description)">\(visit.say(Phrase(fr: "Revenir", en: "Go back")))</a></div></form>
            """
        return Layout.page(visit, title: visit.say(title), page: .people, body)
    }

    private static func fields(_ visit: Visit, _ parts: FormParts, _ given: Person.Description) -> HTML {
        let crafts = Craft.allCases.map { ($0.rawValue, visit.say($0.phrase)) }
        let codeHint = Phrase(
            fr: "Son nom stable dans vos fichiers : un identifiant, une adresse.",
            en: "Their stable name in your files: a login, an address.")
        let emailHint = Phrase(
            fr: "Pour se connecter. Peut attendre.", en: "To sign in. It can wait.")
        return """
            \(parts.text("name", name, stored: given.name))\(parts.text("code", code, hint: codeHint, stored: given.code))\
            \(parts.text("email", email, hint: emailHint, stored: given.email ?? "", type: "email"))\
            \(parts.select("craft", Phrase(fr: "Métier", en: "Craft"), stored: given.craft.rawValue, crafts))\
            \(parts.text("job", job, stored: given.job))\
            \(parts.select("locale", Phrase(fr: "Langue", en: "Language"), stored: given.locale.rawValue, [("fr", "Français"), ("en", "English")]))
            """
    }
}
