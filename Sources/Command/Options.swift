import ArgumentParser
import Foundation
import Rouage
import Storage
import Web
import WebCore

/// Where the data is.
struct DatabaseOptions: ParsableArguments {
    @Option(
        help: "sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME (default: ROUAGE_DATABASE, else sqlite:rouage.sqlite)."
    )
    var database: String?

    var address: String {
        database ?? ProcessInfo.processInfo.environment["ROUAGE_DATABASE"] ?? "sqlite:rouage.sqlite"
    }

    func open() throws -> Store { try Store.open(address) }

    /// The same for what only looks: a path where nothing is makes no new database.
    func openExisting() throws -> Store {
        let isFile = address.hasPrefix("sqlite:") || !["://", "="].contains(where: address.contains)
        let path = address.hasPrefix("sqlite:") ? String(address.dropFirst("sqlite:".count)) : address
        guard !isFile || FileManager.default.fileExists(atPath: path) else {
            throw Stop("The database \(path) is not there: see --database and ROUAGE_DATABASE.")
        }
        return try open()
    }
}

/// What day and hour it is.
struct DayOptions: ParsableArguments {
    @Option(help: "Pretends that it is this day, such as 2026-03-05.")
    var on: Day?
    @Option(help: "Pretends that it is this hour, 0 to 23; the real one without it.")
    var hour: Int?

    func validate() throws {
        if let hour, !(0...23).contains(hour) { throw ValidationError("An hour is a number from 0 to 23.") }
    }

    func clock(or pinned: Day? = nil) -> Clock { Clock(on: on ?? pinned, hour: hour) }
}

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Clock {
    var today: Day { now().day(in: zone) }
}
