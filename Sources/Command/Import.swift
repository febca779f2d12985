import ArgumentParser
import Foundation
import Rouage
import Storage
import Web
import WebCore

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Loads a folder of Rouage's files, or one file of another tool.",
        discussion: """
            Example: rouage import our-department
            Example: rouage import briefings keps.jsonl --column ref=id --column team=owning_sig \
            --column problem=motivation --set cycle=2026-Q2
            Example: rouage import briefings pages/ --column team=équipe --set cycle=2026-Q2
            """)

    @Argument(
        help:
            "FOLDER, or KIND and FILE. KIND is one of \(Importer.order.joined(separator: ", ")); FILE is .csv, .json, .jsonl or a folder of .md pages."
    )
    var what: [String]
    @Option(
        help:
            "OURS=THEIRS: our column is called so in the file; THEIRS may be A|B, the first filled one counts, A[] for all columns of one name, A.B for a key inside a JSON object."
    )
    var column: [String] = []
    @Option(help: "OURS=VALUE: our column has this value on every row.") var set: [String] = []
    @Option(help: "OURS:THEIR WORD=OUR WORD: what a word of the file means.") var value: [String] = []
    @Option(help: "OURS=SEPARATOR: each part of a cell becomes a row.") var split: [String] = []
    @Option(help: "How dates that can be read in two ways are written, such as dd/mm/yyyy.") var dates: DateOrder?
    @Option(help: "The list of a .json file whose objects are the rows.") var rows: String?
    @Flag(help: "Fills rows that are shorter than the heading with empty cells.") var fill = false
    @Option(help: "Reads the mapping from a file first.") var mapping: String?
    @Option(help: "Keeps the mapping in a file for the next time.") var saveMapping: String?
    @Flag(help: "Reads and reports; writes nothing.") var dryRun = false
    @Flag(help: "Loads an export that says that it is not whole.") var partial = false
    @Flag(help: "Writes the right rows of a file even when others are refused.") var keepGoing = false
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var day: DayOptions

    func validate() throws {
        guard (1...2).contains(what.count) else { throw ValidationError("Give FOLDER, or KIND and FILE.") }
        if what.count == 2, !Importer.order.contains(what[0]) {
            throw ValidationError("KIND is one of \(Importer.order.joined(separator: ", ")).")
        }
    }

    func run() throws {
        let store = try database.open()
        defer { store.close() }
        let clock = day.clock()
        let mapping = try wholeMapping()
        var importer = Importer(
            store, .init(dryRun: dryRun, keepGoing: keepGoing, dates: mapping.dates), at: clock.now(), on: clock.today)
        if isatty(2) == 1 { importer.progress = Progress.show }
        let report =
            what.count == 1
            ? try importer.load(try folder(what[0]))
            : ImportReport(files: [try foreign(what[0], what[1], mapping, importer)])
        print(report.text(isDryRun: dryRun))
        if !report.isClean { throw ExitCode(1) }
    }

    private func folder(_ path: String) throws -> [String: [UInt8]] {
        if !partial, let left = LeftOut.refusal(of: path) { throw Stop(left) }
        var files: [String: [UInt8]] = [:]
        for name in Importer.order {
            let url = URL(fileURLWithPath: path).appendingPathComponent(name + ".csv")
            if FileManager.default.fileExists(atPath: url.path) { files[name] = [UInt8](try Data(contentsOf: url)) }
        }
        guard !files.isEmpty else {
            throw Stop("\(path) holds none of \(Importer.order.map { $0 + ".csv" }.joined(separator: ", ")).")
        }
        return files
    }

    private func foreign(_ kind: String, _ path: String, _ mapping: Mapping, _ importer: Importer) throws
        -> ImportReport.File
    {
        do {
            let name = URL(fileURLWithPath: path).lastPathComponent
            return try importer.load(kind, try mapping.apply(to: try ForeignFile.read(path, for: mapping)), from: name)
        } catch Mapping.Fault.noColumn(let name) {
            throw Stop("\(path) has no column \(name).")
        } catch let fault as ForeignFile.Fault {
            throw Stop("\(path): \(fault.text)")
        } catch let fault as CSV.Fault {
            throw Stop("\(path): \(fault.text)")
        }
    }

    private func wholeMapping() throws -> Mapping {
        var whole = Mapping()
        if let mapping {
            guard let data = FileManager.default.contents(atPath: mapping),
                let read = try? JSONDecoder().decode(Mapping.self, from: data)
            else { throw Stop("\(mapping) is not a mapping that rouage import --save-mapping wrote.") }
            whole = read
        }
        for (name, theirs) in try column.map(pair) { whole.columns[name] = theirs }
        for (name, constant) in try set.map(pair) { whole.set[name] = constant }
        for (name, separator) in try split.map(pair) { whole.split[name] = separator }
        whole.dates = dates ?? whole.dates
        whole.rows = rows ?? whole.rows
        if fill { whole.fill = true }
        for (place, ours) in try value.map(pair) {
            let parts = place.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else { throw ValidationError("--value takes COLUMN:THEIR WORD=OUR WORD.") }
            whole.values[parts[0], default: [:]][parts[1]] = ours
        }
        if let saveMapping {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            do { try encoder.encode(whole).write(to: URL(fileURLWithPath: saveMapping)) } catch {
                throw Stop("\(saveMapping) cannot be written.")
            }
        }
        return whole
    }

    private func pair(_ text: String) throws -> (String, String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty else { throw ValidationError("\(text): write NAME=VALUE.") }
        return (parts[0], parts[1])
    }
}

extension DateOrder: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

/// One line that grows while a file is read.
private enum Progress {
    @Sendable static func show(_ file: String, _ done: Int, _ all: Int) {
        let share = all == 0 ? 20 : done * 20 / all
        let bar = String(repeating: "█", count: share) + String(repeating: "░", count: 20 - share)
        FileHandle.standardError.write(Data("\r\(file) \(bar) \(done)/\(all)\(done == all ? "\n" : "")".utf8))
    }
}
