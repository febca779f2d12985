import Rouage
import Storage
import WebCore

/// One click says that a guess is wrong, one takes that back.
extension Dismissal {
    static let acts = Acts<Dismissal>(
        at: "/dismissals", landing: { _, _, dismissal in "/briefings/\(dismissal.briefing)#silent" },
        [
            .making(
                below: "/briefings/:id/dismissals", of: BriefingRoutes.readable, "dismissTeam",
                "Says that a draft does not need a team that was guessed.",
                .init(
                    "Pas besoin", "Not needed", done: "Cette équipe n’est plus proposée.",
                    "The team is not guessed again."),
                of: Content(), body: "NewDismissal", example: ["team": "moteur"], { .writeBriefing($0) }
            ) { briefing, content, call in
                guard let team = content.team else { throw Refusal.invalid(content.flaws) }
                // Two people may click at once: it is said once.
                let known = try call.transaction.dismissals(for: briefing.id)
                if let dismissal = known.first(where: { $0.team == team }) { return dismissal.id }
                let (dismissal, activity) = try dismiss(
                    team, id: call.transaction.newID(), for: briefing, in: call.visit.cycle(of: briefing), by: call.deed
                )
                try call.transaction.add(dismissal, activity)
                return dismissal.id
            }
        ])

    /// Taken back on the briefing, by the code of the team.
    static let undoing = Acts<Briefing>(
        at: "/briefings", find: BriefingRoutes.readable,
        landing: { _, _, briefing in "/briefings/\(briefing.id)#silent" },
        [
            .work(
                "dismissals/:code/removal", "undoDismissal", "Takes that back: the team may be guessed again.",
                .init("Rétablir", "Undo", done: "Cette équipe peut être proposée.", "The team may be guessed again."),
                { .writeBriefing($0) }, suits: { _, _ in true }
            ) { briefing, call in
                let team = call.visit.exchange.parameters["code"].flatMap { call.visit.organisation.unitsByCode[$0] }
                let known = try call.transaction.dismissals(for: briefing.id)
                guard let dismissal = known.first(where: { $0.team == team }) else { throw Refusal.notFound }
                try call.transaction.remove(dismissal.id) { try $0.undo(for: briefing, by: call.deed) }
            }
        ])
}
