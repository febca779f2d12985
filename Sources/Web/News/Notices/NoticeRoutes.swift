import Rouage
import Storage
package import WebCore

/// Following what is not one's own.
package enum NoticeRoutes {
    package static func add(to routes: Routes) {
        form("/follows/:kind/:id", routes, follow)
        form("/follows/:kind/:id/removal", routes, unfollow)
    }

    private static func form(
        _ path: String, _ routes: Routes, _ verb: @escaping @Sendable (Visit, Transaction) throws -> any Followed
    ) {
        routes.form(path, { .seeOther("\(try verb($0, $1).named($0).address)#follow") }, again: again)
    }

    /// Nothing is typed here: whatever is refused was not there.
    private static func again(_ visit: Visit) throws -> Answer { throw Refusal.notFound }

    @Sendable static func follow(_ visit: Visit, _ transaction: Transaction) throws -> any Followed {
        let (thing, me) = try asked(visit)
        try transaction.follow(thing, by: me)
        return thing
    }

    @Sendable static func unfollow(_ visit: Visit, _ transaction: Transaction) throws -> any Followed {
        let (thing, me) = try asked(visit)
        try transaction.unfollow(thing, by: me)
        return thing
    }

    private static func asked(_ visit: Visit) throws -> (any Followed, Identifier<Person>) {
        let actor = try visit.signedIn()
        guard actor.isMember, let me = actor.id,
            let kind = visit.exchange.parameters["kind"].flatMap(FollowedKind.init),
            let id = visit.exchange.parameters["id"],
            let thing = try visit.reading.things([Follow(kind, id, since: visit.now)], for: actor).first
        else { throw Refusal.notFound }
        return (thing, me)
    }
}
