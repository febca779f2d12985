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
        Reminder.acts.add(to: routes, again: owed, new: owed)
    }

    /// What a team was to be reminded of.
    @Sendable private static func owed(_ visit: Visit) throws -> Answer {
        if visit.exchange.path.hasPrefix("/briefings/") { return try BriefingRoutes.show(visit) }
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        return try DependencyViews.page(visit, visit.record())
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
}
