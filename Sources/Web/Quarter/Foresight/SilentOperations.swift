import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// Teams that a draft probably needs and does not name, and what its people answered.
extension WebCore.Operation {
    package static let silent: [WebCore.Operation] =
        [
            WebCore.Operation(
                method: .get, path: "/briefings/{id}/silent-dependencies", name: "listSilentDependencies",
                about: """
                    Teams that a draft probably needs and does not name, at most three, each with its reasons; for its \
                    people, while it is written.
                    """,
                result: .of(PageJSON<SilentJSON>.self), work: .read(guessed)),
            beside(
                briefing: "dismissals", Dismissal.self, "listDismissals",
                "Teams that the people of a draft said it does not need."),
        ]
        + Dismissal.acts.operations() + Dismissal.undoing.operations(Briefing.schema, briefing)

    private static func guessed(_ call: APICall) throws -> APIResult {
        let briefing = try readable(call)
        let silent = try SilentTeams.shown(
            call.visit, briefing, call.reading.dependencies(of: briefing.id), in: call.visit.cycle(of: briefing))
        let items = (silent?.guesses ?? []).map { SilentJSON($0, call.visit) }
        return APIResult(try call.part(of: items))
    }
}

/// A guess as the API shows it.
struct SilentJSON: Codable, Sendable {
    let team: String
    /// 0 to 1.
    let chance: Double
    /// In the language of who asks.
    let reasons: [String]
    /// Past briefings that a reason points to.
    let examples: [Identifier<Briefing>]

    init(_ guess: SilentGuess, _ visit: Visit) {
        team = visit.code(guess.team) ?? ""
        chance = (guess.chance * 100).rounded() / 100
        reasons = guess.reasons.map { visit.say($0.phrase) }
        examples = guess.reasons.flatMap { reason -> [Identifier<Briefing>] in
            switch reason {
            case .neighbours(_, _, let examples): examples.map(\.briefing)
            case .namedInTheText, .habit, .words, .usual: []
            }
        }
    }
}

extension Dismissal: Shaped {
    package static let shape = Shape<Dismissal>()
}
