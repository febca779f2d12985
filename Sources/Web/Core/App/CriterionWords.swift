import Rouage

extension SelfSustaining.Criterion {
    package var phrase: Phrase {
        switch self {
        case .owner: Phrase(fr: "Responsable hors Product Ops", en: "Owner outside Product Ops")
        case .deputy: Phrase(fr: "Suppléance éprouvée", en: "A deputy who has run it")
        case .noOpsStep: Phrase(fr: "Aucune étape aux Ops", en: "No step for Ops")
        case .freeRuns: Phrase(fr: "Mené sans Ops", en: "Run without Ops")
        case .adoption: Phrase(fr: "Adoption", en: "Adoption")
        case .written: Phrase(fr: "Écrit et relu", en: "Written and reviewed")
        case .metric: Phrase(fr: "Mesure", en: "Metric")
        case .relay: Phrase(fr: "Accord de la direction", en: "Agreement of the director")
        case .burden: Phrase(fr: "Charge connue", en: "Burden known")
        case .support: Phrase(fr: "Fin du soutien", en: "End of support")
        }
    }

    /// What meets the gate.
    package var wayOut: Phrase {
        switch self {
        case .owner: Phrase(fr: "la personne proposée accepte.", en: "the person named accepts.")
        case .deputy:
            Phrase(
                fr: "deux personnes différentes le mènent, l’une après l’autre.",
                en: "two different people run it, one after the other.")
        case .noOpsStep:
            Phrase(fr: "chaque étape revient à quelqu’un d’autre.", en: "each step goes to somebody else.")
        case .freeRuns:
            Phrase(
                fr: "le mener une fois sans Product Ops dans une étape bloquante.",
                en: "run it once without Product Ops in a blocking step.")
        case .adoption, .written, .metric, .relay, .burden, .support: phrase
        }
    }
}

extension SelfSustaining.Band {
    package var phrase: Phrase {
        switch self {
        case .notYet: Phrase(fr: "Pas encore autoporté", en: "Not self-sustaining yet")
        case .nearly: Phrase(fr: "Presque autoporté", en: "Nearly self-sustaining")
        case .selfSustaining: Phrase(fr: "Autoporté", en: "Self-sustaining")
        }
    }

    package var dial: (icon: String, tone: String) {
        switch self {
        case .notYet: ("d-sig", "")
        case .nearly: ("d-ack", "acc")
        case .selfSustaining: ("d-done", "ok")
        }
    }
}
