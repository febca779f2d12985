extension Field {
    /// A quarter by its label, known to the department or not, or none.
    package static func quarter(_ name: Draft.Name, _ place: any Place<String?>) -> Field {
        Field(name, .line(upTo: 7)) { draft, sent, _ in
            guard let text = sent.plain else { return .notText }
            let label = text.trimmed.uppercased()
            if !label.isEmpty && Quarter(label: label, fiscalStart: 1) == nil { return .unknown }
            draft[keyPath: place] = label.isEmpty ? nil : label
            return nil
        } cells: { draft, _ in
            draft[keyPath: place].map { [$0] } ?? []
        }
    }
}
