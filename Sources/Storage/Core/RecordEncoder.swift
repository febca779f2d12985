import Foundation
import Rouage

/// Turns a record into the columns of its table: scalars as they are, an `Inlined` part as columns of its own,
/// anything else as a JSON document in one column.
struct RecordEncoder {
    struct Column {
        let name: String
        let value: SQLValue
    }

    static func columns(of record: some Encodable) throws -> [Column] {
        let sink = Sink()
        try record.encode(to: RowEncoder(sink: sink))
        return sink.columns
    }

    /// The statement that adds records; all of a kind have the same columns.
    static func insertion(of records: [some Noun], into table: String) throws -> SQL {
        let rows = try records.map { try columns(of: $0) }
        let names = rows[0].map(\.name).joined(separator: ", ")
        return "INSERT INTO \(SQL(trusted: "\(table) (\(names))")) VALUES \(rows: rows.map { $0.map(\.value) })"
    }

    /// The statement that writes a record over the version before it: only what changed, so that the indexes of the
    /// rest stay as they are.
    static func update<Record: Noun>(of record: Record, over before: Record, in table: String) throws -> SQL {
        var text = "UPDATE \(table) SET "
        var values: [SQLValue] = []
        for (column, old) in zip(try columns(of: record), try columns(of: before)) where column.value != old.value {
            values.append(column.value)
            text += (values.count > 1 ? ", " : "") + "\(column.name) = $\(values.count)"
        }
        let set = SQL(trusted: text, values: values)
        return "\(set) WHERE id = \(record.id) AND version = \(before.version)"
    }

    static func document(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

private final class Sink {
    var columns: [RecordEncoder.Column] = []
    func add(_ key: any CodingKey, _ value: SQLValue) {
        columns.append(.init(name: ColumnNames.column(key.stringValue), value: value))
    }
}

private struct RowEncoder: Encoder {
    let sink: Sink
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(Fields(sink: sink))
    }
    func unkeyedContainer() -> any UnkeyedEncodingContainer { preconditionFailure("a record has named fields") }
    func singleValueContainer() -> any SingleValueEncodingContainer {
        preconditionFailure("a record has named fields")
    }
}

private struct Fields<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let sink: Sink
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil(forKey key: Key) { sink.add(key, .null) }
    mutating func encode(_ value: Bool, forKey key: Key) { sink.add(key, .boolean(value)) }
    mutating func encode(_ value: String, forKey key: Key) { sink.add(key, .text(value)) }
    mutating func encode(_ value: Double, forKey key: Key) { sink.add(key, .real(value)) }
    mutating func encode(_ value: Float, forKey key: Key) { sink.add(key, .real(Double(value))) }
    mutating func encode(_ value: Int, forKey key: Key) { sink.add(key, .integer(value)) }
    mutating func encode(_ value: Int8, forKey key: Key) { sink.add(key, .integer(Int(value))) }
    mutating func encode(_ value: Int16, forKey key: Key) { sink.add(key, .integer(Int(value))) }
    mutating func encode(_ value: Int32, forKey key: Key) { sink.add(key, .integer(Int(value))) }
    mutating func encode(_ value: Int64, forKey key: Key) { sink.add(key, .integer(Int(value))) }
    mutating func encode(_ value: UInt, forKey key: Key) { sink.add(key, .integer(Int(value))) }
    mutating func encode(_ value: UInt8, forKey key: Key) { sink.add(key, .integer(Int(value))) }
    mutating func encode(_ value: UInt16, forKey key: Key) { sink.add(key, .integer(Int(value))) }
    mutating func encode(_ value: UInt32, forKey key: Key) { sink.add(key, .integer(Int(value))) }
    mutating func encode(_ value: UInt64, forKey key: Key) { sink.add(key, .integer(Int(value))) }

    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
        if let scalar = value as? any SQLBindable {
            sink.add(key, scalar.sqlValue)
        } else if let word = value as? any RawRepresentable<String> {
            sink.add(key, .text(word.rawValue))
        } else if value is any Inlined {
            try value.encode(to: RowEncoder(sink: sink))
        } else {
            sink.add(key, .text(try RecordEncoder.document(value)))
        }
    }

    // An absent optional is a column that is empty, so that clearing a field clears it in the table.
    mutating func encodeIfPresent(_ value: Bool?, forKey key: Key) { sink.add(key, value.sqlValue) }
    mutating func encodeIfPresent(_ value: String?, forKey key: Key) { sink.add(key, value.sqlValue) }
    mutating func encodeIfPresent(_ value: Double?, forKey key: Key) { sink.add(key, value.sqlValue) }
    mutating func encodeIfPresent(_ value: Int?, forKey key: Key) { sink.add(key, value.sqlValue) }
    mutating func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) } else { sink.add(key, .null) }
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type, forKey key: Key)
        -> KeyedEncodingContainer<Nested>
    { preconditionFailure("parts of a record are values of their own") }
    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        preconditionFailure("parts of a record are values of their own")
    }
    mutating func superEncoder() -> any Encoder { RowEncoder(sink: sink) }
    mutating func superEncoder(forKey key: Key) -> any Encoder { RowEncoder(sink: sink) }
}
