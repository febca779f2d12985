package import Rouage

/// What somebody did at a moment that is past.
package struct Deed {
    let actor: Identifier<Person>?
    package let at: Instant
    let write: (Transaction) throws -> Void

    package init(by actor: Identifier<Person>?, at: Instant, _ write: @escaping (Transaction) throws -> Void) {
        self.actor = actor
        self.at = at
        self.write = write
    }
}

extension Store {
    /// Writes a past: what several people did, each at their own moment, all of it or nothing. Nobody is told, since
    /// it is no news.
    package func writePast(_ deeds: [Deed]) throws {
        try engine.write { connection in
            for deed in deeds {
                try deed.write(Transaction(connection, actor: deed.actor, now: deed.at, moment: changes.moment, kinds))
            }
        }
    }
}
