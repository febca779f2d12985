import HTML
import Rouage
import Storage
import WebCore

/// What may be changed of a person by this visitor: places and roles.
struct PersonChanges {
    let visit: Visit
    let person: Person
    let actor: Actor
    let places: [Membership]

    /// Which of the forms of the page was just sent and refused.
    private var sent: String? {
        !visit.isAgain ? nil : visit.exchange.path.split(separator: "/").dropFirst(2).first.map(String.init)
    }

    private func parts(_ form: String) -> FormParts { FormParts(visit, prefix: form, isSent: sent == form) }

    var summary: HTML {
        guard visit.refusal != nil else { return "" }
        return parts(sent ?? "").summary(
            Phrase(fr: "Rien n’est changé.", en: "Nothing was changed."),
            [
                ("unit", Phrase(fr: "Équipe", en: "Team")), ("fte", Phrase(fr: "Part du temps", en: "Share of time")),
                ("from", Phrase(fr: "À partir du", en: "From")), ("to", Phrase(fr: "Dernier jour", en: "Last day")),
                ("role", Phrase(fr: "Rôle", en: "Role")),
            ])
    }

    private var units: [Rouage.Unit] {
        visit.organisation.units.values
            .filter { $0.closedOn == nil && actor.may(.editMembers(of: $0.id)) }.sorted { $0.name < $1.name }
    }

    var forms: HTML { "<div class=\"answers noprint\">\(move)\(role)</div>" }

    private func details(_ name: String, _ phrase: Phrase, _ content: HTML) -> HTML {
        """
        <details\(" open", if: sent == name)><summary class="btn s">\(visit.say(phrase))</summary>\(content)</details>
        """
    }

    private var move: HTML {
        let units = self.units
        guard !units.isEmpty else { return "" }
        let parts = parts("memberships")
        let held = places.filter { $0.to == nil || $0.to! >= visit.today }
            .filter { actor.may(.editMembers(of: $0.unit)) }
        let leaves = held.map { ($0.id.description, visit.name($0.unit)) }
        let leave: HTML =
            leaves.isEmpty
            ? ""
            : parts.select(
                "leaves", Phrase(fr: "Quitte", en: "Leaves"), stored: leaves[0].0, leaves,
                empty: Phrase(fr: "Aucune équipe : c’est une place de plus", en: "No team: this is one more place"))
        let form: HTML = """
            <form method="post" action="/people/\(person.id.description)/memberships">\(Part.csrf(visit))\
            \(parts.select("unit", Phrase(fr: "Rejoint", en: "Joins"), units.map { ($0.code, $0.name) }))\(leave)\
            \(parts.text("fte", Phrase(fr: "Part du temps, en %", en: "Share of time, in %"), stored: "100", more: " inputmode=\"numeric\"", isShort: true))\
            \(parts.day("from", Phrase(fr: "À partir du", en: "From"), hint: past, stored: visit.today.description, from: visit.firstOpenDay))\
            <div class="acts"><button class="btn s pri">\(visit.say(Phrase(fr: "Changer d’équipe", en: "Change team")))</button></div></form>
            """
        return details("memberships", Phrase(fr: "Changer d’équipe", en: "Change team"), form)
    }

    private var past: Phrase {
        Phrase(
            fr: "Pas avant le \(visit.firstOpenDay.inFrench) : un trimestre passé garde son organisation.",
            en: "Not before \(visit.firstOpenDay.inEnglish): a past quarter keeps its organisation.")
    }

    private var role: HTML {
        guard person.id != actor.id else { return "" }
        let isAll = actor.may(.editOrganisation(nil))
        let units = visit.organisation.units.values.filter { $0.closedOn == nil && actor.may(.editOrganisation($0.id)) }
            .sorted { $0.name < $1.name }
        guard isAll || !units.isEmpty else { return "" }
        let roles = isAll ? Role.allCases : [.tribeLead]
        let parts = parts("roles")
        let form: HTML = """
            <form method="post" action="/people/\(person.id.description)/roles">\(Part.csrf(visit))\
            \(parts.select("role", Phrase(fr: "Rôle", en: "Role"), roles.map { ($0.rawValue, visit.say($0.phrase)) }))\
            \(parts.select("unit", Phrase(fr: "Pour", en: "For"), units.map { ($0.code, $0.name) }, empty: Phrase(fr: "Tout le département", en: "The whole department")))\
            \(parts.day("from", Phrase(fr: "À partir du", en: "From"), stored: visit.today.description, from: visit.firstOpenDay))\
            \(parts.day("to", Phrase(fr: "Jusqu’au, si la fin est connue", en: "Until, if the end is known")))\
            <div class="acts"><button class="btn s pri">\(visit.say(Phrase(fr: "Donner le rôle", en: "Give the role")))</button></div></form>
            """
        return details("roles", Phrase(fr: "Donner un rôle", en: "Give a role"), form)
    }

    // MARK: Ends

    func end(_ place: Membership) -> HTML {
        guard place.to == nil, actor.may(.editMembers(of: place.unit)) else { return "" }
        return end("memberships", place.id.description)
    }

    func end(_ grant: RoleGrant) -> HTML {
        guard grant.to == nil, person.id != actor.id, actor.may(give: grant.role, for: grant.unit) else { return "" }
        return end("roles", grant.id.description)
    }

    private func end(_ kind: String, _ id: String) -> HTML {
        let parts = FormParts(visit, prefix: "e\(id.suffix(6))", isSent: false)
        return """
            <details class="noprint"><summary class="btn s low">\(visit.say(Phrase(fr: "Terminer", en: "End")))</summary>\
            <form class="row" method="post" action="/people/\(person.id.description)/\(kind)/\(id)/end">\(Part.csrf(visit))\
            \(parts.day("to", Phrase(fr: "Dernier jour", en: "Last day"), stored: visit.today.description))\
            <button class="btn s">\(visit.say(Phrase(fr: "Terminer", en: "End")))</button></form></details>
            """
    }
}
