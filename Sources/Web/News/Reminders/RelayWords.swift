package import Rouage
package import WebCore

extension Relay {
    /// What is left of a team's practice, for the director who has it.
    package func expectationWords(_ visit: Visit) -> ExpectationWords {
        let facts = Phrase(
            count: facts.count, fr: ("% chose reste sans suite", "% choses restent sans suite"),
            en: ("% thing is left undone", "% things are left undone"))
        let (team, advice) = (visit.name(team), suggestion.advice)
        return ExpectationWords(
            title: Phrase(
                fr: "Relais : l’équipe \(team), \(practice.phrase.french)",
                en: "Relay: the team \(team), \(practice.phrase.english)"),
            detail: Phrase(
                fr: "\(facts(.french)) après les rappels et une offre d’aide. \(advice.french)",
                en: "\(facts(.english)) after the reminders and an offer of help. \(advice.english)"),
            act: Phrase(fr: "Voir l’équipe", en: "See the team"),
            address: "/teams/\((visit.code(self.team) ?? "").inAddress)")
    }
}

extension Relay.Practice {
    package var phrase: Phrase {
        switch self {
        case .briefings: Phrase(fr: "briefings à temps", en: "briefings on time")
        case .dependencies: Phrase(fr: "réponses aux dépendances", en: "answers to dependencies")
        }
    }
}

extension Relay.Suggestion {
    /// What the team is offered.
    package var offer: Phrase {
        switch self {
        case .guidedStart:
            Phrase(
                fr: "Écrire le prochain briefing à deux, une première fois. Il suffit d’en parler à Product Ops.",
                en: "Write the next briefing together, a first time. A word to Product Ops is enough.")
        case .makeRoom:
            Phrase(
                fr: "Passer en revue les demandes reçues avec les équipes qui attendent, en une demi-heure.",
                en: "Go through the requests with the teams that wait, in half an hour.")
        }
    }

    /// What a director could do.
    package var advice: Phrase {
        switch self {
        case .guidedStart:
            Phrase(
                fr: "Proposition : demander à l’équipe ce qui lui manque pour écrire, et écrire une page avec elle.",
                en: "Suggestion: ask the team what it lacks to write, and write one page with it.")
        case .makeRoom:
            Phrase(
                fr: "Proposition : voir avec l’équipe ce qu’elle peut laisser pour répondre.",
                en: "Suggestion: see with the team what it can drop in order to answer.")
        }
    }
}
