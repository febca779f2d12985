/// How a file writes its letters: as all programs do today, or as spreadsheets and older tools save them.
package enum Charset: String, Sendable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    case windows1252 = "Windows-1252"

    /// The bytes as UTF-8 without byte-order mark, and how they were written.
    package static func read(_ bytes: [UInt8]) throws(CSV.Fault) -> (bytes: [UInt8], was: Charset) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try read(Array(bytes.dropFirst(3))) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (try utf16(bytes.dropFirst(2)) { $0 | $1 << 8 }, .utf16) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (try utf16(bytes.dropFirst(2)) { $0 << 8 | $1 }, .utf16) }
        if String(validating: bytes, as: UTF8.self) != nil { return (bytes, .utf8) }
        return (try windows1252(bytes), .windows1252)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, _ unit: (UInt16, UInt16) -> UInt16) throws(CSV.Fault)
        -> [UInt8]
    {
        guard bytes.count.isMultiple(of: 2) else { throw .notUTF8 }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { place in
            unit(UInt16(bytes[place]), UInt16(bytes[place + 1]))
        }
        guard let text = String(validating: units, as: UTF16.self) else { throw .notUTF8 }
        return Array(text.utf8)
    }

    private static func windows1252(_ bytes: [UInt8]) throws(CSV.Fault) -> [UInt8] {
        guard !isDamagedUTF8(bytes) else { throw .notUTF8 }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            guard byte >= 0x80 else {
                text.append(byte)
                continue
            }
            let code = byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt16(byte)
            guard code != 0, let scalar = Unicode.Scalar(code) else { throw .notUTF8 }
            text.append(contentsOf: String(Character(scalar)).utf8)
        }
        return text
    }

    /// Whether most of what is not ASCII is whole in UTF-8, as in a file that was cut or pasted together.
    private static func isDamagedUTF8(_ bytes: [UInt8]) -> Bool {
        var (whole, stray) = (0, 0)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
            let end = place + length
            let isWhole =
                length > 1 && end <= bytes.count && bytes[(place + 1)..<end].allSatisfy { $0 & 0xC0 == 0x80 }
            if byte >= 0x80 { if isWhole { whole += 1 } else { stray += 1 } }
            place += isWhole ? length : 1
        }
        return whole > stray
    }

    /// What the bytes from 80 to 9F stand for; 0 for those that stand for nothing.
    private static let upper: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]
}
