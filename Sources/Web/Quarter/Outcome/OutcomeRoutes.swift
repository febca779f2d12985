import Rouage
import Storage
package import WebCore

/// What became of a quarter: what changed between two days, and its report.
package enum OutcomeRoutes {
    package static func add(to routes: Routes) {
        routes.page("/cycles/:label/changes", ChangesPage.show)
        routes.page("/cycles/:label/report", ReportPage.show)
        routes.page("/cycles/:label/retrospectives/:team", RetrospectivePage.show)
        routes.form("/cycles/:label/retrospectives/:team", RetrospectivePage.save, again: RetrospectivePage.show)
    }
}
