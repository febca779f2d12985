import Rouage
import Storage
import WebCore

/// What was agreed on after an incident: worded otherwise, done, refused, taken up again.
enum IncidentActionRoutes {
    static func add(to routes: Routes) {
        routes.form(
            "/incident-actions/:id",
            { visit, transaction in
                try change(visit, transaction) { action, incident, actor in
                    guard actor.may(.incident(.update(incident))) else { throw Refusal.notAllowed }
                    return try action.edit(IncidentRoutes.draft(visit, over: action), after: incident, by: visit.deed)
                }
            }, again: show)
        routes.form(
            "/incident-actions/:id/completion",
            { visit, transaction in
                try change(visit, transaction) { action, incident, actor in
                    try action.finish(after: incident, by: visit.deed)
                }
            }, again: show)
        routes.form(
            "/incident-actions/:id/refusal",
            { visit, transaction in
                try change(visit, transaction) { action, incident, actor in
                    try action.refuse(reason: visit.exchange.form.text("reason"), after: incident, by: visit.deed)
                }
            }, again: show)
        routes.form(
            "/incident-actions/:id/taking-up",
            { visit, transaction in
                let action = try allowed(visit)
                try transaction.takeUp(action.id, version: visit.exchange.form.version, by: visit.deed)
                return address(action)
            }, again: show)
    }

    private static func known(_ visit: Visit) throws -> IncidentAction {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        return try visit.reading.get(try visit.parameter("id"))
    }

    /// The action, for who may settle it.
    private static func allowed(_ visit: Visit) throws -> IncidentAction {
        let action = try known(visit)
        guard try visit.signedIn().may(.incident(.settle(action, visit.reading.get(action.incident)))) else {
            throw Refusal.notAllowed
        }
        return action
    }

    private static func address(_ action: IncidentAction) -> Answer {
        .seeOther("/incidents/\(action.incident)#action-\(action.id)")
    }

    private static func change(
        _ visit: Visit, _ transaction: Transaction,
        by verb: (inout IncidentAction, Incident, Actor) throws -> Activity?
    ) throws -> Answer {
        let action = try allowed(visit)
        let (incident, actor) = (try transaction.get(action.incident), try visit.signedIn())
        try transaction.change(action.id, version: visit.exchange.form.version) { (action: inout IncidentAction) in
            try verb(&action, incident, actor)
        }
        return address(action)
    }

    private static func show(_ visit: Visit) throws -> Answer {
        try IncidentPage(visit, visit.reading.get(known(visit).incident), sent: known(visit)).answer
    }
}
