import ArgumentParser
import Foundation
import Rouage
import Storage
import Web
import WebCore

struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks at the database, the clock and the disk; leaves with 1 when something is wrong.",
        discussion: "Example: rouage doctor --database sqlite:/var/lib/rouage/rouage.sqlite")

    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let store = try database.openExisting()
        defer { store.close() }
        var wrong: [String] = []
        print("Rouage \(Version.current)")
        print("Engine: \(try store.engine.describe())")
        let steps = try store.readNow { try $0.count("SELECT count(*) FROM schema_migration") }
        print("Migrations: \(steps) applied, none missing")
        let strays = try store.readNow { try $0.changedBehindTheDoor() }
        print("Rows changed behind the write door: \(strays.count)")
        for stray in strays.prefix(20) { print("  \(stray)") }
        if !strays.isEmpty { wrong.append("\(strays.count) rows were changed without leaving an activity") }
        let gap = try store.readNow { try $0.secondsAhead(of: Instant(Date())) }
        print("Clock: the newest activity is \(gap > 0 ? "\(gap) s in the future" : "in the past")")
        if gap > 60 { wrong.append("the machine's clock is \(gap) s behind the newest activity") }
        if let apart = try store.readNow({ try $0.serverSecondsAhead(of: Instant(Date())) }) {
            print("Clock of PostgreSQL: \(abs(apart)) s \(apart < 0 ? "behind" : "ahead of") this machine's")
            if abs(apart) > Clock.mostApart {
                wrong.append(
                    "the clocks of this machine and of PostgreSQL are \(abs(apart)) s apart: no date moves anything")
            }
        }
        let (waiting, dead) = try store.readNow { (try $0.letters(.waiting), try $0.letters(.dead)) }
        print("Outbox: \(waiting) letters wait, \(dead) were given up")
        for letter in try store.readNow({ try $0.deadLetters(most: 20) }) { print("  \(letter)") }
        if dead > 0 { wrong.append("\(dead) letters did not arrive and were given up") }
        if let free = diskSpace() {
            print("Disk: \(free / 1_000_000) MB free")
            if free < 200_000_000 { wrong.append("less than 200 MB are free on the disk") }
        }
        guard wrong.isEmpty else { throw Stop("Wrong: " + wrong.joined(separator: "; ") + ".") }
        print("All is well.")
    }

    /// Free bytes where the SQLite file is; nothing for a database elsewhere.
    private func diskSpace() -> Int? {
        guard database.address.hasPrefix("sqlite:") || !database.address.contains(":") else { return nil }
        let path = database.address.replacingOccurrences(of: "sqlite:", with: "")
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let values = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        return (values?[.systemFreeSize] as? NSNumber)?.intValue
    }
}

struct Version: ParsableCommand {
    static let current = "0.1.0"
    static let configuration = CommandConfiguration(
        abstract: "Prints the version.", discussion: "Example: rouage version")

    func run() { print("rouage \(Version.current)") }
}
