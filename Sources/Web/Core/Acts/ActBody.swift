import Rouage

extension Act.Body {
    init<Draft: Drafted>(
        _: Draft.Type, _ name: String, _ notes: [String: String], _ example: JSONValue?, needsRequired: Bool
    ) {
        self.name = name
        self.example = example
        labels = Dictionary(
            uniqueKeysWithValues: Draft.fields.compactMap { field in
                (Draft.Name(rawValue: field.name) as? any Worded).map { (field.name, $0.label) }
            })
        properties = Draft.fields.map { field in
            Schema.Property(
                field.name, field.sort.schema(of: field.name, notes), required: needsRequired && field.isRequired,
                notes[field.name] ?? "")
        }
    }

    var schema: Schema { .object(name: name, properties) }
}

extension FieldSort {
    /// The shape of a field in the API.
    /// - Parameter notes: what is said of fields, of those of a row as `steps.role`.
    func schema(of name: String, _ notes: [String: String]) -> Schema {
        switch self {
        case .line, .text, .person, .unit, .cycle, .axis: .text()
        case .choice(let words): .text(choices: words.sorted())
        case .choices, .people, .units, .words: .list(.text())
        case .records: .list(.text(format: "uuid"))
        case .texts: .texts
        case .number: .integer
        case .numbers: .list(.integer)
        case .decimal: .number
        case .flag: .boolean
        case .day: .text(format: "date")
        case .moment: .text(format: "date-time")
        case .lines: .list(.text())
        case .record: .text(format: "uuid")
        case .rows(let row, let parts):
            .list(
                .object(
                    name: row,
                    parts.map { part in
                        let place = "\(name).\(part.name)"
                        return Schema.Property(
                            part.name, part.sort.schema(of: place, notes), required: part.isRequired,
                            notes[place] ?? "")
                    }))
        }
    }
}
