import Rouage

/// A decoder that answers every question with a sample and writes down what was asked: that is the type's shape.
package enum SchemaRecorder {
    /// - Parameter isNaming: whether people, units, quarters and axes are called by their names.
    package static func schema<Value: Decodable>(of type: Value.Type, isNaming: Bool = false) -> Schema {
        if isNaming {
            if type is any NamedIdentifier.Type { return .text() }
            if let list = type as? any NamingList.Type { return list.naming }
        }
        if let scalar = type as? any SchemaValue.Type { return scalar.schema }
        let notes = Notes()
        notes.isNaming = isNaming
        _ = try? Value(from: Asked(notes: notes))
        return .object(name: name(of: String(describing: type)), notes.properties)
    }

    /// A record as its shape says it.
    static func schema<Record: Noun>(of type: Record.Type, _ shape: Shape<Record>) -> Schema {
        let notes = Notes()
        notes.isNaming = true
        notes.parts = shape.parts
        _ = try? Record(from: Asked(notes: notes))
        let own = notes.properties.filter { property in !shape.hidden.contains { $0.snakeCased == property.name } }
        let renamed = Dictionary(uniqueKeysWithValues: shape.renamed.map { ($0.snakeCased, $1) })
        return .object(
            name: shape.name,
            own.map { property in
                // Its own identifier is none of the names that others call it by.
                let schema = property.name == "id" ? Schema.text(format: "uuid") : property.schema
                return Schema.Property(
                    renamed[property.name] ?? property.name, schema, required: property.isRequired)
            }
                + shape.added.map { Schema.Property($0.name, $0.schema, required: $0.isAlwaysThere) })
    }

    /// `UnitJSON` is `Unit`; a part of a list of them, `PageJSON<UnitJSON>`, is `UnitPage`.
    private static func name(of type: String) -> String {
        let plain = type.replacing("JSON", with: "")
        return plain.hasPrefix("Page<") ? plain.dropFirst(5).dropLast() + "Page" : plain
    }

    package static func sample<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let scalar = type as? any SchemaValue.Type, let sample = scalar.sample as? Value { return sample }
        return try Value(from: Asked(notes: Notes()))
    }

    package final class Notes {
        package var properties: [Schema.Property] = []
        var isNaming = false
        var parts: Set<String> = []

        package func note(_ key: any CodingKey, _ schema: Schema, required: Bool) {
            properties.append(Schema.Property(key.stringValue.snakeCased, schema, required: required))
        }
    }

    private struct Asked: Decoder {
        let notes: Notes
        var codingPath: [any CodingKey] { [] }
        var userInfo: [CodingUserInfoKey: Any] { [:] }

        func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
            KeyedDecodingContainer(Fields(notes: notes))
        }
        func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw NotAsked() }
        func singleValueContainer() throws -> any SingleValueDecodingContainer { throw NotAsked() }
    }

    /// The API's types are objects of named values: nothing else is asked.
    private struct NotAsked: Error {}

    private struct Fields<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let notes: Notes
        var codingPath: [any CodingKey] { [] }
        var allKeys: [Key] { [] }

        func contains(_ key: Key) -> Bool { true }
        func decodeNil(forKey key: Key) -> Bool { true }

        func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
            if type is any Inlined.Type || notes.parts.contains(key.stringValue) {
                return try T(from: Asked(notes: notes))
            }
            notes.note(key, schema(of: type), required: true)
            return try SchemaRecorder.sample(type)
        }

        func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
            notes.note(key, schema(of: type), required: false)
            return nil
        }

        private func schema<T: Decodable>(of type: T.Type) -> Schema {
            SchemaRecorder.schema(of: type, isNaming: notes.isNaming)
        }
        func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { optional(type, key) }
        func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { optional(type, key) }
        func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { optional(type, key) }
        func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { optional(type, key) }

        private func optional<T: SchemaValue>(_: T.Type, _ key: Key) -> T? {
            notes.note(key, T.schema, required: false)
            return nil
        }

        func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws
            -> KeyedDecodingContainer<Nested>
        { throw NotAsked() }
        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw NotAsked() }
        func superDecoder() throws -> any Decoder { throw NotAsked() }
        func superDecoder(forKey key: Key) throws -> any Decoder { throw NotAsked() }
    }
}

/// An identifier that the API writes as a code or a label.
private protocol NamedIdentifier {}
extension Identifier: NamedIdentifier where Noun: CalledByCode {}
private protocol CalledByCode {}

/// A list whose elements may be called by their names.
protocol NamingList {
    static var naming: Schema { get }
}
extension Array: NamingList where Element: Decodable {
    static var naming: Schema { .list(SchemaRecorder.schema(of: Element.self, isNaming: true)) }
}
extension Person: CalledByCode {}
extension Rouage.Unit: CalledByCode {}
extension Cycle: CalledByCode {}
extension Axis: CalledByCode {}

extension String {
    /// `neededBy` as `needed_by`.
    package var snakeCased: String {
        reduce(into: "") { name, letter in
            if letter.isUppercase { name += "_" }
            name += letter.lowercased()
        }
    }
}
