package import Rouage

extension Reading {
    /// Whose calendar is read at the address with this hash.
    package func calendarOwner(hash: String) throws -> Identifier<Person>? {
        try first("SELECT person FROM calendar_feed WHERE token = \(hash)") { try $0.id(0) }
    }

    /// When the person made the address of their calendar; nothing when there is none.
    package func calendarFeed(of person: Identifier<Person>) throws -> Instant? {
        try first("SELECT created_at FROM calendar_feed WHERE person = \(person)") { try $0.instant(0) }
    }
}

extension Transaction {
    /// Keeps the hash of a new address; the one before stops working.
    package func set(calendarFeed hash: String, of person: Identifier<Person>) throws {
        try connection.run(
            """
            INSERT INTO calendar_feed (person, token, created_at) VALUES (\(person), \(hash), \(now))
            ON CONFLICT (person) DO UPDATE SET token = excluded.token, created_at = excluded.created_at
            """)
    }

    /// Whether there was an address to end.
    package func endCalendarFeed(of person: Identifier<Person>) throws -> Bool {
        try connection.run("DELETE FROM calendar_feed WHERE person = \(person)") == 1
    }
}
