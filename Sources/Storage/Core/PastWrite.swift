package import Rouage

/// What is written of a past: what somebody did at a moment of it.
package struct PastWrite {
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
    package func writePast(_ writes: [PastWrite]) throws {
        try engine.write { connection in
            for past in writes {
                try past.write(Transaction(connection, actor: past.actor, now: past.at, moment: changes.moment, kinds))
            }
        }
    }
}
