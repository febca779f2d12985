package import Rouage
import Storage

/// What is expected of whom, in memory: what the department has open until something of it changes, and each person's
/// list for a minute at most.
private final class Expected: Sendable {
    struct Key: Hashable {
        let person: Identifier<Person>
        let minute: Int
    }

    let open: Kept<Day, OpenMatters>
    let lists: Kept<Key, [Expectation]>

    init(_ changes: ChangeHub) {
        open = Kept(changes, until: OpenMatters.kinds, most: 2)
        lists = Kept(changes, until: OpenMatters.kinds.union([.briefing, .dependency]), most: 400)
    }
}

extension Visit {
    /// From where the visitor's expectations are looked at.
    package var outlook: Outlook { Outlook(cycles, .french, on: today, at: now) }

    /// All that is expected of the visitor, the most urgent first; nothing on a day that is past.
    package func expectations() throws -> [Expectation] {
        guard let actor, let me = actor.id, past == nil else { return [] }
        let expected = site.shelf.item { Expected(site.store.changes) }
        let key = Expected.Key(person: me, minute: now.milliseconds / 60_000)
        let list = try expected.lists.value(key, reading) {
            let open = try expected.open.value(today, reading) {
                try reading.openMatters(outlook, in: organisation)
            }
            return try reading.expectations(of: actor, outlook, open, lines: lines)
        }
        return try reading.stillOpen(list, for: me)
    }

    /// How much is expected of the visitor, for the quiet number beside their name. A page that can be shown is shown
    /// without it when the number cannot be read.
    package var waiting: Int { (try? expectations().count) ?? 0 }
}
