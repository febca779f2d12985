import HTML
package import Hummingbird
import Rouage
import Storage
package import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

extension Site {
    /// All addresses of the product, room by room.
    package func router() -> Router<Context> {
        let router = Router(context: Context.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: Porch(site: self))
        AssetRoutes.add(to: router)
        let routes = Routes(site: self, router: router)
        SignInRoutes.add(to: routes)
        HomeRoutes.add(to: routes)
        InboxRoutes.add(to: routes)
        SearchRoutes.add(to: routes)
        LiveRoutes.add(to: routes)
        HealthRoutes.add(to: routes)
        Preference.add(to: routes)
        OrganisationRoom.add(to: routes)
        QuarterRoom.add(to: routes)
        OpsRoom.add(to: routes)
        PlaybooksRoom.add(to: routes)
        NewsRoom.add(to: routes)
        API.add(to: routes)
        routes.addNotFound()
        return router
    }
}
