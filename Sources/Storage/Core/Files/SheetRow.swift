import Foundation
import Rouage

/// Where each column of a file is, and which of them anything was taken from.
final class SheetColumns {
    fileprivate let places: [String: Int]
    /// How the dates of the file are written.
    fileprivate let dates: DateOrder?
    private var taken: Set<String> = []

    init(_ header: [String], _ dates: DateOrder?) {
        places = Dictionary(header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        self.dates = dates
    }

    fileprivate func take(_ column: String) -> Int? {
        guard let place = places[column] else { return nil }
        taken.insert(column)
        return place
    }

    /// Whether something was taken from the column at that place.
    func isTaken(_ column: String, at place: Int) -> Bool { places[column] == place && taken.contains(column) }
}

/// One row of a file being imported: cells by column, and what is wrong with them.
struct SheetRow {
    private let raw: CSV.Row
    private let columns: SheetColumns
    private(set) var problems: [ImportReport.Problem] = []

    /// - Parameter columns: the same for all rows.
    init(_ raw: CSV.Row, _ columns: SheetColumns) {
        self.raw = raw
        self.columns = columns
    }

    var line: Int { raw.line }
    /// Where the row stands, for a reader of the report.
    var place: String { raw.page ?? "line \(raw.line)" }

    func has(_ column: String) -> Bool { columns.take(column) != nil }
    /// The cell, without the white space that spreadsheets and people leave at its ends.
    func text(_ column: String) -> String { columns.take(column).map { raw.cells[$0].trimmed } ?? "" }

    /// The cell as it is, of what a program wrote.
    func verbatim(_ column: String) -> String { columns.take(column).map { raw.cells[$0] } ?? "" }

    /// Columns that are ours, and that this row has no need of.
    func knows(_ names: String...) { for name in names { _ = columns.take(name) } }

    /// The cell, or what was known before when the file has no such column.
    func text(_ column: String, or known: String?) -> String { has(column) ? text(column) : known ?? "" }

    mutating func refuse(_ column: String, _ reason: Flaw.Reason) {
        let text = text(column)
        problems.append(
            .init(line: line, page: raw.page, column: column, reason: reason, text: String(text.prefix(60))))
    }

    /// Refuses cells that cannot be kept: JSON can write a NUL.
    mutating func refuseNUL() {
        for (column, place) in columns.places where raw.cells[place].utf8.contains(0) { refuse(column, .notText) }
    }

    mutating func required(_ column: String) -> String {
        let value = text(column)
        if value.isBlank { refuse(column, .missing) }
        return value
    }

    /// A name that stands in addresses; one of dots alone, or that of the page of a new one, would lead elsewhere.
    mutating func code(_ column: String) -> String {
        let code = required(column)
        if !code.isEmpty && code.allSatisfy({ $0 == "." }) || code == "new" { refuse(column, .notACode) }
        return code
    }

    /// Refuses a cell of more characters than that.
    mutating func limit(_ column: String, to limit: Int) {
        let over = text(column).excess(over: limit)
        if over > 0 { refuse(column, .tooLong(by: over)) }
    }

    mutating func day(_ column: String) -> Day? {
        let value = text(column)
        if value.isEmpty { return nil }
        let day = Day(value) ?? WrittenDate(value, columns.dates)?.day
        if day == nil { refuse(column, .notADay) }
        return day
    }

    mutating func instant(_ column: String) -> Instant? {
        let value = text(column)
        if value.isEmpty { return nil }
        let instant = Instant(value) ?? written(value)
        if instant == nil { refuse(column, .notADay) }
        return instant
    }

    /// A moment as other tools write it; a day alone is its noon.
    private func written(_ value: String) -> Instant? {
        guard let date = WrittenDate(value, columns.dates) else { return nil }
        return date.instant ?? Instant(milliseconds: date.day.number * 86_400_000 + 43_200_000)
    }

    /// The cell as a field of that sort reads it: dates in the one form that all doors know, names without the address that
    /// other tools put behind them.
    func text(_ column: String, as sort: FieldSort) -> String {
        let value = text(column)
        switch sort {
        case .day: return Day(value) == nil ? WrittenDate(value, columns.dates)?.day.description ?? value : value
        case .moment: return Instant(value) == nil ? written(value)?.description ?? value : value
        case .person, .unit, .cycle, .axis, .people, .units: return value.withoutLinks
        case .line, .text, .choice, .choices, .number, .numbers, .decimal, .flag, .lines, .record, .records, .words,
            .texts, .rows:
            return value
        }
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

extension String {
    /// Names as they are, out of `Bulletins (https://www.notion.so/…)`.
    var withoutLinks: String {
        contains("(http") ? replacing(#/ ?\(https?:[^ )]*\)/#, with: "") : self
    }
}

extension StringProtocol {
    func trimmingSpaces() -> String { trimmingCharacters(in: .whitespaces) }
}
