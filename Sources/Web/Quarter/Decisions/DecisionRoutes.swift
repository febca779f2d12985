import Rouage
import Storage
package import WebCore

/// The log that everybody reads, and the page on which directors decide.
package enum DecisionRoutes {
    package static func add(to routes: Routes) {
        routes.page("/decisions") { visit in
            guard try visit.signedIn().isMember else { return Layout.forMembers(visit, .decisionLog) }
            guard let cycle = visit.cycle else { return Layout.noCycle(visit) }
            return try DecisionLogPage(visit, cycle).answer
        }
        routes.page("/decisions/pending") { visit in
            guard try visit.signedIn().isMember else { throw Refusal.notFound }
            guard let cycle = visit.cycle else { return Layout.noCycle(visit) }
            return try DecidingPage(visit, cycle).answer
        }
    }
}
