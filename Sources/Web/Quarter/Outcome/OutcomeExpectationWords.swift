package import Rouage
package import WebCore

extension ExpectationWords {
    /// A team that looks back on a quarter.
    package static func lookingBack(on cycle: Cycle, of team: Rouage.Unit) -> ExpectationWords {
        ExpectationWords(
            title: Phrase(
                fr: "Revenir sur le \(cycle.shortName(.french)) avec \(team.name)",
                en: "Look back on \(cycle.shortName(.english)) with \(team.name)"),
            detail: Phrase(
                fr: "Ce qui a aidé, ce qui a freiné, ce que l’équipe change : trois réponses.",
                en: "What helped, what slowed you down, what the team changes: three answers."),
            act: Phrase(fr: "Écrire", en: "Write"),
            address: "/cycles/\(cycle.label.inAddress)/retrospectives/\(team.code.inAddress)")
    }
}
