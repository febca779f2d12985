import HTTPTypes
import Rouage
import Storage
package import WebCore

/// Teams that a draft probably needs and does not name, and what its people answered.
extension Operation {
    package static let silent: [Operation] = [
        Operation(
            method: .get, path: "/briefings/{id}/silent-dependencies", name: "listSilentDependencies",
            about: """
                Teams that a draft probably needs and does not name, at most three, each with its reasons; for its \
                people, while it is written.
                """,
            result: .of(PageJSON<SilentJSON>.self), work: .read(guessed)),
        Operation(
            method: .get, path: "/briefings/{id}/dismissals", name: "listDismissals",
            about: "Teams that the people of a draft said it does not need.",
            result: .of(PageJSON<DismissalJSON>.self),
            work: .read { call in
                let briefing = try readable(call)
                return APIResult(
                    try call.list(Dismissal.self, where: "briefing = \(briefing.id)") { DismissalJSON($0, call.visit) })
            }),
        Operation(
            method: .post, path: "/briefings/{id}/dismissals", name: "dismissTeam",
            about: "Says that a draft does not need a team that was guessed.",
            body: .object(name: "NewDismissal", [Schema.Property("team", .text(), required: true)]),
            example: ["team": "moteur"], result: .of(DismissalJSON.self),
            work: .write(form: "/briefings/:id/dismissals", made: .dismissal, dismissed)),
        move("dismissals/{code}/removal", "undoDismissal", "Takes that back: the team may be guessed again."),
    ]

    /// The dismissal of that team, whether it was made now or before.
    private static func dismissed(_ call: APICall) throws -> APIResult {
        let team = call.visit.exchange.form["team"].flatMap { call.visit.organisation.unitsByCode[$0] }
        let known = try call.reading.dismissals(for: try call.visit.parameter("id"))
        guard let dismissal = known.first(where: { $0.team == team }) else { throw Refusal.notFound }
        return APIResult(DismissalJSON(dismissal, call.visit))
    }

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

struct DismissalJSON: APIRecord {
    let id: Identifier<Dismissal>
    let version: Int
    let briefing: Identifier<Briefing>
    let team: String
    let createdAt: Instant

    init(_ dismissal: Dismissal, _ visit: Visit) {
        id = dismissal.id
        version = dismissal.version
        briefing = dismissal.briefing
        team = visit.code(dismissal.team) ?? ""
        createdAt = dismissal.createdAt
    }
}
