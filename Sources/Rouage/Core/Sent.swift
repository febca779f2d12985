/// What came in for one field, as its door gives it: typed in a form or written in the cell of a file, and then read as
/// people write; or a value of a program, and then held to its type.
package enum Sent: Sendable, Equatable {
    /// A program empties the field.
    case nothing
    /// Typed by somebody: numbers, days and words are read out of it.
    case typed(String)
    /// Several of a form: boxes that are ticked, names that are added.
    case several([String])
    case text(String)
    case whole(Int)
    case fraction(Double)
    case flag(Bool)
    case texts([String])
    case wholes([Int])
    /// Texts by names that are not known beforehand.
    case named([String: String])
    /// The rows of a list, each of fields of its own.
    case rows([Entries])
}

/// What came in, by the name of its field. What is not there was not asked, and stays as it is.
package struct Entries: Sendable, Equatable {
    private var values: [String: Sent]

    package init(_ values: [String: Sent] = [:]) { self.values = values }

    package subscript(name: String) -> Sent? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// The names of what came in.
    package var names: some Collection<String> { values.keys }
}

extension Sent {
    /// Whether nothing was typed or named.
    package var isEmpty: Bool {
        switch self {
        case .nothing: true
        case .typed(let text), .text(let text): text.isBlank
        case .several(let texts), .texts(let texts): texts.allSatisfy(\.isBlank)
        case .named(let texts): texts.isEmpty
        case .rows(let rows): rows.isEmpty
        case .wholes(let numbers): numbers.isEmpty
        case .whole, .fraction, .flag: false
        }
    }

    /// As a text, as somebody meant it; nothing for a value of another type.
    package var plain: String? {
        switch self {
        case .nothing: ""
        case .typed(let text), .text(let text): text.written
        case .several(let texts): texts.first?.written ?? ""
        case .whole, .fraction, .flag, .texts, .wholes, .named, .rows: nil
        }
    }

    /// As several texts; in a file they are joined by semicolons. Empty ones only say that the list was there.
    package var list: [String]? {
        switch self {
        case .nothing: []
        case .typed(let text): text.split(separator: ";").map { String($0).written }.filter { !$0.isEmpty }
        case .several(let texts), .texts(let texts): texts.map(\.written).filter { !$0.isEmpty }
        case .text, .whole, .wholes, .fraction, .flag, .named, .rows: nil
        }
    }

    /// As a whole number: `1 300`, `30`, `−5`.
    package var number: Int? {
        switch self {
        case .whole(let number): number
        case .typed(let text): Int(typed: text)
        case .several(let texts): texts.first.flatMap { Int(typed: $0) }
        case .nothing, .text, .fraction, .flag, .texts, .wholes, .named, .rows: nil
        }
    }

    /// As several whole numbers.
    package var numbers: [Int]? {
        if case .wholes(let numbers) = self { return numbers }
        let numbers = list?.map { Int(typed: $0) }
        return numbers?.contains(nil) == false ? numbers?.compactMap(\.self) : nil
    }

    /// As a number that may have a fraction: `1,5`, `30`.
    package var decimal: Double? {
        switch self {
        case .whole(let number): Double(number)
        case .fraction(let number): number
        case .typed(let text): Double(typed: text)
        case .several(let texts): texts.first.flatMap { Double(typed: $0) }
        case .nothing, .text, .flag, .texts, .wholes, .named, .rows: nil
        }
    }

    /// As yes or no, in the words of either language; every other word is neither.
    package var yes: Bool? {
        switch self {
        case .flag(let flag): flag
        case .typed(let text): Bool(typed: text)
        // The field before a box says that it was there; the box speaks after it.
        case .several(let texts): Bool(typed: texts.last ?? "")
        case .nothing: false
        case .text, .whole, .fraction, .texts, .wholes, .named, .rows: nil
        }
    }
}

extension StringProtocol {
    /// Without white space at both ends.
    package var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension Int {
    /// A whole number as people type it, with or without spaces between its digits: `1 300`, `−5`.
    package init?(typed text: some StringProtocol) {
        self.init(String(text.filter { !$0.isWhitespace }).replacing("−", with: "-"))
    }
}

extension Double {
    /// A number as people type it, with a comma or a point: `1,5`.
    package init?(typed text: some StringProtocol) {
        let plain = String(text.filter { !$0.isWhitespace }).replacing(",", with: ".").replacing("−", with: "-")
        let digits = plain.hasPrefix("-") ? plain.dropFirst() : plain[...]
        guard !digits.isEmpty, digits.allSatisfy({ $0 == "." || ("0"..."9").contains($0) }) else { return nil }
        self.init(plain)
    }
}

extension Bool {
    /// Yes or no as people and programs write it, in either language; nothing written is no, and every other word is neither.
    package init?(typed text: some StringProtocol) {
        let word = text.trimmed
        if word.isEmpty {
            self = false
            return
        }
        switch Folding.fold(word) {
        case "true", "t", "yes", "y", "oui", "o", "vrai", "1", "x", "on", "checked": self = true
        case "false", "f", "no", "n", "non", "faux", "0", "off", "unchecked": self = false
        case "" where ["✓", "✔", "☑", "✅"].contains(word): self = true
        case "" where ["✗", "✘", "☐", "❌"].contains(word): self = false
        default: return nil
        }
    }
}
