import ArgumentParser
import Foundation
import Rouage
import Storage

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes everything into a folder, in the files that import reads.",
        discussion: "Example: rouage export backup-2026-03-05")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The folder; it is made when it is not there.") var folder: String

    func run() throws {
        let store = try database.openExisting()
        defer { store.close() }
        let target = URL(fileURLWithPath: folder, isDirectory: true)
        do {
            try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        } catch { throw Stop("The folder \(folder) cannot be made.") }
        func write(_ text: String, _ name: String) throws {
            do {
                try Data(text.utf8).write(to: target.appendingPathComponent(name + ".csv"), options: .atomic)
            } catch { throw Stop("\(name).csv cannot be written: \(error.localizedDescription)") }
        }
        let leftOut = try store.readNow { reading in
            let exporter = try Exporter(reading)
            for name in Exporter.names { try write(try exporter.file(name), name) }
            return try exporter.leftOut()
        }
        print("\(Exporter.names.count) files in \(folder).")
        if leftOut.isEmpty {
            try? FileManager.default.removeItem(at: target.appendingPathComponent(LeftOut.file + ".csv"))
        } else {
            try write(LeftOut.text(leftOut), LeftOut.file)
            print("Not whole: \(leftOut.words). \(LeftOut.file).csv says so to whoever loads it.")
        }
    }
}

extension [LeftOut] {
    /// What is missing, for people.
    var words: String {
        map { "\($0.count) of \($0.file) of \($0.of), which nobody may read yet" }.joined(separator: "; ")
    }
}

extension LeftOut {
    /// Why a folder is no whole export, in a sentence; nothing for one that is whole.
    static func refusal(of folder: String) -> String? {
        let file = URL(fileURLWithPath: folder).appendingPathComponent(LeftOut.file + ".csv")
        guard let data = try? Data(contentsOf: file), let all = try? LeftOut.read([UInt8](data)), !all.isEmpty else {
            return nil
        }
        return "This export is not whole: \(all.words). Export again once they are closed, or load it with --partial."
    }
}
