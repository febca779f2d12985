import HTML
import Rouage
import Storage
import WebCore

/// The forms that found a unit and change one.
enum UnitForms {
    private static let labels: [(String, Phrase)] = [
        ("name", name), ("code", code), ("parent", parent), ("lead", lead), ("deputy", deputy),
        ("founded_on", foundedOn), ("kind", kind), ("from", from),
    ]
    private static let name = Phrase(fr: "Nom", en: "Name")
    private static let code = Phrase(fr: "Code", en: "Code")
    private static let parent = Phrase(fr: "Rattachée à", en: "Part of")
    private static let lead = Phrase(fr: "Responsable", en: "Lead")
    private static let deputy = Phrase(fr: "Suppléance", en: "Deputy")
    private static let foundedOn = Phrase(fr: "Fondée le", en: "Founded on")
    private static let from = Phrase(fr: "À partir du", en: "From")
    private static let kind = Phrase(fr: "Sorte", en: "Kind")

    static func new(_ visit: Visit) throws -> Answer {
        let actor = try visit.signedIn()
        let above = (visit.exchange.query["parent"] ?? visit.exchange.form["parent"])
            .flatMap { visit.organisation.unitsByCode[$0] }
        guard actor.may(.editOrganisation(above)) else { throw Refusal.notAllowed }
        let parts = FormParts(visit)
        let kinds = Rouage.Unit.Sort.allCases.filter { $0 != .department || visit.organisation.department == nil }
        let sort = parts.select(
            "kind", kind, stored: Rouage.Unit.Sort.team.rawValue, kinds.map { ($0.rawValue, visit.say($0.phrase)) })
        let title = Phrase(fr: "Fonder une unité", en: "Found a unit")
        let given = Rouage.Unit.Description(code: "", name: "", parent: above, foundedOn: visit.today)
        let body: HTML = """
            <header class="head"><div><h1>\(visit.say(title))</h1></div></header>
            \(parts.summary(Phrase(fr: "L’unité n’est pas fondée.", en: "The unit was not founded."), labels))
            <form class="frm" method="post" action="/teams">\(Part.csrf(visit))\(sort)\(fields(visit, actor, parts, given, own: nil))
            <div class="acts"><button class="btn pri">\(visit.say(Phrase(fr: "Fonder l’unité", en: "Found the unit")))</button></div></form>
            """
        return Layout.page(visit, title: visit.say(title), page: .people, body)
    }

    static func edit(_ visit: Visit) throws -> Answer {
        let unit = try visit.unit()
        let actor = try visit.signedIn()
        guard actor.may(.editOrganisation(unit.id)) else { throw Refusal.notAllowed }
        let parts = FormParts(visit)
        let title = Phrase(fr: "Modifier \(unit.name)", en: "Edit \(unit.name)")
        let note = Phrase(
            fr: "Un changement vaut à partir du jour dit : les trimestres passés gardent leur organisation.",
            en: "A change holds from the day given: past quarters keep their organisation.")
        let earliest = try visit.reading.firstDayOfChange(
            of: unit.id, noEarlierThan: visit.firstOpenDay, in: visit.site.clock.zone)
        let dayHint = Phrase(
            fr:
                "Au plus tôt le \(earliest.inFrench). Un jour à venir se planifie ; seuls le code et la date de fondation changent aussitôt.",
            en:
                "\(earliest.inEnglish) at the earliest. A day to come is planned; only the code and the founding date change at once."
        )
        let body: HTML = """
            <header class="head"><div><p class="over"><a href="/teams/\(unit.code)">\(unit.name)</a></p>\
            <h1>\(visit.say(title))</h1><p class="lede">\(visit.say(note))</p></div></header>
            \(parts.summary(Phrase(fr: "Rien n’est changé.", en: "Nothing was changed."), labels))
            <form class="frm" method="post" action="/teams/\(unit.code)">\(Part.csrf(visit))\
            <input type="hidden" name="version" value="\(parts.value("version", or: String(unit.version)))">\
            \(fields(visit, actor, parts, unit.description, own: unit))\
            \(parts.day("from", from, hint: dayHint, stored: visit.today.description, from: earliest))
            <div class="acts"><button class="btn pri">\(visit.say(Phrase(fr: "Enregistrer", en: "Save")))</button>\
            <a class="btn low" href="/teams/\(unit.code)">\(visit.say(Phrase(fr: "Revenir", en: "Go back")))</a></div></form>
            """
        return Layout.page(visit, title: visit.say(title), page: .people, body)
    }

    private static func fields(
        _ visit: Visit, _ actor: Actor, _ parts: FormParts, _ given: Rouage.Unit.Description, own: Rouage.Unit?
    ) -> HTML {
        let organisation = visit.organisation
        let parents = organisation.units.values.filter { unit in
            unit.closedOn == nil && unit.id != own?.id
                && (unit.id == given.parent || actor.may(.editOrganisation(unit.id)))
        }
        let codes = parents.sorted { $0.name < $1.name }.map { ($0.code, "\($0.name), \(visit.say($0.sort.phrase))") }
        let people = organisation.people.values.filter(\.active).sorted { $0.name < $1.name }.map { ($0.code, $0.name) }
        let nobody = Phrase(fr: "Personne", en: "Nobody")
        func code(_ person: Identifier<Person>?) -> String { person.flatMap { organisation.people[$0]?.code } ?? "" }
        let codeHint = Phrase(
            fr: "Dans les adresses et les fichiers : minuscules, chiffres, tirets.",
            en: "In addresses and files: small letters, digits, hyphens.")
        return """
            \(parts.text("name", name, stored: given.name))\(parts.text("code", Self.code, hint: codeHint, stored: given.code, isShort: true))\
            \(parts.select("parent", parent, stored: given.parent.flatMap { organisation.units[$0]?.code } ?? "", codes,
                empty: Phrase(fr: "Rien au-dessus", en: "Nothing above")))\
            \(parts.select("lead", lead, stored: code(given.lead), people, empty: nobody))\
            \(parts.select("deputy", deputy, stored: code(given.deputy), people, empty: nobody))\
            \(parts.day("founded_on", foundedOn, stored: given.foundedOn?.description ?? ""))
            """
    }
}
