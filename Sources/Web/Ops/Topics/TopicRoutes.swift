import Rouage
import Storage
package import WebCore

/// Topics: raised by anybody, made ready, merged, taken back.
package enum TopicRoutes {
    package static func add(to routes: Routes) {
        routes.page("/topics") { visit in
            guard try visit.signedIn().isMember else { return Layout.forMembers(visit, .topics) }
            if let cycle = visit.cycle, let running = visit.running, cycle.end < running.start {
                return try PastTopicsPage(visit, of: cycle).answer
            }
            return try TopicListPage(visit).answer
        }
        routes.page("/topics/new", showNew)
        routes.page("/topics/:id", show)
        Topic.acts.add(to: routes, again: show, new: showNew)
    }

    private static func show(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        return try TopicPage(visit, visit.record()).answer
    }

    private static func showNew(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        return try NewTopicPage.answer(visit)
    }
}
