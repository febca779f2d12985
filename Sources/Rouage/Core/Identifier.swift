/// What names one record of a kind for ever: 128 bits, UUID version 7, so that keys sort by age.
package struct Identifier<Noun>: Hashable, Sendable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A new identifier of this moment; `a` and `b` are random bits.
    package init(at now: Instant, random a: UInt64, _ b: UInt64) {
        high = UInt64(now.milliseconds) << 16 | 0x7000 | a & 0x0FFF
        low = 0x8000_0000_0000_0000 | b & 0x3FFF_FFFF_FFFF_FFFF
    }
}

extension Identifier: Comparable {
    package static func < (a: Self, b: Self) -> Bool { (a.high, a.low) < (b.high, b.low) }
}

extension Identifier: LosslessStringConvertible, Codable {
    /// Reads the 36 characters of a UUID, in small letters or capitals.
    package init?(_ text: String) {
        var text = text
        guard let identifier = text.withUTF8({ Self($0) }) else { return nil }
        self = identifier
    }

    /// The same from bytes where they lie.
    package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 36 else { return nil }
        var (high, low): (UInt64, UInt64) = (0, 0)
        for position in 0..<36 {
            let byte = bytes[position]
            if position == 8 || position == 13 || position == 18 || position == 23 {
                guard byte == 45 else { return nil }
                continue
            }
            let nibble: UInt8
            switch byte {
            case 48...57: nibble = byte - 48
            case 97...102: nibble = byte - 87
            case 65...70: nibble = byte - 55
            default: return nil
            }
            // Sixteen digits and two hyphens make the first half.
            if position < 18 { high = high << 4 | UInt64(nibble) } else { low = low << 4 | UInt64(nibble) }
        }
        self.init(high: high, low: low)
    }

    package var description: String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            var at = 0
            for index in 0..<32 {
                if at == 8 || at == 13 || at == 18 || at == 23 {
                    buffer[at] = 45
                    at += 1
                }
                let word = index < 16 ? high : low
                let nibble = UInt8(truncatingIfNeeded: word >> UInt64(60 - index % 16 * 4) & 15)
                buffer[at] = nibble < 10 ? 48 + nibble : 87 + nibble
                at += 1
            }
            return 36
        }
    }

    /// The last eight characters: enough to tell the records of a page or a file apart.
    package var short: String { String(description.suffix(8)) }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let identifier = Self(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an identifier: \(text)")
        }
        self = identifier
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
