import HTML
import Hummingbird
import Rouage
import Storage
import WebCore

/// What an administrator does for the accounts of others: links for a first password, closing, opening again.
enum AccountsRoutes {
    static func add(to routes: Routes) {
        routes.page("/accounts", show)
        routes.form("/accounts/:id/invitation", invite, again: show)
        routes.form("/accounts/:id/closure", close, again: show)
        routes.form("/accounts/:id/reopening", reopen, again: show)
    }

    private static func checkAdministrator(_ visit: Visit) throws {
        guard try visit.signedIn().may(.administerAccounts) else { throw Refusal.notAllowed }
    }

    private static func show(_ visit: Visit) throws -> Answer {
        try checkAdministrator(visit)
        return try AccountsViews.page(visit)
    }

    private static func invite(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        try checkAdministrator(visit)
        let person: Person = try transaction.get(try visit.parameter("id"))
        guard person.active else { throw Refusal.closed }
        guard person.email != nil else { throw Refusal.invalid("email", .missing) }
        let secret = Secret.new()
        try transaction.invite(person.id, hash: Secret.hash(secret))
        return AccountsViews.link(visit, person, secret)
    }

    private static func close(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        try checkAdministrator(visit)
        let id: Identifier<Person> = try visit.parameter("id")
        try transaction.change(id) { (person: inout Person) in try person.closeAccount(by: visit.deed) }
        try transaction.closeDoors(of: id)
        return back(visit)
    }

    private static func reopen(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        try checkAdministrator(visit)
        let id: Identifier<Person> = try visit.parameter("id")
        try transaction.change(id) { (person: inout Person) in try person.reopenAccount(by: visit.deed) }
        return back(visit)
    }

    private static func back(_ visit: Visit) -> Answer {
        .seeOther("/accounts?q=\((visit.exchange.form["q"] ?? "").escapedForQuery)")
    }
}
