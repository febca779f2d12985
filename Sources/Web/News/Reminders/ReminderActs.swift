package import Rouage
import Storage
package import WebCore

/// A word to a team of one's own, of what it left.
extension Reminder {
    package static let acts = Acts<Reminder>(
        at: "/reminders", landing: { _, _, _ in "/inbox#teams" },
        [
            .making(
                below: "/briefings/:id/reminder", of: briefing, "remindOfBriefing",
                "A tribe lead or director reminds a team of their own of a draft; three times at most in all.", words
            ) { briefing, call in
                try call.remind(
                    of: briefing.duty(call.visit.outlook), owedBy: briefing.team,
                    bearer: call.visit.organisation.bearer(of: briefing))
            },
            .making(
                below: "/dependencies/:id/reminder", of: { try $0.record() as Dependency }, "remindOfDependency",
                "The same for a request without an answer, or a delivery to confirm.", words
            ) { dependency, call in
                try call.remind(
                    of: dependency.duty(call.visit.outlook), owedBy: dependency.givingTeam,
                    bearer: call.visit.organisation.bearer(of: dependency))
            },
        ])

    private static let words = Act<Reminder>.Words(
        "Rappeler", "Remind", done: "Le rappel est envoyé.", "The reminder is sent.")

    @Sendable private static func briefing(_ visit: Visit) throws -> Briefing {
        let briefing: Briefing = try visit.record()
        guard try visit.opens(briefing) else { throw Refusal.notFound }
        return briefing
    }
}

extension ActCall {
    /// - Parameter team: who owed it, where nothing is due now.
    fileprivate func remind(of duty: Duty?, owedBy team: Identifier<Rouage.Unit>?, bearer: Identifier<Person>?) throws
        -> Identifier<Reminder>
    {
        guard let team = duty?.team ?? team, deed.actor.may(.remind(team)) else { throw Refusal.notAllowed }
        guard let duty else { throw Refusal.closed }
        return try transaction.remind(of: duty, bearer: bearer, by: deed).id
    }
}
