package import Rouage
import Storage
package import WebCore

/// The pages of incidents, and what is done there.
package enum IncidentRoutes {
    package static func add(to routes: Routes) {
        routes.page("/incidents") { visit in
            guard try visit.signedIn().isMember else { return Layout.forMembers(visit, .incidents) }
            return try IncidentListPage(visit).answer
        }
        routes.page("/incidents/new", NewIncidentPage.answer)
        routes.page("/incidents/:id", show)
        routes.page("/incidents/:id/postmortem") { try PostmortemPage($0, known($0)).answer }
        routes.page("/incidents/:id/postmortem/edit", write)
        Incident.acts.add(to: routes, again: show, new: NewIncidentPage.answer)
        IncidentLine.acts.add(
            to: routes, again: { try IncidentPage($0, of: ($0.record() as IncidentLine).incident).answer }, new: show)
        Postmortem.acts.add(to: routes, again: showPostmortem, new: write)
        IncidentAction.acts.add(
            to: routes, again: { try IncidentPage($0, of: ($0.record() as IncidentAction).incident).answer }, new: show)
    }

    package static func known(_ visit: Visit) throws -> Incident {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        return try visit.record()
    }

    private static func show(_ visit: Visit) throws -> Answer { try IncidentPage(visit, known(visit)).answer }

    private static func write(_ visit: Visit) throws -> Answer { try write(visit, after: known(visit)) }

    private static func write(_ visit: Visit, after incident: Incident) throws -> Answer {
        guard try visit.signedIn().may(.incident(.update(incident))) else { throw Refusal.notAllowed }
        return try PostmortemForm(visit, incident).answer
    }

    /// A post-mortem whose form comes back refused.
    private static func showPostmortem(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        let page: Postmortem = try visit.record()
        let incident = try visit.reading.get(page.incident)
        return try Postmortem.acts.isRefused("publication", page, visit)
            ? PostmortemPage(visit, incident).answer : write(visit, after: incident)
    }
}
