package import Rouage

extension Reading {
    /// Whether a letter waits to be sent at this moment.
    func hasLetters(at now: Instant) throws -> Bool {
        try first("SELECT 1 FROM outbox WHERE state = 'waiting' AND due_at <= \(now) LIMIT 1") { _ in true } ?? false
    }

    package func letters(_ state: Letter.State) throws -> Int {
        try count("SELECT count(*) FROM outbox WHERE state = \(state)")
    }

    /// What was given up, the oldest first, each as a line without its words.
    package func deadLetters(most: Int) throws -> [String] {
        try all(
            """
            SELECT id, channel, tries, failure FROM outbox WHERE state = 'dead' ORDER BY due_at, id LIMIT \(most)
            """
        ) { "\($0.text(0)) by \($0.text(1)), \($0.integer(2)) tries: \($0.text(3))" }
    }
}
