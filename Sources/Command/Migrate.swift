import ArgumentParser
import Rouage
import Storage

struct Migrate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Brings the database to this version's shape; serve does it too.",
        discussion: "Example: rouage migrate --database postgres://rouage@db/rouage")

    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let store = try database.open()
        defer { store.close() }
        print("Up to date: \(try store.engine.describe()).")
    }
}
