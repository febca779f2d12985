package import Rouage

/// Loads a department from its own files. Each file is kept as a whole or not at all; records are matched by their
/// stable name, so that the same files may be loaded again.
package struct Importer {
    /// The files, in the order in which one refers to another.
    package static let order = DataFile.allCases.map(\.rawValue)

    package struct Options: Sendable {
        /// Looks, reports and writes nothing.
        package var dryRun: Bool
        /// Writes the rows that are right even when others of the same file are refused.
        package var keepGoing: Bool

        package init(dryRun: Bool = false, keepGoing: Bool = false) {
            self.dryRun = dryRun
            self.keepGoing = keepGoing
        }
    }

    /// Called while a file is read: its name, the rows done and the rows in all.
    package var progress: (@Sendable (String, Int, Int) -> Void)?

    let store: Store
    private let options: Options
    let now: Instant
    let today: Day

    package init(_ store: Store, _ options: Options = Options(), at now: Instant, on today: Day) {
        self.store = store
        self.options = options
        self.now = now
        self.today = today
    }

    /// Loads the files given by their name without ending, such as `units`.
    package func load(_ files: [String: [UInt8]]) throws -> ImportReport {
        var report = ImportReport()
        for name in Self.order {
            guard let bytes = files[name] else { continue }
            report.files.append(try load(name, bytes))
        }
        return report
    }

    private struct Undo: Error { let file: ImportReport.File }

    private func load(_ name: String, _ bytes: [UInt8]) throws -> ImportReport.File {
        var file = ImportReport.File(name: name + ".csv")
        let csv: CSV
        do { csv = try CSV(bytes) } catch {
            file.isKept = false
            file.problems = [.init(line: 1, column: "", reason: .notText, text: "\(error)")]
            return file
        }
        return try load(name, csv, into: file)
    }

    /// Loads rows that were read, or mapped, before.
    /// - Parameters:
    ///   - name: what they are, one of `order`.
    ///   - file: where they came from, as the report calls it.
    package func load(_ name: String, _ csv: CSV, from file: String? = nil) throws -> ImportReport.File {
        try load(name, csv, into: ImportReport.File(name: file ?? name))
    }

    private func load(_ name: String, _ csv: CSV, into empty: ImportReport.File) throws -> ImportReport.File {
        do {
            return try store.writeNow(as: nil, at: now) { transaction in
                let sheet = try Sheet(transaction, csv, empty, on: today)
                sheet.progress = progress
                guard let kind = DataFile(rawValue: name) else { throw Refusal.notFound }
                try kind.facts.take(sheet)()
                let stays = !options.dryRun && (sheet.file.problems.isEmpty || options.keepGoing)
                if !stays { throw Undo(file: sheet.file) }
                return sheet.file
            }
        } catch let undo as Undo {
            var file = undo.file
            file.isKept = false
            return file
        }
    }
}
