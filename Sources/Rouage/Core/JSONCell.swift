import Foundation

/// Several values as one cell of a file holds them: in JSON.
package enum JSONCell {
    /// A list, and nothing for an empty one.
    package static func text(_ list: [some Encodable]) -> String { list.isEmpty ? "" : json(list) }

    package static func json(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts, numbers and words always encode.
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// What a cell holds; nothing where it is no JSON.
    static func read(_ text: String) -> Sent? {
        (try? JSONSerialization.jsonObject(with: Data(text.utf8))).flatMap(Sent.init(json:))
    }
}

extension Sent {
    /// A value as JSON reads it; nothing for what no field takes.
    package init?(json value: Any) {
        switch value {
        case is NSNull: self = .nothing
        case let text as String: self = .text(text)
        case let texts as [String]: self = .texts(texts)
        case let numbers as [Int]: self = .wholes(numbers)
        case let texts as [String: String]: self = .named(texts)
        case let rows as [[String: Any]]:
            let read = rows.compactMap(Entries.init(json:))
            guard read.count == rows.count else { return nil }
            self = .rows(read)
        case let number as NSNumber where String(cString: number.objCType) == "c": self = .flag(number.boolValue)
        case let number as NSNumber:
            let real = number.doubleValue
            self = abs(real) < 1e15 && real == real.rounded() ? .whole(Int(real)) : .fraction(real)
        default: return nil
        }
    }
}

extension Entries {
    /// A JSON object; nothing when it holds what no field takes.
    fileprivate init?(json object: [String: Any]) {
        self.init()
        for (name, value) in object {
            guard let sent = Sent(json: value) else { return nil }
            self[name] = sent
        }
    }
}
