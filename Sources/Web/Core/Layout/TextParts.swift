import Foundation
package import Rouage

extension String {
    package var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

    /// Cut at a word when it is longer than there is room.
    package func shortened(to limit: Int) -> String {
        guard count > limit else { return self }
        let cut = prefix(limit)
        let end = cut.lastIndex(of: " ") ?? cut.endIndex
        return cut[..<end].trimmingSuffix { $0 == "," || $0 == ";" || $0 == ":" || $0 == "." || $0 == " " } + "…"
    }

    /// With a small letter, as within a sentence; an acronym keeps its capitals.
    package var uncapitalised: String {
        guard let first, first.isUppercase, let second = dropFirst().first, second.isLowercase || second == " " else {
            return self
        }
        return first.lowercased() + dropFirst()
    }

    /// `d’Identité et accès`, `de DSN`: the word before a name.
    package func before(_ name: String, in language: Language) -> String {
        guard language == .french else { return "\(self) \(name)" }
        let letter = name.prefix(1).folding(options: .diacriticInsensitive, locale: nil).lowercased()
        return "aeiouyh".contains(letter) && !letter.isEmpty ? "\(dropLast())’\(name)" : "\(self) \(name)"
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isLoose: (Character) -> Bool) -> String {
        var rest = self
        while let last = rest.last, isLoose(last) { rest = rest.dropLast() }
        return String(rest)
    }
}

extension Day {
    /// The day as a French sentence names it: `8 avr.`.
    package var inFrench: String { DateWords(language: .french).short(self) }
    /// The day as an English sentence names it: `8 Apr`.
    package var inEnglish: String { DateWords(language: .english).short(self) }
}
