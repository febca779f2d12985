import HTML
import Rouage
import Storage

/// The column: where the quarter stands, and what is expected of me.
enum HomeRoutes {
    static func add(to routes: Routes) {
        routes.page("/") { visit in
            _ = try visit.signedIn()
            return try HomeViews.page(visit)
        }
    }
}
