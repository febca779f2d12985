import Foundation
import HTTPTypes

/// What the site answered.
package struct Page: Sendable, CustomStringConvertible {
    package let path: String
    package let status: Int
    private let headers: HTTPFields
    package let bytes: [UInt8]

    init(path: String, head: HTTPResponse, bytes: [UInt8]) {
        self.path = path
        self.status = head.status.code
        self.headers = head.headerFields
        self.bytes = bytes
    }

    package var description: String { "\(path) \(status): \(words.prefix(600))" }
    package var html: String { String(decoding: bytes, as: UTF8.self) }
    package func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
    package var location: String? { headers[.location] }
    package var isHTML: Bool { headers[.contentType]?.hasPrefix("text/html") == true }

    /// The words on the page, without markup; no-break spaces and curly apostrophes are plain.
    package var words: String {
        var text: [UInt8] = []
        var rest = bytes[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            text += rest[..<start]
            text.append(UInt8(ascii: " "))
            let tag = rest[start...]
            let mute = ["script", "style", "template"].first { tag.dropFirst().starts(with: $0.utf8) }
            let end = mute.flatMap { tag.firstRange(of: Array("</\($0)>".utf8))?.upperBound }
            rest = rest[(end ?? tag.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? tag.endIndex)...]
        }
        return Self.plain(String(decoding: text + rest, as: UTF8.self)).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    /// Whether the page says so, in plain words: `says("Le gel du T2 tombe dans 12 jours ouvrés")`.
    package func says(_ sentence: String) -> Bool { words.contains(Self.plain(sentence)) }

    package func has(_ markup: String) -> Bool { html.contains(markup) }

    /// What a field of a form holds.
    package func value(of field: String) -> String? {
        guard let tag = html.firstRange(of: "name=\"\(field)\"") else { return nil }
        let start = html[..<tag.lowerBound].lastIndex(of: "<") ?? html.startIndex
        let rest = html[start...]
        if rest.hasPrefix("<textarea"), let open = rest.firstIndex(of: ">"),
            let close = rest.firstRange(of: "</textarea")
        {
            return Self.unescaped(String(rest[rest.index(after: open)..<close.lowerBound]))
        }
        if rest.hasPrefix("<select"), let end = rest.firstRange(of: "</select") {
            let match = rest[..<end.lowerBound].firstMatch(of: #/<option[^>]*value="([^"]*)"[^>]* selected/#)
            return match.map { Self.unescaped(String($0.1)) }
        }
        guard let end = rest.firstIndex(of: ">"), let match = rest[...end].firstMatch(of: #/ value="([^"]*)"/#) else {
            return nil
        }
        return Self.unescaped(String(match.1))
    }

    private static func plain(_ text: String) -> String {
        unescaped(text).replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ").replacing("’", with: "'")
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
