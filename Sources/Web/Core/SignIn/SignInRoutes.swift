import HTML
import Hummingbird
import Rouage
import Storage

/// Signing in with e-mail and password; with one click as one of the cast in a demonstration.
package enum SignInRoutes {
    package static func add(to routes: Routes) {
        let site = routes.site
        routes.page("/sign-in") { visit in SignInViews.page(visit) }
        routes.open(
            "/sign-in", learn: { try Candidate($0) }, make: { try await $0.check(site) },
            { visit, transaction, person in try enter(visit, transaction, person) }, again: SignInViews.page)
        routes.form("/sign-out") { visit, transaction in
            if let token = visit.exchange.cookies[Sessions.cookie] {
                try transaction.closeSession(hash: Secret.hash(token))
            }
            return .seeOther("/sign-in", cookies: [Sessions.forgetCookie])
        } again: { visit in
            SignInViews.page(visit)
        }
    }

    private static func enter(_ visit: Visit, _ transaction: Transaction, _ id: Identifier<Person>) throws -> Answer {
        let person = try transaction.get(id)
        guard person.active else { throw Refusal.invalid("password", .unknown) }
        let (session, cookies) = try visit.open(person, transaction)
        if let held = Held(insideSignIn: visit.exchange.form) {
            return SignInViews.kept(held, person, session).with(cookies: cookies)
        }
        return .seeOther(Exchange.local(visit.exchange.form["next"]), cookies: cookies)
    }
}

/// Who somebody says they are, with all that is needed to find out, read before the slow work begins.
private struct Candidate: Sendable {
    private let person: Identifier<Person>?
    private let isCast: Bool
    private let hash: String?
    private let password: String
    private let account: String
    private let address: String
    private let now: Instant

    private static let perAccount = 10
    private static let perAddress = 100

    init(_ visit: Visit) throws {
        let form = visit.exchange.form
        now = visit.now
        address = "address " + visit.exchange.address
        if let code = form["as"] {
            guard visit.site.cast.contains(code) else { throw Refusal.notAllowed }
            person = visit.organisation.people.values.first { $0.code == code && $0.active }?.id
            (isCast, hash, password, account) = (true, nil, "", "")
            return
        }
        let email = (form["email"] ?? "").trimmingPrefix(while: \.isWhitespace)
        let found = try email.utf8.count < 400 ? visit.reading.person(email: String(email)) : nil
        person = found?.active == true ? found?.id : nil
        hash = try person.flatMap { try visit.reading.passwordHash(of: $0) }
        password = String((form["password"] ?? "").prefix(Passwords.longest + 1))
        account = "account " + email.lowercased().prefix(200)
        isCast = false
    }

    /// The person, once the password is found right; the same time is spent when nobody is called so.
    func check(_ site: Site) async throws -> Identifier<Person> {
        if isCast {
            guard let person else { throw Refusal.notFound }
            return person
        }
        let wait = [
            site.signInTries.wait(account, limit: Self.perAccount, at: now),
            site.signInTries.wait(address, limit: Self.perAddress, at: now),
        ].compactMap { $0 }.max()
        if let wait { throw TooManyTries(until: wait) }
        // Counted before the slow work, so that many tries at once are not all let through.
        site.signInTries.count(account, at: now)
        site.signInTries.count(address, at: now)
        let matches = try await site.passwords.matches(password, hash)
        guard matches, let person else { throw Refusal.invalid("password", .unknown) }
        site.signInTries.forget(account)
        return person
    }
}
