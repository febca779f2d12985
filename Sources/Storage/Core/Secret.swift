import Crypto
import Foundation

/// What only its holder knows: tokens of browsers and clients, and first passwords. The database keeps their hash.
package enum Secret {
    /// 256 random bits in hexadecimal.
    package static func new() -> String {
        (0..<4).map { _ in hex(UInt64.random(in: .min ... .max)) }.joined()
    }

    /// A password for a person to type once: twenty letters and digits that nobody mistakes for one another.
    package static func password() -> String {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        return (0..<5).map { _ in String((0..<4).map { _ in letters.randomElement()! }) }.joined(separator: "-")
    }

    /// SHA-256 in hexadecimal.
    package static func hash(_ token: String) -> String { hash(Array(token.utf8)) }

    package static func hash(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).reduce(into: "") { text, byte in
            text += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
    }

    /// Who does not know `key` cannot make this of a text: HMAC with SHA-256, in hexadecimal.
    package static func sign(_ text: String, with key: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: Data(key.utf8)))
        return code.reduce(into: "") { text, byte in
            text += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
    }

    /// The same, short enough for an address: 160 bits.
    static func signature(of text: String, with key: String) -> String { String(sign(text, with: key).prefix(40)) }

    /// Whether two signatures are the same. Compared to the end, so that the time taken tells nothing.
    static func areSame(_ one: String, _ other: String) -> Bool {
        one.utf8.count == other.utf8.count && zip(one.utf8, other.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func hex(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
