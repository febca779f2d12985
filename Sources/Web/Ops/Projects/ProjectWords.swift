import HTML
package import Rouage
package import WebCore

extension OpsProject.Stage {
    package var phrase: Phrase {
        switch self {
        case .selected: Phrase(fr: "Retenu", en: "Selected")
        case .discovery: Phrase(fr: "Discovery", en: "Discovery")
        case .experiment: Phrase(fr: "Expérimentation", en: "Experiment")
        case .rollout: Phrase(fr: "Déploiement", en: "Roll-out")
        case .handingOver: Phrase(fr: "Passation", en: "Hand-over")
        case .handedOver: Phrase(fr: "Rendu à l’orga", en: "Handed over")
        }
    }

    /// What one does to go there.
    package var command: Phrase {
        switch self {
        case .selected: Phrase(fr: "Revenir à « retenu »", en: "Go back to selected")
        case .discovery: Phrase(fr: "Ouvrir la discovery", en: "Open the discovery")
        case .experiment: Phrase(fr: "Passer aux essais", en: "Go on to experiments")
        case .rollout: Phrase(fr: "Passer au déploiement", en: "Go on to the roll-out")
        case .handingOver: Phrase(fr: "Commencer la passation", en: "Begin the hand-over")
        case .handedOver: Phrase(fr: "Rendre à l’orga", en: "Hand it over")
        }
    }

    package var dial: (icon: String, tone: String) {
        switch self {
        case .selected: ("d-sig", "quiet")
        case .discovery, .experiment: ("d-ack", "")
        case .rollout, .handingOver: ("d-com", "")
        case .handedOver: ("d-done", "ok")
        }
    }
}

extension OpsProject.Standing {
    package var phrase: Phrase {
        switch self {
        case .active: Phrase(fr: "En cours", en: "Under way")
        case .paused: Phrase(fr: "En pause", en: "Paused")
        case .stopped: Phrase(fr: "Arrêté", en: "Stopped")
        case .closed: Phrase(fr: "Clos", en: "Closed")
        case .retabled: Phrase(fr: "Remis au tableau", en: "Back on the table")
        }
    }
}

extension OpsProject.Mode {
    package var phrase: Phrase {
        switch self {
        case .product: Phrase(fr: "Par l’effet : un indicateur à faire bouger", en: "By effect: a figure to move")
        case .project: Phrase(fr: "Par la date : une échéance à tenir", en: "By date: a day to keep")
        }
    }
}

extension OpsProject.Evidence.Sort {
    package var phrase: Phrase {
        switch self {
        case .interview: Phrase(fr: "Entretien", en: "Interview")
        case .data: Phrase(fr: "Donnée", en: "Data")
        case .observation: Phrase(fr: "Observation", en: "Observation")
        case .verbatim: Phrase(fr: "Verbatim", en: "Verbatim")
        }
    }
}

extension OpsProject.ProblemState {
    package var phrase: Phrase {
        switch self {
        case .open: Phrase(fr: "À écrire", en: "To be written")
        case .proposed: Phrase(fr: "Soumis à celles et ceux qui le vivent", en: "Put to those who live it")
        case .agreed: Phrase(fr: "Confirmé", en: "Agreed")
        }
    }
}

extension OpsProject.Agreement.Answer {
    package var phrase: Phrase {
        switch self {
        case .yes: Phrase(fr: "Oui, c’est notre problème", en: "Yes, this is our problem")
        case .partly: Phrase(fr: "En partie", en: "Partly")
        case .no: Phrase(fr: "Non", en: "No")
        }
    }
}

extension OpsProject.Experiment.Result {
    package var phrase: Phrase {
        switch self {
        case .kept: Phrase(fr: "Gardé", en: "Kept")
        case .changed: Phrase(fr: "Changé", en: "Changed")
        case .stopped: Phrase(fr: "Arrêté", en: "Stopped")
        }
    }
}

extension OpsProject.Experiment.Aim {
    package var phrase: Phrase {
        switch self {
        case .atLeast: Phrase(fr: "Au moins", en: "At least")
        case .atMost: Phrase(fr: "Au plus", en: "At most")
        }
    }
}

extension OpsProject.Wave.Verdict {
    package var phrase: Phrase {
        switch self {
        case .go: Phrase(fr: "On y va", en: "Go")
        case .noGo: Phrase(fr: "On n’y va pas", en: "No go")
        }
    }
}

extension Sharing.Obstacle {
    /// Why a topic is left out, as a sentence.
    package var phrase: Phrase {
        switch self {
        case .nobodyToLead: Phrase(fr: "Personne ne peut le piloter.", en: "Nobody can lead it.")
        case .nobodyToHelp: Phrase(fr: "Une seule personne pourrait le prendre.", en: "Only one person could take it.")
        case .tooHeavy:
            Phrase(
                fr: "Personne n’a à soi seul assez de jours : à découper ou à alléger.",
                en: "Nobody alone has days enough: to be cut or made lighter.")
        case .noDaysLeft: Phrase(fr: "Les jours restants ne suffisent pas.", en: "The days left do not suffice.")
        case .doesNotFit:
            Phrase(
                fr: "Avec les sujets mieux classés, aucune répartition ne le contient.",
                en: "With the topics ranked higher, no sharing out holds it.")
        case .tooMany:
            Phrase(
                fr: "Quinze sujets se répartissent à la fois : celui-ci attend.",
                en: "Fifteen topics are shared out at once: this one waits.")
        case .notFound:
            Phrase(
                fr: "Aucune place trouvée dans le temps imparti ; rien ne prouve qu’il n’y en a pas.",
                en: "No place found in the time there was; nothing proves that there is none.")
        }
    }
}

extension OpsProject: Paged {
    package static let sign = KindSign("cog", "Projet Ops", "Ops project")
    package var address: String { "/projects/\(id)" }
    package func heading(_ visit: Visit) -> String { visit.title(of: self) }
    package func place(_ visit: Visit) -> [String]? { [visit.say(stage.phrase), visit.name(lead)] }
}
