import Rouage
import Storage

/// What became of a quarter: what changed between two days, and its report.
enum OutcomeRoutes {
    static func add(to routes: Routes) {
        routes.page("/cycles/:label/changes", ChangesPage.show)
    }
}
