import HTML
import Hummingbird
package import Logging
package import Rouage
package import Storage

/// The web side of the product: pages, API and live updates over one store.
package struct Site: Sendable {
    package let store: Store
    package let clock: Clock
    /// Codes of the people one may sign in as with one click; empty outside a demonstration.
    package let cast: [String]
    /// Whether a proxy in front says who is connected and over what; nobody else is believed.
    package let behindProxy: Bool
    package let cache: OrganisationCache
    package let lines: Kept<Identifier<Cycle>, CycleLines>
    package let logger: Logger
    package let passwords: PasswordRoom
    /// Failed tries to sign in, by account and by address.
    package let signInTries = Limiter(seconds: 15 * 60)
    /// Requests of each program.
    package let programs = Limiter(seconds: 60)
    /// What each viewer of a presentation sends.
    package let audience = Limiter(seconds: 60)
    /// What comes by links without an account.
    package let guestRequests = Limiter(seconds: 60 * 60)
    /// What rooms keep in memory for themselves.
    package let shelf = Shelf()

    /// The playbooks in force, to one of which a screen belongs.
    let screens: Kept<Int, [PlaybookOfScreen]>

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
        lines = Kept(store.changes, until: [.briefing, .dependency])
        screens = Kept(store.changes, until: [.playbook])
    }

    package typealias Context = SiteContext
}
