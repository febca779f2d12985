import ArgumentParser
import Demo
import Rouage
import Storage
import Web
import WebCore

struct Demonstration: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Loads the demo company Émargo into an empty database.",
        discussion: "Example: rouage demo --on 2026-03-05 --database sqlite:demo.sqlite")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var day: DayOptions
    @Flag(help: "Loads it only when nobody is there yet; otherwise says so and leaves with 0.") var ifEmpty = false

    func run() throws {
        let store = try database.open()
        defer { store.close() }
        let people = try store.readNow { try $0.count("SELECT count(*) FROM person") }
        guard people == 0 else {
            if ifEmpty {
                print("Your data is kept: \(people) people in \(database.address).")
                return
            }
            throw Stop(
                "The database \(database.address) holds \(people) people already: the demo company needs an empty one.")
        }
        let clock = day.clock()
        try DemoCompany.load(into: store, at: clock.now(), on: clock.today, pinned: day.on)
        let count = try store.readNow { try $0.count("SELECT count(*) FROM person") }
        print("Émargo is loaded: \(count) people.")
    }
}
