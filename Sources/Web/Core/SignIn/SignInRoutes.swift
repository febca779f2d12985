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
        try transaction.forgetFailures(of: person.email.map { [.account($0)] } ?? [])
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
    /// What is counted when it fails.
    private let tries: [DoorTry]
    private let failures: [DoorTry: (number: Int, until: Instant)]
    private let now: Instant

    init(_ visit: Visit) throws {
        let form = visit.exchange.form
        now = visit.now
        if let code = form["as"] {
            guard visit.site.cast.contains(code) else { throw Refusal.notAllowed }
            person = visit.organisation.people.values.first { $0.code == code && $0.active }?.id
            (isCast, hash, password, tries, failures) = (true, nil, "", [], [:])
            return
        }
        let email = (form["email"] ?? "").trimmingPrefix(while: \.isWhitespace)
        let found = try email.utf8.count < 400 ? visit.reading.person(email: String(email)) : nil
        person = found?.active == true ? found?.id : nil
        hash = try person.flatMap { try visit.reading.passwordHash(of: $0) }
        password = String((form["password"] ?? "").prefix(Passwords.longest + 1))
        let browser = try person.flatMap { try visit.reading.known(visit.exchange.browserToken, of: $0) }
        tries =
            browser.map { [.browser($0)] }
            ?? [.account(String(email.lowercased().prefix(200))), .address(visit.exchange.address)]
        failures = try visit.reading.failures(of: tries, at: now)
        isCast = false
    }

    /// The person, once the password is found right; the same time is spent when nobody is called so.
    func check(_ site: Site) async throws -> Identifier<Person> {
        if isCast {
            guard let person else { throw Refusal.notFound }
            return person
        }
        // Those that are being looked at count as failures until it is known, so that many tries at once are not all
        // let through; only failures stay.
        let waits = tries.compactMap { one in
            let known = failures[one]
            let number = (known?.number ?? 0) + site.signInTries.number(one.name, at: now)
            return number < one.limit ? nil : known?.until ?? now + DoorTry.window
        }
        if let wait = waits.max() { throw TooManyTries(until: wait) }
        for one in tries { site.signInTries.count(one.name, at: now) }
        defer { for one in tries { site.signInTries.giveBack(one.name) } }
        let matches = try await site.passwords.matches(password, hash)
        if matches, let person { return person }
        try await site.store.write(as: nil, at: now) { try $0.countFailures(of: tries) }
        throw Refusal.invalid("password", .unknown)
    }
}
