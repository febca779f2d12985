package import Rouage

/// What lets a program act as a person through the API.
package struct AccessToken: Sendable {
    package enum Scope: String, Sendable, CaseIterable {
        case read, write
    }

    package let id: Identifier<AccessToken>
    package let person: Identifier<Person>
    package let name: String
    package let scope: Scope

    package static let nameLimit = 80

    package init(id: Identifier<AccessToken>, person: Identifier<Person>, name: String, scope: Scope) {
        self.id = id
        self.person = person
        self.name = name
        self.scope = scope
    }

    /// The text the client sends; it begins with a word that scanners for leaked secrets recognise.
    package static func secret() -> String { "rouage_" + Secret.new() }
}

extension Reading {
    /// The token of a hash, unless it was revoked.
    package func accessToken(hash: String) throws -> AccessToken? {
        try accessTokens(where: "token = \(hash) AND revoked_at IS NULL").first
    }

    /// The tokens that work, oldest first.
    package func accessTokens(of person: Identifier<Person>? = nil) throws -> [AccessToken] {
        guard let person else { return try accessTokens(where: "revoked_at IS NULL") }
        return try accessTokens(where: "revoked_at IS NULL AND person = \(person)")
    }

    private func accessTokens(where fitting: SQL) throws -> [AccessToken] {
        try all("SELECT id, person, name, scope FROM access_token WHERE \(fitting) ORDER BY created_at, id") { row in
            AccessToken(
                id: try row.id(0), person: try row.id(1), name: row.text(2),
                scope: AccessToken.Scope(rawValue: row.text(3)) ?? .read)
        }
    }
}

extension Transaction {
    package func add(_ token: AccessToken, hash: String) throws {
        try connection.run(
            """
            INSERT INTO access_token (id, person, name, scope, token, created_at)
            VALUES (\(token.id), \(token.person), \(token.name), \(token.scope.rawValue), \(hash), \(now))
            """)
    }

    /// Whether there was a token to end.
    package func revoke(_ id: Identifier<AccessToken>, of person: Identifier<Person>? = nil) throws -> Bool {
        let whose: SQL = person.map { "AND person = \($0)" } ?? ""
        return try connection.run(
            "UPDATE access_token SET revoked_at = \(now) WHERE id = \(id) AND revoked_at IS NULL \(whose)") == 1
    }
}
