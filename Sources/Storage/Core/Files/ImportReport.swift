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

    package struct File: Sendable {
        package let name: String
        package var read = 0
        package var created = 0
        package var updated = 0
        package var unchanged = 0
        /// Rows that cannot be taken, with every reason.
        package var refused = 0
        package var problems: [Problem] = []
        /// Whether the rows that are right were written.
        package var isKept = true
    }

    package var files: [File]

    package init(files: [File] = []) { self.files = files }

    package var isClean: Bool { files.allSatisfy { $0.problems.isEmpty } }
}
