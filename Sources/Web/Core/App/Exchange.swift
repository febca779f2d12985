import Foundation
package import Hummingbird
import Rouage

/// What a browser or a client sent, read once before the storage thread takes over.
package struct Exchange: Sendable {
    package let method: HTTPRequest.Method
    package let path: String
    /// The path with its question, as it was sent.
    package let target: String
    /// What stands in the places of the route, decoded: names may have a slash, a blank, an accent.
    package let parameters: [String: String]
    package let cookies: [String: String]
    package let headers: HTTPFields
    /// Who is connected; behind a trusted proxy, who that says it speaks for.
    package let address: String
    package let isSecure: Bool
    /// The name and port the visitor asked for.
    package let host: String
    package private(set) var query = Fields()
    package private(set) var form = Fields()
    package private(set) var body: [UInt8] = []

    /// The head only: enough to say in the right language what is wrong with the rest.
    package init(head request: Request, _ context: SiteContext, behindProxy: Bool = false) {
        method = request.method
        path = request.uri.path
        target = request.uri.string
        host = request.head.authority ?? ""
        headers = request.headers
        parameters = Dictionary(
            context.parameters.map { (String($0.key), $0.value.removingPercentEncoding ?? String($0.value)) },
            uniquingKeysWith: { $1 })
        var cookies: [String: String] = [:]
        for pair in (request.headers[.cookie] ?? "").split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2 { cookies[parts[0].trimmingCharacters(in: .whitespaces)] = String(parts[1]) }
        }
        self.cookies = cookies
        let told = behindProxy ? request.headers[.init("X-Forwarded-For")!]?.split(separator: ",").last : nil
        address = told.map { $0.trimmingCharacters(in: .whitespaces) } ?? context.remoteAddress?.ipAddress ?? ""
        isSecure = behindProxy && request.headers[.init("X-Forwarded-Proto")!] == "https"
    }

    package init(_ request: Request, _ context: SiteContext) async throws {
        self.init(head: request, context)
        try await read(request)
    }

    /// Reads the rest: the question after the path, and the body up to its limit.
    package mutating func read(_ request: Request) async throws {
        query = try Fields(encoded: (request.uri.query ?? "").utf8)
        guard method == .post || method == .put || method == .patch || method == .delete else { return }
        let limit = Self.limit(of: path)
        if let announced = headers[.contentLength].flatMap(Int.init), announced > limit { throw TooLarge(limit: limit) }
        var collected: [UInt8] = []
        for try await part in request.body {
            guard collected.count + part.readableBytes <= limit else { throw TooLarge(limit: limit) }
            collected.append(contentsOf: part.readableBytesView)
        }
        body = collected
        if headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true {
            form = try Fields(encoded: body)
        }
    }

    /// The most bytes of a body. Signing in again may carry the whole form that had to wait for it.
    private static func limit(of path: String) -> Int {
        if path.hasPrefix("/api/") { return 1_024 * 1_024 }
        return path == "/sign-in" ? 512 * 1_024 : 256 * 1_024
    }

    var isProgram: Bool { path.hasPrefix("/api/") }
    package var wantsJSON: Bool { isProgram || headers[.accept]?.contains("application/json") == true }

    /// Whether another site made the browser send this.
    var isForeign: Bool {
        guard let origin = headers[.init("Sec-Fetch-Site")!] else { return false }
        return origin != "same-origin" && origin != "none"
    }

    /// A path of this site to go on to; anything else is the home, and so is what a browser reads as another site's.
    package static func local(_ path: String?) -> String {
        guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), !path.contains("\\"), path.utf8.count < 8_000,
            path.utf8.allSatisfy({ (33...126).contains($0) })
        else { return "/" }
        return path
    }
}

/// More was sent than the product reads.
struct TooLarge: Error {
    let limit: Int
}

/// Named values of a form or an address.
package struct Fields: Sendable {
    package private(set) var pairs: [(name: String, value: String)] = []

    package init() {}

    package init(_ pairs: [(name: String, value: String)]) { self.pairs = pairs }

    /// Reads `a=1&b=2`; text that is not UTF-8, or holds a NUL, is refused.
    package init(encoded bytes: some Sequence<UInt8>) throws {
        for pair in Array(bytes).split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Self.decode(parts[0], in: "")
            pairs.append((name, parts.count > 1 ? try Self.decode(parts[1], in: name) : ""))
        }
    }

    package subscript(_ name: String) -> String? { pairs.first { $0.name == name }?.value }
    package func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// What somebody wrote, without the blanks around it; empty when it was not sent.
    package func text(_ name: String) -> String { (self[name] ?? "").trimmed }

    /// A word of a closed list; the usual one when the field was not sent. Any other word is refused.
    package func choice<Choice: RawRepresentable<String>>(_ name: String, or usual: Choice) throws -> Choice {
        guard let text = self[name] else { return usual }
        guard let choice = Choice(rawValue: text) else { throw Refusal.invalid(name, .unknown) }
        return choice
    }

    /// The version of the record that the form was made from: what others saved since is not overwritten unseen.
    /// What is no number is a version that nobody ever saw.
    package var version: Int? { self["version"].map { Int($0) ?? 0 } }

    private static func decode(_ bytes: ArraySlice<UInt8>, in field: String) throws -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): plain.append(32)
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(nibble), let low = rest.popFirst().flatMap(nibble) else {
                    throw Refusal.invalid(field, .notText)
                }
                plain.append(high << 4 | low)
            default: plain.append(byte)
            }
        }
        guard !plain.contains(0), let text = String(validating: plain, as: UTF8.self) else {
            throw Refusal.invalid(field, .notText)
        }
        // Browsers end lines with CR LF; the product keeps LF.
        return text.replacing("\r\n", with: "\n")
    }

    private static func nibble(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}

extension Exchange {
    /// Sent by the page itself while its person goes on writing.
    package var isAutosave: Bool { headers[.init("X-Autosave")!] != nil }
}
