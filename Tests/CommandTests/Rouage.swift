import Foundation

/// The built command, beside the tests, as a person or a script runs it.
struct Ran {
    let code: Int32
    let out: String
    let err: String

    static var binary: URL {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("rouage")
    }

    static func rouage(_ arguments: String..., environment: [String: String] = [:]) throws -> Ran {
        try rouage(arguments, environment: environment)
    }

    static func rouage(_ arguments: [String], environment: [String: String] = [:]) throws -> Ran {
        let (process, out, err) = try start(arguments, environment: environment)
        let said = out.fileHandleForReading.readDataToEndOfFile()
        let errors = err.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Ran(
            code: process.terminationStatus, out: String(decoding: said, as: UTF8.self),
            err: String(decoding: errors, as: UTF8.self))
    }

    static func start(_ arguments: [String], environment: [String: String] = [:]) throws -> (
        Process, out: Pipe, err: Pipe
    ) {
        let process = Process()
        process.executableURL = binary
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let (out, err) = (Pipe(), Pipe())
        process.standardOutput = out
        process.standardError = err
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return (process, out, err)
    }

    /// A folder that is there for one test.
    static func folder() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("rouage-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }
}
