import Rouage
import Storage
import WebCore

/// Axes: what the leadership sets, and what hangs on it.
enum AxisRoutes {
    static func add(to routes: Routes) {
        routes.page("/axes") { visit in
            guard try visit.signedIn().isMember else { return Layout.forMembers(visit, .axes) }
            return try AxisListPage(visit).answer
        }
        routes.page("/axes/new", showNew)
        routes.page("/axes/:id", show)
        Axis.acts.add(to: routes, again: show, new: showNew)
    }

    private static func show(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        return try AxisPage(visit, visit.record()).answer
    }

    private static func showNew(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().may(.axis(.propose)) else { throw Refusal.notFound }
        return try NewAxisPage.answer(visit)
    }
}
