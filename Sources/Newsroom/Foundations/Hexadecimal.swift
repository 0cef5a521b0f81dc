extension UnsafeRawBufferPointer {
    /// Two lower-case digits for each byte: how digests and tokens are written.
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
