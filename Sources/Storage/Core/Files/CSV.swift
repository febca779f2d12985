import Rouage

/// Text separated by commas, semicolons or tabs, read with the line each row starts on.
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
    /// What its reader should know of how it was read.
    package var remarks: [ImportReport.Remark] = []
    /// Columns that are read under another name, so that nothing of them is lost.
    var mapped: Set<String> = []

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
    package init(_ bytes: [UInt8]) throws(Fault) { try self.init(bytes, under: []) }

    /// The same of a file as spreadsheets save it: in the letters of Windows or in UTF-16, with lines above the heading.
    /// - Parameter wanted: columns by which the heading is known.
    package init(file bytes: [UInt8], under wanted: Set<String> = []) throws(Fault) {
        let (text, charset) = try Charset.read(bytes)
        try self.init(text, under: wanted)
        if charset != .utf8 { remarks.insert(.readAs(charset), at: 0) }
    }

    private init(_ bytes: [UInt8], under wanted: Set<String>) throws(Fault) {
        var bytes = bytes[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        // Files in UTF-16, as some spreadsheets save them, begin with one of these marks.
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .notUTF8 }
        if bytes.contains(0) { throw .holdsNUL }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
        var rows: [Row]
        let first = bytes.prefix { $0 != 10 && $0 != 13 }
        if let separator = Self.told(first) {
            rows = try Self.split(bytes.dropFirst(first.count), separator)
        } else {
            rows = try Self.split(bytes, Self.separator(bytes))
        }
        guard !rows.isEmpty else { throw .empty }
        let heading = Self.heading(rows, wanted)
        header = rows[heading].cells.map { $0.trimmingSpaces() }
        if heading > 0 { remarks = [.heading(line: rows[heading].line)] }
        rows.removeFirst(heading + 1)
        self.rows = rows
    }

    /// The separator that a first line such as `sep=;` names.
    private static func told(_ line: ArraySlice<UInt8>) -> UInt8? {
        let words = String(decoding: line, as: UTF8.self).filter { $0 != "\"" }
        guard words.lowercased().hasPrefix("sep="), words.utf8.count == 5 else { return nil }
        return words.utf8.last
    }

    /// Where the heading is, among the first rows: the first that has the columns wanted; else the first of more than one
    /// cell, below a title that stands alone.
    private static func heading(_ rows: [Row], _ wanted: Set<String>) -> Int {
        let first = rows.prefix(20).map { $0.cells.map { $0.trimmingSpaces() } }
        if !wanted.isEmpty, let place = first.firstIndex(where: { wanted.isSubset(of: $0) }) { return place }
        return first.firstIndex { $0.count { !$0.isEmpty } > 1 } ?? 0
    }

    /// The one of comma, semicolon and tab that the lines at the beginning use most, outside quotation marks.
    private static func separator(_ bytes: ArraySlice<UInt8>) -> UInt8 {
        var counts: [UInt8: Int] = [44: 0, 59: 0, 9: 0]
        var quoted = false
        for byte in bytes {
            if byte == 34 { quoted.toggle() }
            if quoted { continue }
            if counts[byte] != nil { counts[byte, default: 0] += 1 }
            // A line without any says nothing: it may be a title.
            if (byte == 10 || byte == 13) && counts.values.contains(where: { $0 > 0 }) { break }
        }
        return [44, 59, 9].max { counts[$0] ?? 0 < counts[$1] ?? 0 } ?? 44
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
            } else if byte == 34 && cell.allSatisfy({ $0 == 32 }) {
                cell.removeAll(keepingCapacity: true)
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

    /// The same without empty cells beyond the heading, which spreadsheets leave behind.
    /// - Parameter filling: whether a row that is shorter than the heading is filled with empty cells.
    func fitted(filling: Bool) -> CSV {
        var filled = 0
        let rows = rows.map { row -> Row in
            var cells = row.cells
            while cells.count > header.count, cells.last?.isBlank == true { cells.removeLast() }
            if filling && cells.count < header.count {
                filled += 1
                cells += Array(repeating: "", count: header.count - cells.count)
            }
            return Row(line: row.line, cells: cells, page: row.page)
        }
        return replacing(header, rows, filled > 0 ? [.filled(rows: filled)] : [])
    }

    /// Other rows of the same file.
    func replacing(_ header: [String], _ rows: [Row], _ more: [ImportReport.Remark]) -> CSV {
        var csv = CSV(header: header, rows: rows)
        csv.remarks = remarks + more
        csv.mapped = mapped
        return csv
    }

    /// One line of a file: cells that hold a comma, a quote or a line end are quoted.
    package static func line(_ cells: [String]) -> String {
        cells.map { cell in
            cell.utf8.contains { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 || $0 == 59 }
                ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
        }.joined(separator: ",") + "\n"
    }
}
