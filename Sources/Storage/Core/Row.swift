package import Rouage

/// One row of a result, read by the position of its columns; only valid while the result is walked.
package protocol Row {
    var columns: [String] { get }
    var columnCount: Int { get }
    func isNull(_ column: Int) -> Bool
    func text(_ column: Int) -> String
    func integer(_ column: Int) -> Int
    func real(_ column: Int) -> Double
    func boolean(_ column: Int) -> Bool
    /// The bytes of a text, without a copy: valid until the next row.
    func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8>
}

extension Row {
    package func optionalInteger(_ column: Int) -> Int? { isNull(column) ? nil : integer(column) }

    package func day(_ column: Int) throws -> Day { try read(column, Day(bytes(column))) }
    package func optionalDay(_ column: Int) throws -> Day? { isNull(column) ? nil : try day(column) }
    package func instant(_ column: Int) throws -> Instant { try read(column, Instant(text(column))) }

    package func id<Noun>(_ column: Int, of _: Noun.Type = Noun.self) throws -> Identifier<Noun> {
        try read(column, Identifier<Noun>(bytes(column)))
    }

    package func optionalID<Noun>(_ column: Int, of _: Noun.Type = Noun.self) throws -> Identifier<Noun>? {
        isNull(column) ? nil : try id(column)
    }

    package func choice<Choice: RawRepresentable<String>>(_ column: Int, _: Choice.Type = Choice.self) throws -> Choice
    {
        guard let choice = Choice(rawValue: text(column)) else {
            throw UnreadableRow(column: columns[column], text: text(column))
        }
        return choice
    }

    private func read<Value>(_ column: Int, _ value: Value?) throws -> Value {
        guard let value else {
            throw UnreadableRow(column: columns[column], text: text(column))
        }
        return value
    }
}

/// A stored value that the product cannot have written.
package struct UnreadableRow: Error {
    package let column: String
    package let text: String
}
