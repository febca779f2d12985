import ArgumentParser
import Foundation
import Rouage
import Storage
import Web

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
}

/// What day it is.
struct DayOptions: ParsableArguments {
    @Option(help: "Pretends that it is this day, such as 2026-03-05.")
    var on: Day?

    func clock(or pinned: Day? = nil) -> Clock { Clock(on: on ?? pinned) }
}

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Clock {
    var today: Day { now().day(in: zone) }
}
