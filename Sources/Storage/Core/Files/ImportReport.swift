package import Rouage

/// What an import did, file by file.
package struct ImportReport: Sendable {
    package struct Problem: Sendable, Equatable {
        package let line: Int
        /// The page, when each row is a file of its own.
        package var page: String?
        package let column: String
        package let reason: Flaw.Reason
        package let text: String
    }

    /// What was read in a way worth knowing, or not read at all; none of it keeps a row out.
    package enum Remark: Sendable, Equatable {
        case readAs(Charset)
        case heading(line: Int)
        /// Rows shorter than the heading, filled with empty cells as asked.
        case filled(rows: Int)
        /// Another column came first and was filled too.
        case passedOver(column: String, rows: Int)
        /// A column that nothing was taken from, with its filled cells.
        case unused(column: String, cells: Int)
        /// A row of the same record as an earlier one, whose place it takes.
        case repeated(place: String, earlier: String)
        /// Files of a folder that are no pages.
        case otherFiles(Int)
    }

    package struct File: Sendable {
        package let name: String
        package var read = 0
        package var created = 0
        package var updated = 0
        package var unchanged = 0
        /// Rows that cannot be taken, with every reason.
        package var refused = 0
        package var problems: [Problem] = []
        package var remarks: [Remark] = []
        /// Why not even its rows could be read.
        package var fault: CSV.Fault?
        /// Whether the rows that are right were written.
        package var isKept = true
    }

    package var files: [File]

    package init(files: [File] = []) { self.files = files }

    package var isClean: Bool { files.allSatisfy { $0.problems.isEmpty } }
}
