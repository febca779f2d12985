import Foundation
import Rouage

extension Entries {
    /// A JSON object that a program sent, each value of its own type, and what is wrong with it: names that are not
    /// declared, values that no field takes, what is needed and not there.
    static func read(_ bytes: [UInt8], as properties: [Schema.Property]) throws -> (entries: Entries, flaws: [Flaw]) {
        var entries = Entries()
        if bytes.isEmpty && properties.allSatisfy({ !$0.isRequired }) { return (entries, []) }
        guard String(validating: bytes, as: UTF8.self) != nil,
            let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        else { throw APIProblem.Fault(kind: .malformed) }
        var flaws: [Flaw] = []
        for name in object.keys.sorted() where !properties.contains(where: { $0.name == name }) {
            flaws.append(Flaw(field: name, reason: .unknown))
        }
        for property in properties {
            let value = object[property.name]
            if property.isRequired && (value == nil || value is NSNull) {
                flaws.append(Flaw(field: property.name, reason: .missing))
            } else if let value {
                if let sent = Sent(json: value), property.schema.takes(sent) {
                    entries[property.name] = sent
                } else {
                    flaws.append(Flaw(field: property.name, reason: .notText))
                }
            }
        }
        return (entries, flaws)
    }
}

extension Schema {
    /// Whether a value of this shape could hold it: lists where a list stands, names where names stand, and one value
    /// elsewhere. What fits neither is no way to empty a field; nothing at all is.
    fileprivate func takes(_ sent: Sent) -> Bool {
        switch sent {
        case .texts(let texts) where texts.isEmpty: isList
        case .texts, .wholes, .rows: isList
        case .named: self.isTexts || isObject
        case .nothing, .typed, .several, .text, .whole, .fraction, .flag: true
        }
    }

    private var isList: Bool { if case .list = self { true } else { false } }
    private var isObject: Bool { if case .object = self { true } else { false } }
}
