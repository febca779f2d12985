import HTML
import HTTPTypes
package import Hummingbird
import Logging
import Rouage
package import Storage

/// How the features hang their pages on the router.
package struct Routes {
    package let site: Site
    package let router: Router<Site.Context>

    package init(site: Site, router: Router<Site.Context>) {
        self.site = site
        self.router = router
    }

    package typealias Page = @Sendable (Visit) throws -> Answer
    package typealias Verb = @Sendable (Visit, Transaction) throws -> Answer

    /// What is kept of a visit, when there is something to keep.
    package typealias Trace = @Sendable (Transaction) throws -> Void

    /// A page: one read.
    /// - Parameter leaving: what its reader has seen by it; it is kept after the page was made.
    package func page(
        _ path: String, leaving trace: @escaping @Sendable (Visit) throws -> Trace? = { _ in nil },
        _ show: @escaping Page
    ) {
        let site = self.site
        router.get(RouterPath(path)) { request, context in
            await site.answer(request, context) { exchange in
                let (response, due, seen) = try await site.store.read { reading in
                    let visit = try Visit(site, reading, exchange)
                    let response = try show(visit).response
                    let isDue = visit.person != nil && visit.session?.isDue(at: visit.now) == true
                    return (response, isDue, try trace(visit))
                }
                if let seen { await site.keep(seen) }
                return due ? await site.prolonged(response, exchange) : response
            }
        }
    }

    /// A page that also shows how things stood on a day that is past, `?as_of=2026-02-13`.
    package func datedPage(
        _ path: String, leaving trace: @escaping @Sendable (Visit) throws -> Trace? = { _ in nil },
        _ show: @escaping Page
    ) {
        page(path, leaving: trace) { try show($0.onDayAsked()) }
    }

    /// A form that nobody needs to be signed in for: it is taken from this site only.
    package func open(_ path: String, _ verb: @escaping Verb, again: @escaping Page) {
        open(
            path, learn: { _ in }, make: { _ in }, { visit, transaction, _ in try verb(visit, transaction) },
            again: again)
    }

    /// The same, with slow work in between that no transaction waits for.
    package func open<Known: Sendable, Made: Sendable>(
        _ path: String, learn: @escaping @Sendable (Visit) throws -> Known,
        make: @escaping @Sendable (Known) async throws -> Made,
        _ verb: @escaping @Sendable (Visit, Transaction, Made) throws -> Answer, again: @escaping Page
    ) {
        post(path, learn: learn, make: make, verb, again: again) { exchange, _ in
            if exchange.isForeign { throw StaleForm() }
        }
    }

    /// A form: one write. When the verb is refused, `again` shows the form with what was typed and why.
    package func form(_ path: String, _ verb: @escaping Verb, again: @escaping Page) {
        form(
            path, learn: { _ in }, make: { _ in }, { visit, transaction, _ in try verb(visit, transaction) },
            again: again)
    }

    /// The same, with slow work in between that no transaction waits for.
    package func form<Known: Sendable, Made: Sendable>(
        _ path: String, learn: @escaping @Sendable (Visit) throws -> Known,
        make: @escaping @Sendable (Known) async throws -> Made,
        _ verb: @escaping @Sendable (Visit, Transaction, Made) throws -> Answer, again: @escaping Page
    ) {
        post(path, learn: learn, make: make, verb, again: again) { exchange, passport in
            try passport.checkForm(exchange)
        }
    }

    private func post<Known: Sendable, Made: Sendable>(
        _ path: String, learn: @escaping @Sendable (Visit) throws -> Known,
        make: @escaping @Sendable (Known) async throws -> Made,
        _ verb: @escaping @Sendable (Visit, Transaction, Made) throws -> Answer, again: @escaping Page,
        check: @escaping @Sendable (Exchange, Visit.Passport) throws -> Void
    ) {
        let site = self.site
        router.post(RouterPath(path)) { request, context in
            await site.answer(request, context) { exchange in
                do {
                    let (passport, known) = try await site.store.read { reading in
                        let visit = try Visit(site, reading, exchange)
                        try check(exchange, visit.passport)
                        return (visit.passport, try learn(visit))
                    }
                    let made = try await make(known)
                    return try await site.store.write(as: passport.person, at: site.clock.now()) { transaction in
                        try verb(Visit(site, transaction, exchange), transaction, made).response
                    }
                } catch let refusal as Refusal where refusal != .notFound {
                    return try await site.showAgain(exchange, refusal, nil, again)
                } catch let failure as StorageFailure where failure.cause != .statement && !exchange.wantsAutosave {
                    return try await site.showAgain(exchange, after: failure, again)
                } catch let tries as TooManyTries {
                    return try await site.showAgain(exchange, nil, tries.until, again)
                }
            }
        }
    }

    package func addNotFound() {
        let site = self.site
        router.get("**") { request, context in await site.answer(request, context) { _ in throw Refusal.notFound } }
    }
}

extension Site {
    /// The form once more, with what was typed. When it cannot be shown, the problem page keeps what was typed.
    fileprivate func showAgain(
        _ exchange: Exchange, _ refusal: Refusal?, _ wait: Instant?, _ again: @escaping Routes.Page
    ) async throws -> Response {
        do {
            return try await store.read { reading in
                let visit = try Visit(self, reading, exchange, refusal: refusal, wait: wait)
                var response = try again(visit).response
                response.status = refusal?.status ?? .tooManyRequests
                if let wait {
                    response.headers[.retryAfter] = String(max(1, (wait.milliseconds - visit.now.milliseconds) / 1_000))
                }
                return response
            }
        } catch is Refusal {
            if let refusal { throw refusal }
            throw Refusal.notFound
        }
    }

    /// The form once more when the database failed it and can still be read; else the problem page keeps what was typed.
    fileprivate func showAgain(
        _ exchange: Exchange, after failure: StorageFailure, _ again: @escaping Routes.Page
    ) async throws -> Response {
        do {
            return try await store.read { reading in
                var visit = try Visit(self, reading, exchange)
                let words = Problem.words(for: failure, at: exchange.path)
                visit.fault = Problem.log(failure, words.status, exchange, self).map(words.numbered) ?? words
                var response = try again(visit).response
                response.status = words.status
                return response
            }
        } catch { throw failure }
    }

    /// Lets the session of a page that was just read live on, at most once a day; a page does not fail because of it.
    fileprivate func prolonged(_ response: Response, _ exchange: Exchange) async -> Response {
        guard let token = exchange.cookies[Sessions.cookie] else { return response }
        let now = clock.now()
        let hash = Secret.hash(token)
        do {
            try await store.write(as: nil, at: now) { transaction in
                try transaction.extendSession(hash: hash, until: Sessions.end(after: now))
            }
        } catch { return response }
        var response = response
        response.headers.append(
            HTTPField(name: .setCookie, value: Sessions.setCookie(token, secure: exchange.isSecure)))
        return response
    }

    /// Keeps what was seen; a page does not fail because of it, the next visit keeps it.
    fileprivate func keep(_ trace: @escaping Routes.Trace) async {
        do { try await store.write(as: nil, at: clock.now(), trace) } catch {
            logger.warning("what was read could not be kept", metadata: ["error": "\(error)"])
        }
    }

    /// Reads the request, answers it, and says in words what went wrong.
    package func answer(
        _ request: Request, _ context: Site.Context, _ body: (Exchange) async throws -> Response
    ) async -> Response {
        var exchange = Exchange(head: request, context, behindProxy: behindProxy)
        do {
            try await exchange.read(request)
            return try await body(exchange)
        } catch {
            return await Problem.answer(for: error, exchange, self)
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
            guard !exchange.isForeign else { throw StaleForm() }
            guard let csrf else { throw SignInNeeded() }
            guard exchange.form["csrf"] == csrf else { throw StaleForm() }
        }
    }

    var passport: Passport { Passport(person: person?.id, csrf: person == nil ? nil : session?.csrf) }
}

/// The form was not shown by this session, or not by this site.
struct StaleForm: Error {
    package init() {}
}
