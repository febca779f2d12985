import Rouage

/// The words of playbooks.
extension Playbook.Category {
    var phrase: Phrase {
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
    var phrase: Phrase {
        switch self {
        case .draft: Phrase(fr: "Ébauche", en: "Draft")
        case .piloted: Phrase(fr: "À l’essai", en: "Piloted")
        case .inForce: Phrase(fr: "En vigueur", en: "In force")
        case .toReview: Phrase(fr: "À revoir", en: "To review")
        case .retired: Phrase(fr: "Arrêté", en: "Retired")
        }
    }

    var dial: (icon: String, tone: String) {
        switch self {
        case .draft: ("d-sig", "")
        case .piloted: ("d-ack", "acc")
        case .inForce: ("d-done", "ok")
        case .toReview: ("swap", "warn")
        case .retired: ("d-no", "")
        }
    }

    /// What the button that leads there says.
    func verb(from state: Playbook.State) -> Phrase {
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
    var phrase: Phrase {
        switch self {
        case .ops: Phrase(fr: "Porté par les Ops", en: "Carried by Ops")
        case .handingOver: Phrase(fr: "En passation", en: "Handing over")
        case .organisation: Phrase(fr: "Porté par l’organisation", en: "Carried by the organisation")
        }
    }

    var dial: (icon: String, tone: String) {
        switch self {
        case .ops: ("d-sig", "")
        case .handingOver: ("d-ack", "acc")
        case .organisation: ("d-done", "ok")
        }
    }
}

extension SelfSustaining.Band {
    var phrase: Phrase {
        switch self {
        case .notYet: Phrase(fr: "Pas encore autoporté", en: "Not self-sustaining yet")
        case .nearly: Phrase(fr: "Presque autoporté", en: "Nearly self-sustaining")
        case .selfSustaining: Phrase(fr: "Autoporté", en: "Self-sustaining")
        }
    }

    var dial: (icon: String, tone: String) {
        switch self {
        case .notYet: ("d-sig", "")
        case .nearly: ("d-ack", "acc")
        case .selfSustaining: ("d-done", "ok")
        }
    }
}

extension PlaybookRole {
    var phrase: Phrase {
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
    var phrase: Phrase {
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
    var phrase: Phrase {
        switch self {
        case .owner: Phrase(fr: "J’accepte d’en être responsable", en: "I accept to own it")
        case .director: Phrase(fr: "J’accepte au titre de la direction", en: "I accept as director")
        case .coAuthor: Phrase(fr: "Je cosigne", en: "I co-sign")
        }
    }
}

extension Visit {
    /// The part of a whole in words: `64 %`.
    func percent(_ share: Double) -> String {
        say(
            Phrase(
                fr: "\(Int((share * 100).rounded())) %", en: "\(Int((share * 100).rounded()))%"))
    }

    /// Between a name and what it is.
    var colon: String { language == .french ? "\u{A0}: " : ": " }

    /// `2 h 30`, `45 min`.
    func minutes(_ count: Int) -> String {
        guard count >= 120 else { return "\(count)\u{A0}min" }
        let rest = count % 60
        return "\(count / 60)\u{A0}h" + (rest == 0 ? "" : "\u{A0}\(rest.padded(2))")
    }

    /// Who a text names: by code, address or name.
    func person(named text: String) -> Person? {
        let text = text.trimmed.lowercased()
        guard !text.isEmpty else { return nil }
        return organisation.people.values.first {
            $0.code.lowercased() == text || $0.email?.lowercased() == text
        } ?? organisation.people.values.first { $0.name.lowercased() == text && $0.acts(on: today) }
    }

    /// A person as a field shows them, and finds them again: by name, or by code where the name is not enough.
    func nameInField(_ id: Identifier<Person>?) -> String {
        guard let person = id.flatMap({ organisation.people[$0] }) else { return "" }
        let name = person.name.lowercased()
        let others = organisation.people.values.filter { $0.name.lowercased() == name && $0.acts(on: today) }
        return others.map(\.id) == [person.id] && !name.contains(",") ? person.name : person.code
    }
}
