extension String {
    /// The text on one line: runs of blanks and line ends are one space, none at the ends. A no-break space is no blank.
    var collapsed: String {
        unicodeScalars.split(whereSeparator: \.isLayout).map(String.init).joined(separator: " ")
    }
}

extension Sequence where Element: Hashable {
    /// Each element where it comes first.
    var withoutRepetition: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Unicode.Scalar {
    /// White space that says how a file is laid out and nothing of its text.
    var isLayout: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
