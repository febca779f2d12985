import HTML
import Rouage
import Storage
package import WebCore

/// The dates of the two quarters that are alive, and how they are moved.
package enum CalendarRoutes {
    package static func add(to routes: Routes) {
        routes.page("/calendar", show)
        Cycle.acts.add(to: routes, again: show, new: show)
    }

    private static func show(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        return try CalendarViews.page(visit)
    }
}
