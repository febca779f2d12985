import HTML
import Hummingbird
import Rouage
import Storage

/// Signing in with e-mail and password; with one click as one of the cast in a demonstration.
enum SignInRoutes {
    static func add(to routes: Routes) {
        routes.page("/sign-in") { visit in SignInViews.page(visit) }
        routes.open("/sign-in") { visit, transaction in
            guard let person = try candidate(visit) else { throw Refusal.invalid("password", .unknown) }
            let token = Secret.new()
            try transaction.open(
                Session(person: person.id, csrf: Secret.new()), hash: Secret.hash(token),
                until: visit.now + Sessions.days * 86_400)
            let next = visit.exchange.form["next"] ?? "/"
            let local = next.hasPrefix("/") && !next.hasPrefix("//") && !next.contains("\\")
            return .seeOther(local ? next : "/", cookies: [Sessions.setCookie(token, secure: visit.isSecure)])
        } again: { visit in
            SignInViews.page(visit)
        }
        routes.form("/sign-out") { visit, transaction in
            if let token = visit.exchange.cookies[Sessions.cookie] {
                try transaction.closeSession(hash: Secret.hash(token))
            }
            return .seeOther("/sign-in", cookies: [Sessions.forgetCookie])
        } again: { visit in
            SignInViews.page(visit)
        }
    }

    private static func candidate(_ visit: Visit) throws -> Person? {
        if let code = visit.exchange.form["as"], visit.site.cast.contains(code) {
            return visit.organisation.people.values.first { $0.code == code && $0.active }
        }
        guard let email = visit.exchange.form["email"], let password = visit.exchange.form["password"],
            let person = try visit.reading.person(email: email), person.active,
            let hash = try visit.reading.passwordHash(of: person.id), Passwords.matches(password, hash)
        else { return nil }
        return person
    }
}

extension Visit {
    var isSecure: Bool { exchange.headers[.init("X-Forwarded-Proto")!] == "https" }
}
