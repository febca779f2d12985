import Rouage

/// The glossary: the word that people read for each state and choice.
extension Briefing.State {
    package var phrase: Phrase {
        switch self {
        case .draft: Phrase(fr: "Ébauche", en: "Draft")
        case .submitted: Phrase(fr: "Déposée", en: "Submitted")
        case .aligning: Phrase(fr: "En alignement", en: "In alignment")
        case .ready: Phrase(fr: "Prête", en: "Ready")
        case .validated: Phrase(fr: "Validée", en: "Validated")
        case .postponed: Phrase(fr: "Reportée", en: "Postponed")
        case .dropped: Phrase(fr: "Écartée", en: "Dropped")
        case .presented: Phrase(fr: "Présentée", en: "Presented")
        case .inProgress: Phrase(fr: "En cours", en: "In progress")
        case .done: Phrase(fr: "Terminée", en: "Done")
        case .abandoned: Phrase(fr: "Abandonnée", en: "Abandoned")
        }
    }

    /// The dial of the state, and its tone.
    package var dial: (icon: String, tone: String) {
        switch self {
        case .draft: ("d-sig", "")
        case .submitted, .aligning: ("d-ack", "acc")
        case .ready, .inProgress: ("d-com", "acc")
        case .validated, .presented, .done: ("d-done", "ok")
        case .postponed: ("d-post", "warn")
        case .dropped, .abandoned: ("d-no", "stop")
        }
    }
}

extension Dependency.State {
    package var phrase: Phrase {
        switch self {
        case .pointedOut: Phrase(fr: "Signalée", en: "Pointed out")
        case .acknowledged: Phrase(fr: "Prise en compte", en: "Acknowledged")
        case .committed: Phrase(fr: "Engagée", en: "Committed")
        case .replanned: Phrase(fr: "Replanifiée", en: "Counter-proposed")
        case .declined: Phrase(fr: "Refusée", en: "Declined")
        case .delivered: Phrase(fr: "Livrée", en: "Delivered")
        case .broken: Phrase(fr: "Rompue", en: "Broken")
        case .withdrawn: Phrase(fr: "Retirée", en: "Withdrawn")
        }
    }

    package var dial: (icon: String, tone: String) {
        switch self {
        case .pointedOut: ("d-sig", "")
        case .acknowledged: ("d-ack", "")
        case .committed: ("d-com", "acc")
        case .replanned: ("swap", "warn")
        case .declined: ("d-no", "stop")
        case .delivered: ("d-done", "ok")
        case .broken: ("d-brk", "stop")
        case .withdrawn: ("d-no", "")
        }
    }
}

extension Dependency.Criticality {
    package var phrase: Phrase {
        switch self {
        case .blocking: Phrase(fr: "Bloquante", en: "Blocking")
        case .slowing: Phrase(fr: "Ralentissante", en: "Slowing")
        case .comfort: Phrase(fr: "De confort", en: "Comfort")
        }
    }
}

extension Dependency.Criticality {
    /// The word and what it means for the asking team.
    package var words: Phrase {
        switch self {
        case .blocking:
            Phrase(fr: "Bloquante : sans elle, nous ne commençons pas", en: "Blocking: without it, we cannot start")
        case .slowing: Phrase(fr: "Ralentissante : nous perdons du temps", en: "Slowing: we lose time")
        case .comfort: Phrase(fr: "De confort : ce serait mieux", en: "Comfort: it would be better")
        }
    }
}

extension Dependency.Interaction {
    package var phrase: Phrase {
        switch self {
        case .collaboration:
            Phrase(fr: "Collaboration : nous travaillons ensemble", en: "Collaboration: we work together")
        case .asAService:
            Phrase(fr: "En libre-service : nous l’utilisons tel quel", en: "As a service: we use it as it is")
        case .facilitating:
            Phrase(fr: "Facilitation : vous nous apprenez à le faire", en: "Facilitating: you teach us how")
        }
    }
}

extension Dependency.Sort {
    package var phrase: Phrase {
        switch self {
        case .deliverable: Phrase(fr: "Livrable attendu", en: "Deliverable")
        case .access: Phrase(fr: "Accès ou plateforme", en: "Access or platform")
        case .expertise: Phrase(fr: "Expertise ou renfort", en: "Expertise")
        case .decision: Phrase(fr: "Décision ou validation", en: "Decision")
        case .information: Phrase(fr: "Information ou spécification", en: "Information")
        case .sharedChange: Phrase(fr: "Changement partagé", en: "Shared change")
        }
    }
}

extension Dependency.DeclineCode {
    package var phrase: Phrase {
        switch self {
        case .capacity: Phrase(fr: "Capacité", en: "Capacity")
        case .priority: Phrase(fr: "Priorité", en: "Priority")
        case .notOurs: Phrase(fr: "Hors périmètre", en: "Not ours")
        case .technical: Phrase(fr: "Technique", en: "Technical")
        case .other: Phrase(fr: "Autre", en: "Other")
        }
    }
}

extension Cycle.State {
    package var phrase: Phrase {
        switch self {
        case .planned: Phrase(fr: "Planifié", en: "Planned")
        case .drafting: Phrase(fr: "Ébauches", en: "Drafting")
        case .aligning: Phrase(fr: "Alignement", en: "Aligning")
        case .frozen: Phrase(fr: "Gelé", en: "Frozen")
        case .presented: Phrase(fr: "Présenté", en: "Presented")
        case .running: Phrase(fr: "En cours", en: "Running")
        case .closed: Phrase(fr: "Clos", en: "Closed")
        }
    }
}

extension Briefing.Text.Field {
    package var phrase: Phrase {
        switch self {
        case .title: Phrase(fr: "Titre", en: "Title")
        case .problem: Phrase(fr: "Problème", en: "Problem")
        case .source: Phrase(fr: "Source", en: "Source")
        case .problemSize: Phrase(fr: "Taille du problème", en: "Size of the problem")
        case .people: Phrase(fr: "Qui", en: "Who")
        case .frequency: Phrase(fr: "Fréquence", en: "How often")
        case .cost: Phrase(fr: "Coût", en: "Cost")
        case .intention: Phrase(fr: "Intention", en: "Intention")
        }
    }

    package var hint: Phrase {
        switch self {
        case .title:
            Phrase(fr: "Ce que l’initiative change, en une ligne.", en: "What the initiative changes, in one line.")
        case .problem:
            Phrase(
                fr: "Qui bute sur quoi, et ce qu’il fait à la place.",
                en: "Who stumbles on what, and does what instead.")
        case .source:
            Phrase(
                fr: "D’où vous le savez : entretiens, chiffres, demandes.",
                en: "How you know: interviews, figures, requests.")
        case .problemSize:
            Phrase(
                fr: "La taille du problème, pas celle de l’effort.", en: "The size of the problem, not of the effort.")
        case .people: Phrase(fr: "Combien de personnes ?", en: "How many people?")
        case .frequency: Phrase(fr: "Combien de fois ?", en: "How often?")
        case .cost: Phrase(fr: "Combien cela coûte ?", en: "How much does it cost?")
        case .intention:
            Phrase(
                fr: "Ce que vous voulez changer, et à quoi vous saurez que c’est gagné.",
                en: "What you want to change, and how you will know that it worked.")
        }
    }
}

extension Phrase {
    package static let teams = Phrase(fr: "Équipes", en: "Teams")
}
