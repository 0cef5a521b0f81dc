/// One page of a longer list. Pages begin at a key, not at an offset, so a later page costs no more than the
/// first.
package struct PageOfResults<Element: Sendable>: Sendable {
    package let elements: [Element]
    /// The key of the next page; `nil` on the last page.
    package let next: PageKey?

    package init(_ elements: [Element], next: PageKey? = nil) {
        self.elements = elements
        self.next = next
    }

    package func map<Other>(_ transform: (Element) -> Other) -> PageOfResults<Other> {
        PageOfResults<Other>(elements.map(transform), next: next)
    }
}

/// The key of a page: the page begins after the element with this time and number. URLs contain the key as
/// `milliseconds-number`.
package struct PageKey: Hashable, Sendable, CustomStringConvertible {
    package let milliseconds: Int64
    package let number: Int64

    package init(milliseconds: Int64, number: Int64) {
        self.milliseconds = milliseconds
        self.number = number
    }

    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ (1...16).contains($0.utf8.count) }),
            parts.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) }),
            let milliseconds = Int64(parts[0]), let number = Int64(parts[1])
        else { return nil }
        self.init(milliseconds: milliseconds, number: number)
    }

    package var description: String { "\(milliseconds)-\(number)" }
}
