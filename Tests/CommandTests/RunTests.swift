import Foundation
import TestSupport
import Testing

@Suite("bin/run", .serialized)
struct RunTests {
    private static let script = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../bin/run").standardized

    /// Starts the script in a folder until the server says how to stop it, stops it, and returns what was said.
    private func run(_ arguments: String..., in folder: URL, database: String? = nil) throws -> String {
        let process = Process()
        process.executableURL = Self.script
        process.arguments = arguments + ["--port", "0"]
        process.currentDirectoryURL = folder
        var environment = ProcessInfo.processInfo.environment
        environment["ROUAGE_BINARY"] = Ran.binary.path
        environment["ROUAGE_DATABASE"] = database
        process.environment = environment
        let out = Pipe()
        process.standardOutput = out
        process.standardInput = FileHandle.nullDevice
        try process.run()
        var said = ""
        while !said.contains("Ctrl+C") {
            let part = out.fileHandleForReading.availableData
            if part.isEmpty { break }
            said += String(decoding: part, as: UTF8.self)
        }
        process.terminate()
        process.waitUntilExit()
        return said
    }

    @Test("loads the demo company where it was asked to, keeps it at the next start, and says so")
    func keeps() throws {
        let folder = try Ran.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let first = try run("--database", "sqlite:mine.sqlite", in: folder)
        #expect(first.contains("Émargo is loaded") && first.contains("Rouage is at http://127.0.0.1:"), "\(first)")
        #expect(first.contains("One click signs you in as: Camille Aubrac"))
        let file = folder.appendingPathComponent("mine.sqlite")
        #expect(FileManager.default.fileExists(atPath: file.path))
        for address in ["sqlite:mine.sqlite", "mine.sqlite", "sqlite:\(file.path)"] {
            let again = try run(in: folder, database: address)
            #expect(again.contains("Your data is kept: 210 people in sqlite:"), "\(address): \(again)")
            #expect(!again.contains("Émargo is loaded"))
        }
    }

    @Test("starts empty when it is asked to, and says how the first person gets in")
    func empty() throws {
        let folder = try Ran.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let said = try run("--empty", "--database=sqlite:own.sqlite", in: folder)
        #expect(said.contains("Nobody is there yet.") && said.contains("user add LOGIN"), "\(said)")
        #expect(!said.contains("Émargo"))
        let database = "sqlite:\(folder.path)/own.sqlite"
        let added = try Ran.rouage(
            "user", "add", "loic.perdrix", "--name", "Loïc Perdrix", "--email", "loic.perdrix@emargo.example", "--role",
            "admin", "--database", database)
        #expect(added.code == 0)
        #expect(try run("--empty", "--database", "own.sqlite", in: folder).contains("Your data is kept: 1 person in"))
    }

    @Test(
        "says how it is called when it is called wrongly", arguments: [["--port", "x"], ["--nothing"], ["--database"]])
    func usage(arguments: [String]) throws {
        let process = Process()
        process.executableURL = Self.script
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
    }
}
