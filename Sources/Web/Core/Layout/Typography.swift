/// The signs and spaces of good print: what is typed plainly is set with the marks of its language.
package enum Typography {
    /// French: no-break spaces before `:` and inside « », narrow ones before `; ! ?` and `%`, numbers kept with their
    /// unit, days with their month, `’` and `…`.
    package static func french(_ text: String) -> String { set(text, isFrench: true) }

    /// English: curly quotes and `…`.
    package static func english(_ text: String) -> String { set(text, isFrench: false) }

    private static func set(_ text: String, isFrench: Bool) -> String {
        var text = text
        let changed = text.withUTF8 { bytes -> [UInt8]? in
            var setter = Setter(bytes: bytes)
            return isFrench ? setter.french() : setter.english()
        }
        return changed.map { String(decoding: $0, as: UTF8.self) } ?? text
    }
}

private let noBreak = "\u{A0}"
private let narrow = "\u{202F}"

/// One pass over a text; nothing is copied before something has to change.
private struct Setter {
    let bytes: UnsafeBufferPointer<UInt8>
    private var changed: [UInt8]?

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func french() -> [UInt8]? {
        var at = 0
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "'"): put("’", for: 1, at: &at)
            case UInt8(ascii: ".") where isEllipsis(at): put("…", for: 3, at: &at)
            // An abbreviation at the end of a sentence has one full stop: "le 3 avr."
            case UInt8(ascii: ".") where self[at + 1] == 46 && self[at - 1] != 46: put(".", for: 2, at: &at)
            case UInt8(ascii: " "):
                if let space = space(at) { put(space, for: 1, at: &at) } else { keep(&at) }
            default: keep(&at)
            }
        }
        return changed
    }

    mutating func english() -> [UInt8]? {
        var at = 0
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "'"): put(opens(at) ? "‘" : "’", for: 1, at: &at)
            case UInt8(ascii: "\""): put(opens(at) ? "“" : "”", for: 1, at: &at)
            case UInt8(ascii: ".") where isEllipsis(at): put("…", for: 3, at: &at)
            case UInt8(ascii: " ") where isQuarter(at, letter: UInt8(ascii: "Q")): put(noBreak, for: 1, at: &at)
            default: keep(&at)
            }
        }
        return changed
    }

    private mutating func put(_ text: String, for length: Int, at: inout Int) {
        if changed == nil {
            changed = Array(bytes[..<at])
            changed?.reserveCapacity(bytes.count + 16)
        }
        changed?.append(contentsOf: text.utf8)
        at += length
    }

    private mutating func keep(_ at: inout Int) {
        changed?.append(bytes[at])
        at += 1
    }

    // MARK: What stands around

    private subscript(_ at: Int) -> UInt8 { bytes.indices.contains(at) ? bytes[at] : 0 }
    private func isDigit(_ at: Int) -> Bool { (48...57).contains(self[at]) }
    private func isLetter(_ at: Int) -> Bool {
        let byte = self[at]
        return byte >= 0x80 || (65...90).contains(byte) || (97...122).contains(byte)
    }
    private func isWord(_ at: Int) -> Bool { isLetter(at) || isDigit(at) }
    private func isEllipsis(_ at: Int) -> Bool { self[at + 1] == 46 && self[at + 2] == 46 }

    /// Whether a quotation mark opens: at the beginning, after a space, a parenthesis or another mark.
    private func opens(_ at: Int) -> Bool {
        at == 0 || [32, 10, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\"")].contains(self[at - 1])
    }

    /// The letters that begin at a place.
    private func word(_ at: Int) -> String {
        var end = at
        while isLetter(end) { end += 1 }
        return String(decoding: bytes[at..<end], as: UTF8.self)
    }

    /// What replaces the space at a place; nothing when the line may break there.
    private func space(_ at: Int) -> String? {
        switch self[at + 1] {
        case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): return narrow
        case UInt8(ascii: ":"): return noBreak
        case 0xC2 where self[at + 2] == 0xBB: return noBreak
        default: break
        }
        if at >= 2, self[at - 2] == 0xC2, self[at - 1] == 0xAB { return noBreak }
        if self[at - 1] == UInt8(ascii: "."), isWeekday(before: at) { return noBreak }
        if isHour(at) || isQuarter(at, letter: UInt8(ascii: "T")) { return noBreak }
        if isFirst(at), Self.months.contains(word(at + 1)) { return noBreak }
        return isDigit(at - 1) ? spaceAfterDigit(at) : nil
    }

    private func spaceAfterDigit(_ at: Int) -> String? {
        let next = self[at + 1]
        if next == UInt8(ascii: "%") || (next == 0xE2 && self[at + 2] == 0x82 && self[at + 3] == 0xAC) { return narrow }
        if isDigit(at + 1) {
            return isDigit(at + 2) && isDigit(at + 3) && !isDigit(at + 4) ? narrow : nil
        }
        guard isLetter(at + 1) else { return nil }
        let word = word(at + 1)
        let isShort = !isDigit(at - 3) || !isDigit(at - 2)
        return Self.units.contains(word) || (isShort && Self.months.contains(word)) ? noBreak : nil
    }

    /// `16 h 42`: the space after the h.
    private func isHour(_ at: Int) -> Bool {
        guard self[at - 1] == UInt8(ascii: "h"), isDigit(at + 1), isDigit(at + 2) else { return false }
        return self[at - 2] == 0x20 ? isDigit(at - 3) : self[at - 2] == 0xA0 && isDigit(at - 4)
    }

    /// `T2 2026`, `Q2 2026`.
    private func isQuarter(_ at: Int, letter: UInt8) -> Bool {
        at >= 2 && isDigit(at - 1) && self[at - 2] == letter && !isWord(at - 3) && self[at + 1] == UInt8(ascii: "2")
            && self[at + 2] == UInt8(ascii: "0") && isDigit(at + 3) && isDigit(at + 4)
    }

    /// `1er` before the month.
    private func isFirst(_ at: Int) -> Bool {
        at >= 3 && self[at - 1] == UInt8(ascii: "r") && self[at - 2] == UInt8(ascii: "e")
            && self[at - 3] == UInt8(ascii: "1") && !isWord(at - 4)
    }

    private func isWeekday(before at: Int) -> Bool {
        guard at >= 4, !isWord(at - 5) else { return false }
        return Self.weekdays.contains(String(decoding: bytes[(at - 4)..<(at - 1)], as: UTF8.self))
    }

    private static let weekdays: Set = ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"]
    private static let months: Set = [
        "janv", "févr", "mars", "avr", "avril", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc", "janvier",
        "février", "juillet", "septembre", "octobre", "novembre", "décembre",
    ]
    private static let units: Set = [
        "j", "h", "min", "pt", "pts", "point", "points", "jour", "jours", "équipe", "équipes", "semaine", "semaines",
        "personne", "personnes", "réponse", "réponses", "ETP", "sujet", "sujets", "sur", "fois", "briefing",
        "briefings", "dépendance", "dépendances",
    ]
}
