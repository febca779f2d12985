import Crypto
import CryptoExtras
import Foundation
import Rouage

/// Passwords are kept as scrypt (N = 2^17, r = 8, p = 1, OWASP's first choice), written `scrypt$17$salt$key`.
package enum Passwords {
    package static let shortest = 10
    private static let rounds = 17

    package static func hash(_ password: String) throws -> String {
        let salt = Data((0..<16).map { _ in UInt8.random(in: .min ... .max) })
        return "scrypt$\(rounds)$\(salt.base64EncodedString())$\(try key(password, salt, rounds).base64EncodedString())"
    }

    package static func matches(_ password: String, _ hash: String) -> Bool {
        let parts = hash.split(separator: "$").map(String.init)
        guard parts.count == 4, parts[0] == "scrypt", let rounds = Int(parts[1]),
            let salt = Data(base64Encoded: parts[2]),
            let expected = Data(base64Encoded: parts[3]), let found = try? key(password, salt, rounds),
            found.count == expected.count
        else { return false }
        return zip(found, expected).reduce(UInt8(0)) { $0 | $1.0 ^ $1.1 } == 0
    }

    private static func key(_ password: String, _ salt: Data, _ rounds: Int) throws -> Data {
        try KDF.Scrypt.deriveKey(
            from: Data(password.utf8), salt: salt, outputByteCount: 32, rounds: 1 << rounds, blockSize: 8,
            parallelism: 1, maxMemory: 256 << 20
        ).withUnsafeBytes { Data($0) }
    }
}
