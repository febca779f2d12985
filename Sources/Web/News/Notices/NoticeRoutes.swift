import Rouage
import Storage
package import WebCore

/// Following what is not one's own.
package enum NoticeRoutes {
    package static func add(to routes: Routes) {
        routes.form("/follows/:kind/:id", follow, again: again)
        routes.form("/follows/:kind/:id/removal", unfollow, again: again)
    }

    /// Nothing is typed here: whatever is refused was not there.
    private static func again(_ visit: Visit) throws -> Answer { throw Refusal.notFound }

    private static func follow(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let (thing, me) = try asked(visit)
        try transaction.follow(thing, by: me)
        return .seeOther("\(thing.named(visit).address)#follow")
    }

    private static func unfollow(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let (thing, me) = try asked(visit)
        try transaction.unfollow(thing, by: me)
        return .seeOther("\(thing.named(visit).address)#follow")
    }

    private static func asked(_ visit: Visit) throws -> (any Followed, Identifier<Person>) {
        let actor = try visit.signedIn()
        guard actor.isMember, let me = actor.id,
            let kind = visit.exchange.parameters["kind"].flatMap(Kind.init),
            let id = visit.exchange.parameters["id"],
            let thing = try visit.reading.things([Follow(kind, id, since: visit.now)], for: actor).first
        else { throw Refusal.notFound }
        return (thing, me)
    }
}
