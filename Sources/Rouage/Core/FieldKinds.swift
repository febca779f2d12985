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
            let over = (draft[keyPath: place] ?? "").excess(over: limit)
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
            let over = text.excess(over: limit)
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
        optional(name, .choice(list.map(\.rawValue)), place, required, or: .unknown) { sent in
            sent.plain.flatMap { word in list.first { $0.rawValue == word } }
        } show: {
            $0.rawValue
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
        optional(name, .number(range), place, required, or: .notANumber) {
            $0.number
        } show: {
            $0.description
        } check: {
            range.contains($0) ? nil : .outOfRange(range)
        }
    }

    /// A number that may have a fraction, within a range, or none.
    package static func decimal(
        _ name: Draft.Name, _ place: any Place<Double?>, in range: ClosedRange<Int>, required: Bool = false
    ) -> Field {
        optional(name, .decimal(range), place, required, or: .notADecimal) {
            $0.decimal
        } show: {
            $0.description
        } check: {
            (Double(range.lowerBound)...Double(range.upperBound)).contains($0) ? nil : .outOfRange(range)
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
        optional(name, .day, place, required, or: .notADay) {
            $0.plain.flatMap(Day.init)
        } show: {
            $0.description
        }
    }

    /// What is read out of one text, or nothing where nothing was sent.
    /// - Parameter flaw: what is wrong with a text out of which it cannot be read.
    private static func optional<Value>(
        _ name: Draft.Name, _ sort: FieldSort, _ place: any Place<Value?>, _ isRequired: Bool, or flaw: Flaw.Reason,
        read: @escaping @Sendable (Sent) -> Value?, show: @escaping @Sendable (Value) -> String,
        check: @escaping @Sendable (Value) -> Flaw.Reason? = { _ in nil }
    ) -> Field {
        Field(name, sort, required: isRequired) { draft, sent, _ in
            let value = read(sent)
            if value == nil && !sent.isEmpty { return flaw }
            draft[keyPath: place] = value
            return nil
        } cells: { draft, _ in
            draft[keyPath: place].map { [show($0)] } ?? []
        } check: { draft in
            guard let value = draft[keyPath: place] else { return isRequired ? .missing : nil }
            return check(value)
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
