package import Rouage

/// Who is signed in. Neither sessions nor passwords are records: they leave no activity and are never exported.
package struct Session: Sendable {
    package let person: Identifier<Person>
    /// What forms of this session carry, so that no other site can send them.
    package let csrf: String

    package init(person: Identifier<Person>, csrf: String) {
        self.person = person
        self.csrf = csrf
    }
}

extension Reading {
    /// The session of a token's hash, when it has not expired.
    package func session(hash: String, at now: Instant) throws -> Session? {
        try first("SELECT person, csrf FROM session WHERE token = \(hash) AND expires_at > \(now)") {
            Session(person: try $0.id(0), csrf: $0.text(1))
        }
    }

    package func passwordHash(of person: Identifier<Person>) throws -> String? {
        try first("SELECT password FROM account WHERE person = \(person)") { $0.text(0) }
    }

    package func person(email: String) throws -> Person? {
        try records(Person.self, where: "lower(email) = \(email.lowercased())").first
    }

    package func setting(_ name: String) throws -> String? {
        try first("SELECT value FROM setting WHERE name = \(name)") { $0.text(0) }
    }
}

extension Transaction {
    package func open(_ session: Session, hash: String, until end: Instant) throws {
        try connection.run("DELETE FROM session WHERE expires_at < \(now)")
        try connection.run(
            """
            INSERT INTO session (token, person, csrf, expires_at)
            VALUES (\(hash), \(session.person), \(session.csrf), \(end))
            """)
    }

    package func closeSession(hash: String) throws { try connection.run("DELETE FROM session WHERE token = \(hash)") }

    package func closeSessions(of person: Identifier<Person>) throws {
        try connection.run("DELETE FROM session WHERE person = \(person)")
    }

    package func set(passwordHash: String, of person: Identifier<Person>) throws {
        try connection.run(
            """
            INSERT INTO account (person, password) VALUES (\(person), \(passwordHash))
            ON CONFLICT (person) DO UPDATE SET password = excluded.password
            """)
    }

    package func set(_ name: String, to value: String) throws {
        try connection.run(
            """
            INSERT INTO setting (name, value) VALUES (\(name), \(value))
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """)
    }
}
