import Foundation
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
    let cache: OrganisationCache
    let logger: Logger

    package init(store: Store, clock: Clock = Clock(), cast: [String] = [], logger: Logger = Logger(label: "rouage")) {
        self.store = store
        self.clock = clock
        self.cast = cast
        self.logger = logger
        cache = OrganisationCache(store.changes)
    }

    package typealias Context = BasicRequestContext

    package func router() -> Router<Context> {
        let router = Router(context: Context.self)
        AssetRoutes.add(to: router)
        let routes = Routes(site: self, router: router)
        SignInRoutes.add(to: routes)
        HomeRoutes.add(to: routes)
        BriefingRoutes.add(to: routes)
        DependencyRoutes.add(to: routes)
        TeamRoutes.add(to: routes)
        SearchRoutes.add(to: routes)
        LiveRoutes.add(to: routes)
        HealthRoutes.add(to: routes)
        routes.addNotFound()
        return router
    }
}

/// How the features hang their pages on the router.
struct Routes {
    let site: Site
    let router: Router<Site.Context>

    typealias Page = @Sendable (Visit) throws -> Answer
    typealias Verb = @Sendable (Visit, Transaction) throws -> Answer

    /// A page: one read.
    func page(_ path: String, _ show: @escaping Page) {
        let site = self.site
        router.get(RouterPath(path)) { request, context in
            await site.answer(request, context) { exchange in
                try await site.store.read { try show(Visit(site, $0, exchange)).response }
            }
        }
    }

    /// A form that nobody needs to be signed in for: it is taken from this site only.
    func open(_ path: String, _ verb: @escaping Verb, again: @escaping Page) {
        post(path, verb, again: again) { exchange, _ in
            let origin = exchange.headers[.init("Sec-Fetch-Site")!]
            if let origin, origin != "same-origin", origin != "none" { throw StaleForm() }
        }
    }

    /// A form: one write. When the verb is refused, `again` shows the form with what was typed and why.
    func form(_ path: String, _ verb: @escaping Verb, again: @escaping Page) {
        post(path, verb, again: again) { exchange, passport in try passport.checkForm(exchange) }
    }

    private func post(
        _ path: String, _ verb: @escaping Verb, again: @escaping Page,
        check: @escaping @Sendable (Exchange, Visit.Passport) throws -> Void
    ) {
        let site = self.site
        router.post(RouterPath(path)) { request, context in
            await site.answer(request, context) { exchange in
                do {
                    let visit = try await site.store.read { try Visit(site, $0, exchange).passport }
                    try check(exchange, visit)
                    return try await site.store.write(as: visit.person, at: site.clock.now()) { transaction in
                        try verb(Visit(site, transaction, exchange), transaction).response
                    }
                } catch let refusal as Refusal where refusal != .notFound {
                    return try await site.store.read { reading in
                        var response = try again(Visit(site, reading, exchange, refusal: refusal)).response
                        response.status = refusal.status
                        return response
                    }
                }
            }
        }
    }

    func addNotFound() {
        let site = self.site
        router.get("**") { request, context in await site.answer(request, context) { _ in throw Refusal.notFound } }
    }
}

extension Site {
    /// Reads the request, answers it, and says in words what went wrong.
    func answer(
        _ request: Request, _ context: Site.Context, _ body: (Exchange) async throws -> Response
    ) async -> Response {
        do {
            let exchange = try await Exchange(request, context)
            do { return try await body(exchange) } catch {
                return await Problem.page(for: error, exchange, self)
            }
        } catch {
            return await Problem.page(for: error, nil, self)
        }
    }
}

extension Visit {
    /// What a write needs to know of the visitor before it opens its transaction.
    struct Passport: Sendable {
        let person: Identifier<Person>?
        let csrf: String?

        /// A form is taken only with the token of the session that showed it.
        func checkForm(_ exchange: Exchange) throws {
            guard let csrf else { throw SignInNeeded() }
            guard exchange.form["csrf"] == csrf else { throw StaleForm() }
        }
    }

    var passport: Passport { Passport(person: person?.id, csrf: person == nil ? nil : session?.csrf) }
}

/// The form was not shown by this session.
struct StaleForm: Error {}
