import HTML
import Rouage
import Storage
package import WebCore

/// Pointing out what one needs, and answering what is asked.
package enum DependencyRoutes {
    package static func add(to routes: Routes) {
        routes.datedPage("/dependencies", DependencyTablePage.show)
        routes.datedPage("/board", BoardPage.show)
        routes.datedPage("/board/matrix", MatrixPage.show)
        routes.page("/dependencies/new", PointOutViews.chooseBriefing)
        routes.datedPage("/dependencies/:id", show)
        routes.page("/briefings/:id/dependencies/new", new)
        Dependency.acts.add(to: routes, again: show, new: new)
    }

    private static func new(_ visit: Visit) throws -> Answer {
        try PointOutViews.form(visit, BriefingRoutes.readable(visit))
    }

    private static func show(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        return try DependencyViews.page(visit, visit.record())
    }

    /// The view of the table that the answer was given in, written anew: nothing of the form goes into an address as it is.
    private static func query(of visit: Visit) -> String {
        let fields = try? Fields(encoded: (visit.exchange.form["query"] ?? "").utf8)
        return DependencyFilter(fields ?? Fields(), in: visit.organisation).query(in: visit.organisation)
    }

    /// Where the person came from: the table, the briefing or the room when they answered there, else the dependency's
    /// page. What was just pointed out is seen on its briefing.
    @Sendable static func landing(from visit: Visit, _ act: Act<Dependency>, _ dependency: Dependency) throws -> String
    {
        let id = dependency.id
        if act.makes { return "/briefings/\(dependency.briefing)#dependencies" }
        let back = Exchange.local(visit.exchange.form["back"])
        if back.hasPrefix("/alignment/") || back.hasPrefix("/meetings/") { return "\(back)#d-\(id)" }
        return switch visit.exchange.form["back"] {
        case "briefing": "/briefings/\(dependency.briefing)#d-\(id)"
        case "table": "/dependencies?\(query(of: visit))#d-\(id)"
        default: "/dependencies/\(id)"
        }
    }
}
