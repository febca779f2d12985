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
        /// How dates that can be read in two ways are written.
        package var dates: DateOrder?

        package init(dryRun: Bool = false, keepGoing: Bool = false, dates: DateOrder? = nil) {
            self.dryRun = dryRun
            self.keepGoing = keepGoing
            self.dates = dates
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

    /// Loads the files given by their name without ending, such as `units`. A dry run is the same without its end, so that
    /// a file knows what an earlier one holds.
    package func load(_ files: [String: [UInt8]]) throws -> ImportReport {
        let present = DataFile.allCases.compactMap { file in files[file.rawValue].map { (file, $0) } }
        guard options.dryRun else {
            return ImportReport(files: try present.map { file, bytes in try write { try load(file, bytes, $0) } })
        }
        return try preview { transaction in
            ImportReport(files: try present.map { file, bytes in try load(file, bytes, transaction) })
        }
    }

    /// Loads rows that were read, or mapped, before.
    /// - Parameters:
    ///   - name: what they are, one of `order`.
    ///   - file: where they came from, as the report calls it.
    package func load(_ name: String, _ csv: CSV, from file: String? = nil) throws -> ImportReport.File {
        guard let kind = DataFile(rawValue: name) else { throw Refusal.notFound }
        let empty = ImportReport.File(name: file ?? name)
        return options.dryRun
            ? try preview { try load(kind, csv, into: empty, $0) } : try write { try load(kind, csv, into: empty, $0) }
    }

    private func write<Value>(_ body: (Transaction) throws -> Value) throws -> Value {
        try store.writeNow(as: nil, at: now, body)
    }

    private struct Preview<Value: Sendable>: Error { let value: Value }

    /// What a write would give, of which nothing is kept.
    private func preview<Value: Sendable>(_ body: (Transaction) throws -> Value) throws -> Value {
        do {
            return try write { transaction -> Value in throw Preview(value: try body(transaction)) }
        } catch let preview as Preview<Value> { return preview.value }
    }

    private struct Undo: Error { let file: ImportReport.File }

    private func load(_ kind: DataFile, _ bytes: [UInt8], _ transaction: Transaction) throws -> ImportReport.File {
        var file = ImportReport.File(name: kind.rawValue + ".csv")
        let csv: CSV
        do { csv = try CSV(file: bytes) } catch {
            file.isKept = false
            file.fault = error
            file.problems = [.init(line: 1, column: "", reason: .notText, text: "\(error)")]
            return file
        }
        return try load(kind, csv, into: file, transaction)
    }

    /// One file as a whole or not at all.
    private func load(_ kind: DataFile, _ csv: CSV, into empty: ImportReport.File, _ transaction: Transaction) throws
        -> ImportReport.File
    {
        do {
            var file = try transaction.attempt {
                let sheet = Sheet(transaction, csv, empty, on: today, dates: options.dates)
                sheet.progress = progress
                do { try kind.facts.take(sheet)() } catch Refusal.invalid(let flaws) {
                    sheet.refuse(flaws)
                    throw Undo(file: sheet.file)
                }
                sheet.remarkUnused()
                if !sheet.file.problems.isEmpty && !options.keepGoing { throw Undo(file: sheet.file) }
                return sheet.file
            }
            file.isKept = !options.dryRun
            return file
        } catch let undo as Undo {
            var file = undo.file
            file.isKept = false
            return file
        }
    }
}
