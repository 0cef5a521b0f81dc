extension UnsafeRawBufferPointer {
    /// Two lower-case digits for each byte, the form of digests and tokens.
    package var hexadecimal: String {
        String(unsafeUninitializedCapacity: count * 2) { digits in
            for (index, byte) in enumerated() {
                digits[index * 2] = digit(byte >> 4)
                digits[index * 2 + 1] = digit(byte & 0xF)
            }
            return count * 2
        }
    }
}

extension Sequence where Element == UInt8 {
    package var hexadecimal: String { Array(self).withUnsafeBytes { $0.hexadecimal } }
}

private func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
}

extension Array<UInt8> {
    /// Parses hexadecimal digits in either case; `nil` for anything else.
    package init?(hexadecimal text: String) {
        let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count.isMultiple(of: 2), !digits.contains(nil) else { return nil }
        self = stride(from: 0, to: digits.count, by: 2).map { UInt8((digits[$0] ?? 0) << 4 | (digits[$0 + 1] ?? 0)) }
    }
}
