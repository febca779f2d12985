import Foundation
import Rouage

/// A JSON object that a program sent, held against its shape and laid out as the fields of the page's own form: what
/// the API does is what the page does.
struct RequestBody {
    private(set) var fields: [(name: String, value: String)] = []

    init(_ bytes: [UInt8], as schema: Schema) throws {
        guard case .object(_, let properties) = schema else { return }
        if bytes.isEmpty && properties.allSatisfy({ !$0.isRequired }) { return }
        guard String(validating: bytes, as: UTF8.self) != nil,
            let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        else { throw APIProblem.Fault(kind: .malformed) }
        var flaws: [Flaw] = []
        for name in object.keys.sorted() where !properties.contains(where: { $0.name == name }) {
            flaws.append(Flaw(field: name, reason: .unknown))
        }
        for property in properties {
            let value = object[property.name]
            guard let value, !(value is NSNull) else {
                if property.isRequired { flaws.append(Flaw(field: property.name, reason: .missing)) }
                // A null empties what it names; what is left out stays.
                if value != nil && !property.isRequired { fields.append((property.name, "")) }
                continue
            }
            if let flaw = read(value, property) { flaws.append(flaw) }
        }
        guard flaws.isEmpty else { throw Refusal.invalid(flaws) }
    }

    private mutating func read(_ value: Any, _ property: Schema.Property) -> Flaw? {
        let name = property.name
        switch property.schema {
        case .text(let format, let choices):
            guard let text = value as? String, !text.utf8.contains(0) else {
                return Flaw(field: name, reason: .notText)
            }
            if format == "date", Day(text) == nil { return Flaw(field: name, reason: .notADay) }
            if !choices.isEmpty && !choices.contains(text) { return Flaw(field: name, reason: .unknown) }
            fields.append((name, text))
        case .integer:
            guard let number = value as? NSNumber, !Self.isBoolean(number), abs(number.doubleValue) < 1e15,
                Double(number.intValue) == number.doubleValue
            else { return Flaw(field: name, reason: .notANumber) }
            fields.append((name, String(number.intValue)))
        case .number:
            guard let number = value as? NSNumber, !Self.isBoolean(number) else {
                return Flaw(field: name, reason: .notANumber)
            }
            fields.append((name, "\(number.doubleValue)"))
        case .boolean:
            guard let number = value as? NSNumber, Self.isBoolean(number) else {
                return Flaw(field: name, reason: .unknown)
            }
            fields.append((name, number.boolValue ? "true" : ""))
        case .list(.object(_, let parts)):
            return readRows(value, name, parts)
        case .list:
            guard let list = value as? [String], !list.contains(where: { $0.utf8.contains(0) }) else {
                return Flaw(field: name, reason: .notText)
            }
            fields.append(("\(name)_listed", "true"))
            for text in list { fields.append((property.field ?? name, text)) }
        case .texts:
            guard let texts = value as? [String: String], !texts.values.contains(where: { $0.utf8.contains(0) }) else {
                return Flaw(field: name, reason: .notText)
            }
            for (key, text) in texts.sorted(by: { $0.key < $1.key }) {
                fields.append(("\(property.field ?? "field")-\(key)", text))
            }
        case .object: return Flaw(field: name, reason: .notText)
        }
        return nil
    }

    /// A list of objects, as the rows of a form: `steps-0-what`, `steps-0-role`.
    private mutating func readRows(_ value: Any, _ name: String, _ parts: [Schema.Property]) -> Flaw? {
        guard let rows = value as? [[String: Any]], rows.count <= 200 else {
            return Flaw(field: name, reason: .notText)
        }
        fields.append(("\(name)_listed", "true"))
        for (number, row) in rows.enumerated() {
            guard row.keys.allSatisfy({ key in parts.contains { $0.name == key } }) else {
                return Flaw(field: name, reason: .unknown)
            }
            for part in parts {
                guard let cell = row[part.name], !(cell is NSNull) else {
                    if part.isRequired { return Flaw(field: name, reason: .missing) }
                    continue
                }
                let flaw = read(
                    cell, Schema.Property("\(name)-\(number)-\(part.name)", part.schema, required: part.isRequired))
                if let flaw { return Flaw(field: name, reason: flaw.reason) }
            }
        }
        return nil
    }

    private static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
