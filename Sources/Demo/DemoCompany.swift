package import Rouage
package import Storage

/// Émargo, the demo company: 200 people who prepare a quarter. Its files are written as if it were Thursday 5 March
/// 2026 and are moved so that the day of loading lies in the alignment weeks of a quarter.
package enum DemoCompany {
    static let writtenOn = Day(2026, 3, 5)
    /// Before the oldest quarter was drafted.
    private static let beginning = Day(2025, 7, 21)

    /// What the database says of the demonstration; nothing in a real one.
    package struct Settings: Sendable {
        /// Codes of the people one may sign in as with one click.
        package let cast: [String]
        /// The day on which the demonstration stands still.
        package let day: Day?
    }

    package static func settings(_ reading: Reading) throws -> Settings? {
        guard let cast = try reading.setting("demo_cast") else { return nil }
        return Settings(
            cast: cast.split(separator: ",").map(String.init), day: try reading.setting("demo_day").flatMap(Day.init))
    }

    /// Loads the company into an empty database.
    /// - Parameter pinned: the day on which the demonstration is to stand still.
    package static func load(into store: Store, at now: Instant, on today: Day, pinned: Day? = nil) throws {
        let settled = pinned.flatMap { SettledQuarter(on: $0) }
        let today = settled?.before ?? today
        let move = Move(to: today)
        // The organisation and its calendar are as old as the oldest quarter; what people wrote and answered since is
        // added after, moment by moment.
        let first = move.day(beginning)
        let opened = Instant("\(first)T08:00:00.000Z") ?? now
        let importer = Importer(store, at: opened, on: first)
        let files = try files(on: today)
        try load(files.filter { organisation.contains($0.key) }, by: importer)
        let content = try importer.content(of: files)
        let past = try store.readNow { try Past($0, leadingTo: content) }
        try store.writePast(past.writes(try rows("moves", by: move), from: opened, on: today))
        // The rest speaks of what is there by now.
        let known = organisation.union(Importer.Content.files)
        try load(files.filter { !known.contains($0.key) }, by: Importer(store, at: now, on: today))
        try remind(store, from: max(first, today - 60), upTo: today)
        try store.writeNow(as: nil, at: now) { try past.nameUnread(since: today - 10, $0) }
        try settled?.write(into: store)
        let cast = try file("cast").rows.map { $0.cells[0] }
        try store.writeNow(as: nil, at: now) { transaction in
            try transaction.set("demo_cast", to: cast.joined(separator: ","))
            if let pinned { try transaction.set("demo_day", to: pinned.description) }
        }
    }

    private static let organisation: Set = ["people", "units", "memberships", "roles", "axes", "fields", "cycles"]

    private static func load(_ files: [String: [UInt8]], by importer: Importer) throws {
        let report = try importer.load(files)
        guard report.isClean else { throw Fault.refused(report.files.flatMap(\.problems)) }
    }

    /// What was said of drafts and requests, day by day.
    private static func remind(_ store: Store, from first: Day, upTo today: Day) throws {
        let clockwork = Clockwork(store)
        for day in first..<today {
            guard let morning = Instant("\(day)T08:00:00.000Z") else { continue }
            try clockwork.remind(at: morning, on: day)
        }
    }

    enum Fault: Error {
        case missing(String)
        case refused([ImportReport.Problem])
    }

    /// The company's files, as they read when today is `today`.
    package static func files(on today: Day) throws -> [String: [UInt8]] {
        let move = Move(to: today)
        let names = Importer.order.filter { name in Asset.all.contains { $0.path == "Demo/\(name).csv" } }
        return Dictionary(uniqueKeysWithValues: try names.map { ($0, try file($0, by: move)) })
    }

    /// One of the company's files, as it reads when today is `today`.
    package static func file(_ name: String, on today: Day) throws -> [UInt8] { try file(name, by: Move(to: today)) }

    private static func file(_ name: String, by move: Move) throws -> [UInt8] {
        let header = CSV.line(try file(name).header)
        return Array((header + (try rows(name, by: move)).map { CSV.line($0) }.joined()).utf8)
    }

    /// The cells of a file's rows, moved in time.
    private static func rows(_ name: String, by move: Move) throws -> [[String]] {
        let csv = try file(name)
        return csv.rows.map { row in
            zip(csv.header, row.cells).map { move.cell($1, column: $0, of: name, in: row, csv.header) }
        }
    }

    private static func file(_ name: String) throws -> CSV {
        guard let asset = Asset.all.first(where: { $0.path == "Demo/\(name).csv" }) else { throw Fault.missing(name) }
        return try CSV(Array(asset.bytes))
    }
}
