/// One field of what people write, declared once: its name on every door, what it holds, and where that lies in the
/// draft. Forms, bodies of the API and rows of files are read through it, files are written and the API's document is made
/// from it. The words for it (label, hint) are the page's.
package struct Field<Draft: Drafted>: Sendable {
    /// What forms, files, the API and refusals call it.
    package let name: String
    package let sort: FieldSort
    /// Whether a new record cannot be without it.
    package let isRequired: Bool
    private let take: @Sendable (inout Draft, Sent, Names) -> Flaw.Reason?
    private let cells: @Sendable (Draft, Names) -> [String]
    private let check: @Sendable (Draft) -> Flaw.Reason?

    /// - Parameters:
    ///   - take: puts what was sent into the draft, or says why it cannot.
    ///   - cells: how a form or a file shows what the draft holds: one text, several for a list.
    ///   - check: what is wrong with what the draft holds: too long, out of range, missing.
    package init(
        _ name: Draft.Name, _ sort: FieldSort, required: Bool = false,
        take: @escaping @Sendable (inout Draft, Sent, Names) -> Flaw.Reason?,
        cells: @escaping @Sendable (Draft, Names) -> [String],
        check: @escaping @Sendable (Draft) -> Flaw.Reason? = { _ in nil }
    ) {
        self.init(named: name.rawValue, sort, required, take: take, cells: cells, check: check)
    }

    private init(
        named name: String, _ sort: FieldSort, _ isRequired: Bool,
        take: @escaping @Sendable (inout Draft, Sent, Names) -> Flaw.Reason?,
        cells: @escaping @Sendable (Draft, Names) -> [String], check: @escaping @Sendable (Draft) -> Flaw.Reason?
    ) {
        self.name = name
        self.sort = sort
        self.isRequired = isRequired
        self.take = take
        self.cells = cells
        self.check = check
    }

    /// The same field of something of which the draft is a part.
    package func within<Whole: Drafted>(_ place: any WritableKeyPath<Whole, Draft> & Sendable) -> Field<Whole> {
        Field<Whole>(named: name, sort, isRequired) { [take] whole, sent, names in
            take(&whole[keyPath: place], sent, names)
        } cells: { [cells] whole, names in
            cells(whole[keyPath: place], names)
        } check: { [check] whole in
            check(whole[keyPath: place])
        }
    }

    /// Puts what was sent into the draft, or says why it cannot.
    func read(_ sent: Sent, into draft: inout Draft, _ names: Names) -> Flaw? {
        if let reason = take(&draft, sent, names) { return Flaw(field: name, reason: reason) }
        return nil
    }

    /// What is wrong with what the draft holds.
    func flaw(of draft: Draft) -> Flaw? { check(draft).map { Flaw(field: name, reason: $0) } }

    /// What the draft holds, as a form or a file shows it.
    package func shown(_ draft: Draft, _ names: Names) -> [String] { cells(draft, names) }
    package func cell(_ draft: Draft, _ names: Names) -> String { cells(draft, names).joined(separator: ";") }
}

/// What a field holds: how it is read and shown, and its shape in the API.
package enum FieldSort: Sendable, Equatable {
    /// A text of one line, or of several, of so many characters at most.
    case line(upTo: Int)
    case text(upTo: Int)
    /// One or several words of a closed list.
    case choice([String])
    case choices([String])
    case number(ClosedRange<Int>)
    case numbers(ClosedRange<Int>)
    /// A number that may have a fraction.
    case decimal(ClosedRange<Int>)
    case flag, day
    /// A day and an hour.
    case moment
    /// Several texts, one a line.
    case lines
    case person, unit, cycle, axis
    /// Several people or units by name, each once.
    case people, units
    /// Another record, by its identifier; several, each once.
    case record, records
    /// Several words that only what they belong to knows.
    case words
    /// Texts by names that are not known beforehand.
    case texts
    /// The rows of a list: what the API calls one, and its own fields.
    case rows(String, [FieldPart])
}

/// A field of a row.
package struct FieldPart: Sendable, Equatable {
    package let name: String
    package let sort: FieldSort
    package let isRequired: Bool
}

/// Something that people write, of declared fields.
package protocol Drafted: Sendable {
    /// The names of its fields: pages have words for each.
    associatedtype Name: RawRepresentable<String>, CaseIterable, Sendable
    static var fields: [Field<Self>] { get }
}

extension Drafted {
    /// What was sent, put over what was there; every field that cannot be taken is named.
    package func taking(_ entries: Entries, _ names: Names) throws(Refusal) -> Self {
        let (draft, flaws) = reading(entries, names)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        return draft
    }

    /// The same, with the flaws beside what could be taken.
    package func reading(_ entries: Entries, _ names: Names) -> (draft: Self, flaws: [Flaw]) {
        var draft = self
        var flaws: [Flaw] = []
        for field in Self.fields {
            guard let sent = entries[field.name] else { continue }
            if let flaw = field.read(sent, into: &draft, names) { flaws.append(flaw) }
        }
        return (draft, flaws)
    }

    /// What is too long, out of range, or missing although it is required.
    package var flaws: [Flaw] {
        Self.fields.compactMap { $0.flaw(of: self) }
    }
}
