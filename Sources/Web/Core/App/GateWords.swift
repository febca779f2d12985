import Rouage

extension OpsProject.Missing {
    /// What is missing before the next stage, as a sentence.
    package var phrase: Phrase {
        switch self {
        case .problemNotAgreed:
            Phrase(
                fr: "Le problème n’est pas encore confirmé par celles et ceux qui le vivent.",
                en: "The problem is not confirmed yet by those who live it.")
        case .evidence(let count):
            Phrase(fr: "Preuves : \(count) sur 5.", en: "Pieces of evidence: \(count) of 5.")
        case .interviews(let count):
            Phrase(fr: "Entretiens : \(count) sur 3.", en: "Interviews: \(count) of 3.")
        case .interviewedTeams(let count):
            Phrase(fr: "Équipes entendues : \(count) sur 2.", en: "Teams interviewed: \(count) of 2.")
        case .coBuilders(let count):
            Phrase(
                fr: "Co-constructeurs hors Product Ops : \(count) sur 2.",
                en: "Co-builders outside Product Ops: \(count) of 2.")
        case .coBuildersTeams(let count):
            Phrase(
                fr: "Équipes des co-constructeurs : \(count) sur 2.", en: "Teams of the co-builders: \(count) of 2.")
        case .coBuilderOf(let craft):
            Phrase(
                fr: "Personne encore du métier : \(craft.phrase.french.lowercased()).",
                en: "Nobody yet of the craft: \(craft.phrase.english.lowercased()).")
        case .metric:
            Phrase(fr: "L’indicateur d’effet n’est pas nommé.", en: "The figure of its effect is not named.")
        case .endDay: Phrase(fr: "La date de fin n’est pas dite.", en: "The end date is not said.")
        case .thresholdNotMet:
            Phrase(
                fr: "Aucun essai gardé ou changé n’a encore atteint son seuil.",
                en: "No experiment that goes on has met its threshold yet.")
        case .receiver:
            Phrase(fr: "Personne n’est nommé pour le reprendre.", en: "Nobody is named to take it over.")
        case .wave: Phrase(fr: "Aucune vague n’a encore eu son oui.", en: "No wave has had its go yet.")
        case .ownerAcceptance:
            Phrase(fr: "Le futur responsable n’a pas encore accepté.", en: "Its owner to be has not accepted yet.")
        case .directorAcceptance:
            Phrase(
                fr: "La direction du futur responsable n’a pas encore accepté.",
                en: "The director of its owner to be has not accepted yet.")
        case .playbook:
            Phrase(
                fr: "Aucun process ne dit comment on fait ensuite.", en: "No playbook says how it is done afterwards.")
        case .sustaining(let criterion):
            Phrase(
                fr: "Son process : \(criterion.wayOut.french.lowercasedFirst)",
                en: "Its playbook: \(criterion.wayOut.english.lowercasedFirst)")
        case .score(let points):
            Phrase(fr: "Son process a \(points) points sur 80.", en: "Its playbook has \(points) points of 80.")
        }
    }
}
