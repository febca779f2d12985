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
        AccountRoutes.add(to: routes)
        HomeRoutes.add(to: routes)
        BriefingRoutes.add(to: routes)
        DependencyRoutes.add(to: routes)
        SilentRoutes.add(to: routes)
        AlignmentRoutes.add(to: routes)
        MeetingRoutes.add(to: routes)
        DecisionRoutes.add(to: routes)
        TopicRoutes.add(to: routes)
        MercatoRoutes.add(to: routes)
        ProjectRoutes.add(to: routes)
        BrainstormRoutes.add(to: routes)
        SignalRoutes.add(to: routes)
        InboxRoutes.add(to: routes)
        NoticeRoutes.add(to: routes)
        PresentationRoutes.add(to: routes)
        PresentationLiveRoutes.add(to: routes)
        FollowRoutes.add(to: routes)
        TeamRoutes.add(to: routes)
        SearchRoutes.add(to: routes)
        LiveRoutes.add(to: routes)
        HealthRoutes.add(to: routes)
        OutcomeRoutes.add(to: routes)
        RequestRoutes.add(to: routes)
        PlaybookRoutes.add(to: routes)
        IncidentRoutes.add(to: routes)
        API.add(to: routes)
        CalendarRoutes.add(to: routes)
        Preference.add(to: routes)
        routes.addNotFound()
        return router
    }
}
