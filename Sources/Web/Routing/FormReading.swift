/// Parses the bytes of a form, field by field.
///
/// Names are compared by their bytes. Swift's `==` compares normal forms, which takes time that grows with
/// the square of the number of combining marks.
struct FormReading {
    /// No field of ours has a longer name, in bytes.
    private static let longestName = 64

    let most: Int
    private(set) var fields: [(name: String, value: String)] = []
    private(set) var isUTF8 = true
    /// Whether there were more fields than the limit.
    private(set) var isCut = false

    init(most: Int) { self.most = most }

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var (rest, count) = (bytes[...], 0)
        while !rest.isEmpty {
            let pair = rest.prefix { $0 != UInt8(ascii: "&") }
            if !pair.isEmpty {
                guard count < most else { return isCut = true }
                count += 1
                take(pair)
            }
            rest = rest[pair.endIndex...].dropFirst()
        }
    }

    private mutating func take(_ pair: Slice<UnsafeBufferPointer<UInt8>>) {
        let coded = pair.prefix { $0 != UInt8(ascii: "=") }
        let name = decoded(coded)
        let value = decoded(pair[coded.endIndex...].dropFirst())
        if name.utf8.count <= Self.longestName { fields.append((name, value)) }
    }

    private mutating func decoded(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        let bytes = UnsafeBufferPointer(rebasing: bytes)
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { out in
            var (index, count) = (0, 0)
            while index < bytes.count {
                let (byte, length) = Self.byte(at: index, of: bytes)
                out[count] = byte
                count += 1
                index += length
            }
            let text = UnsafeBufferPointer(rebasing: out[..<count])
            if let text = String(validating: text, as: UTF8.self) { return text }
            isUTF8 = false
            return String(decoding: text, as: UTF8.self)
        }
    }

    /// The byte at this place after decoding, and the number of bytes that encode it.
    private static func byte(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> (UInt8, length: Int) {
        switch bytes[index] {
        case UInt8(ascii: "+"): return (UInt8(ascii: " "), 1)
        case UInt8(ascii: "%") where index + 2 < bytes.count:
            guard let high = hex(bytes[index + 1]), let low = hex(bytes[index + 2]) else { return (bytes[index], 1) }
            return (high << 4 | low, 3)
        case let byte: return (byte, 1)
        }
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
