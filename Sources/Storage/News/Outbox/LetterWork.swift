package import Rouage

extension Letter.Channel: SQLBindable {}
extension Letter.State: SQLBindable {}

extension Transaction {
    /// Puts letters into the outbox: they are sent when this transaction is kept, and never when it is not.
    package func post(_ letters: [Letter]) throws {
        guard !letters.isEmpty else { return }
        let rows = letters.map { letter -> [SQLValue] in
            [
                letter.id.sqlValue, letter.channel.sqlValue, .text(letter.address), .text(letter.body),
                Letter.State.waiting.sqlValue, .integer(0), now.sqlValue, .text(""), now.sqlValue,
            ]
        }
        try connection.run(
            """
            INSERT INTO outbox (id, channel, address, body, state, tries, due_at, failure, posted_at)
            VALUES \(rows: rows)
            """)
    }

    /// Takes the letters that are due, for as long as a lease: no other node takes them meanwhile.
    func claimLetters(by channels: [Letter.Channel], most: Int) throws -> [Letter] {
        try all(
            """
            UPDATE outbox SET tries = tries + 1, due_at = \(now + Letter.lease) WHERE id IN (
                SELECT id FROM outbox WHERE state = 'waiting' AND due_at <= \(now) AND channel IN \(in: channels)
                ORDER BY due_at LIMIT \(most)
            ) RETURNING id, channel, address, body, tries
            """
        ) { row in
            Letter(
                id: try row.id(0), by: try row.choice(1), to: row.text(2), row.text(3), tries: row.integer(4))
        }
    }

    /// A letter that arrived leaves the outbox.
    func delivered(_ letter: Letter) throws {
        try connection.run("DELETE FROM outbox WHERE id = \(letter.id)")
    }

    /// A letter that did not arrive waits, or is given up. What another node has taken since is left to that node.
    func failed(_ letter: Letter, because failure: String) throws {
        let state = letter.isLastTry ? Letter.State.dead : .waiting
        try connection.run(
            """
            UPDATE outbox SET state = \(state), due_at = \(letter.next(after: now)), failure = \(failure)
            WHERE id = \(letter.id) AND tries = \(letter.tries)
            """)
    }

    /// Gives up what was taken for the last time by a node that never said what came of it.
    func buryLetters() throws {
        try connection.run(
            """
            UPDATE outbox SET state = \(Letter.State.dead), failure = 'the node that sent it stopped'
            WHERE state = 'waiting' AND due_at <= \(now) AND tries >= \(Letter.mostTries)
            """)
    }
}
