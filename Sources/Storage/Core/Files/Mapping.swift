import Foundation

/// How the columns of somebody else's file become ours. Saved as JSON, it serves again.
package struct Mapping: Codable, Sendable, Equatable {
    /// Our column: theirs, or several of theirs joined by `|`, of which the first filled one counts.
    package var columns: [String: String] = [:]
    /// Our column: the same value on every row.
    package var set: [String: String] = [:]
    /// Our column: their word, ours.
    package var values: [String: [String: String]] = [:]

    package init(columns: [String: String] = [:], set: [String: String] = [:], values: [String: [String: String]] = [:])
    {
        self.columns = columns
        self.set = set
        self.values = values
    }

    package enum Fault: Error, Equatable {
        /// The file has no such column.
        case noColumn(String)
    }

    /// The rows under our columns; columns that are neither mapped nor set keep their name.
    package func apply(to csv: CSV) throws(Fault) -> CSV {
        var sources: [(name: String, from: [Int])] = []
        for (ours, theirs) in columns.sorted(by: { $0.key < $1.key }) {
            var from: [Int] = []
            for name in theirs.split(separator: "|").map(String.init) {
                guard let place = csv.header.firstIndex(of: name) else { throw .noColumn(name) }
                from.append(place)
            }
            sources.append((ours, from))
        }
        for (place, name) in csv.header.enumerated() where columns[name] == nil && set[name] == nil {
            sources.append((name, [place]))
        }
        let constants = set.sorted { $0.key < $1.key }
        let header = sources.map(\.name) + constants.map(\.key)
        let rows = csv.rows.map { row -> CSV.Row in
            // A ragged row stays ragged, so that it is refused as such.
            guard row.cells.count == csv.header.count else { return row }
            let cells = sources.map { source -> String in
                let cell = source.from.lazy.map { row.cells[$0] }.first { !$0.isEmpty } ?? ""
                return values[source.name]?[cell] ?? cell
            }
            return CSV.Row(line: row.line, cells: cells + constants.map(\.value), page: row.page)
        }
        return CSV(header: header, rows: rows)
    }
}
