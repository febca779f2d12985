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
    private let move: FieldForm<Membership.Move>
    private let gift: FieldForm<RoleGrant.Gift>

    init(_ visit: Visit, _ person: Person, _ actor: Actor, _ places: [Membership]) throws {
        self.visit = visit
        self.person = person
        self.actor = actor
        self.places = places
        var change = Membership.Move(from: visit.today)
        change.leaves = places.first { Self.isLeft($0, visit, actor) }?.id
        move = try FieldForm(visit, change, prefix: "memberships", isSent: visit.isRefused("memberships"))
        gift = try FieldForm(
            visit, RoleGrant.Gift(role: .ops, from: visit.today), prefix: "roles", isSent: visit.isRefused("roles"))
    }

    /// Whether it is a place that lasts, and that the visitor may end.
    private static func isLeft(_ place: Membership, _ visit: Visit, _ actor: Actor) -> Bool {
        place.to.map { $0 >= visit.today } ?? true && actor.may(.editMembers(of: place.unit))
    }

    var summary: HTML {
        let title = Phrase(fr: "Rien n’est changé.", en: "Nothing was changed.")
        return visit.isRefused("end") ? Part.refusal(visit) : "\(move.summary(title))\(gift.summary(title))"
    }

    var forms: HTML { "<div class=\"answers noprint\">\(moving)\(giving)</div>" }

    private func details(_ name: String, _ title: Phrase, send: String, isSent: Bool, _ fields: HTML) -> HTML {
        """
        <details\(" open", if: isSent)><summary class="btn s">\(visit.say(title))</summary>\
        <form method="post" action="\(person.address)/\(name)">\(Part.csrf(visit))\(fields)\
        <div class="acts"><button class="btn s pri">\(send)</button></div></form></details>
        """
    }

    private var moving: HTML {
        let units = visit.units { .editMembers(of: $0) }
        guard !units.isEmpty else { return "" }
        let held = places.filter { Self.isLeft($0, visit, actor) }.map { ($0.id.description, visit.name($0.unit)) }
        let leaves: HTML =
            held.isEmpty
            ? ""
            : move.select(
                .leaves, held,
                empty: Phrase(fr: "Aucune équipe : c’est une place de plus", en: "No team: this is one more place"))
        let past = Phrase(
            fr: "Pas avant le \(visit.firstOpenDay.inFrench) : un trimestre passé garde son organisation.",
            en: "Not before \(visit.firstOpenDay.inEnglish): a past quarter keeps its organisation.")
        return details(
            "memberships", Phrase(fr: "Changer d’équipe", en: "Change team"), send: Membership.acts.making(visit),
            isSent: move.parts.isSent,
            "\(move.select(.unit, units))\(leaves)\(move.control(.fte))\(move.day(.from, hint: past, from: visit.firstOpenDay))"
        )
    }

    private var giving: HTML {
        guard person.id != actor.id else { return "" }
        let isAll = actor.may(.editOrganisation(nil))
        let units = visit.units { .editOrganisation($0) }
        guard isAll || !units.isEmpty else { return "" }
        let roles = (isAll ? Role.allCases : [.tribeLead]).map { ($0.rawValue, visit.say($0.phrase)) }
        let everywhere = Phrase(fr: "Tout le département", en: "The whole department")
        return details(
            "roles", Phrase(fr: "Donner un rôle", en: "Give a role"), send: RoleGrant.acts.making(visit),
            isSent: gift.parts.isSent,
            """
            \(gift.select(.role, roles))\(gift.select(.unit, units, empty: everywhere))\
            \(gift.day(.from, from: visit.firstOpenDay))\(gift.control(.to))
            """)
    }

    // MARK: Ends

    func end(_ place: Membership) throws -> HTML { try end(Membership.acts, place, called: visit.name(place.unit)) }

    func end(_ grant: RoleGrant) throws -> HTML {
        try end(RoleGrant.acts, grant, called: visit.say(grant.role.phrase))
    }

    private func end<Record: Noun>(_ acts: Acts<Record>, _ record: Record, called name: String) throws -> HTML {
        let isSent = acts.isRefused("end", record, visit)
        let form = try FieldForm(
            visit, Ending(to: visit.today), prefix: "e\(record.id.description.suffix(6))", isSent: isSent)
        return acts.disclosure("end", record, visit, isOpen: isSent, about: name, form.control(.to))
    }
}
