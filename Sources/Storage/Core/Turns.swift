import Rouage

extension Transaction {
    /// Lets one transaction at a time decide on records of a kind that is decided in turn. On PostgreSQL a second one
    /// waits for the first, and runs again on what that left behind: its own view of the records may be older. SQLite
    /// has one writer anyway.
    func takeTurn(at kind: Kind) throws {
        guard connection.dialect == .postgres, kinds[kind].places.contains(.turns) else { return }
        try connection.run(
            """
            INSERT INTO turn (name, number) VALUES (\(kind), 1)
            ON CONFLICT (name) DO UPDATE SET number = turn.number + 1
            """)
    }
}
