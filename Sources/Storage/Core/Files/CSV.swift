/// Comma- or semicolon-separated text, read with the line each row starts on.
package struct CSV: Sendable {
    package struct Row: Sendable {
        /// Line of the file, the heading being line 1.
        package let line: Int
        package let cells: [String]
        /// The page the row was made of, when each row is a file of its own.
        package var page: String?

        package init(line: Int, cells: [String], page: String? = nil) {
            self.line = line
            self.cells = cells
            self.page = page
        }
    }

    package let header: [String]
    package let rows: [Row]

    package enum Fault: Error, Equatable {
        case notUTF8
        case holdsNUL
        case openQuote(line: Int)
        case empty
    }

    package init(header: [String], rows: [Row]) {
        self.header = header
        self.rows = rows
    }

    /// Reads a whole file: RFC 4180, with or without a byte-order mark, LF or CR LF, quoted cells over several lines.
    package init(_ bytes: [UInt8]) throws(Fault) {
        var bytes = bytes[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        // Files in UTF-16, as some spreadsheets save them, begin with one of these marks.
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .notUTF8 }
        if bytes.contains(0) { throw .holdsNUL }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
        let comma = Self.separator(bytes)
        var rows = try Self.split(bytes, comma)
        guard !rows.isEmpty else { throw .empty }
        header = rows.removeFirst().cells.map { $0.trimmingSpaces() }
        self.rows = rows
    }

    /// The one of `,` and `;` that the first line uses more.
    private static func separator(_ bytes: ArraySlice<UInt8>) -> UInt8 {
        let line = bytes.prefix { $0 != 10 && $0 != 13 }
        return line.count { $0 == 59 } > line.count { $0 == 44 } ? 59 : 44
    }

    private static func split(_ bytes: ArraySlice<UInt8>, _ comma: UInt8) throws(Fault) -> [Row] {
        var rows: [Row] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var line = 1
        var start = 1
        var quoted = false
        var index = bytes.startIndex
        // A file that never uses LF was written by something that ends lines with CR.
        let end: UInt8 = bytes.contains(10) ? 10 : 13
        func endCell() {
            cells.append(String(decoding: cell, as: UTF8.self))
            cell.removeAll(keepingCapacity: true)
        }
        func endRow() {
            endCell()
            // Spreadsheets leave lines behind that hold nothing but separators.
            if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(line: start, cells: cells)) }
            cells.removeAll(keepingCapacity: true)
            start = line
        }
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            if quoted {
                if byte == 34 {
                    if index < bytes.endIndex, bytes[index] == 34 {
                        cell.append(34)
                        index += 1
                    } else {
                        quoted = false
                    }
                } else {
                    if byte == end { line += 1 }
                    cell.append(byte)
                }
            } else if byte == 34 && cell.isEmpty {
                quoted = true
            } else if byte == comma {
                endCell()
            } else if byte == end {
                line += 1
                endRow()
            } else if byte != 13 || (index < bytes.endIndex && bytes[index] != 10) {
                cell.append(byte)
            }
        }
        if quoted { throw .openQuote(line: start) }
        endRow()
        return rows
    }

    /// One line of a file: cells that hold a comma, a quote or a line end are quoted.
    package static func line(_ cells: [String]) -> String {
        cells.map { cell in
            cell.utf8.contains { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 || $0 == 59 }
                ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
        }.joined(separator: ",") + "\n"
    }
}
