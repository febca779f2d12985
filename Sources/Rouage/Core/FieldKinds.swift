/// The kinds of fields, each with where it lies in the draft.
extension Field {
    package typealias Place<Value> = WritableKeyPath<Draft, Value> & Sendable

    /// One line of text.
    package static func line(_ name: Draft.Name, _ place: any Place<String>, upTo limit: Int, required: Bool = false)
        -> Field
    {
        text(name, .line(upTo: limit), place, upTo: limit, required)
    }

    /// One line of text, or none.
    package static func line(_ name: Draft.Name, _ place: any Place<String?>, upTo limit: Int) -> Field {
        Field(name, .line(upTo: limit)) { draft, sent, _ in
            guard let text = sent.plain, !text.utf8.contains(0) else { return .notText }
            draft[keyPath: place] = text.isEmpty ? nil : text
            return nil
        } cells: { draft, _ in
            [draft[keyPath: place] ?? ""]
        } check: { draft in
            let over = (draft[keyPath: place] ?? "").count - limit
            return over > 0 ? .tooLong(by: over) : nil
        }
    }

    /// A text of several lines.
    package static func text(_ name: Draft.Name, _ place: any Place<String>, upTo limit: Int, required: Bool = false)
        -> Field
    {
        text(name, .text(upTo: limit), place, upTo: limit, required)
    }

    private static func text(
        _ name: Draft.Name, _ sort: FieldSort, _ place: any Place<String>, upTo limit: Int, _ isRequired: Bool
    ) -> Field {
        Field(name, sort, required: isRequired) { draft, sent, _ in
            guard let text = sent.plain, !text.utf8.contains(0) else { return .notText }
            draft[keyPath: place] = text
            return nil
        } cells: { draft, _ in
            [draft[keyPath: place]]
        } check: { draft in
            let text = draft[keyPath: place]
            if text.isBlank { return isRequired ? .missing : nil }
            let over = text.count - limit
            return over > 0 ? .tooLong(by: over) : nil
        }
    }

    /// One of a closed list; it cannot be emptied.
    package static func choice<Choice>(_ name: Draft.Name, _ place: any Place<Choice>, required: Bool = false) -> Field
    where Choice: RawRepresentable<String> & CaseIterable & SendableMetatype {
        Field(name, .choice(Choice.allCases.map(\.rawValue)), required: required) { draft, sent, _ in
            if sent.isEmpty { return .missing }
            guard let choice = sent.plain.flatMap(Choice.init) else { return .unknown }
            draft[keyPath: place] = choice
            return nil
        } cells: { draft, _ in
            [draft[keyPath: place].rawValue]
        }
    }

    /// One of a closed list, or none yet.
    package static func choice<Choice>(
        _ name: Draft.Name, _ place: any Place<Choice?>, of list: [Choice] = Array(Choice.allCases),
        required: Bool = false
    ) -> Field where Choice: RawRepresentable<String> & CaseIterable & Sendable & SendableMetatype {
        Field(name, .choice(list.map(\.rawValue)), required: required) { draft, sent, _ in
            let choice = sent.plain.flatMap { word in list.first { $0.rawValue == word } }
            if choice == nil && !sent.isEmpty { return .unknown }
            draft[keyPath: place] = choice
            return nil
        } cells: { draft, _ in
            draft[keyPath: place].map { [$0.rawValue] } ?? []
        } check: {
            required && $0[keyPath: place] == nil ? .missing : nil
        }
    }

    /// Several of a closed list, each once, kept in the order of that list.
    package static func choices<Choice>(_ name: Draft.Name, _ place: any Place<[Choice]>, of list: [Choice]) -> Field
    where Choice: RawRepresentable<String> & Equatable & Sendable & SendableMetatype {
        Field(name, .choices(list.map(\.rawValue))) { draft, sent, _ in
            guard let words = sent.list else { return .notText }
            let chosen = list.filter { words.contains($0.rawValue) }
            guard words.allSatisfy({ word in list.contains { $0.rawValue == word } }) else { return .unknown }
            guard chosen.count == words.count else { return .alreadyThere }
            draft[keyPath: place] = chosen
            return nil
        } cells: { draft, _ in
            draft[keyPath: place].map(\.rawValue)
        }
    }

    /// A whole number within a range, or none.
    package static func number(
        _ name: Draft.Name, _ place: any Place<Int?>, in range: ClosedRange<Int>, required: Bool = false
    ) -> Field {
        Field(name, .number(range), required: required) { draft, sent, _ in
            let number = sent.number
            if number == nil && !sent.isEmpty { return .notANumber }
            draft[keyPath: place] = number
            return nil
        } cells: { draft, _ in
            draft[keyPath: place].map { [String($0)] } ?? []
        } check: { draft in
            guard let number = draft[keyPath: place] else { return required ? .missing : nil }
            return range.contains(number) ? nil : .outOfRange(range)
        }
    }

    /// A number that may have a fraction, within a range, or none.
    package static func decimal(
        _ name: Draft.Name, _ place: any Place<Double?>, in range: ClosedRange<Int>, required: Bool = false
    ) -> Field {
        Field(name, .decimal(range), required: required) { draft, sent, _ in
            let number = sent.decimal
            if number == nil && !sent.isEmpty { return .notADecimal }
            draft[keyPath: place] = number
            return nil
        } cells: { draft, _ in
            draft[keyPath: place].map { [$0.description] } ?? []
        } check: { draft in
            guard let number = draft[keyPath: place] else { return required ? .missing : nil }
            return (Double(range.lowerBound)...Double(range.upperBound)).contains(number) ? nil : .outOfRange(range)
        }
    }

    /// Yes or no.
    package static func flag(_ name: Draft.Name, _ place: any Place<Bool>) -> Field {
        Field(name, .flag) { draft, sent, _ in
            guard let flag = sent.yes else { return .unknown }
            draft[keyPath: place] = flag
            return nil
        } cells: { draft, _ in
            [draft[keyPath: place] ? "true" : "false"]
        }
    }

    /// A day, or none.
    package static func day(_ name: Draft.Name, _ place: any Place<Day?>, required: Bool = false) -> Field {
        Field(name, .day, required: required) { draft, sent, _ in
            let day = sent.plain.flatMap(Day.init)
            if day == nil && !sent.isEmpty { return .notADay }
            draft[keyPath: place] = day
            return nil
        } cells: { draft, _ in
            draft[keyPath: place].map { [$0.description] } ?? []
        } check: {
            required && $0[keyPath: place] == nil ? .missing : nil
        }
    }

    /// A day that is always there.
    package static func day(_ name: Draft.Name, _ place: any Place<Day>) -> Field {
        Field(name, .day, required: true) { draft, sent, _ in
            guard let day = sent.plain.flatMap(Day.init) else { return .notADay }
            draft[keyPath: place] = day
            return nil
        } cells: { draft, _ in
            [draft[keyPath: place].description]
        }
    }

    /// Somebody by name, or nobody.
    package static func person(_ name: Draft.Name, _ place: any Place<Identifier<Person>?>, required: Bool = false)
        -> Field
    {
        named(name, .person, place, required) {
            $1.person($0)
        } code: {
            $1.code($0)
        }
    }

    package static func unit(_ name: Draft.Name, _ place: any Place<Identifier<Unit>?>, required: Bool = false) -> Field
    {
        named(name, .unit, place, required) {
            $1.unit($0)
        } code: {
            $1.code($0)
        }
    }

    package static func cycle(_ name: Draft.Name, _ place: any Place<Identifier<Cycle>?>, required: Bool = false)
        -> Field
    {
        named(name, .cycle, place, required) {
            $1.cycle($0)
        } code: {
            $1.code($0)
        }
    }

    package static func axis(_ name: Draft.Name, _ place: any Place<Identifier<Axis>?>, required: Bool = false) -> Field
    {
        named(name, .axis, place, required) {
            $1.axis($0)
        } code: {
            $1.code($0)
        }
    }

    /// Several people by name, each once; a form and a file join them by commas or semicolons.
    package static func people(_ name: Draft.Name, _ place: any Place<[Identifier<Person>]>, required: Bool = false)
        -> Field
    {
        several(name, .people, place, required) {
            $1.person($0)
        } code: {
            $1.code($0)
        }
    }

    package static func units(_ name: Draft.Name, _ place: any Place<[Identifier<Unit>]>, required: Bool = false)
        -> Field
    {
        several(name, .units, place, required) {
            $1.unit($0)
        } code: {
            $1.code($0)
        }
    }

    private static func several<Noun>(
        _ name: Draft.Name, _ sort: FieldSort, _ place: any Place<[Identifier<Noun>]>, _ isRequired: Bool,
        find: @escaping @Sendable (String, Names) -> Names.Found<Noun>,
        code: @escaping @Sendable (Identifier<Noun>?, Names) -> String
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
        named(name, .record, place, required) { text, _ in
            Identifier<Noun>(text).map { .one($0) } ?? .flaw(.unknown)
        } code: { id, _ in
            id?.description ?? ""
        }
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
        several(name, .records, place, false) { text, _ in
            Identifier<Noun>(text).map { .one($0) } ?? .flaw(.unknown)
        } code: { id, _ in
            id?.description ?? ""
        }
    }

    private static func named<Noun>(
        _ name: Draft.Name, _ sort: FieldSort, _ place: any Place<Identifier<Noun>?>, _ isRequired: Bool,
        find: @escaping @Sendable (String, Names) -> Names.Found<Noun>,
        code: @escaping @Sendable (Identifier<Noun>?, Names) -> String
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
