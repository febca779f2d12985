package import Rouage
package import WebCore

extension Person: Paged {
    package static let sign = KindSign("people", "Personne", "Person")
    package var address: String { "/people/\(id)" }
    package func heading(_: Visit) -> String { name }
    package func place(_ visit: Visit) -> [String]? {
        active ? [job, visit.organisation.memberships(of: id).first.map { visit.name($0.unit) } ?? ""] : nil
    }
}

extension Person.FieldName: Worded {
    package var label: Phrase {
        switch self {
        case .name: Phrase(fr: "Prénom et nom", en: "First and last name")
        case .code: Phrase(fr: "Identifiant", en: "Code")
        case .email: Phrase(fr: "E-mail", en: "E-mail")
        case .craft: Phrase(fr: "Métier", en: "Craft")
        case .job: Phrase(fr: "Fonction", en: "Job")
        case .locale: Phrase(fr: "Langue", en: "Language")
        case .unit: Phrase(fr: "Équipe", en: "Team")
        case .fte: Membership.FieldName.fte.label
        case .from: Membership.FieldName.from.label
        }
    }

    package var hint: Phrase? {
        switch self {
        case .code:
            Phrase(
                fr: "Son nom stable dans vos fichiers : un identifiant, une adresse.",
                en: "Their stable name in your files: a login, an address.")
        case .email: Phrase(fr: "Pour se connecter. Peut attendre.", en: "To sign in. It can wait.")
        case .name, .craft, .job, .locale, .unit, .fte, .from: nil
        }
    }
}

extension Membership.FieldName: Worded {
    package var label: Phrase {
        switch self {
        case .unit: Phrase(fr: "Rejoint", en: "Joins")
        case .leaves: Phrase(fr: "Quitte", en: "Leaves")
        case .fte: Phrase(fr: "Part du temps, en %", en: "Share of time, in %")
        case .from: Phrase(fr: "À partir du", en: "From")
        }
    }

    package var hint: Phrase? { nil }
}

extension RoleGrant.Gift.Name: Worded {
    package var label: Phrase {
        switch self {
        case .role: Phrase(fr: "Rôle", en: "Role")
        case .unit: Phrase(fr: "Pour", en: "For")
        case .from: Phrase(fr: "À partir du", en: "From")
        case .to: Phrase(fr: "Jusqu’au, si la fin est connue", en: "Until, if the end is known")
        }
    }

    package var hint: Phrase? { nil }
}

extension Ending.Name: Worded {
    package var label: Phrase { Phrase(fr: "Dernier jour", en: "Last day") }
    package var hint: Phrase? { nil }
}
