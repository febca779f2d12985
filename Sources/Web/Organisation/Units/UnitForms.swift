import HTML
import Rouage
import Storage
import WebCore

/// The forms that found a unit and change one.
enum UnitForms {
    static func new(_ visit: Visit) throws -> Answer {
        let actor = try visit.signedIn()
        let above = (visit.exchange.query["parent"] ?? visit.exchange.form["parent"])
            .flatMap { visit.organisation.unitsByCode[$0] }
        guard actor.may(.editOrganisation(above)) else { throw Refusal.notAllowed }
        let founding = Rouage.Unit.Founding(below: above, on: visit.today)
        let form = try FieldForm(visit, founding)
        let kinds = Rouage.Unit.Sort.allCases.filter { $0 != .department || visit.organisation.department == nil }
        let title = visit.say(Phrase(fr: "Fonder une unité", en: "Found a unit"))
        let body: HTML = """
            <header class="head"><div><h1>\(title)</h1></div></header>
            \(form.summary(Phrase(fr: "L’unité n’est pas fondée.", en: "The unit was not founded.")))
            <form class="frm" method="post" action="/teams">\(Part.csrf(visit))\
            \(form.select(.kind, kinds.map { ($0.rawValue, visit.say($0.phrase)) }))\(fields(form, actor, founding.description))
            <div class="acts"><button class="btn pri">\(Rouage.Unit.acts.making(visit))</button></div></form>
            """
        return Layout.page(visit, title: title, page: .people, body)
    }

    static func edit(_ visit: Visit) throws -> Answer {
        let unit = try visit.unit()
        let actor = try visit.signedIn()
        guard actor.may(.editOrganisation(unit.id)) else { throw Refusal.notAllowed }
        let form = try FieldForm(visit, Rouage.Unit.Change(unit.description, from: visit.today))
        let title = visit.say(Phrase(fr: "Modifier \(unit.name)", en: "Edit \(unit.name)"))
        let note = Phrase(
            fr: "Un changement vaut à partir du jour dit : les trimestres passés gardent leur organisation.",
            en: "A change holds from the day given: past quarters keep their organisation.")
        let earliest = try visit.firstDayOfChange(of: unit)
        let dayHint = Phrase(
            fr:
                "Au plus tôt le \(earliest.inFrench). Un jour à venir se planifie ; seuls le code et la date de fondation changent aussitôt.",
            en:
                "\(earliest.inEnglish) at the earliest. A day to come is planned; only the code and the founding date change at once."
        )
        let send = Rouage.Unit.acts.sending(unit, visit)
        let body: HTML = """
            <header class="head"><div><p class="over"><a href="/teams/\(unit.code.inAddress)">\(unit.name)</a></p>\
            <h1>\(title)</h1><p class="lede">\(visit.say(note))</p></div></header>
            \(form.summary(Phrase(fr: "Rien n’est changé.", en: "Nothing was changed.")))\(form.meanwhile(unit))
            <form class="frm" method="post" action="\(send.to)">\(Part.csrf(visit))\(Part.version(unit.version))\
            \(fields(form, actor, unit.description, own: unit))\(form.day(.from, hint: dayHint, from: earliest))
            <div class="acts"><button class="btn pri">\(send.words)</button>\
            <a class="btn low" href="/teams/\(unit.code.inAddress)">\(visit.say(Phrase(fr: "Revenir", en: "Go back")))</a></div></form>
            """
        return Layout.page(visit, title: title, page: .people, body)
    }

    private static func fields<Draft: Drafted>(
        _ form: FieldForm<Draft>, _ actor: Actor, _ given: Rouage.Unit.Description, own: Rouage.Unit? = nil
    ) -> HTML where Draft.Name == Rouage.Unit.FieldName {
        let organisation = form.visit.organisation
        let parents = organisation.units.values.filter { unit in
            unit.closedOn == nil && unit.id != own?.id
                && (unit.id == given.parent || actor.may(.editOrganisation(unit.id)))
        }
        let codes = parents.sorted { $0.name < $1.name }.map {
            ($0.code, "\($0.name), \(form.visit.say($0.sort.phrase))")
        }
        let people = organisation.people.values.filter(\.active).sorted { $0.name < $1.name }.map { ($0.code, $0.name) }
        let nobody = Phrase(fr: "Personne", en: "Nobody")
        return """
            \(form.control(.name))\(form.control(.code))\
            \(form.select(.parent, codes, empty: Phrase(fr: "Rien au-dessus", en: "Nothing above")))\
            \(form.select(.lead, people, empty: nobody))\(form.select(.deputy, people, empty: nobody))\
            \(form.control(.foundedOn))
            """
    }
}
