/// A character in a run of bytes that should be UTF-8 (RFC 3629).
struct UTF8Character {
    /// `nil` if the bytes are not UTF-8.
    let scalar: Unicode.Scalar?
    /// The number of bytes that the character takes, or that are faulty together.
    let length: Int

    init(_ bytes: [UInt8], at index: Int) {
        let lead = bytes[index]
        let count = lead < 0x80 ? 1 : lead < 0xC0 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF8 ? 4 : 0
        let tail = bytes[(index + 1)...].prefix(max(count, 1) - 1).prefix { $0 & 0xC0 == 0x80 }
        length = 1 + tail.count
        guard count > 0, length == count else {
            scalar = nil
            return
        }
        let first = count == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(count))
        let value = tail.reduce(first) { $0 << 6 | UInt32($1 & 0x3F) }
        let smallest: [UInt32] = [0, 0, 0x80, 0x800, 0x1_0000]
        scalar = value >= smallest[count] ? Unicode.Scalar(value) : nil
    }
}

/// The characters of Windows-1252 that Latin-1 does not have at the same place.
enum Windows1252 {
    /// The character of a byte from 0x80 on. `nil` for the five bytes without one.
    static func character(_ byte: UInt8) -> String? {
        guard byte >= 0x80 else { return nil }
        guard byte < 0xA0 else { return String(Unicode.Scalar(byte)) }
        let scalar = high[Int(byte) - 0x80]
        return scalar == "\u{FFFD}" ? nil : String(scalar)
    }

    /// From 0x80 to 0x9F (WHATWG Encoding, index windows-1252).
    private static let high = Array(
        "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
}
