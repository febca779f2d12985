/// What a transaction decides out of many records at once, so that no record alone tells two of them apart.
enum Turn: String {
    case cycle, commitment, presentation, reminder, relay
    case request, duty, topic, brainstorm, signal, mercato, project, playbook, incident
}

extension Transaction {
    /// Lets one transaction at a time do this. On PostgreSQL a second one waits for the first, and runs again on what
    /// that left behind: its own view of the records may be older. SQLite has one writer anyway.
    func takeTurn(at turn: Turn) throws {
        guard connection.dialect == .postgres else { return }
        try connection.run(
            """
            INSERT INTO turn (name, number) VALUES (\(turn.rawValue), 1)
            ON CONFLICT (name) DO UPDATE SET number = turn.number + 1
            """)
    }
}
