package import Rouage
package import WebCore

extension Brainstorm {
    /// Nobody has called the brainstorm of a quarter.
    package static func planningWords(_ cycle: Cycle) -> ExpectationWords {
        ExpectationWords(
            title: Phrase(
                fr: "Préparer le brainstorming du \(cycle.shortName(.french))",
                en: "Prepare the \(cycle.shortName(.english)) brainstorm"),
            detail: Phrase(
                fr: "Il n’a ni date ni invités. Le calendrier lui donne ce jour.",
                en: "It has neither a date nor guests. The calendar gives it this day."),
            act: Phrase(fr: "Préparer", en: "Prepare"), address: "/brainstorms/\(cycle.label.inAddress)")
    }

    /// What is expected of who takes part, by the step it stands at.
    package func expectationWords(_ visit: Visit) -> ExpectationWords {
        let cycle = visit.cycles.first { $0.id == self.cycle }
        let address = "/brainstorms/\((cycle?.label ?? "").inAddress)"
        let (french, english) = (cycle?.shortName(.french) ?? "", cycle?.shortName(.english) ?? "")
        switch state {
        case .planned:
            return ExpectationWords(
                title: Phrase(fr: "Venir au brainstorming du \(french)", en: "Come to the \(english) brainstorm"),
                detail: Phrase(
                    fr: "\(minutes) minutes d’écriture en silence, puis on range ensemble. Venez avec ce qui grince.",
                    en: "\(minutes) minutes of writing in silence, then all put it in order. Bring what grates."),
                act: Phrase(fr: "Voir la séance", en: "See the session"), address: address)
        case .writing:
            return ExpectationWords(
                title: Phrase(fr: "Écrire vos idées pour le \(french)", en: "Write your ideas for \(english)"),
                detail: Phrase(
                    fr: "L’écriture en silence a commencé ; personne ne lit les idées des autres avant la fin.",
                    en: "The silent writing has begun; nobody reads what others write before the end."),
                act: Phrase(fr: "Écrire", en: "Write"), address: address)
        case .clustering, .closed:
            return ExpectationWords(
                title: Phrase(fr: "Ranger les idées du \(french)", en: "Put the ideas for \(english) in order"),
                detail: Phrase(
                    fr: "Toutes les idées sont au mur. Un groupe devient un sujet d’un clic.",
                    en: "All ideas hang on the wall. A group becomes a topic with one click."),
                act: Phrase(fr: "Ranger", en: "Put in order"), address: address)
        }
    }
}
