package import Rouage
package import WebCore

/// The words of playbooks.
extension Playbook.Category {
    package var phrase: Phrase {
        switch self {
        case .alignment: Phrase(fr: "Alignement", en: "Alignment")
        case .maintenance: Phrase(fr: "Maintenance", en: "Maintenance")
        case .incident: Phrase(fr: "Incident", en: "Incident")
        case .culture: Phrase(fr: "Culture", en: "Culture")
        case .onboarding: Phrase(fr: "Accueil", en: "Onboarding")
        case .tooling: Phrase(fr: "Outils", en: "Tooling")
        case .mercato: Phrase(fr: "Mercato", en: "Mercato")
        case .other: Phrase(fr: "Autre", en: "Other")
        }
    }
}

extension Playbook.State {
    package var phrase: Phrase {
        switch self {
        case .draft: Phrase(fr: "Ébauche", en: "Draft")
        case .piloted: Phrase(fr: "À l’essai", en: "Piloted")
        case .inForce: Phrase(fr: "En vigueur", en: "In force")
        case .toReview: Phrase(fr: "À revoir", en: "To review")
        case .retired: Phrase(fr: "Arrêté", en: "Retired")
        }
    }

    package var dial: (icon: String, tone: String) {
        switch self {
        case .draft: ("d-sig", "")
        case .piloted: ("d-ack", "acc")
        case .inForce: ("d-done", "ok")
        case .toReview: ("swap", "warn")
        case .retired: ("d-no", "")
        }
    }

    /// What the button that leads there says.
    package func verb(from state: Playbook.State) -> Phrase {
        switch self {
        case .draft: Phrase(fr: "Remettre en ébauche", en: "Back to draft")
        case .piloted: Phrase(fr: "Mettre à l’essai", en: "Pilot it")
        case .inForce where state.isAsked: Phrase(fr: "Confirmer : toujours utile", en: "Confirm: still useful")
        case .inForce: Phrase(fr: "Mettre en vigueur", en: "Put in force")
        case .toReview: Phrase(fr: "À revoir", en: "To review")
        case .retired: Phrase(fr: "Arrêter", en: "Retire")
        }
    }
}

extension Playbook.Carrier {
    package var phrase: Phrase {
        switch self {
        case .ops: Phrase(fr: "Porté par les Ops", en: "Carried by Ops")
        case .handingOver: Phrase(fr: "En passation", en: "Handing over")
        case .organisation: Phrase(fr: "Porté par l’organisation", en: "Carried by the organisation")
        }
    }

    package var dial: (icon: String, tone: String) {
        switch self {
        case .ops: ("d-sig", "")
        case .handingOver: ("d-ack", "acc")
        case .organisation: ("d-done", "ok")
        }
    }
}

extension PlaybookRole {
    package var phrase: Phrase {
        switch self {
        case .ops: Phrase(fr: "Product Ops", en: "Product Ops")
        case .cpo: Phrase(fr: "CPO ou VP", en: "CPO or VP")
        case .director: Phrase(fr: "Direction d’un métier", en: "Director")
        case .tribeLead: Phrase(fr: "Tribe lead", en: "Tribe lead")
        case .productManager: Phrase(fr: "PM", en: "PM")
        case .designer: Phrase(fr: "Designer", en: "Designer")
        case .engineer: Phrase(fr: "Ingénierie", en: "Engineer")
        case .productBuilder: Phrase(fr: "Product builder", en: "Product builder")
        case .otherOps: Phrase(fr: "Autre équipe Ops", en: "Other Ops")
        case .incidentManager: Phrase(fr: "Gestion des incidents", en: "Incident manager")
        case .everyone: Phrase(fr: "Tout le monde", en: "Everyone")
        }
    }
}

extension Playbook.Cadence {
    package var phrase: Phrase {
        switch self {
        case .weekly: Phrase(fr: "Chaque semaine", en: "Every week")
        case .fortnightly: Phrase(fr: "Tous les quinze jours", en: "Every fortnight")
        case .monthly: Phrase(fr: "Chaque mois", en: "Every month")
        case .quarterly: Phrase(fr: "Chaque trimestre", en: "Every quarter")
        case .yearly: Phrase(fr: "Chaque année", en: "Every year")
        case .onTrigger: Phrase(fr: "À chaque déclenchement", en: "Each time it is triggered")
        }
    }
}

extension Playbook.Consent {
    package var phrase: Phrase {
        switch self {
        case .owner: Phrase(fr: "J’accepte d’en être responsable", en: "I accept to own it")
        case .director: Phrase(fr: "J’accepte au titre de la direction", en: "I accept as director")
        case .coAuthor: Phrase(fr: "Je cosigne", en: "I co-sign")
        }
    }
}

extension Playbook: Paged {
    package static let sign = KindSign("doc", "Process", "Playbook")
    package var address: String { "/playbooks/\(id)" }
    package func heading(_ visit: Visit) -> String { content.title.set(in: language) }
    package func place(_ visit: Visit) -> [String]? {
        [visit.say(Self.sign.name), visit.say(content.category.phrase)]
    }
}
