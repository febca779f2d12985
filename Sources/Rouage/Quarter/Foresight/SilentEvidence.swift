import Foundation

/// What speaks for a team that a draft did not name, each sign as a number.
package struct SilentEvidence: Sendable {
    /// Share of the fifteen most alike initiatives that named it, the closer the heavier, 0 to 1.
    var neighbours = 0.0
    /// ln of the share of all initiatives that named it.
    var usual = 0.0
    /// ln of how much more often than others this team named it, lately above all.
    var habit = 0.0
    /// How much closer the draft is to what it was asked for and what it writes than to the rest, in standard
    /// deviations.
    var subject = 0.0
    /// The same for its own three closest initiatives.
    var ownSubject = 0.0
    /// How much more often than usual it is named together with what the closest initiatives named, 0 to 1.
    var together = 0.0
    /// ln(1 + times) its name stands in the text.
    var named = 0.0
    /// ln(1 + times) its name stands there beside "team", "équipe" or the like.
    var namedAsTeam = 0.0

    /// How likely it is that the team will be needed, 0 to 1. The weights are those of a logistic regression over the
    /// earlier periods of two departments that publish their asks; `docs/DECISIONS.md` says which, and what it is worth.
    var chance: Double {
        let sum = zip(signs, Self.weights).reduce(Self.constant) { $0 + $1.0 * $1.1 }
        return 1 / (1 + exp(-sum))
    }

    /// The signs in the order of their names.
    package var signs: [Double] { [neighbours, usual, habit, subject, ownSubject, together, named, namedAsTeam] }
    package static let names = [
        "neighbours", "usual", "habit", "subject", "ownSubject", "together", "named", "namedAsTeam",
    ]
    private static let weights = [5.23, 0.69, 0.13, 1.76, 0.57, 2.13, 0.87, 3.02]
    private static let constant = -2.45
}
