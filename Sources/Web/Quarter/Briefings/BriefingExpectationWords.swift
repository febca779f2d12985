package import Rouage
package import WebCore

extension Briefing {
    /// What its people have to do with it, by where it stands.
    package func expectationWords(_ visit: Visit) -> ExpectationWords {
        let title = visit.title(of: self)
        switch state {
        case .draft:
            return expected(
                Phrase(fr: "Déposer « \(title) »", en: "Submit “\(title)”"),
                Phrase(
                    fr:
                        "Ébauche \("de".before(visit.name(team), in: .french)). Seules votre équipe et votre direction la voient encore.",
                    en: "A draft of \(visit.name(team)). Only your team and its directors see it so far."),
                Phrase(fr: "Reprendre", en: "Continue"), at: "/edit")
        case .inProgress, .done, .abandoned:
            return expected(
                Phrase(fr: "Dire comment finit « \(title) »", en: "Say how “\(title)” ended"),
                Phrase(
                    fr: "Son trimestre est clos et elle est encore en cours : terminée, ou abandonnée, et pourquoi.",
                    en: "Its quarter is over and it still runs: done, or given up, and why."),
                Phrase(fr: "Le dire", en: "Say so"))
        case .submitted, .aligning, .ready, .validated, .postponed, .dropped, .presented:
            return expected(
                Phrase(fr: "Amener « \(title) » jusqu’au gel", en: "Bring “\(title)” to the freeze"),
                Phrase(
                    fr: "En alignement. La page dit ce qui manque encore pour la déclarer prête.",
                    en: "In alignment. Its page says what is missing before you can declare it ready."),
                Phrase(fr: "Compléter", en: "Complete"))
        }
    }
}
