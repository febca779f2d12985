package import Rouage

/// A link with which a person sets their password, once.
package struct Invitation: Sendable {
    /// How long the link works.
    package static let days = 7

    package let person: Identifier<Person>
    package let expiresAt: Instant
}

/// What an administrator sees of a person's account.
package struct AccountLine: Sendable {
    package let hasPassword: Bool
    package let isInvited: Bool
    package let seenAt: Instant?
}

extension Reading {
    package func passwordHash(of person: Identifier<Person>) throws -> String? {
        try first("SELECT password FROM account WHERE person = \(person)") { $0.text(0) }
    }

    package func person(email: String) throws -> Person? {
        try records(Person.self, where: "lower(email) = \(email.lowercased())").first
    }

    /// The invitation of a link's hash, unless it was used, replaced or has expired.
    package func invitation(hash: String, at now: Instant) throws -> Invitation? {
        try first("SELECT person, expires_at FROM invitation WHERE token = \(hash) AND expires_at > \(now)") {
            Invitation(person: try $0.id(0), expiresAt: try $0.instant(1))
        }
    }

    /// The accounts of all people who have a password or a link.
    package func accounts(at now: Instant) throws -> [Identifier<Person>: AccountLine] {
        var lines: [Identifier<Person>: AccountLine] = [:]
        try each(
            """
            SELECT p.id, a.person IS NOT NULL, i.person IS NOT NULL, s.seen_at FROM person p
            LEFT JOIN account a ON a.person = p.id
            LEFT JOIN (SELECT DISTINCT person FROM invitation WHERE expires_at > \(now)) i ON i.person = p.id
            LEFT JOIN (SELECT person, max(seen_at) AS seen_at FROM session GROUP BY person) s ON s.person = p.id
            """
        ) { row in
            lines[try row.id(0)] = AccountLine(
                hasPassword: row.boolean(1), isInvited: row.boolean(2),
                seenAt: row.isNull(3) ? nil : try row.instant(3))
        }
        return lines
    }
}

extension Transaction {
    /// A name for what is no record: a session, a token.
    package func newKey<Thing>(_: Thing.Type = Thing.self) -> Identifier<Thing> {
        Identifier(at: now, random: .random(in: .min ... .max), .random(in: .min ... .max))
    }

    /// Keeps the hash of a new link; an older one of the same person stops working. Who gave it stays in the activity.
    package func invite(_ person: Identifier<Person>, hash: String) throws {
        try connection.run("DELETE FROM invitation WHERE person = \(person) OR expires_at < \(now)")
        try connection.run(
            """
            INSERT INTO invitation (token, person, made_by, created_at, expires_at)
            VALUES (\(hash), \(person), \(actor.sqlValue), \(now), \(now + Invitation.days * 86_400))
            """)
        try change(person) { (_: inout Person) in Activity(.invited) }
    }

    /// Uses a link up; refuses when somebody was faster.
    package func useInvitation(hash: String) throws {
        guard try connection.run("DELETE FROM invitation WHERE token = \(hash) AND expires_at > \(now)") == 1 else {
            throw Refusal.notFound
        }
    }
}
