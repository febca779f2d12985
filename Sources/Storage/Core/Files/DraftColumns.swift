package import Rouage

extension Reading {
    /// Who and what the names of a file stand for.
    package func names() throws -> Names {
        Names(
            people: try records(Person.self), units: try records(Rouage.Unit.self), cycles: try records(Cycle.self),
            axes: try records(Axis.self), on: .farAway)
    }
}

extension Day {
    /// A day on which everybody who ever left has left: a file names people of any time.
    fileprivate static let farAway = Day(number: 1_000_000)
}

extension Drafted {
    /// What its fields are called in files.
    static var columns: [String] { fields.map(\.name) }

    /// What a file shows of it, in the order of the columns.
    func cells(_ names: Names) -> [String] { Self.fields.map { $0.cell(self, names) } }
}

extension SheetRow {
    /// Reads what people write of a record through its declared fields. A column that the file does not have leaves what is
    /// known; so does an empty cell of a closed list.
    /// - Parameter known: columns that were read already.
    mutating func draft<Draft: Drafted>(over stored: Draft, _ names: Names, but known: Set<String> = []) -> Draft {
        var entries = Entries()
        for field in Draft.fields where has(field.name) && !known.contains(field.name) {
            let cell = text(field.name, as: field.sort)
            if case .choice = field.sort, cell.isEmpty { continue }
            entries[field.name] = .typed(cell)
        }
        let (draft, flaws) = stored.reading(entries, names)
        for flaw in flaws { refuse(flaw.field, flaw.reason) }
        // What cannot be read is named once; the rest is held to what is declared.
        for flaw in draft.flaws where !known.contains(flaw.field) && !flaws.contains(where: { $0.field == flaw.field })
        {
            refuse(flaw.field, flaw.reason)
        }
        return draft
    }

    /// Somebody by name; nobody when the cell is empty.
    mutating func person(_ column: String, _ names: Names) -> Identifier<Person>? {
        one(text(column), column, names.person)
    }

    mutating func unit(_ column: String, _ names: Names) -> Identifier<Rouage.Unit>? {
        one(text(column), column, names.unit)
    }

    mutating func cycle(_ column: String, _ names: Names) -> Identifier<Cycle>? {
        one(text(column), column, names.cycle)
    }

    mutating func axis(_ column: String, _ names: Names) -> Identifier<Axis>? {
        one(text(column), column, names.axis)
    }

    /// Several people, joined by a semicolon.
    mutating func people(_ column: String, _ names: Names) -> [Identifier<Person>] { all(column, names.person) }
    mutating func units(_ column: String, _ names: Names) -> [Identifier<Rouage.Unit>] { all(column, names.unit) }

    private mutating func one<Record>(_ name: String, _ column: String, _ find: (String) -> Names.Found<Record>)
        -> Identifier<Record>?
    {
        let name = name.withoutLinks
        if name.isBlank { return nil }
        switch find(name) {
        case .one(let id): return id
        case .flaw(let reason):
            refuse(column, reason)
            return nil
        }
    }

    /// Nobody when one of them is unknown.
    private mutating func all<Record>(_ column: String, _ find: (String) -> Names.Found<Record>) -> [Identifier<Record>]
    {
        let written = Sent.typed(text(column)).list ?? []
        let found = written.compactMap { one($0, column, find) }
        return found.count == written.count ? found : []
    }
}
