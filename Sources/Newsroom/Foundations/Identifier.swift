/// The number of a stored object. The type parameter keeps the numbers of stories and comments apart.
package struct Identifier<Noun>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let number: Int64

    package init(_ number: Int64) { self.number = number }

    /// Parses a number from a URL path: 1 to 18 decimal digits without a sign or a leading zero.
    package init?(path text: some StringProtocol) {
        var number: Int64 = 0
        var digits = 0
        for byte in text.utf8 {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), digits < 18 else { return nil }
            number = number * 10 + Int64(byte - UInt8(ascii: "0"))
            digits += 1
            // Refuses a leading zero.
            guard number > 0 else { return nil }
        }
        guard digits > 0 else { return nil }
        self.number = number
    }

    package var description: String { String(number) }

    package static func < (one: Self, other: Self) -> Bool { one.number < other.number }
}
