import Crypto
import CryptoExtras
import Foundation
package import Rouage

/// Passwords are kept as scrypt (N = 2^17, r = 8, p = 1, OWASP's first choice), written `scrypt$17$salt$key`. One costs
/// a third of a second and 128 MB: pages go through `PasswordRoom`.
package enum Passwords {
    package static let shortest = 10
    package static let longest = 200
    /// N is two to the power of the cost; each step more doubles time and memory.
    package static let cost = 17

    package static func hash(_ password: String, cost: Int = cost) throws -> String {
        let salt = Data((0..<16).map { _ in UInt8.random(in: .min ... .max) })
        return "scrypt$\(cost)$\(salt.base64EncodedString())$\(try key(password, salt, cost).base64EncodedString())"
    }

    package static func matches(_ password: String, _ hash: String) -> Bool {
        let parts = hash.split(separator: "$").map(String.init)
        guard parts.count == 4, parts[0] == "scrypt", let cost = Int(parts[1]), (4...20).contains(cost),
            let salt = Data(base64Encoded: parts[2]),
            let expected = Data(base64Encoded: parts[3]), let found = try? key(password, salt, cost),
            found.count == expected.count
        else { return false }
        return zip(found, expected).reduce(UInt8(0)) { $0 | $1.0 ^ $1.1 } == 0
    }

    /// What an unknown address is measured against, so that it takes the same time as a known one.
    package static func nobody(cost: Int) -> String {
        "scrypt$\(cost)$cm91YWdlLXJvdWFnZS0wMQ==$\(Data(count: 32).base64EncodedString())"
    }

    /// What keeps a new password from being taken.
    package static func flaw(_ password: String, again: String, field: String = "password") -> Flaw? {
        if password.isBlank { return Flaw(field: field, reason: .missing) }
        if password.count < shortest { return Flaw(field: field, reason: .tooShort(by: shortest - password.count)) }
        if password.count > longest { return Flaw(field: field, reason: .tooLong(by: password.count - longest)) }
        return password == again ? nil : Flaw(field: "again", reason: .different)
    }

    private static func key(_ password: String, _ salt: Data, _ cost: Int) throws -> Data {
        // Composed and decomposed accents are the same password, whatever keyboard it comes from.
        let text = password.precomposedStringWithCompatibilityMapping
        return try KDF.Scrypt.deriveKey(
            from: Data(text.utf8), salt: salt, outputByteCount: 32, rounds: 1 << cost, blockSize: 8,
            parallelism: 1, maxMemory: 256 << 20
        ).withUnsafeBytes { Data($0) }
    }
}

/// Where passwords are hashed for the pages: on threads of their own, two at once, and with a short queue, so that a
/// rush on the sign-in page costs neither the event loop nor the memory of the machine.
package final class PasswordRoom: Sendable {
    private let queue = OperationQueue()
    private static let most = 40
    private let cost: Int

    package init(cost: Int) {
        self.cost = cost
        queue.maxConcurrentOperationCount = 2
    }

    package func hash(_ password: String) async throws -> String {
        try await run { [cost] in try Passwords.hash(password, cost: cost) }
    }

    /// Whether the password is the one of a hash; with nobody's hash, it is not, after the same time.
    package func matches(_ password: String, _ hash: String?) async throws -> Bool {
        try await run { [cost] in Passwords.matches(password, hash ?? Passwords.nobody(cost: cost)) && hash != nil }
    }

    private func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        guard queue.operationCount < Self.most else { throw Crowded() }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result { try body() }) }
        }
    }
}

/// More sign in at once than the machine hashes passwords for; it passes in seconds.
struct Crowded: Error {}
