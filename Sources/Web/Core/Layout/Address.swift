import Foundation
import Hummingbird
import Rouage

extension Visit {
    /// The address of the page the visitor looks at. A form that came back was sent from another one: there, the
    /// visitor returns to where the form was shown.
    var addressHere: String {
        if exchange.method == .get { return exchange.path + Self.query(exchange.query.pairs) }
        guard let referer = exchange.headers[.referer].flatMap(URLComponents.init(string:)),
            referer.percentEncodedPath.hasPrefix("/"), !referer.percentEncodedPath.hasPrefix("//")
        else { return "/" }
        return referer.percentEncodedPath + (referer.percentEncodedQuery.map { "?\($0)" } ?? "")
    }

    /// The same page with one value of its query changed, or taken away.
    package func address(with name: String, _ value: String?) -> String {
        guard exchange.method == .get else { return value.map { "/?\(name)=\($0)" } ?? "/" }
        var pairs = exchange.query.pairs.filter { $0.name != name }
        if let value { pairs.append((name, value)) }
        return exchange.path + Self.query(pairs)
    }

    private static func query(_ pairs: [(name: String, value: String)]) -> String {
        guard !pairs.isEmpty else { return "" }
        return "?" + pairs.map { "\($0.name.inAddress)=\($0.value.inAddress)" }.joined(separator: "&")
    }
}

extension String {
    /// The text as one part of an address: a step of its path, a value of its query.
    package var inAddress: String {
        var plain = ""
        for byte in utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"):
                plain.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                plain += byte < 16 ? "%0" : "%"
                plain += String(byte, radix: 16, uppercase: true)
            }
        }
        return plain
    }
}
