package import Rouage

/// A browser in which somebody is signed in. Neither sessions nor passwords are records: they leave no activity and are
/// never exported.
package struct Session: Sendable {
    package let id: Identifier<Session>
    package let person: Identifier<Person>
    /// What forms of this session carry, so that no other site can send them.
    package let csrf: String
    /// What the browser says it is, in the short form shown to its owner.
    package let browser: String
    package let createdAt: Instant
    package let seenAt: Instant

    package init(
        id: Identifier<Session>, person: Identifier<Person>, csrf: String, browser: String, at now: Instant,
        seenAt: Instant? = nil
    ) {
        self.id = id
        self.person = person
        self.csrf = csrf
        self.browser = browser
        createdAt = now
        self.seenAt = seenAt ?? now
    }
}

extension Reading {
    /// The session of a token's hash, when it has not expired.
    package func session(hash: String, at now: Instant) throws -> Session? {
        try sessions(where: "token = \(hash) AND expires_at > \(now)").first
    }

    /// Those of these tokens' hashes whose session goes on, with whose it is.
    package func sessions(hashes: [String], at now: Instant) throws -> [String: Identifier<Person>] {
        var people: [String: Identifier<Person>] = [:]
        try each("SELECT token, person FROM session WHERE token IN \(in: hashes) AND expires_at > \(now)") {
            people[$0.text(0)] = try $0.id(1)
        }
        return people
    }

    /// Where a person is signed in, the browser seen last first.
    package func sessions(of person: Identifier<Person>, at now: Instant) throws -> [Session] {
        try sessions(where: "person = \(person) AND expires_at > \(now) ORDER BY seen_at DESC, id")
    }

    private func sessions(where fitting: SQL) throws -> [Session] {
        try all("SELECT id, person, csrf, browser, created_at, seen_at FROM session WHERE \(fitting)") { row in
            Session(
                id: try row.id(0), person: try row.id(1), csrf: row.text(2), browser: row.text(3),
                at: try row.instant(4), seenAt: try row.instant(5))
        }
    }

    package func setting(_ name: String) throws -> String? {
        try first("SELECT value FROM setting WHERE name = \(name)") { $0.text(0) }
    }
}

extension Transaction {
    /// Opens a session, and forgets those that have expired.
    package func open(_ session: Session, hash: String, until end: Instant) throws {
        try connection.run("DELETE FROM session WHERE expires_at < \(now)")
        try connection.run(
            """
            INSERT INTO session (token, id, person, csrf, browser, created_at, seen_at, expires_at)
            VALUES (\(hash), \(session.id), \(session.person), \(session.csrf), \(session.browser),
                \(session.createdAt), \(session.seenAt), \(end))
            """)
    }

    /// Lets a session that is in use live longer.
    package func extendSession(hash: String, until end: Instant) throws {
        try connection.run("UPDATE session SET seen_at = \(now), expires_at = \(end) WHERE token = \(hash)")
    }

    package func closeSession(hash: String) throws { try connection.run("DELETE FROM session WHERE token = \(hash)") }

    /// Ends one of a person's sessions; whether there was one.
    package func closeSession(_ id: Identifier<Session>, of person: Identifier<Person>) throws -> Bool {
        try connection.run("DELETE FROM session WHERE id = \(id) AND person = \(person)") == 1
    }

    /// Ends a person's sessions, but for the one that asks.
    package func closeSessions(of person: Identifier<Person>, but kept: Identifier<Session>? = nil) throws {
        let others: SQL = kept.map { "AND id <> \($0)" } ?? ""
        try connection.run("DELETE FROM session WHERE person = \(person) \(others)")
    }

    package func set(_ name: String, to value: String) throws {
        try connection.run(
            """
            INSERT INTO setting (name, value) VALUES (\(name), \(value))
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """)
    }
}
