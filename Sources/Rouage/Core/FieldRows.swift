/// A row of a list that people write, of declared fields of its own.
package protocol DraftedRow: Drafted, Codable {
    /// A row in which nothing is written.
    static var blank: Self { get }
    /// The row as it is kept; nothing of one that says nothing.
    var kept: Self? { get }
    /// The rows as one cell of a file, and back; nothing where the cell cannot be read.
    static func cell(of rows: [Self]) -> String
    static func rows(ofCell text: String) -> [Entries]?
}

extension DraftedRow {
    package static func cell(of rows: [Self]) -> String { JSONCell.text(rows) }

    package static func rows(ofCell text: String) -> [Entries]? {
        switch JSONCell.read(text) {
        case .rows(let rows): rows
        case .texts(let texts) where texts.isEmpty: []
        case nil, .nothing, .typed, .several, .text, .whole, .fraction, .flag, .texts, .wholes, .named: nil
        }
    }

    /// A row as it came in, or why it cannot be taken. Who fills in a form leaves rows empty; what a program leaves out of
    /// a row is missing.
    fileprivate static func read(_ entries: Entries, _ names: Names) -> (row: Self?, flaw: Flaw.Reason?) {
        guard entries.names.allSatisfy({ name in fields.contains { $0.name == name } }) else { return (nil, .unknown) }
        let isWhole = fields.allSatisfy { !$0.isRequired || entries[$0.name] ?? .nothing != .nothing }
        guard isWhole else { return (nil, .missing) }
        let (row, flaws) = blank.reading(entries, names)
        let kept = row.kept
        return (kept, flaws.first { kept != nil || $0.reason != .missing }?.reason)
    }
}

extension Field {
    /// The rows of a list; those that say nothing are left out.
    /// - Parameters:
    ///   - called: what the API calls one of them.
    ///   - alike: whether two of them cannot both be there.
    package static func rows<Row: DraftedRow>(
        _ name: Draft.Name, _ place: any Place<[Row]>, called: String, upTo most: Int, required: Bool = false,
        alike: @escaping @Sendable (Row, Row) -> Bool = { _, _ in false }
    ) -> Field {
        let parts = Row.fields.map { FieldPart(name: $0.name, sort: $0.sort, isRequired: $0.isRequired) }
        return Field(name, .rows(called, parts), required: required) { draft, sent, names in
            let written: [Entries]
            switch sent {
            case .rows(let rows): written = rows
            case .typed(let text) where !text.isBlank:
                guard let rows = Row.rows(ofCell: text) else { return .unknown }
                written = rows
            case _ where sent.isEmpty: written = []
            case .nothing, .typed, .several, .text, .whole, .fraction, .flag, .texts, .wholes, .named:
                return .notText
            }
            var rows: [Row] = []
            for entries in written {
                let (row, flaw) = Row.read(entries, names)
                if let flaw { return flaw }
                if let row { rows.append(row) }
            }
            draft[keyPath: place] = rows
            return nil
        } cells: { draft, _ in
            [Row.cell(of: draft[keyPath: place])]
        } check: { draft in
            let rows = draft[keyPath: place]
            if rows.isEmpty { return required ? .missing : nil }
            if rows.count > most { return .outOfRange(0...most) }
            for (at, row) in rows.enumerated() where rows[..<at].contains(where: { alike($0, row) }) {
                return .alreadyThere
            }
            return rows.lazy.compactMap(\.flaws.first?.reason).first
        }
    }
}
