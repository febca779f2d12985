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
}
