/// The number of a stored thing; the type keeps the number of a story from being used as that of a comment.
package struct Identifier<Noun>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let number: Int64

    package init(_ number: Int64) { self.number = number }

    /// Reads a number as it stands in an address: decimal digits without sign or leading zero, from 1.
    package init?(path text: some StringProtocol) {
        var number: Int64 = 0
        var digits = 0
        for byte in text.utf8 {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), digits < 18 else { return nil }
            number = number * 10 + Int64(byte - UInt8(ascii: "0"))
            digits += 1
            // A zero in front.
            guard number > 0 else { return nil }
        }
        guard digits > 0 else { return nil }
        self.number = number
    }

    package var description: String { String(number) }

    package static func < (one: Self, other: Self) -> Bool { one.number < other.number }
}
