import Foundation
import Rouage

/// How the columns of somebody else's file become ours. Saved as JSON, it serves again.
package struct Mapping: Codable, Sendable, Equatable {
    /// Our column: theirs, or several of theirs joined by `|`, of which the first filled one counts. `Labels[]` is all columns
    /// of that name, `team.key` a key inside a JSON object.
    package var columns: [String: String] = [:]
    /// Our column: the same value on every row.
    package var set: [String: String] = [:]
    /// Our column: their word, ours.
    package var values: [String: [String: String]] = [:]
    /// Our column: what stands between the parts of its cells, each of which becomes a row.
    package var split: [String: String] = [:]
    /// How their dates are written.
    package var dates: DateOrder?
    /// The list of a JSON file whose objects are the rows.
    package var rows: String?
    /// Whether rows shorter than the heading are filled with empty cells.
    package var fill: Bool?

    package init(
        columns: [String: String] = [:], set: [String: String] = [:], values: [String: [String: String]] = [:]
    ) {
        self.columns = columns
        self.set = set
        self.values = values
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        columns = try container.decodeIfPresent([String: String].self, forKey: .columns) ?? [:]
        set = try container.decodeIfPresent([String: String].self, forKey: .set) ?? [:]
        values = try container.decodeIfPresent([String: [String: String]].self, forKey: .values) ?? [:]
        split = try container.decodeIfPresent([String: String].self, forKey: .split) ?? [:]
        dates = try container.decodeIfPresent(DateOrder.self, forKey: .dates)
        rows = try container.decodeIfPresent(String.self, forKey: .rows)
        fill = try container.decodeIfPresent(Bool.self, forKey: .fill)
    }

    package enum Fault: Error, Equatable {
        /// The file has no such column.
        case noColumn(String)
    }

    /// The names of their columns.
    var wanted: Set<String> { Set(columns.values.flatMap { Self.names($0) }) }

    /// The columns by which a heading is known.
    var wantedColumns: Set<String> { Set(wanted.map { $0.hasSuffix("[]") ? String($0.dropLast(2)) : $0 }) }

    private static func names(_ theirs: String) -> [String] { theirs.split(separator: "|").map(String.init) }

    /// One of our columns, and where the cells for it are: of each place in turn, all columns of one name.
    private struct Source {
        let name: String
        let places: [(name: String, columns: [Int])]
    }

    private func sources(_ header: [String]) throws(Fault) -> [Source] {
        var sources: [Source] = []
        for (ours, theirs) in columns.sorted(by: { $0.key < $1.key }) {
            var places: [(name: String, columns: [Int])] = []
            for name in Self.names(theirs) {
                if let place = header.firstIndex(of: name) {
                    places.append((name, [place]))
                } else {
                    let repeated = header.indices.filter { name.hasSuffix("[]") && header[$0] == name.dropLast(2) }
                    if repeated.isEmpty { throw .noColumn(name) }
                    places.append((name, repeated))
                }
            }
            sources.append(Source(name: ours, places: places))
        }
        return sources
    }

    /// The rows under our columns; columns that are neither mapped nor set keep their name.
    package func apply(to theirs: CSV) throws(Fault) -> CSV {
        let csv = theirs.fitted(filling: fill == true)
        let mapped = try sources(csv.header)
        let read = Set(mapped.flatMap { $0.places.flatMap(\.columns) })
        let kept = csv.header.indices.filter { place in
            let name = csv.header[place]
            return columns[name] == nil && set[name] == nil
        }
        // A column whose name another one has taken is told as left, unless it is read under a third.
        let left = csv.header.indices.filter { !read.contains($0) && !kept.contains($0) }
        let constants = set.sorted { $0.key < $1.key }
        let header =
            mapped.map(\.name) + kept.map { csv.header[$0] } + left.map { "\(csv.header[$0]) (of the file)" }
            + constants.map(\.key)
        var passedOver: [String: Int] = [:]
        let rows = csv.rows.flatMap { row -> [CSV.Row] in
            // A ragged row stays ragged, so that it is refused as such.
            guard row.cells.count == csv.header.count else { return [row] }
            let found = mapped.map { source in
                translated(first(of: source, in: row, &passedOver), source.name)
            }
            let rest = (kept + left).map { translated(row.cells[$0], csv.header[$0]) }
            let cells = found + rest + constants.map(\.value)
            return parts(of: cells, header).map { CSV.Row(line: row.line, cells: $0, page: row.page) }
        }
        var ours = csv.replacing(
            header, rows, passedOver.sorted { $0.key < $1.key }.map { .passedOver(column: $0, rows: $1) })
        ours.mapped.formUnion(read.map { csv.header[$0] })
        return ours
    }

    private func first(of source: Source, in row: CSV.Row, _ passedOver: inout [String: Int]) -> String {
        var first = ""
        for (name, columns) in source.places {
            let cell = columns.map { row.cells[$0].trimmed }.filter { !$0.isEmpty }.joined(separator: ";")
            if first.isEmpty {
                first = columns.count == 1 ? row.cells[columns[0]] : cell
                if first.isBlank { first = "" }
            } else if !cell.isEmpty && cell != first.trimmed {
                passedOver[name, default: 0] += 1
            }
        }
        return first
    }

    private func translated(_ cell: String, _ column: String) -> String {
        guard let words = values[column] else { return cell }
        return words[cell] ?? words[cell.trimmed] ?? cell
    }

    /// One row for each part of a cell that is a list.
    private func parts(of cells: [String], _ header: [String]) -> [[String]] {
        var rows = [cells]
        for (column, separator) in split.sorted(by: { $0.key < $1.key }) where !separator.isEmpty {
            guard let place = header.firstIndex(of: column) else { continue }
            rows = rows.flatMap { row -> [[String]] in
                let parts = row[place].split(separator: separator).map(\.trimmed).filter { !$0.isEmpty }
                guard parts.count > 1 else { return [row] }
                return parts.map { part in
                    var row = row
                    row[place] = translated(part, column)
                    return row
                }
            }
        }
        return rows
    }
}
