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
        let store = try database.open()
        defer { store.close() }
        let target = URL(fileURLWithPath: folder, isDirectory: true)
        do {
            try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        } catch { throw Stop("The folder \(folder) cannot be made.") }
        try store.readNow { reading in
            let exporter = try Exporter(reading)
            for name in Exporter.names {
                let text = try exporter.file(name)
                do {
                    try Data(text.utf8).write(to: target.appendingPathComponent(name + ".csv"), options: .atomic)
                } catch { throw Stop("\(name).csv cannot be written: \(error.localizedDescription)") }
            }
        }
        print("\(Exporter.names.count) files in \(folder).")
    }
}
