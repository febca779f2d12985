import Foundation
import Rouage

/// One row of a file being imported: cells by column, and what is wrong with them.
struct SheetRow {
    private let raw: CSV.Row
    private let places: [String: Int]
    private(set) var problems: [ImportReport.Problem] = []

    /// - Parameter places: where each column is, the same for all rows.
    init(_ raw: CSV.Row, _ places: [String: Int]) {
        self.raw = raw
        self.places = places
    }

    var line: Int { raw.line }

    func has(_ column: String) -> Bool { places[column] != nil }
    func text(_ column: String) -> String { places[column].map { raw.cells[$0] } ?? "" }

    /// The cell, or what was known before when the file has no such column.
    func text(_ column: String, or known: String?) -> String { has(column) ? text(column) : known ?? "" }

    mutating func refuse(_ column: String, _ reason: Flaw.Reason) {
        let text = text(column)
        problems.append(
            .init(line: line, page: raw.page, column: column, reason: reason, text: String(text.prefix(60))))
    }

    /// Refuses cells that cannot be kept: JSON can write a NUL.
    mutating func refuseNUL() {
        for (column, place) in places where raw.cells[place].utf8.contains(0) { refuse(column, .notText) }
    }

    mutating func required(_ column: String) -> String {
        let value = text(column)
        if value.isBlank { refuse(column, .missing) }
        return value
    }

    /// Refuses a cell of more characters than that.
    mutating func limit(_ column: String, to limit: Int) {
        let over = text(column).excess(over: limit)
        if over > 0 { refuse(column, .tooLong(by: over)) }
    }

    mutating func day(_ column: String) -> Day? {
        let value = text(column)
        if value.isEmpty { return nil }
        let day = Day(value)
        if day == nil { refuse(column, .notADay) }
        return day
    }

    mutating func instant(_ column: String) -> Instant? {
        let value = text(column)
        if value.isEmpty { return nil }
        let instant = Instant(value) ?? Day(value).map { Instant(milliseconds: $0.number * 86_400_000 + 43_200_000) }
        if instant == nil { refuse(column, .notADay) }
        return instant
    }

    mutating func integer(_ column: String, in range: ClosedRange<Int> = 0...100_000) -> Int? {
        let value = text(column)
        if value.isEmpty { return nil }
        guard let number = Int(typed: value) else {
            refuse(column, .notANumber)
            return nil
        }
        if !range.contains(number) { refuse(column, .outOfRange(range)) }
        return number
    }

    mutating func share(_ column: String) -> Double {
        let value = text(column)
        if value.isEmpty { return 1 }
        guard let number = Double(typed: value) else {
            refuse(column, .notANumber)
            return 1
        }
        if !(0...1).contains(number) { refuse(column, .outOfRange(0...1)) }
        return number
    }

    /// A time that ends before it begins is refused.
    mutating func span() -> Span {
        let span = Span(from: day("from"), to: day("to"))
        if let from = span.from, let to = span.to, to < from { refuse("to", .tooEarly(before: from)) }
        return span
    }

    /// Yes or no in the words of either language; `missing` when the cell is empty, and every other word is refused.
    mutating func flag(_ column: String, missing: Bool = false) -> Bool {
        let value = text(column)
        if value.isBlank { return missing }
        guard let flag = Bool(typed: value) else {
            refuse(column, .unknown)
            return missing
        }
        return flag
    }

    /// A word of a closed list; `missing` when the cell is empty.
    mutating func choice<Choice: RawRepresentable<String>>(_ column: String, missing: Choice) -> Choice {
        let value = text(column)
        if value.isEmpty { return missing }
        guard let choice = Choice(rawValue: value) else {
            refuse(column, .unknown)
            return missing
        }
        return choice
    }

    /// The same, and nothing when the cell is empty.
    mutating func optionalChoice<Choice: RawRepresentable<String>>(_ column: String, _: Choice.Type) -> Choice? {
        let value = text(column)
        if value.isEmpty { return nil }
        let choice = Choice(rawValue: value)
        if choice == nil { refuse(column, .unknown) }
        return choice
    }

    /// What is called so; nothing when the cell is empty. Names that differ by capitals alone are the same.
    mutating func named<Value>(_ column: String, in known: [String: Value]) -> Value? {
        let value = text(column)
        if value.isEmpty { return nil }
        let found = known[value] ?? known[value.lowercased()]
        if found == nil { refuse(column, .unknown) }
        return found
    }

    /// Several names joined by a semicolon.
    mutating func namedAll<Value>(_ column: String, in known: [String: Value]) -> [Value] {
        var found: [Value] = []
        for name in text(column).split(separator: ";").map({ $0.trimmingSpaces() }) where !name.isEmpty {
            guard let value = known[name] ?? known[name.lowercased()] else {
                refuse(column, .unknown)
                return []
            }
            found.append(value)
        }
        return found
    }
}

extension StringProtocol {
    func trimmingSpaces() -> String { trimmingCharacters(in: .whitespaces) }
}
