import Rouage
import Storage
import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// What is expected of me, what happened, and what my teams still owe.
enum InboxRoutes {
    static func add(to routes: Routes) {
        routes.page("/inbox", show)
        routes.form("/inbox/marks", mark, again: show)
        routes.form("/briefings/:id/reminder", remindOfBriefing, again: BriefingRoutes.show)
        routes.form("/dependencies/:id/reminder", remindOfDependency) { visit in
            guard try visit.signedIn().isMember else { throw Refusal.notFound }
            return try DependencyViews.page(visit, visit.reading.get(try visit.parameter("id")))
        }
    }

    private static func show(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        guard let home = try Home(visit) else { return Layout.noCycle(visit) }
        return InboxViews(home: home, inbox: try Inbox(visit, home.expectations)).page
    }

    /// Marks as read what happened until the moment named in the form: the last that stood on the page.
    private static func mark(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.isMember, let me = actor.id else { throw Refusal.notFound }
        guard let until = Instant(visit.exchange.form.text("until")) else { throw Refusal.invalid("until", .unknown) }
        try transaction.see(until: min(until, visit.now), by: me)
        return .seeOther("/inbox#happened")
    }

    private static func remindOfBriefing(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        let briefing = try BriefingRoutes.readable(visit)
        guard deed.actor.may(.remind(briefing.team)) else { throw Refusal.notAllowed }
        guard let duty = briefing.duty(visit.outlook) else { throw Refusal.closed }
        _ = try transaction.remind(of: duty, bearer: visit.organisation.bearer(of: briefing), by: deed)
        return .seeOther("/inbox#teams")
    }

    private static func remindOfDependency(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        guard deed.actor.isMember else { throw Refusal.notFound }
        let dependency: Dependency = try transaction.get(try visit.parameter("id"))
        guard let duty = dependency.duty(visit.outlook) else {
            guard dependency.givingTeam.map({ deed.actor.may(.remind($0)) }) ?? false else { throw Refusal.notAllowed }
            throw Refusal.closed
        }
        _ = try transaction.remind(of: duty, bearer: visit.organisation.bearer(of: dependency), by: deed)
        return .seeOther("/inbox#teams")
    }
}
