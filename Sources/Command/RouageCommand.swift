import ArgumentParser
import Foundation

@main
struct RouageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rouage",
        abstract: "The operating system of a product department.",
        discussion: """
            Exit codes: 0 done, 1 refused (every problem is listed), 2 wrong usage.
            The database is --database, or ROUAGE_DATABASE, or sqlite:rouage.sqlite.
            Example: rouage demo && rouage serve
            """,
        version: Version.current,
        subcommands: [
            Serve.self, Demonstration.self, Migrate.self, Import.self, Export.self, User.self, Token.self,
            CalendarOf.self, Doctor.self, Version.self,
        ])

    /// Runs the command; usage mistakes leave with 2, refusals and faults with 1.
    static func main() async {
        // What is written is its owner's alone: databases and exports hold passwords' hashes and open ballots.
        umask(0o077)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            leave(with: error)
        }
    }

    private static func leave(with error: any Error) -> Never {
        let code = exitCode(for: error)
        if code.isSuccess { exit(withError: error) }
        if let stop = error as? Stop {
            FileHandle.standardError.write(Data("\(stop.text)\n".utf8))
            Foundation.exit(1)
        }
        if code == .validationFailure {
            FileHandle.standardError.write(Data("\(fullMessage(for: error))\n".utf8))
            Foundation.exit(2)
        }
        if code == .failure, !(error is ExitCode) {
            FileHandle.standardError.write(Data("\(Stop(error).text)\n".utf8))
        }
        Foundation.exit(1)
    }
}

/// What a command says when it cannot go on.
struct Stop: Error {
    let text: String

    init(_ text: String) { self.text = text }
}
