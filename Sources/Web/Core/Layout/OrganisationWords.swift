import Rouage

/// The words of the organisation: kinds of units, trades, roles.
extension Rouage.Unit.Sort {
    package var phrase: Phrase {
        switch self {
        case .department: Phrase(fr: "Département", en: "Department")
        case .direction: Phrase(fr: "Direction", en: "Direction")
        case .tribe: Phrase(fr: "Tribe", en: "Tribe")
        case .team: Phrase(fr: "Feature team", en: "Feature team")
        case .transverse: Phrase(fr: "Transverse", en: "Cross-department")
        case .otherOps: Phrase(fr: "Autre équipe Ops", en: "Other Ops team")
        case .opsTeam: Phrase(fr: "Équipe Product Ops", en: "Product Ops team")
        }
    }
}

extension Craft {
    package var phrase: Phrase {
        switch self {
        case .product: Phrase(fr: "Produit", en: "Product")
        case .design: Phrase(fr: "Design", en: "Design")
        case .engineering: Phrase(fr: "Ingénierie", en: "Engineering")
        case .productBuilding: Phrase(fr: "Product building", en: "Product building")
        case .ops: Phrase(fr: "Ops", en: "Ops")
        case .other: Phrase(fr: "Autre métier", en: "Other craft")
        }
    }
}

extension Role {
    package var phrase: Phrase {
        switch self {
        case .ops: Phrase(fr: "Product Ops", en: "Product Ops")
        case .cpo: Phrase(fr: "CPO ou VP", en: "CPO or VP")
        case .director: Phrase(fr: "Direction d’un métier", en: "Director")
        case .tribeLead: Phrase(fr: "Tribe lead", en: "Tribe lead")
        case .administrator: Phrase(fr: "Administration", en: "Administrator")
        case .incidentManager: Phrase(fr: "Gestion des incidents", en: "Incident manager")
        case .otherOps: Phrase(fr: "Autre équipe Ops", en: "Other Ops")
        case .guest: Phrase(fr: "Invitation", en: "Guest")
        }
    }
}
