package import Rouage

/// Something that is tried at the door and may fail: an account, from a browser or from any, or an address.
package struct DoorTry: Sendable, Hashable {
    /// Under what it is counted.
    package let name: String
    /// How often it may fail before one has to wait.
    package let limit: Int
    /// How long failures count after the first, in seconds.
    package static let window = 15 * 60

    private init(_ name: String, limit: Int) {
        self.name = Secret.hash(name)
        self.limit = limit
    }

    /// An account from browsers in which its owner has never entered.
    package static func account(_ email: String) -> DoorTry { DoorTry("account \(email.lowercased())", limit: 10) }

    /// An account from a browser in which its owner has entered before.
    package static func browser(_ token: String) -> DoorTry { DoorTry("browser \(token)", limit: 10) }

    /// All strangers behind one address of the network.
    package static func address(_ address: String) -> DoorTry { DoorTry("address \(address)", limit: 100) }
}

extension Reading {
    /// How often these have failed, and until when that counts.
    package func failures(of tries: [DoorTry], at now: Instant) throws -> [DoorTry: (number: Int, until: Instant)] {
        var found: [String: (Int, Instant)] = [:]
        try each(
            """
            SELECT name, number, until FROM door_failure
            WHERE name IN \(in: tries.map(\.name)) AND until > \(now)
            """
        ) { found[$0.text(0)] = ($0.integer(1), try $0.instant(2)) }
        return Dictionary(uniqueKeysWithValues: tries.compactMap { one in found[one.name].map { (one, $0) } })
    }

    /// What a browser shows, if the person has entered in it before.
    package func known(_ token: String?, of person: Identifier<Person>) throws -> String? {
        guard let token else { return nil }
        return try first("SELECT 1 FROM known_browser WHERE token = \(Secret.hash(token)) AND person = \(person)") {
            _ in
            token
        }
    }
}

extension Transaction {
    /// Counts a failure of each, and forgets those that count no more.
    package func countFailures(of tries: [DoorTry]) throws {
        try connection.run("DELETE FROM door_failure WHERE until <= \(now)")
        for one in tries.sorted(by: { $0.name < $1.name }) {
            try connection.run(
                """
                INSERT INTO door_failure (name, number, until) VALUES (\(one.name), 1, \(now + DoorTry.window))
                ON CONFLICT (name) DO UPDATE SET number = door_failure.number + 1
                """)
        }
    }

    package func forgetFailures(of tries: [DoorTry]) throws {
        try connection.run("DELETE FROM door_failure WHERE name IN \(in: tries.map(\.name))")
    }

    /// Knows this browser again as one in which the person has entered.
    package func know(browser token: String, of person: Identifier<Person>, for days: Int) throws {
        try connection.run("DELETE FROM known_browser WHERE seen_at < \(now + (-days * 86_400))")
        try connection.run(
            """
            INSERT INTO known_browser (token, person, seen_at) VALUES (\(Secret.hash(token)), \(person), \(now))
            ON CONFLICT (token) DO UPDATE SET person = excluded.person, seen_at = excluded.seen_at
            """)
    }

    /// Keeps a password; what let somebody in with the one before lets nobody in any more, but for one session.
    package func set(passwordHash: String, of person: Identifier<Person>, but kept: Identifier<Session>? = nil) throws {
        try connection.run(
            """
            INSERT INTO account (person, password) VALUES (\(person), \(passwordHash))
            ON CONFLICT (person) DO UPDATE SET password = excluded.password
            """)
        try endEntries(of: person, but: kept)
    }

    /// Ends whatever lets somebody in as the person, or read their calendar.
    package func closeDoors(of person: Identifier<Person>) throws {
        try endEntries(of: person, but: nil)
        _ = try endCalendarFeed(of: person)
        try connection.run("DELETE FROM invitation WHERE person = \(person)")
    }

    private func endEntries(of person: Identifier<Person>, but kept: Identifier<Session>?) throws {
        try closeSessions(of: person, but: kept)
        try connection.run(
            "UPDATE access_token SET revoked_at = \(now) WHERE person = \(person) AND revoked_at IS NULL")
        try connection.run("DELETE FROM known_browser WHERE person = \(person)")
    }
}
