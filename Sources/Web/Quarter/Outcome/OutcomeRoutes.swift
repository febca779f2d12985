import Rouage
import Storage
package import WebCore

/// What became of a quarter: what changed between two days, and its report.
package enum OutcomeRoutes {
    package static func add(to routes: Routes) {
        routes.page(Layout.Page.report.address, report)
        routes.page("/cycles/:label/changes", ChangesPage.show)
        routes.page("/cycles/:label/report", ReportPage.show)
        routes.page("/cycles/:label/retrospectives/:team", RetrospectivePage.show)
        Retrospective.acts.add(to: routes, again: RetrospectivePage.show, new: RetrospectivePage.show)
    }

    /// Without a quarter asked for, that of the one that runs: the one being prepared has nothing to report yet.
    private static func report(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        let usual = visit.exchange.query["cycle"] == nil ? visit.running : nil
        guard let cycle = usual ?? visit.cycle else { return Layout.noCycle(visit) }
        return .seeOther("/cycles/\(cycle.label.inAddress)/report")
    }
}
