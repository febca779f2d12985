import Foundation

/// Words as they are compared: what people type and what is stored meet without capitals and accents.
package enum Folding {
    /// The longest word that is kept: more than any word, less than the engines' limits.
    private static let longest = 100

    /// Small letters without accents, other characters as one space: `L’Œuvre d'été` is `l oeuvre d ete`.
    package static func fold(_ text: String) -> String {
        var words: [UInt8] = []
        words.reserveCapacity(text.utf8.count)
        var length = 0
        func append(_ byte: UInt8) {
            guard byte != 32 else {
                if length > 0 { words.append(32) }
                length = 0
                return
            }
            if length < longest || byte & 0xC0 == 0x80 { words.append(byte) }
            length += 1
        }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 97...122, 48...57: append(UInt8(scalar.value))
            case 65...90: append(UInt8(scalar.value + 32))
            case ..<128: append(32)
            case 0x300...0x36F: continue
            case ..<0x250: for byte in western[Int(scalar.value)] { append(byte) }
            default: for byte in slowly(scalar) { append(byte) }
            }
        }
        if words.last == 32 { words.removeLast() }
        return String(decoding: words, as: UTF8.self)
    }

    /// The folded form of every character of the western alphabets.
    private static let western: [[UInt8]] = (0..<0x250).map { slowly(Unicode.Scalar($0)!) }

    private static func slowly(_ scalar: Unicode.Scalar) -> [UInt8] {
        let plain = String(scalar).folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            .replacing("œ", with: "oe").replacing("æ", with: "ae").replacing("ß", with: "ss")
        return plain.unicodeScalars.flatMap { scalar -> [UInt8] in
            let isKept = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            return isKept ? Array(String(scalar).utf8) : [32]
        }
    }
}
