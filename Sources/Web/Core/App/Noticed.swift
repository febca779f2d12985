package import Rouage
import Storage

/// What happened to what is whose, in memory until something of it changes.
private final class Noticed: Sendable {
    struct Key: Hashable {
        let person: Identifier<Person>
        let follows: [Follow]
        let day: Day
    }

    let lists: Kept<Key, [Notice]>

    init(_ changes: ChangeHub, _ kinds: Kinds) {
        let told = Kind.allCases.filter { !kinds[$0].tells.isEmpty }
        let others: Set<Kind> = [.reminder, .relay, .mercato, .request, .membership, .role, .person, .cycle]
        lists = Kept(changes, until: others.union(told), most: 400)
    }
}

extension Visit {
    /// What happened to what is the visitor's and to what they follow, the newest first; nothing on a day that is past.
    package func notices() throws -> [Notice] {
        guard let actor, let me = actor.id, past == nil else { return [] }
        let noticed = site.shelf.item { Noticed(site.store.changes, site.store.kinds) }
        let key = Noticed.Key(person: me, follows: try reading.follows(of: me), day: today)
        let list = try noticed.lists.value(key, reading) {
            try reading.notices(for: actor, key.follows, outlook)
        }
        return try reading.marked(list, for: actor)
    }
}
