import Rouage

/// A JSON value, for what is written as a whole: the document of the API, examples.
package indirect enum JSONValue: Encodable, Equatable, Sendable {
    case text(String)
    case integer(Int)
    case boolean(Bool)
    case list([JSONValue])
    case object([String: JSONValue])

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .integer(let number): try container.encode(number)
        case .boolean(let flag): try container.encode(flag)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral text: String) { self = .text(text) }
    package init(integerLiteral number: Int) { self = .integer(number) }
    package init(booleanLiteral flag: Bool) { self = .boolean(flag) }
    package init(arrayLiteral list: JSONValue...) { self = .list(list) }
    package init(dictionaryLiteral pairs: (String, JSONValue)...) {
        self = .object(Dictionary(pairs, uniquingKeysWith: { $1 }))
    }
}

extension Schema {
    /// As JSON Schema (2020-12), in place.
    package var document: JSONValue {
        switch self {
        case .text(let format, let choices):
            var document: [String: JSONValue] = ["type": "string"]
            if let format { document["format"] = .text(format) }
            if !choices.isEmpty { document["enum"] = .list(choices.map { .text($0) }) }
            return .object(document)
        case .integer: return ["type": "integer"]
        case .number: return ["type": "number"]
        case .boolean: return ["type": "boolean"]
        case .list(let element): return ["type": "array", "items": element.reference]
        case .texts: return ["type": "object", "additionalProperties": ["type": "string"]]
        case .object(_, let properties):
            var named: [String: JSONValue] = [:]
            for property in properties { named[property.name] = property.document }
            return [
                "type": "object", "additionalProperties": false, "properties": .object(named),
                "required": .list(properties.filter(\.isRequired).map { .text($0.name) }),
            ]
        }
    }

    /// As a reference when it has a name.
    package var reference: JSONValue {
        guard case .object(let name, _) = self else { return document }
        return ["$ref": .text("#/components/schemas/\(name)")]
    }

    /// The named shapes in it, itself included.
    package func collect(into named: inout [String: JSONValue]) {
        switch self {
        case .text, .integer, .number, .boolean, .texts: break
        case .list(let element): element.collect(into: &named)
        case .object(let name, let properties):
            named[name] = document
            for property in properties { property.schema.collect(into: &named) }
        }
    }
}

extension Schema.Property {
    fileprivate var document: JSONValue {
        guard !about.isEmpty, case .object(var document) = schema.document else { return schema.reference }
        document["description"] = .text(about)
        return .object(document)
    }
}
