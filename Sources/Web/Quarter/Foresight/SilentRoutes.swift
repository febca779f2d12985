import HTML
import Rouage
import Storage
package import WebCore

/// One click says that a guess is wrong, one takes that back.
package enum SilentRoutes {
    package static func add(to routes: Routes) {
        routes.form("/briefings/:id/dismissals", dismiss, again: BriefingRoutes.show)
        routes.form("/briefings/:id/dismissals/:code/removal", undo, again: BriefingRoutes.show)
    }

    private static func dismiss(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let briefing = try BriefingRoutes.readable(visit)
        let deed = try visit.deed
        guard deed.actor.may(.writeBriefing(briefing)) else { throw Refusal.notAllowed }
        guard let team = visit.exchange.form["team"].flatMap({ visit.organisation.unitsByCode[$0] }) else {
            throw Refusal.invalid("team", .unknown)
        }
        // Two people may click at once: it is said once.
        if try transaction.dismissals(for: briefing.id).allSatisfy({ $0.team != team }) {
            let (dismissal, activity) = try Dismissal.dismiss(
                team, id: transaction.newID(), for: briefing, in: visit.cycle(of: briefing), by: deed)
            try transaction.add(dismissal, activity)
        }
        return .seeOther("/briefings/\(briefing.id)#silent")
    }

    private static func undo(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let briefing = try BriefingRoutes.readable(visit)
        let deed = try visit.deed
        guard deed.actor.may(.writeBriefing(briefing)) else { throw Refusal.notAllowed }
        let team = visit.exchange.parameters["code"].flatMap { visit.organisation.unitsByCode[$0] }
        guard let team, let dismissal = try transaction.dismissals(for: briefing.id).first(where: { $0.team == team })
        else { throw Refusal.notFound }
        try transaction.remove(dismissal.id) { try $0.undo(for: briefing, by: deed) }
        return .seeOther("/briefings/\(briefing.id)#silent")
    }
}
