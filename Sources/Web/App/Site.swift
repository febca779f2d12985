import HTML
package import Hummingbird
package import Logging
import Rouage
package import Storage

/// The web side of the product: pages, API and live updates over one store.
package struct Site: Sendable {
    let store: Store
    let clock: Clock
    /// Codes of the people one may sign in as with one click; empty outside a demonstration.
    let cast: [String]
    /// Whether a proxy in front says who is connected and over what; nobody else is believed.
    let behindProxy: Bool
    let cache: OrganisationCache
    let lines: Kept<Identifier<Cycle>, CycleLines>
    let risks: Kept<QuarterDay, CycleRisks>
    /// What the past says of who is needed, built anew each day and when a cycle moves on.
    let silent: Kept<Day, SilentModel>
    let logger: Logger
    let passwords: PasswordRoom
    /// Failed tries to sign in, by account and by address.
    let signInTries = Limiter(seconds: 15 * 60)
    /// Requests of each program.
    let programs = Limiter(seconds: 60)
    /// What each viewer of a presentation sends.
    let audience = Limiter(seconds: 60)
    /// What comes by links without an account.
    let guestRequests = Limiter(seconds: 60 * 60)
    let broadcasts: Broadcasts

    /// The playbooks that screens belong to, by the address of the screen.
    let screens: Kept<Int, [String: PlaybookOfScreen]>

    package init(
        store: Store, clock: Clock = Clock(), cast: [String] = [], behindProxy: Bool = false,
        passwordCost: Int = Passwords.cost, logger: Logger = Logger(label: "rouage")
    ) {
        self.store = store
        self.clock = clock
        self.cast = cast
        self.behindProxy = behindProxy
        self.logger = logger
        passwords = PasswordRoom(cost: passwordCost)
        cache = OrganisationCache(store.changes)
        silent = Kept(store.changes, until: [.cycle])
        lines = Kept(store.changes, until: [.briefing, .dependency])
        risks = Kept(
            store.changes, until: [.briefing, .dependency, .person, .unit, .membership, .role, .cycle])
        screens = Kept(store.changes, until: [.playbook])
        broadcasts = Broadcasts(store, clock, cache)
    }

    package typealias Context = SiteContext

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
