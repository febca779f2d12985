import HTML
import Hummingbird
import Rouage
import Storage

/// One team: its people, its briefings, what it waits for and owes. And the list of all.
enum TeamRoutes {
    static func add(to routes: Routes) {
        routes.page("/people") { visit in
            _ = try visit.signedIn()
            return TeamViews.all(visit)
        }
        routes.page("/teams/:code") { visit in
            guard try visit.signedIn().isMember else { throw Refusal.notFound }
            guard let id = visit.exchange.parameters["code"].flatMap({ visit.organisation.unitsByCode[$0] }),
                let unit = visit.organisation.units[id]
            else { throw Refusal.notFound }
            return try TeamViews.page(visit, unit)
        }
    }
}
