extension Sequence where Element == UInt8 {
    /// Two lower-case digits for each byte: how digests and tokens are written.
    package var hexadecimal: String {
        // An array, whatever the sequence is: then what follows is made for bytes in memory.
        let bytes = Array(self)
        return String(unsafeUninitializedCapacity: bytes.count * 2) { digits in
            for (index, byte) in bytes.enumerated() {
                digits[index * 2] = digit(byte >> 4)
                digits[index * 2 + 1] = digit(byte & 0xF)
            }
            return bytes.count * 2
        }
    }
}

private func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
}
