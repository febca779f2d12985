import HTML
import Hummingbird
import Rouage
import Storage
package import WebCore

/// What everyone changes of their own account: name, language, password, open sessions, tokens for programs.
package enum AccountRoutes {
    package static func add(to routes: Routes) {
        let site = routes.site
        routes.page("/account", show)
        routes.form("/account", present, again: show)
        routes.form(
            "/account/password", learn: { try PasswordChange($0) }, make: { try await $0.hash(site) },
            { try change($0, $1, to: $2) }, again: show)
        routes.form("/account/sessions/closure", closeOthers, again: show)
        routes.form("/account/sessions/:id/closure", close, again: show)
        routes.form("/account/tokens", makeToken, again: show)
        routes.form("/account/tokens/:id/revocation", revoke, again: show)
        routes.form("/account/calendar", makeCalendar, again: show)
        routes.form("/account/calendar/revocation", endCalendar, again: show)
        AccountsRoutes.add(to: routes)
        WelcomeRoutes.add(to: routes)
    }

    private static func show(_ visit: Visit) throws -> Answer { try AccountViews.page(visit) }

    private static func me(_ visit: Visit) throws -> (Actor, Identifier<Person>) {
        let actor = try visit.signedIn()
        guard let id = actor.id else { throw Refusal.notAllowed }
        return (actor, id)
    }

    private static func present(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let (_, id) = try me(visit)
        let form = visit.exchange.form
        guard let locale = form["locale"].flatMap(Language.init(rawValue:)) else {
            throw Refusal.invalid("locale", .unknown)
        }
        try transaction.change(id) { (person: inout Person) in
            try person.present(as: form["name"] ?? person.name, in: locale, by: visit.deed)
        }
        let year = "Path=/; Max-Age=31536000; SameSite=Lax"
        var cookies = ["lang=\(locale.rawValue); \(year)", Sessions.languageCookie(locale)]
        if let theme = form["theme"], ["light", "dark", "system"].contains(theme) {
            cookies.append("theme=\(theme); \(year)")
        }
        return .seeOther("/account?saved=person", cookies: cookies)
    }

    private static func change(_ visit: Visit, _ transaction: Transaction, to hash: String) throws -> Answer {
        let (_, id) = try me(visit)
        try transaction.set(passwordHash: hash, of: id, but: visit.session?.id)
        try transaction.change(id) { (person: inout Person) in person.notePassword() }
        return .seeOther("/account?saved=password")
    }

    private static func closeOthers(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let (_, id) = try me(visit)
        try transaction.closeSessions(of: id, but: visit.session?.id)
        return .seeOther("/account?saved=sessions#sessions")
    }

    private static func close(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let (_, id) = try me(visit)
        guard try transaction.closeSession(try visit.parameter("id"), of: id) else { throw Refusal.notFound }
        return .seeOther("/account?saved=sessions#sessions")
    }

    private static func makeToken(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let (_, id) = try me(visit)
        let name = (visit.exchange.form["token_name"] ?? "").written
        if name.isBlank { throw Refusal.invalid("token_name", .missing) }
        let over = name.excess(over: AccessToken.nameLimit)
        if over > 0 { throw Refusal.invalid("token_name", .tooLong(by: over)) }
        guard let scope = visit.exchange.form["scope"].flatMap(AccessToken.Scope.init) else {
            throw Refusal.invalid("scope", .unknown)
        }
        let secret = AccessToken.secret()
        let token = AccessToken(id: transaction.newKey(), person: id, name: name, scope: scope)
        try transaction.add(token, hash: Secret.hash(secret))
        return TokenViews.once(visit, token, secret)
    }

    private static func makeCalendar(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let (actor, id) = try me(visit)
        guard actor.isMember else { throw Refusal.notAllowed }
        let secret = Secret.new()
        try transaction.set(calendarFeed: Secret.hash(secret), of: id)
        return CalendarFeedViews.once(visit, secret)
    }

    private static func endCalendar(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let (_, id) = try me(visit)
        guard try transaction.endCalendarFeed(of: id) else { throw Refusal.notFound }
        return .seeOther("/account?saved=calendar#calendar")
    }

    private static func revoke(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let (_, id) = try me(visit)
        guard try transaction.revoke(try visit.parameter("id"), of: id) else { throw Refusal.notFound }
        return .seeOther("/account?saved=tokens#tokens")
    }
}

/// A new password, with what is needed to know that its owner asks.
private struct PasswordChange: Sendable {
    private let known: String?
    private let current: String
    private let password: String
    private let account: String
    private let now: Instant

    init(_ visit: Visit) throws {
        guard let id = try visit.signedIn().id else { throw Refusal.notAllowed }
        let form = visit.exchange.form
        known = try visit.reading.passwordHash(of: id)
        current = String((form["current_password"] ?? "").prefix(Passwords.longest + 1))
        password = form["password"] ?? ""
        account = "password \(id)"
        now = visit.now
        if let flaw = Passwords.flaw(password, again: form["again"] ?? "") { throw Refusal.invalid([flaw]) }
    }

    func hash(_ site: Site) async throws -> String {
        if let known {
            if let wait = site.signInTries.wait(account, limit: 10, at: now) { throw TooManyTries(until: wait) }
            site.signInTries.count(account, at: now)
            guard try await site.passwords.matches(current, known) else {
                throw Refusal.invalid("current_password", .wrong)
            }
            site.signInTries.forget(account)
        }
        return try await site.passwords.hash(password)
    }
}
