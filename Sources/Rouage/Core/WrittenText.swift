extension String {
    /// As somebody meant it: without white space at both ends, and without signs that nobody sees and that make a text
    /// read otherwise than it is written: controls, marks that turn the direction of a line, spaces without width. A NUL
    /// stays, to be refused.
    package var written: String {
        let isPlain = utf8.allSatisfy { ($0 >= 32 && $0 < 127) || (9...13).contains($0) || $0 == 0 }
        guard !isPlain else { return trimmed }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: unicodeScalars.filter { !$0.isUnseen })
        return String(scalars).trimmed
    }

    /// By how many characters it is too long for a field that takes so many; zero or less where it fits. Where signs are
    /// heaped on letters, eight bytes count as a character.
    package func excess(over limit: Int) -> Int { max(count - limit, (utf8.count + 7) / 8 - limit) }
}

extension Unicode.Scalar {
    fileprivate var isUnseen: Bool {
        switch value {
        case 0, 9...13: false
        case 1...31, 127...159, 0x200B, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
