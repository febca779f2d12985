import Foundation

/// The words of a text as they are compared: small letters without accents, endings off, in French and in English.
package enum Words {
    /// A word, and what it is compared by: `dépendances` by `dependanc`.
    package struct Word: Equatable, Sendable {
        package let shown: String
        package let stem: String
    }

    /// The words that carry meaning, in their order; addresses, numbers and single letters are left out.
    package static func all(in text: String) -> [Word] {
        var words: [Word] = []
        for piece in text.split(whereSeparator: \.isWhitespace) {
            let readable = piece.range(of: "://") == nil ? piece : piece.prefix { $0 != "h" }
            for shown in letters(of: readable) {
                let plain = shown.unicodeScalars.contains { $0.value > 127 } ? fold(shown) : shown
                guard plain.utf8.count > 1, !plain.utf8.allSatisfy({ (48...57).contains($0) }), !common.contains(plain)
                else { continue }
                words.append(Word(shown: shown, stem: stem(plain)))
            }
        }
        return words
    }

    /// What the words of a text are compared by.
    package static func stems(of text: String) -> [String] { all(in: text).map(\.stem) }

    /// Runs of letters and digits, in small letters with their accents.
    private static func letters(of piece: Substring) -> [String] {
        var runs: [String] = []
        var run = ""
        for scalar in piece.unicodeScalars {
            switch scalar.value {
            case 97...122, 48...57: run.unicodeScalars.append(scalar)
            case 65...90: run.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value + 32)))
            case 128... where scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark:
                run += scalar.properties.lowercaseMapping
            default:
                if !run.isEmpty { runs.append(run) }
                run = ""
            }
        }
        if !run.isEmpty { runs.append(run) }
        return runs
    }

    private static func fold(_ word: String) -> String {
        var plain = ""
        for scalar in word.decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "œ": plain += "oe"
            case "æ": plain += "ae"
            case "ß": plain += "ss"
            case "\u{300}"..."\u{36F}": continue
            default: plain.unicodeScalars.append(scalar)
            }
        }
        return plain
    }

    /// The longest ending that leaves three letters is taken off.
    private static func stem(_ word: String) -> String {
        for ending in endings where word.utf8.count >= ending.utf8.count + 3 && word.hasSuffix(ending) {
            return String(word.dropLast(ending.count))
        }
        return word
    }

    private static let endings = [
        "ations", "ation", "ements", "ement", "ments", "ment", "ingly", "ings", "ing", "ities", "ity", "ies", "edly",
        "ed", "es", "s", "e",
    ]

    /// Words of every text, which tell no two apart.
    private static let common: Set<String> = [
        "a", "about", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "being", "but", "by", "can",
        "could", "did", "do", "does", "for", "from", "had", "has", "have", "how", "if", "in", "into", "is", "it",
        "its", "may", "might", "more", "most", "must", "new", "no", "not", "of", "on", "one", "only", "or", "other",
        "our", "over", "per", "shall", "should", "so", "some", "such", "than", "that", "the", "their", "them", "then",
        "there", "these", "they", "this", "those", "to", "two", "us", "use", "used", "using", "via", "was", "we",
        "were", "what", "when", "where", "which", "who", "why", "will", "with", "without", "would", "you", "your",
        "au", "aux", "avec", "ce", "ces", "cette", "dans", "de", "des", "dont", "du", "elle", "elles", "en", "est",
        "et", "il", "ils", "la", "le", "les", "leur", "leurs", "mais", "ne", "nos", "notre", "nous", "on", "ont", "ou",
        "par", "pas", "plus", "pour", "quand", "que", "qui", "quoi", "sa", "sans", "se", "ses", "son", "sont", "sur",
        "un", "une", "vos", "votre", "vous",
    ]
}
