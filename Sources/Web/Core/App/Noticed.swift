package import Rouage
import Storage
import Synchronization

/// What happened to what is whose, in memory until something of it changes. Comments and reviews are the most frequent
/// of what happens: one that stands beside a page nobody hears of here lets go of nothing.
private final class Noticed: Sendable {
    struct Key: Hashable {
        let person: Identifier<Person>
        let follows: [Follow]
        let day: Day
    }

    /// What somebody is told, as it was at a moment.
    struct Told: Sendable {
        var notices: Notices
        var moment: Int
    }

    let lists: Kept<Key, Told>
    /// The comments and reviews that changed lately, each with its moment.
    private let said = Mutex<[(id: String, moment: Int)]>([])
    private static let most = 256

    init(_ changes: ChangeHub, _ kinds: Kinds) {
        let beside: Set<Kind> = [.comment, .review]
        let told = Kind.allCases.filter { !kinds[$0].tells.isEmpty }
        let others: Set<Kind> = [.reminder, .relay, .mercato, .request, .membership, .role, .person, .cycle]
        lists = Kept(changes, until: others.union(told).subtracting(beside), most: 400)
        _ = changes.listen { [weak self, weak changes] change in
            guard let self, let changes, beside.contains(change.kind) else { return }
            let moment = changes.moment
            said.withLock { said in
                if said.count >= Self.most { said.removeFirst() }
                said.append((change.id, moment))
            }
        }
    }

    /// What is told now: what is kept, unless something was said since beside a page that it hears of.
    func notices(_ key: Key, _ reading: Reading, _ load: () throws -> Notices) throws -> [Notice] {
        var told = try lists.value(key, reading) { Told(notices: try load(), moment: reading.moment) }
        let (later, isWhole) = said.withLock { said in
            let later = said.filter { $0.moment > told.moment }
            return (later, later.count < Self.most)
        }
        guard !later.isEmpty else { return told.notices.list }
        if try !isWhole || told.notices.mayConcern(key.person, Set(later.map(\.id)), reading) {
            told.notices = try load()
        }
        told.moment = min(reading.moment, later.last?.moment ?? told.moment)
        lists.keep(told, for: key, reading)
        return told.notices.list
    }
}

extension Visit {
    /// What happened to what is the visitor's and to what they follow, the newest first; nothing on a day that is past.
    package func notices() throws -> [Notice] {
        guard let actor, let me = actor.id, past == nil else { return [] }
        let noticed = site.shelf.item { Noticed(site.store.changes, site.store.kinds) }
        let key = Noticed.Key(person: me, follows: try reading.follows(of: me), day: today)
        let list = try noticed.notices(key, reading) { try reading.notices(for: actor, key.follows, outlook) }
        return try reading.marked(list, for: actor)
    }
}
