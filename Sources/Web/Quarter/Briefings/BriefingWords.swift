package import Rouage
package import WebCore

extension Briefing.SourceKind {
    package var phrase: Phrase {
        switch self {
        case .userFeedback: Phrase(fr: "Retours d’utilisateurs", en: "User feedback")
        case .data: Phrase(fr: "Données d’usage", en: "Usage data")
        case .support: Phrase(fr: "Support", en: "Support")
        case .legal: Phrase(fr: "Obligation légale", en: "Legal obligation")
        case .tech: Phrase(fr: "Technique", en: "Technical")
        case .strategy: Phrase(fr: "Stratégie", en: "Strategy")
        case .incident: Phrase(fr: "Incident", en: "Incident")
        case .other: Phrase(fr: "Autre", en: "Other")
        }
    }
}

extension Briefing.Decision.Code {
    package var phrase: Phrase {
        switch self {
        case .dependency: Phrase(fr: "Dépendance non réglée", en: "Unsettled dependency")
        case .capacity: Phrase(fr: "Capacité", en: "Capacity")
        case .priority: Phrase(fr: "Priorité", en: "Priority")
        case .problemNotProven: Phrase(fr: "Problème pas encore démontré", en: "Problem not proven yet")
        case .duplicate: Phrase(fr: "Doublon", en: "Duplicate")
        case .strategy: Phrase(fr: "Stratégie", en: "Strategy")
        case .legal: Phrase(fr: "Légal", en: "Legal")
        case .other: Phrase(fr: "Autre", en: "Other")
        }
    }
}

extension Briefing.Outcome {
    /// What the director does.
    package var verb: Phrase {
        switch self {
        case .validated: Phrase(fr: "Valider", en: "Validate")
        case .postponed: Phrase(fr: "Reporter au trimestre suivant", en: "Postpone to the next quarter")
        case .dropped: Phrase(fr: "Écarter de ce trimestre", en: "Drop for this quarter")
        }
    }
}

extension TribeField.Sort {
    package var phrase: Phrase {
        switch self {
        case .text: Phrase(fr: "Texte", en: "Text")
        case .number: Phrase(fr: "Nombre", en: "Number")
        case .link: Phrase(fr: "Adresse", en: "Link")
        }
    }
}

extension Briefing.Content.Part {
    package func phrase(_ fields: [TribeField]) -> Phrase {
        switch self {
        case .text(let field): return field.phrase
        case .sourceKind: return Phrase(fr: "Nature de la source", en: "Kind of source")
        case .appetite: return Phrase(fr: "Appétit", en: "Appetite")
        case .axis: return Phrase(fr: "Axe stratégique", en: "Strategic axis")
        case .owner: return Phrase(fr: "Responsable", en: "Owner")
        case .tribeField(let key):
            let field = fields.first { $0.key == key }
            return Phrase(fr: field?.labelFr ?? key, en: field?.labelEn ?? key)
        }
    }

    /// The part as a person reads it.
    package func text(in content: Briefing.Content, _ visit: Visit, _ axes: [Axis]) -> String {
        switch self {
        case .text(let field): content.text[field]
        case .tribeField(let key): content.tribeValues[key] ?? ""
        case .sourceKind: visit.say(content.text.sourceKind.phrase)
        case .appetite: content.appetiteDays.map(visit.days) ?? ""
        case .axis: axes.first { $0.id == content.axis }?.title ?? ""
        case .owner: visit.name(content.owner)
        }
    }

    /// The part as a form holds it.
    package func value(in content: Briefing.Content, _ visit: Visit, _ axes: [Axis]) -> String {
        switch self {
        case .text(let field): content.text[field]
        case .tribeField(let key): content.tribeValues[key] ?? ""
        case .sourceKind: content.text.sourceKind.rawValue
        case .appetite: content.appetiteDays.map(String.init) ?? ""
        case .axis: axes.first { $0.id == content.axis }?.code ?? ""
        case .owner: content.owner.flatMap { visit.organisation.people[$0]?.code } ?? ""
        }
    }
}

extension Visit {
    /// Who decides on the team's briefings: the directors above it, and after the freeze the CPO.
    package func deciders(of team: Identifier<Rouage.Unit>) -> String {
        let people = organisation.people.values.filter { $0.active }
        func names(_ role: Role) -> [String] {
            people.filter { person in
                organisation.grants(of: person.id).contains { $0.role == role }
                    && Actor(person, in: organisation).holds(role, for: team)
            }.map { nameAndJob($0.id) }.sorted()
        }
        let directors = names(.director)
        return (directors.isEmpty ? names(.cpo) : directors).prefix(3)
            .joined(separator: say(Phrase(fr: " ou ", en: " or ")))
    }
}

extension Briefing: Paged {
    package static let sign = KindSign("doc", "Briefing", "Briefing")
    package var address: String { "/briefings/\(id)" }
    package func heading(_ visit: Visit) -> String { visit.title(of: self) }
    package func place(_ visit: Visit) -> [String]? {
        let quarter = visit.cycles.first { $0.id == cycle }?.shortName(visit.language) ?? ""
        return [visit.say(Self.sign.name), quarter, visit.name(team)]
    }
}
