import Rouage

/// One file on its way into the database.
final class Sheet {
    let transaction: Transaction
    let today: Day
    var file: ImportReport.File
    var progress: (@Sendable (String, Int, Int) -> Void)?
    private let csv: CSV

    init(_ transaction: Transaction, _ csv: CSV, _ file: ImportReport.File, on today: Day) throws {
        self.transaction = transaction
        self.today = today
        self.csv = csv
        self.file = file
    }

    var now: Instant { transaction.now }

    /// Takes each row in turn; a row with a problem is counted and not written.
    func eachRow(_ take: (inout SheetRow) throws -> Void) throws {
        for raw in csv.rows {
            file.read += 1
            if file.read % 500 == 0 || file.read == csv.rows.count { progress?(file.name, file.read, csv.rows.count) }
            guard raw.cells.count == csv.header.count else {
                refuse(line: raw.line, "", .outOfRange(csv.header.count...csv.header.count), "\(raw.cells.count)")
                file.refused += 1
                continue
            }
            var row = SheetRow(
                line: raw.line,
                cells: Dictionary(zip(csv.header, raw.cells), uniquingKeysWith: { first, _ in first }))
            do { try take(&row) } catch let refusal as Refusal {
                if case .invalid(let flaws) = refusal {
                    for flaw in flaws { row.refuse(flaw.field, flaw.reason) }
                } else {
                    row.refuse("", .unknown)
                }
            }
            if !row.problems.isEmpty {
                file.refused += 1
                file.problems += row.problems
            }
        }
    }

    /// Looks at each whole row without counting or judging it.
    func eachRaw(_ look: (SheetRow) throws -> Void) throws {
        for raw in csv.rows where raw.cells.count == csv.header.count {
            try look(
                SheetRow(
                    line: raw.line,
                    cells: Dictionary(zip(csv.header, raw.cells), uniquingKeysWith: { first, _ in first })))
        }
    }

    func refuse(line: Int, _ column: String, _ reason: Flaw.Reason, _ text: String) {
        file.problems.append(.init(line: line, column: column, reason: reason, text: text))
    }

    /// Adds the record, changes the one of that name, or leaves it when nothing differs.
    /// - Parameter same: copies into the new record what a file does not say.
    func put<Record: Noun & Equatable>(_ record: Record, over known: Record?) throws {
        guard let known else {
            try transaction.add(record, Activity(.imported))
            file.created += 1
            return
        }
        if record == known {
            file.unchanged += 1
            return
        }
        try transaction.change(known.id) { (stored: inout Record) in
            stored = record
            return Activity(.imported)
        }
        file.updated += 1
    }

    /// The records of a table by their stable name.
    func known<Record: Noun>(by name: (Record) -> String) throws -> [String: Record] {
        Dictionary(try transaction.records(Record.self).map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
    }

    func codes<Record: Noun>(_ table: SQL, _: Record.Type = Record.self) throws -> [String: Identifier<Record>] {
        Dictionary(
            try transaction.all(table) { ($0.text(0), try $0.id(1)) }, uniquingKeysWith: { first, _ in first })
    }

    /// People by their code and, since logins are often written with other capitals, by its small letters.
    func personCodes() throws -> [String: Identifier<Person>] {
        let codes: [String: Identifier<Person>] = try codes("SELECT code, id FROM person")
        return codes.merging(codes.map { ($0.key.lowercased(), $0.value) }) { exact, _ in exact }
    }
    func unitCodes() throws -> [String: Identifier<Unit>] { try codes("SELECT code, id FROM unit") }
}
