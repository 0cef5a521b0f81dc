import Newsroom

/// Parses a file of the time zone database (RFC 8536, section 3).
struct ZoneFileReader {
    struct Head {
        let version: UInt8
        let universal: Int
        let standard: Int
        let leaps: Int
        let times: Int
        let types: Int
        let letters: Int

        /// The length of the data block in bytes, if a time takes `timeSize` bytes.
        func length(timeSize: Int) -> Int {
            times * (timeSize + 1) + types * 6 + letters + leaps * (timeSize + 4) + standard + universal
        }
    }

    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    mutating func head() -> Head? {
        guard let bytes = take(44), bytes.starts(with: "TZif".utf8) else { return nil }
        let counts = (0..<6).map { Self.number(bytes, at: 20 + $0 * 4, size: 4) }
        // The files are small, so a larger count means that the file is damaged.
        guard counts.allSatisfy({ (0...0xFFFF).contains($0) }) else { return nil }
        return Head(
            version: bytes[bytes.startIndex + 4], universal: counts[0], standard: counts[1], leaps: counts[2],
            times: counts[3], types: counts[4], letters: counts[5])
    }

    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    mutating func skip(_ count: Int) -> Bool { take(count) != nil }

    /// The line at the end of the file, between two line feeds.
    func footer() -> String? {
        guard rest.first == UInt8(ascii: "\n"), rest.count > 1, rest.last == UInt8(ascii: "\n") else { return nil }
        return String(decoding: rest.dropFirst().dropLast(), as: UTF8.self)
    }

    /// A signed big-endian integer of 4 or 8 bytes.
    static func number(_ bytes: ArraySlice<UInt8>, at place: Int, size: Int) -> Int {
        let start = bytes.startIndex + place
        let bits = bytes[start..<(start + size)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return size == 4 ? Int(Int32(truncatingIfNeeded: bits)) : Int(Int64(bitPattern: bits))
    }
}
