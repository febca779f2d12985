import Foundation
import Hummingbird
import Rouage

/// What a browser or a client sent, read once before the storage thread takes over.
struct Exchange: Sendable {
    static let limit = 256 * 1_024

    let method: HTTPRequest.Method
    let path: String
    let parameters: [String: String]
    let query: Fields
    let form: Fields
    let cookies: [String: String]
    let headers: HTTPFields
    let body: [UInt8]

    init(_ request: Request, _ context: some RequestContext) async throws {
        method = request.method
        path = request.uri.path
        headers = request.headers
        parameters = Dictionary(
            context.parameters.map { (String($0.key), String($0.value)) }, uniquingKeysWith: { $1 })
        query = try Fields(encoded: (request.uri.query ?? "").utf8)
        var cookies: [String: String] = [:]
        for pair in (request.headers[.cookie] ?? "").split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2 { cookies[parts[0].trimmingCharacters(in: .whitespaces)] = String(parts[1]) }
        }
        self.cookies = cookies
        guard method == .post || method == .put || method == .patch else {
            form = Fields()
            body = []
            return
        }
        if let announced = headers[.contentLength].flatMap(Int.init), announced > Self.limit {
            throw Refusal.over(limit: Self.limit)
        }
        let buffer: ByteBuffer
        do { buffer = try await request.body.collect(upTo: Self.limit) } catch {
            throw Refusal.over(limit: Self.limit)
        }
        body = Array(buffer.readableBytesView)
        form =
            headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true
            ? try Fields(encoded: body) : Fields()
    }

    var wantsJSON: Bool { headers[.accept]?.contains("application/json") == true }
}

/// Named values of a form or an address.
struct Fields: Sendable {
    private(set) var pairs: [(name: String, value: String)] = []

    init() {}

    /// Reads `a=1&b=2`; text that is not UTF-8, or holds a NUL, is refused.
    init(encoded bytes: some Sequence<UInt8>) throws {
        for pair in Array(bytes).split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Self.decode(parts[0], in: "")
            pairs.append((name, parts.count > 1 ? try Self.decode(parts[1], in: name) : ""))
        }
    }

    subscript(_ name: String) -> String? { pairs.first { $0.name == name }?.value }
    func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

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
