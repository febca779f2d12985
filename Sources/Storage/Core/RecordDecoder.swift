import Foundation
import Rouage
import Synchronization

/// Reads a record back from the columns of its table.
final class RecordDecoder: Sendable {
    /// Position of each column by the name of its property.
    private let positions: [String: Int]

    private init(_ row: any Row) {
        let names = row.columns.enumerated().map { (ColumnNames.property($1), $0) }
        positions = Dictionary(uniqueKeysWithValues: names)
    }

    /// The decoder of a table, made from the first row anybody reads; every thread asks for it at every query.
    private final class Shelf: Sendable { let decoder = AtomicLazyReference<RecordDecoder>() }
    private static let shelves = Dictionary(uniqueKeysWithValues: Kind.allCases.map { ($0, Shelf()) })

    static func of(_ kind: Kind, _ row: any Row) -> RecordDecoder {
        guard let shelf = shelves[kind] else { return RecordDecoder(row) }
        let kept = shelf.decoder.load() ?? shelf.decoder.storeIfNil(RecordDecoder(row))
        // A table only ever grows, so that as many columns are the same columns; another node may just have added one.
        return kept.positions.count == row.columnCount ? kept : RecordDecoder(row)
    }

    func decode<Record: Decodable>(_: Record.Type, from row: any Row) throws -> Record {
        try Record(from: RowDecoder(row: row, positions: positions))
    }
}

private struct RowDecoder: Decoder {
    let row: any Row
    let positions: [String: Int]
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Fields(row: row, positions: positions))
    }
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw IsDocument() }
    func singleValueContainer() throws -> any SingleValueDecodingContainer { throw IsDocument() }
}

/// A value asked for named or listed parts: it is a document, not a scalar.
private struct IsDocument: Error {}

/// Lists and dictionaries, which are mostly empty and then need no reader of JSON.
private protocol EmptyDocument { init() }
extension Array: EmptyDocument {}
extension Dictionary: EmptyDocument {}

private struct Fields<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let row: any Row
    let positions: [String: Int]
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { positions.keys.compactMap(Key.init(stringValue:)) }

    func contains(_ key: Key) -> Bool { positions[key.stringValue] != nil }

    private func position(_ key: Key) throws -> Int {
        guard let position = positions[key.stringValue] else {
            throw DecodingError.keyNotFound(
                key, .init(codingPath: [], debugDescription: "no column \(key.stringValue)"))
        }
        return position
    }

    func decodeNil(forKey key: Key) throws -> Bool { positions[key.stringValue].map(row.isNull) ?? true }
    func decode(_: Bool.Type, forKey key: Key) throws -> Bool { row.boolean(try position(key)) }
    func decode(_: String.Type, forKey key: Key) throws -> String { row.text(try position(key)) }
    func decode(_: Double.Type, forKey key: Key) throws -> Double { row.real(try position(key)) }
    func decode(_: Float.Type, forKey key: Key) throws -> Float { Float(row.real(try position(key))) }
    func decode(_: Int.Type, forKey key: Key) throws -> Int { row.integer(try position(key)) }
    func decode(_: Int8.Type, forKey key: Key) throws -> Int8 { Int8(row.integer(try position(key))) }
    func decode(_: Int16.Type, forKey key: Key) throws -> Int16 { Int16(row.integer(try position(key))) }
    func decode(_: Int32.Type, forKey key: Key) throws -> Int32 { Int32(row.integer(try position(key))) }
    func decode(_: Int64.Type, forKey key: Key) throws -> Int64 { Int64(row.integer(try position(key))) }
    func decode(_: UInt.Type, forKey key: Key) throws -> UInt { UInt(row.integer(try position(key))) }
    func decode(_: UInt8.Type, forKey key: Key) throws -> UInt8 { UInt8(row.integer(try position(key))) }
    func decode(_: UInt16.Type, forKey key: Key) throws -> UInt16 { UInt16(row.integer(try position(key))) }
    func decode(_: UInt32.Type, forKey key: Key) throws -> UInt32 { UInt32(row.integer(try position(key))) }
    func decode(_: UInt64.Type, forKey key: Key) throws -> UInt64 { UInt64(row.integer(try position(key))) }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        if type is any Inlined.Type { return try Value(from: RowDecoder(row: row, positions: positions)) }
        let text = row.text(try position(key))
        if text == "[]" || text == "{}", let empty = (type as? any EmptyDocument.Type)?.init() as? Value {
            return empty
        }
        do {
            return try Value(from: CellDecoder(text: text))
        } catch is IsDocument {
            return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
        }
    }

    func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type, forKey key: Key) throws
        -> KeyedDecodingContainer<Nested>
    { throw IsDocument() }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw IsDocument() }
    func superDecoder() throws -> any Decoder { RowDecoder(row: row, positions: positions) }
    func superDecoder(forKey key: Key) throws -> any Decoder { RowDecoder(row: row, positions: positions) }
}

/// One cell read as a scalar kept as text: a day, an instant, an identifier, a word of an enumeration.
private struct CellDecoder: Decoder, SingleValueDecodingContainer {
    let text: String
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> { throw IsDocument() }
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw IsDocument() }
    func singleValueContainer() -> any SingleValueDecodingContainer { self }
    func decodeNil() -> Bool { false }
    func decode(_: String.Type) throws -> String { text }
    func decode<Value: Decodable>(_: Value.Type) throws -> Value { throw IsDocument() }
}
