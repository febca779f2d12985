import HTML
import Rouage
import Storage
import WebCore

/// The forms that add a person and correct what is known of them.
enum PersonForms {
    static func new(_ visit: Visit) throws -> Answer {
        let isAll = try visit.signedIn().may(.editOrganisation(nil))
        let units = visit.units { .editMembers(of: $0) }
        guard isAll || !units.isEmpty else { throw Refusal.notAllowed }
        var joining = Person.Joining(on: visit.today)
        joining.description.craft = .product
        joining.description.locale = visit.language
        joining.opening.unit = visit.exchange.query["unit"].flatMap { visit.organisation.unitsByCode[$0] }
        let form = try FieldForm(visit, joining)
        let title = Person.acts.making(visit)
        let body: HTML = """
            <header class="head"><div><h1>\(title)</h1></div></header>
            \(form.summary(Phrase(fr: "La personne n’est pas ajoutée.", en: "The person was not added.")))
            <form class="frm" method="post" action="/people">\(Part.csrf(visit))\(fields(form, joining.description))\
            \(form.select(.unit, units, empty: isAll ? Phrase(fr: "Aucune", en: "None") : nil))\(form.control(.fte))\
            \(form.day(.from, from: visit.firstOpenDay))
            <div class="acts"><button class="btn pri">\(title)</button></div></form>
            """
        return Layout.page(visit, title: title, page: .people, body)
    }

    static func edit(_ visit: Visit) throws -> Answer {
        let person = try visit.shownPerson()
        guard try visit.signedIn().may(.editOrganisation(nil)) else { throw Refusal.notAllowed }
        let form = try FieldForm(visit, person.description)
        let title = visit.say(Phrase(fr: "Modifier \(person.name)", en: "Edit \(person.name)"))
        let send = Person.acts.sending(person, visit)
        let body: HTML = """
            <header class="head"><div><h1>\(title)</h1></div></header>
            \(form.summary(Phrase(fr: "Rien n’est changé.", en: "Nothing was changed.")))\(form.meanwhile(person))
            <form class="frm" method="post" action="\(send.to)">\(Part.csrf(visit))\(Part.version(person.version))\
            \(fields(form, person.description))
            <div class="acts"><button class="btn pri">\(send.words)</button>\
            <a class="btn low" href="\(send.to)">\(visit.say(Phrase(fr: "Revenir", en: "Go back")))</a></div></form>
            """
        return Layout.page(visit, title: title, page: .people, body)
    }

    private static func fields<Draft: Drafted>(_ form: FieldForm<Draft>, _ given: Person.Description) -> HTML
    where Draft.Name == Person.FieldName {
        let email = Person.FieldName.email
        let typed = form.parts.text(
            email.rawValue, email.label, hint: email.hint, stored: given.email ?? "", type: "email")
        return """
            \(form.control(.name))\(form.control(.code))\(typed)\(form.select(.craft, \Craft.phrase))\(form.control(.job))\
            \(form.select(.locale, [("fr", "Français"), ("en", "English")]))
            """
    }
}
