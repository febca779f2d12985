import Rouage

/// One file on its way into the database.
final class Sheet {
    let transaction: Transaction
    let today: Day
    var file: ImportReport.File
    var progress: (@Sendable (String, Int, Int) -> Void)?
    private let csv: CSV
    private let columns: SheetColumns
    /// The row that is being taken.
    private var current: SheetRow?
    /// New records that are written together, with their rows.
    private var waiting: [(record: any Noun, row: SheetRow?)] = []
    private var writeWaiting: () throws -> Void = {}
    /// Where each record was first met, by its identifier.
    private var met: [String: String] = [:]
    /// Records that the database refused.
    private var refused: Set<String> = []
    /// The department on the days that were asked for.
    private var departments: [Day: Organisation] = [:]
    private var namesBefore: Names?

    init(
        _ transaction: Transaction, _ csv: CSV, _ file: ImportReport.File, on today: Day, dates: DateOrder? = nil
    ) {
        self.transaction = transaction
        self.today = today
        self.csv = csv.fitted(filling: false)
        columns = SheetColumns(csv.header, dates)
        self.file = file
        self.file.remarks += csv.remarks
    }

    var now: Instant { transaction.now }

    /// Takes each row in turn; a row with a problem is counted and not written.
    func eachRow(_ take: (inout SheetRow) throws -> Void) throws {
        for raw in csv.rows {
            file.read += 1
            if file.read % 500 == 0 || file.read == csv.rows.count { progress?(file.name, file.read, csv.rows.count) }
            var row = SheetRow(raw, columns)
            guard raw.cells.count == csv.header.count else {
                file.refuse([
                    .init(
                        line: raw.line, page: raw.page, column: "",
                        reason: .outOfRange(csv.header.count...csv.header.count), text: "\(raw.cells.count)")
                ])
                continue
            }
            row.refuseNUL()
            current = row
            if row.problems.isEmpty {
                do { try take(&row) } catch Refusal.invalid(let flaws) {
                    for flaw in flaws { row.refuse(flaw.field, flaw.reason) }
                }
            }
            current = nil
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
        for raw in csv.rows where raw.cells.count == csv.header.count { try look(SheetRow(raw, columns)) }
    }

    /// Adds the record, changes the one of that name, or leaves it when nothing differs; returns it as it now is.
    /// - Parameters:
    ///   - row: where it comes from, when that is not the row being taken.
    ///   - isPart: whether several rows make one record.
    @discardableResult
    func put<Record: Noun & Equatable>(
        _ record: Record, over known: Record?, from row: SheetRow? = nil, isPart: Bool = false
    ) throws -> Record {
        let row = row ?? current
        let id = record.id.description
        if refused.contains(id) {
            file.refused += 1
            return record
        }
        if let row, !isPart {
            if let earlier = met[id] {
                file.remarks.append(.repeated(place: row.place, earlier: earlier))
            } else {
                met[id] = row.place
            }
        }
        guard let known else {
            file.created += 1
            waiting.append((record, row))
            writeWaiting = { [transaction, unowned self] in
                let batch = waiting.compactMap { waits in (waits.record as? Record).map { ($0, waits.row) } }
                do {
                    try transaction.attempt { try transaction.add(batch.map(\.0), Activity(.imported)) }
                } catch Refusal.invalid {
                    // One of them is in the way of another: each by itself, so that the row is known.
                    for (record, row) in batch { try add(record, from: row) }
                }
            }
            if waiting.count == 128 { try write() }
            return record
        }
        if record == known {
            file.unchanged += 1
            return known
        }
        try write()
        if refused.contains(id) {
            file.refused += 1
            return record
        }
        let replaced = try transaction.attempt { try transaction.replace(known, by: record, Activity(.imported)) }
        file.updated += 1
        return replaced
    }

    private func add<Record: Noun>(_ record: Record, from row: SheetRow?) throws {
        do {
            try transaction.attempt { try transaction.add(record, Activity(.imported)) }
        } catch Refusal.invalid(let flaws) {
            guard var row else { throw Refusal.invalid(flaws) }
            for flaw in flaws { row.refuse(flaw.field, flaw.reason) }
            file.created -= 1
            file.refuse(row.problems)
            refused.insert(record.id.description)
        }
    }

    /// Writes the new records that wait.
    func write() throws {
        if waiting.isEmpty { return }
        defer { waiting.removeAll() }
        try writeWaiting()
    }

    /// Counts what is refused after all rows were taken, when no row of it is known any more.
    func refuse(_ flaws: [Flaw]) {
        file.refuse(flaws.map { .init(line: 0, column: $0.field, reason: $0.reason, text: "") })
    }

    /// Says which columns nothing was taken from, although a row was taken and they are filled.
    func remarkUnused() {
        guard file.read > file.refused else { return }
        for (place, name) in csv.header.enumerated()
        where !name.isEmpty && !csv.mapped.contains(name) && !columns.isTaken(name, at: place) {
            let cells = csv.rows.count { $0.cells.indices.contains(place) && !$0.cells[place].isBlank }
            if cells > 0 { file.remarks.append(.unused(column: name, cells: cells)) }
        }
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
