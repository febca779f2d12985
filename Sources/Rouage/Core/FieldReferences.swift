/// Fields that name another record, or several.
extension Field {
    /// Somebody by name, or nobody.
    package static func person(_ name: Draft.Name, _ place: any Place<Identifier<Person>?>, required: Bool = false)
        -> Field
    {
        named(name, .person, place, required, { $1.person($0) }, { $1.code($0) })
    }

    package static func unit(_ name: Draft.Name, _ place: any Place<Identifier<Unit>?>, required: Bool = false) -> Field
    {
        named(name, .unit, place, required, { $1.unit($0) }, { $1.code($0) })
    }

    package static func cycle(_ name: Draft.Name, _ place: any Place<Identifier<Cycle>?>, required: Bool = false)
        -> Field
    {
        named(name, .cycle, place, required, { $1.cycle($0) }, { $1.code($0) })
    }

    package static func axis(_ name: Draft.Name, _ place: any Place<Identifier<Axis>?>, required: Bool = false) -> Field
    {
        named(name, .axis, place, required, { $1.axis($0) }, { $1.code($0) })
    }

    /// Several people by name, each once; a form and a file join them by commas or semicolons.
    package static func people(_ name: Draft.Name, _ place: any Place<[Identifier<Person>]>, required: Bool = false)
        -> Field
    {
        several(name, .people, place, required, { $1.person($0) }, { $1.code($0) })
    }

    package static func units(_ name: Draft.Name, _ place: any Place<[Identifier<Unit>]>, required: Bool = false)
        -> Field
    {
        several(name, .units, place, required, { $1.unit($0) }, { $1.code($0) })
    }

    private static func several<Noun>(
        _ name: Draft.Name, _ sort: FieldSort, _ place: any Place<[Identifier<Noun>]>, _ isRequired: Bool,
        _ find: @escaping @Sendable (String, Names) -> Names.Found<Noun>,
        _ code: @escaping @Sendable (Identifier<Noun>?, Names) -> String
    ) -> Field {
        Field(name, sort, required: isRequired) { draft, sent, names in
            guard let written = sent.list else { return .notText }
            var found: [Identifier<Noun>] = []
            for text in written.flatMap({ $0.split(whereSeparator: { ",;\n".contains($0) }) }).map(\.trimmed)
            where !text.isEmpty {
                switch find(text, names) {
                case .one(let id) where found.contains(id): return .alreadyThere
                case .one(let id): found.append(id)
                case .flaw(let reason): return reason
                }
            }
            draft[keyPath: place] = found
            return nil
        } cells: { draft, names in
            draft[keyPath: place].map { code($0, names) }
        } check: {
            isRequired && $0[keyPath: place].isEmpty ? .missing : nil
        }
    }

    /// Another record by its identifier, or none; whether it is there is for who uses it to find out.
    package static func record<Noun>(
        _ name: Draft.Name, _ place: any Place<Identifier<Noun>?>, required: Bool = false
    ) -> Field {
        named(name, .record, place, required, identified, described)
    }

    /// Several words that only what they belong to knows, each once: codes of a table, numbers on a wall.
    package static func words(_ name: Draft.Name, _ place: any Place<[String]>, required: Bool = false) -> Field {
        Field(name, .words, required: required) { draft, sent, _ in
            guard let words = sent.list else { return .notText }
            guard Set(words).count == words.count else { return .alreadyThere }
            draft[keyPath: place] = words
            return nil
        } cells: { draft, _ in
            draft[keyPath: place]
        }
    }

    /// Several records by their identifiers; whether they are there is for who uses them to find out.
    package static func records<Noun>(_ name: Draft.Name, _ place: any Place<[Identifier<Noun>]>) -> Field {
        several(name, .records, place, false, identified, described)
    }

    @Sendable private static func identified<Noun>(_ text: String, _: Names) -> Names.Found<Noun> {
        Identifier<Noun>(text).map { .one($0) } ?? .flaw(.unknown)
    }

    @Sendable private static func described<Noun>(_ id: Identifier<Noun>?, _: Names) -> String { id?.description ?? "" }

    private static func named<Noun>(
        _ name: Draft.Name, _ sort: FieldSort, _ place: any Place<Identifier<Noun>?>, _ isRequired: Bool,
        _ find: @escaping @Sendable (String, Names) -> Names.Found<Noun>,
        _ code: @escaping @Sendable (Identifier<Noun>?, Names) -> String
    ) -> Field {
        Field(name, sort, required: isRequired) { draft, sent, names in
            guard let text = sent.plain else { return .notText }
            if text.isEmpty {
                draft[keyPath: place] = nil
                return nil
            }
            switch find(text, names) {
            case .one(let id): draft[keyPath: place] = id
            case .flaw(let reason): return reason
            }
            return nil
        } cells: { draft, names in
            [code(draft[keyPath: place], names)]
        } check: {
            isRequired && $0[keyPath: place] == nil ? .missing : nil
        }
    }
}
