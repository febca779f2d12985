import Rouage

/// One file on its way into the database.
final class Sheet {
    let transaction: Transaction
    let today: Day
    var file: ImportReport.File
    var progress: (@Sendable (String, Int, Int) -> Void)?
    private let csv: CSV
    private let places: [String: Int]
    /// New records that are written together.
    private var waiting: [any Noun] = []
    private var writeWaiting: () throws -> Void = {}
    /// The department on the days that were asked for.
    private var departments: [Day: Organisation] = [:]
    private var namesBefore: Names?

    init(_ transaction: Transaction, _ csv: CSV, _ file: ImportReport.File, on today: Day) throws {
        self.transaction = transaction
        self.today = today
        self.csv = csv
        places = Dictionary(csv.header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        self.file = file
    }

    var now: Instant { transaction.now }

    /// Takes each row in turn; a row with a problem is counted and not written.
    func eachRow(_ take: (inout SheetRow) throws -> Void) throws {
        for raw in csv.rows {
            file.read += 1
            if file.read % 500 == 0 || file.read == csv.rows.count { progress?(file.name, file.read, csv.rows.count) }
            var row = SheetRow(raw, places)
            guard raw.cells.count == csv.header.count else {
                file.refuse([
                    .init(
                        line: raw.line, page: raw.page, column: "",
                        reason: .outOfRange(csv.header.count...csv.header.count), text: "\(raw.cells.count)")
                ])
                continue
            }
            row.refuseNUL()
            if row.problems.isEmpty { try take(&row) }
            if !row.problems.isEmpty { file.refuse(row.problems) }
        }
        try write()
    }

    /// The department as it was on a day, by the dates of places and roles.
    func department(on day: Day) throws -> Organisation {
        if let known = departments[day] { return known }
        let department = try transaction.organisation(on: day)
        departments[day] = department
        return department
    }

    /// Looks at each whole row without counting or judging it.
    func eachRaw(_ look: (SheetRow) throws -> Void) throws {
        for raw in csv.rows where raw.cells.count == csv.header.count { try look(SheetRow(raw, places)) }
    }

    /// Adds the record, changes the one of that name, or leaves it when nothing differs; returns it as it now is.
    @discardableResult
    func put<Record: Noun & Equatable>(_ record: Record, over known: Record?) throws -> Record {
        guard let known else {
            file.created += 1
            waiting.append(record)
            writeWaiting = { [transaction, unowned self] in
                try transaction.add(waiting.compactMap { $0 as? Record }, Activity(.imported))
            }
            if waiting.count == 128 { try write() }
            return record
        }
        if record == known {
            file.unchanged += 1
            return known
        }
        try write()
        file.updated += 1
        return try transaction.replace(known, by: record, Activity(.imported))
    }

    /// Writes the new records that wait.
    func write() throws {
        if waiting.isEmpty { return }
        try writeWaiting()
        waiting.removeAll()
    }

    /// The records of a table by their stable name.
    func known<Record: Noun>(by name: (Record) -> String) throws -> [String: Record] {
        Dictionary(try transaction.records(Record.self).map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The names of the records of a table, from its stable names.
    func codes<Record: Noun>(_ table: SQL, _: Record.Type = Record.self) throws -> [String: Identifier<Record>] {
        Dictionary(
            try transaction.all(table) { ($0.text(0), try $0.id(1)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Who and what the names of the file stand for, as they were before it.
    func names() throws -> Names {
        if let namesBefore { return namesBefore }
        let names = try transaction.names()
        namesBefore = names
        return names
    }
}

extension ImportReport.File {
    /// Counts a row that cannot be taken.
    mutating func refuse(_ problems: [ImportReport.Problem]) {
        refused += 1
        self.problems += problems
    }
}
