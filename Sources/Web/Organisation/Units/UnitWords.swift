package import Rouage
package import WebCore

extension Rouage.Unit: Paged {
    package static let sign = KindSign("board", "Équipe", "Team")
    package var address: String { "/teams/\(code.inAddress)" }
    package func heading(_: Visit) -> String { name }
    package func place(_ visit: Visit) -> [String]? {
        [visit.say(Self.sign.name), visit.organisation.tribe(of: id)?.name ?? ""]
    }
}

extension Rouage.Unit.FieldName: Worded {
    package var label: Phrase {
        switch self {
        case .name: Phrase(fr: "Nom", en: "Name")
        case .code: Phrase(fr: "Code", en: "Code")
        case .parent: Phrase(fr: "Rattachée à", en: "Part of")
        case .lead: Phrase(fr: "Responsable", en: "Lead")
        case .deputy: Phrase(fr: "Suppléance", en: "Deputy")
        case .foundedOn: Phrase(fr: "Fondée le", en: "Founded on")
        case .kind: Phrase(fr: "Sorte", en: "Kind")
        case .from: Phrase(fr: "À partir du", en: "From")
        }
    }

    package var hint: Phrase? {
        switch self {
        case .code:
            Phrase(
                fr: "Dans les adresses et les fichiers : minuscules, chiffres, tirets.",
                en: "In addresses and files: small letters, digits, hyphens.")
        case .name, .parent, .lead, .deputy, .foundedOn, .kind, .from: nil
        }
    }
}

extension Rouage.Unit.Closing.Name: Worded {
    package var label: Phrase {
        switch self {
        case .day: Phrase(fr: "Dernier jour", en: "Last day")
        case .giver: Phrase(fr: "Dépendances ouvertes", en: "Open dependencies")
        case .taker: Phrase(fr: "Briefings en route", en: "Briefings under way")
        case .reason:
            Phrase(fr: "Pourquoi ce que personne ne reprend s’arrête", en: "Why what nobody takes over ends")
        }
    }

    package var hint: Phrase? { nil }
}
