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
                if let sent = Sent(json: value) {
                    entries[property.name] = sent
                } else {
                    flaws.append(Flaw(field: property.name, reason: .notText))
                }
            }
        }
        return (entries, flaws)
    }
}

extension Sent {
    /// A value as JSON reads it; nothing for what no field takes.
    fileprivate init?(json value: Any) {
        switch value {
        case is NSNull: self = .nothing
        case let text as String: self = .text(text)
        case let texts as [String]: self = .texts(texts)
        case let numbers as [Int]: self = .wholes(numbers)
        case let texts as [String: String]: self = .named(texts)
        case let number as NSNumber where String(cString: number.objCType) == "c": self = .flag(number.boolValue)
        case let number as NSNumber:
            let real = number.doubleValue
            self = abs(real) < 1e15 && real == real.rounded() ? .whole(Int(real)) : .fraction(real)
        default: return nil
        }
    }
}
