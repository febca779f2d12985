import Rouage

/// Where an object or a list stands while its members are written: an encoder is not told when it ends.
final class JSONObject {
    var isFirst = true
    /// The sign that ends it, once it was begun.
    var close: UInt8?
    var parts: Set<String> = []
    var hidden: Set<String> = []
    var renamed: [String: String] = [:]

    func begin(_ writer: JSONWriter, _ open: StaticString, _ close: UInt8) {
        guard self.close == nil else { return }
        writer.write(open)
        self.close = close
    }

    /// The comma between two members.
    func next(_ writer: JSONWriter) {
        if !isFirst { writer.write(",") }
        isFirst = false
    }
}

/// Hands what a value says of itself to the writer.
struct JSONEncoding: Encoder {
    let writer: JSONWriter
    let members: JSONObject
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        members.begin(writer, "{", UInt8(ascii: "}"))
        return KeyedEncodingContainer(Members(writer: writer, members: members))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        members.begin(writer, "[", UInt8(ascii: "]"))
        return List(writer: writer, members: members)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Scalar(writer: writer, members: members) }

    private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let writer: JSONWriter
        let members: JSONObject
        var codingPath: [any CodingKey] { [] }

        mutating func encodeNil(forKey key: Key) {}

        mutating func encode(_ value: some Encodable, forKey key: Key) throws {
            let name = key.stringValue
            if writer.isInlined(type(of: value)) || members.parts.contains(name) {
                return try value.encode(to: JSONEncoding(writer: writer, members: members))
            }
            if members.hidden.contains(name) { return }
            members.next(writer)
            writer.key(members.renamed[name] ?? name)
            try writer.value(value)
        }

        mutating func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type, forKey key: Key)
            -> KeyedEncodingContainer<Nested>
        { preconditionFailure("parts of what the API writes are values of their own") }
        mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            preconditionFailure("parts of what the API writes are values of their own")
        }
        mutating func superEncoder() -> any Encoder { JSONEncoding(writer: writer, members: members) }
        mutating func superEncoder(forKey key: Key) -> any Encoder { superEncoder() }
    }

    private struct List: UnkeyedEncodingContainer {
        let writer: JSONWriter
        let members: JSONObject
        private(set) var count = 0
        var codingPath: [any CodingKey] { [] }

        init(writer: JSONWriter, members: JSONObject) {
            self.writer = writer
            self.members = members
        }

        mutating func encodeNil() {
            members.next(writer)
            writer.write("null")
        }

        mutating func encode(_ value: some Encodable) throws {
            members.next(writer)
            count += 1
            try writer.value(value)
        }

        mutating func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type) -> KeyedEncodingContainer<Nested> {
            preconditionFailure("parts of what the API writes are values of their own")
        }
        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
            preconditionFailure("parts of what the API writes are values of their own")
        }
        mutating func superEncoder() -> any Encoder { JSONEncoding(writer: writer, members: members) }
    }

    private struct Scalar: SingleValueEncodingContainer {
        let writer: JSONWriter
        let members: JSONObject
        var codingPath: [any CodingKey] { [] }

        mutating func encodeNil() {
            members.isFirst = false
            writer.write("null")
        }

        mutating func encode(_ value: some Encodable) throws {
            members.isFirst = false
            try writer.value(value)
        }
    }
}
