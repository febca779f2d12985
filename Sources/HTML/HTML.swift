/// Text that is safe to send to a browser. Every `String` that goes in is escaped; only `HTML` goes in as it is, and
/// what has no one spelling (an optional, a date, a boolean) does not go in before it was put in words.
package struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
    package private(set) var bytes: [UInt8]

    package init() { bytes = [] }

    package init(stringLiteral text: StaticString) {
        bytes = text.withUTF8Buffer { Array($0) }
    }

    package init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }

    /// Escapes a text that a person wrote.
    package init(_ text: String) {
        bytes = []
        Self.escape(text, into: &bytes)
    }

    /// Markup that the product itself keeps in a file.
    package init(trusted text: String) { bytes = Array(text.utf8) }

    package var isEmpty: Bool { bytes.isEmpty }
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package mutating func append(_ html: HTML) { bytes.append(contentsOf: html.bytes) }

    package static func + (a: HTML, b: HTML) -> HTML {
        var sum = a
        sum.append(b)
        return sum
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        package mutating func appendInterpolation(_ text: String) { HTML.escape(text, into: &bytes) }
        package mutating func appendInterpolation(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }
        package mutating func appendInterpolation(_ html: HTML) { bytes.append(contentsOf: html.bytes) }
        package mutating func appendInterpolation(_ list: [HTML]) {
            bytes.grow(by: list.reduce(0) { $0 + $1.bytes.count })
            for html in list { bytes.append(contentsOf: html.bytes) }
        }

        /// An attribute without a value, there or not: `<option\(" selected", if: chosen)>`.
        package mutating func appendInterpolation(_ html: HTML, if condition: Bool) {
            if condition { bytes.append(contentsOf: html.bytes) }
        }
    }

    private static func escape(_ text: String, into bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { buffer in
            var plain = 0
            for index in buffer.indices {
                let sign: StaticString
                switch buffer[index] {
                case UInt8(ascii: "&"): sign = "&amp;"
                case UInt8(ascii: "<"): sign = "&lt;"
                case UInt8(ascii: ">"): sign = "&gt;"
                case UInt8(ascii: "\""): sign = "&quot;"
                case UInt8(ascii: "'"): sign = "&#39;"
                default: continue
                }
                bytes.append(contentsOf: buffer[plain..<index])
                sign.withUTF8Buffer { bytes.append(contentsOf: $0) }
                plain = index + 1
            }
            bytes.append(contentsOf: buffer[plain...])
        }
    }
}

extension [UInt8] {
    /// Makes room at once for what is known to come, and for as much again.
    fileprivate mutating func grow(by more: Int) {
        if capacity < count + more { reserveCapacity(Swift.max(2 * capacity, count + more)) }
    }
}

extension Sequence where Element == HTML {
    /// The parts one after another.
    package func joined(_ separator: HTML = "") -> HTML {
        var whole = HTML()
        var isFirst = true
        for part in self {
            if !isFirst { whole.append(separator) }
            whole.append(part)
            isFirst = false
        }
        return whole
    }
}
