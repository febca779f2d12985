import Foundation

/// Holds JSON against the schemas of the API's document: the part of JSON Schema that the document uses.
struct JSONChecker {
    let document: [String: Any]

    /// What is wrong, with the place; empty when all is well.
    func problems(_ value: Any, _ schema: [String: Any], at place: String = "$") -> [String] {
        if let reference = schema["$ref"] as? String {
            guard let found = resolve(reference) else { return ["\(place): no \(reference)"] }
            return problems(value, found, at: place)
        }
        switch schema["type"] as? String {
        case "string": return text(value, schema, place)
        case "integer":
            return Self.isNumber(value) && (value as? Int) != nil ? [] : ["\(place): \(value) is no integer"]
        case "number": return Self.isNumber(value) ? [] : ["\(place): \(value) is no number"]
        case "boolean": return Self.isBoolean(value) ? [] : ["\(place): \(value) is no boolean"]
        case "array":
            guard let list = value as? [Any], let items = schema["items"] as? [String: Any] else {
                return ["\(place): no list"]
            }
            return list.enumerated().flatMap { problems($0.element, items, at: "\(place)[\($0.offset)]") }
        case "object": return object(value, schema, place)
        default: return ["\(place): the schema has no type"]
        }
    }

    func resolve(_ reference: String) -> [String: Any]? {
        var found: Any? = document
        for step in reference.dropFirst(2).split(separator: "/") { found = (found as? [String: Any])?[String(step)] }
        return found as? [String: Any]
    }

    private func object(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
        guard let object = value as? [String: Any] else { return ["\(place): no object"] }
        if let each = schema["additionalProperties"] as? [String: Any] {
            return object.flatMap { problems($0.value, each, at: "\(place).\($0.key)") }
        }
        let known = schema["properties"] as? [String: [String: Any]] ?? [:]
        let required = schema["required"] as? [String] ?? []
        let missing = required.filter { object[$0] == nil }.map { "\(place): \($0) is missing" }
        let unknown = object.keys.filter { known[$0] == nil }.map { "\(place): \($0) is not in the document" }
        let inner = object.flatMap { key, value in
            known[key].map { problems(value, $0, at: "\(place).\(key)") } ?? []
        }
        return missing + unknown + inner
    }

    private func text(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
        guard let text = value as? String else { return ["\(place): \(value) is no text"] }
        if let choices = schema["enum"] as? [String], !choices.contains(text) {
            return ["\(place): \(text) is no choice"]
        }
        let isRight =
            switch schema["format"] as? String {
            case nil: true
            case "uuid": UUID(uuidString: text) != nil
            case "date": text.wholeMatch(of: #/\d{4}-\d\d-\d\d/#) != nil
            case "date-time": text.wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/#) != nil
            default: false
            }
        return isRight ? [] : ["\(place): \(text) is no \(schema["format"] ?? "")"]
    }

    private static func isBoolean(_ value: Any) -> Bool {
        (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
    }

    private static func isNumber(_ value: Any) -> Bool { value is NSNumber && !isBoolean(value) }
}
