extension String {
    /// The text on one line: each run of white space becomes one space, and no space remains at either end. A
    /// no-break space does not count as white space.
    var collapsed: String {
        unicodeScalars.split(whereSeparator: \.isLayout).map(String.init).joined(separator: " ")
    }
}

extension Sequence where Element: Hashable {
    /// The first occurrence of each element, in order.
    var withoutRepetition: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Unicode.Scalar {
    /// Whether it is white space that belongs to the layout of a file and not to its text.
    var isLayout: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
