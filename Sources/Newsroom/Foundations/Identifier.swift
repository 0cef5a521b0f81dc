/// The number of a stored thing; the type keeps the number of a story from being used as that of a comment.
package struct Identifier<Noun>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let number: Int64

    package init(_ number: Int64) { self.number = number }

    /// Reads a number as it stands in an address: decimal digits without sign or leading zero, from 1.
    package init?(path text: some StringProtocol) {
        guard text.utf8.count <= 18, text.utf8.first != UInt8(ascii: "0"),
            text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = Int64(text)
        else { return nil }
        self.number = number
    }

    package var description: String { String(number) }

    package static func < (one: Self, other: Self) -> Bool { one.number < other.number }
}
